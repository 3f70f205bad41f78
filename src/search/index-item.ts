import type { Item, SectionRole } from "#minutes/model.ts";
import { bigintElements } from "#database/binary-array.ts";
import { type Analysed, analyse, type Lexeme, lexemeOf } from "./analyse.ts";
import { caseKey, caseKeys } from "./case-key.ts";
import { Tally } from "./tally.ts";
import { BREAK, pairText, Place, sequenceBytes } from "./term-key.ts";
import { eachWord } from "./words.ts";

/** What the index holds of one item, as PostgreSQL takes it. */
export type SearchRow = {
  /** How many lexemes, and of each its key with the best place it stands in (`bigintElements`). */
  termCount: number;
  terms: Uint8Array;
  /** The words in their order, for phrases. */
  sequence: Uint8Array;
  /** Bit n is set when the item has a section of `sectionRoles[n]`. */
  sections: number;
};

/** What is searched of an item. */
export type Searchable = Pick<Item, "title" | "caseNumber" | "attachments"> & {
  sections: SearchableSection[];
  decisions: { text: string }[];
};
type SearchableSection = { heading: string; role: SectionRole; text: string; sections: SearchableSection[] };

export const sectionRoles: readonly SectionRole[] = [
  "summary",
  "treatment",
  "recommendation",
  "decision",
  "presentation",
  "economy",
  "process",
  "attachments",
  "legal",
  "history",
  "other",
];

/**
 * Turns an item as read into its row of the index; the same item gives the same row. Adds to `words` what misspelt words may
 * be mended with, as it is written in the item.
 */
export function searchRow(item: Searchable, words: Set<string>): SearchRow {
  const tally = new Tally();
  const codes: number[] = [];
  let sections = 0;

  const visit = (analysed: Analysed, place: number) => {
    tally.note(analysed.lexeme, place);
    for (const part of analysed.parts) tally.note(part, place - 1);
    codes.push(analysed.lexeme.code);
    if (analysed.mendable) words.add(analysed.word);
  };
  const add = (text: string, place: number) => {
    eachWord(text, (start, end) => {
      const analysed = analyse(text, start, end);
      if (analysed) visit(analysed, place);
    });
    codes.push(BREAK);
    for (const { key } of caseKeys(text)) tally.note(lexemeOf(key), Place.word);
  };
  const addSection = (section: SearchableSection) => {
    sections |= 1 << sectionRoles.indexOf(section.role);
    add(section.heading, Place.topic);
    add(section.text, PLACES[section.role] ?? Place.word);
    for (const part of section.sections) addSection(part);
  };

  add(item.title, Place.title);
  addPairs(item.title, tally);
  for (const section of item.sections) addSection(section);
  // Where they stand in no section of their own, they stand nowhere else.
  if (!has(sections, "decision")) for (const { text } of item.decisions) add(text, Place.decision);
  if (!has(sections, "attachments")) for (const name of item.attachments) add(name, Place.topic);
  if (item.caseNumber) tally.note(lexemeOf(caseKey(item.caseNumber)), Place.title);
  const keys = tally.keys();
  return {
    termCount: keys.length,
    terms: bigintElements(keys),
    sequence: sequenceBytes(codes),
    sections,
  };
}

const PLACES: Partial<Record<SectionRole, number>> = { decision: Place.decision, attachments: Place.topic };

function has(sections: number, role: SectionRole): boolean {
  return (sections & (1 << sectionRoles.indexOf(role))) !== 0;
}

function addPairs(title: string, tally: Tally): void {
  let before: Lexeme | null = null;
  eachWord(title, (start, end) => {
    const lexeme = analyse(title, start, end)?.lexeme;
    if (!lexeme) return;
    if (before) tally.note(lexemeOf(pairText(before.text, lexeme.text)), Place.title);
    before = lexeme;
  });
}
