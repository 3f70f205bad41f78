import type { Item, Section, SectionRole } from "#minutes/model.ts";
import { type Analysed, analyse } from "./analyse.ts";
import { caseKey, caseKeys } from "./case-key.ts";
import { pairKey, Place, sequenceHex, termKey } from "./term-key.ts";
import { eachWord } from "./words.ts";

/** What the index holds of one item, as text that PostgreSQL reads. */
export type SearchRow = {
  /** Keys with commas between them: of each lexeme one, with the best place it stands in. */
  terms: string;
  /** The words in their order, for phrases: hexadecimal. */
  sequence: string;
  /** Bit n is set when the item has a section of `sectionRoles[n]`. */
  sections: number;
  /** Words as written, for mending spelling mistakes. */
  words: string[];
};

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

/** What an item says as often as this is what it is about. */
const OFTEN = 3;
const BREAK = 0;

/** Turns an item as read into its row of the index. Pure: the same item gives the same row. */
export function searchRow(item: Item): SearchRow {
  const found = new Map<number, { place: number; times: number }>();
  const words = new Set<string>();
  const codes: number[] = [];
  let sections = 0;

  const note = (key: number, place: number) => {
    const known = found.get(key);
    if (known === undefined) found.set(key, { place, times: 1 });
    else {
      known.times++;
      if (place > known.place) known.place = place;
    }
  };
  const visit = (analysed: Analysed, place: number) => {
    note(analysed.lexeme.key, place);
    for (const part of analysed.parts) note(part.key, place - 1);
    codes.push(analysed.lexeme.code);
    if (isMendable(analysed.word)) words.add(analysed.word);
  };
  const add = (text: string, place: number) => {
    eachWord(text, (written) => {
      const analysed = analyse(written);
      if (analysed) visit(analysed, place);
    });
    codes.push(BREAK);
    for (const { key } of caseKeys(text)) note(termKey(key), Place.word);
  };
  const addSection = (section: Section) => {
    sections |= 1 << sectionRoles.indexOf(section.role);
    add(section.heading, Place.topic);
    add(section.text, PLACES[section.role] ?? Place.word);
    for (const part of section.sections) addSection(part);
  };

  add(item.title, Place.title);
  addPairs(item.title, note);
  for (const section of item.sections) addSection(section);
  // Where they stand in no section of their own, they stand nowhere else.
  if (!has(sections, "decision")) for (const { text } of item.decisions) add(text, Place.decision);
  if (!has(sections, "attachments")) for (const name of item.attachments) add(name, Place.topic);
  if (item.caseNumber) note(termKey(caseKey(item.caseNumber)), Place.title);

  let terms = "";
  for (const [key, { place, times }] of found) {
    const lifted = times >= OFTEN && place < Place.topicPart ? place + Place.topicPart : place;
    terms += `${terms === "" ? "" : ","}${key + lifted}`;
  }
  return { terms, sequence: sequenceHex(codes), sections, words: [...words] };
}

const PLACES: Partial<Record<SectionRole, number>> = { decision: Place.decision, attachments: Place.topic };

function has(sections: number, role: SectionRole): boolean {
  return (sections & (1 << sectionRoles.indexOf(role))) !== 0;
}

function addPairs(title: string, note: (key: number, place: number) => void): void {
  let before: Analysed | null = null;
  eachWord(title, (written) => {
    const analysed = analyse(written);
    if (!analysed) return;
    if (before) note(pairKey(before.lexeme.text, analysed.lexeme.text), Place.title);
    before = analysed;
  });
}

/** Short words have too many neighbours, and numbers no right spelling. */
function isMendable(word: string): boolean {
  return word.length >= 4 && word.length <= 40 && !/\d/.test(word);
}
