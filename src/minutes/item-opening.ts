import { looksLikeTitle, type Candidate } from "./candidates.ts";
import { isCaseMetadata, isOnlyCaseNumber, parseCaseNumber } from "./case-numbers.ts";
import type { Heading } from "./headings.ts";
import { lineAbove, nextLine, titleBelowMetadata, type Document, type ItemStart } from "./item-lines.ts";
import type { Line } from "./lines.ts";
import { joinTitle, readTitle } from "./titles.ts";

/** What all numbered items of a document have in common: the title above the number, the case number above both. */
export type Habits = { titleAbove: boolean; caseAbove: boolean };

export function habitsOf(picked: Candidate[], document: Document): Habits {
  const bare = picked.filter((candidate) => candidate.keyword && isWithoutTitle(candidate.title));
  const above = bare.filter(
    (candidate) => opensSection(candidate, document) && titleAbove(candidate, document) !== null,
  );
  return {
    titleAbove: bare.length > 0 && above.length > bare.length / 2,
    caseAbove: picked.length > 0 && caseNumberAbove((picked[0] as Candidate).index, document, true) !== null,
  };
}

/** "Sag nr. 44" and "Sag nr. 44 (BE 3/2011)" leave the title to the line above or below. */
function isWithoutTitle(title: string): boolean {
  return title === "" || /^\([^()]*\)$/.test(title);
}

function opensSection(candidate: Candidate, { lines, headings }: Document): boolean {
  const below = nextLine(candidate.index, lines, 1);
  return (
    below === null ||
    headings[below] !== null ||
    isCaseMetadata((lines[below] as Line).label) ||
    parseCaseNumber((lines[below] as Line).label) !== null
  );
}

function titleAbove(candidate: Candidate, { lines, headings, from }: Document): number | null {
  const above = lineAbove(candidate.index, lines);
  return above !== null && above >= from && looksLikeTitle((lines[above] as Line).label) && !headings[above]
    ? above
    : null;
}

/** A line with only the case number above the item; one with a label counts when the first item has it, too. */
function caseNumberAbove(index: number, { lines, from }: Document, labelled: boolean): number | null {
  const above = lineAbove(index, lines);
  if (above === null || above < from) return null;
  const { label } = lines[above] as Line;
  const caseNumber = parseCaseNumber(label);
  if (
    caseNumber === null ||
    (caseNumber === label ? /^\d\d-\d{4,}/.test(label) : !labelled || !isOnlyCaseNumber(label, caseNumber))
  )
    return null;
  return above;
}

/** Where an item begins whose number has been found, and what its title is. */
export function numberedStart(candidate: Candidate, document: Document, habits: Habits): ItemStart {
  const { lines, headings } = document;
  const closedAbove = closedMarkAbove(candidate.index, lines);
  let body = candidate.index + 1;
  let text = candidate.title;
  let line = candidate.index;
  let closedHere = false;
  if (/^\(?(?:lukket|åbent?)\)?$/i.test(text)) {
    closedHere = /lukket/i.test(text);
    text = "";
  } else if (candidate.keyword && habits.titleAbove && isWithoutTitle(text)) {
    if (text !== "") body = candidate.index;
    text = "";
  } else if (candidate.keyword && isWithoutTitle(text) && text !== "") {
    const title = nextLine(candidate.index, lines, 1);
    if (title !== null && !headings[title])
      return { ...readTitle((lines[title] as Line).label), line, body: line, number: candidate.printed, again: title };
  }
  const deep = text === "" && candidate.keyword ? titleBelowMetadata(candidate.index, lines) : null;
  if (deep !== null)
    return { ...readTitle((lines[deep] as Line).label), line, body, number: candidate.printed, again: deep };
  if (text === "") {
    const below = nextLine(candidate.index, lines, 1);
    const above = candidate.keyword ? titleAbove(candidate, document) : null;
    const opens = opensSection(candidate, document);
    if (above !== null && (opens || habits.titleAbove)) {
      line = above;
      text = (lines[above] as Line).label;
    } else if (below !== null && !opens) {
      text = (lines[below] as Line).label;
      body = below + 1;
    }
  }
  for (; body < lines.length && continuesTitle(text, lines[body] as Line, headings[body] ?? null); body++)
    text = joinTitle(text, (lines[body] as Line).label);
  const { title, closed } = readTitle(text);
  const start = closedAbove ?? caseNumberAbove(line, document, habits.caseAbove) ?? line;
  return {
    line: start,
    body,
    number: candidate.printed,
    title,
    closed:
      candidate.closed ??
      (closedHere || closed || (closedAbove !== null && /^lukket/i.test((lines[closedAbove] as Line).label))),
  };
}

/** "Åbent punkt" and "Lukket punkt" may stand on a line of their own above the number. */
function closedMarkAbove(index: number, lines: Line[]): number | null {
  const above = lineAbove(index, lines);
  return above !== null && /^(?:åbent?|lukket)\s+(?:punkt|sag)$/i.test((lines[above] as Line).label) ? above : null;
}

/** A title that wraps goes on in small letters or figures, or was broken after a word that cannot end it. */
function continuesTitle(title: string, line: Line, heading: Heading | null): boolean {
  const label = line.label;
  if (label === "" || line.rule || line.bullet || line.level > 0 || heading || label.length > 140 || title.length > 260)
    return false;
  if (isCaseMetadata(label) || parseCaseNumber(label) !== null) return false;
  const first = label[0] as string;
  if (
    /(?:[-–,/&]|\b(?:og|i|af|for|til|om|med|ved|den|det|fra|mellem|samt|vedr\.|vedrørende|pr\.|et|en|at)| på)$/.test(
      title,
    )
  )
    return true;
  return (
    title.length > 40 &&
    !/[.:]$/.test(label) &&
    /[a-zæøå0-9(]/.test(first) &&
    (first !== first.toUpperCase() || /\d/.test(first) || first === "(")
  );
}
