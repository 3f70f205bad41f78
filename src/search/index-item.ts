import type { Item, Section, SectionRole } from "#minutes/model.ts";
import { analyse } from "./analyse.ts";
import { caseKey, caseKeys } from "./case-key.ts";
import { eachWord } from "./words.ts";

/**
 * What the index holds of one item: lexemes as PostgreSQL's tsvector is written. A word's own stem stands as it is, a part
 * of a compound with "+" before it ("klagestatistik" gives "klagestatistik", "+klag" and "+statistik"), a case number
 * with "#".
 */
export type SearchRow = {
  title: string;
  decision: string;
  /** Of headings, and what the item says three times or more: what it is about. */
  topic: string;
  /** Everything, with positions, so that phrases are found. */
  words: string;
  /** Bit n is set when the item has a section of `sectionRoles[n]`. */
  sections: number;
  /** Lexeme and the word as written, for mending spelling mistakes. */
  vocabulary: [lexeme: string, word: string][];
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

/** PostgreSQL keeps no more positions of one lexeme, and none beyond this. */
const MOST_POSITIONS = 255;
const LAST_POSITION = 16_383;
const OFTEN = 3;

/** Turns an item as read into its row of the index. Pure: the same item gives the same row. */
export function searchRow(item: Item): SearchRow {
  const index = new Map<string, number[]>();
  const vocabulary = new Map<string, string>();
  const title = new Set<string>();
  const decision = new Set<string>();
  const topic = new Set<string>();
  let sections = 0;
  let position = 0;

  const add = (text: string, field?: Set<string>) => {
    position += 2;
    eachWord(text, (word) => {
      position++;
      const analysed = analyse(word);
      if (!analysed) return;
      const { lexeme, parts } = analysed;
      note(index, lexeme, position);
      if (field) field.add(lexeme);
      if (word.length > 3 && !vocabulary.has(lexeme)) vocabulary.set(lexeme, word);
      for (const part of parts) {
        note(index, part, 0);
        if (field) field.add(part);
      }
    });
    for (const { key } of caseKeys(text)) note(index, key, 0);
  };
  const addSection = (section: Section) => {
    sections |= 1 << sectionRoles.indexOf(section.role);
    add(section.heading, topic);
    add(section.text);
    for (const part of section.sections) addSection(part);
  };

  add(item.title, title);
  for (const { text } of item.decisions) add(text, decision);
  for (const name of item.attachments) add(name, topic);
  if (item.caseNumber) note(index, caseKey(item.caseNumber), 0);
  for (const section of item.sections) addSection(section);
  for (const [lexeme, positions] of index) if (positions.length >= OFTEN) topic.add(lexeme);

  return {
    title: vector(title),
    decision: vector(decision),
    topic: vector(topic),
    words: positionedVector(index),
    sections,
    vocabulary: [...vocabulary],
  };
}

/** `place` 0 counts an occurrence that has no place of its own in a phrase. */
function note(index: Map<string, number[]>, lexeme: string, place: number): void {
  const positions = index.get(lexeme);
  if (!positions) index.set(lexeme, [place]);
  else if (positions.length < MOST_POSITIONS) positions.push(place);
}

/** Lexemes are letters, digits, "+", "#" and "-": nothing in them needs escaping. */
function vector(lexemes: Set<string>): string {
  return lexemes.size === 0 ? "" : `'${[...lexemes].join("' '")}'`;
}

function positionedVector(index: Map<string, number[]>): string {
  let vector = "";
  for (const [lexeme, positions] of index) {
    vector += ` '${lexeme}'`;
    if (positions[0] === 0 || (positions[0] ?? 0) > LAST_POSITION) continue;
    const places =
      (positions.at(-1) ?? 0) > LAST_POSITION ? positions.filter((place) => place <= LAST_POSITION) : positions;
    vector += `:${places.join(",")}`;
  }
  return vector;
}
