import { readBodyDate } from "./body-date.ts";
import { readBody } from "./bodies.ts";
import { looksLikeStoppedTitle, looksLikeTitle, type Candidate } from "./candidates.ts";
import { isCaseMetadata, parseCaseNumber, splitCaseNumber } from "./case-numbers.ts";
import { isHeaderLabel } from "./header-labels.ts";
import type { Heading } from "./headings.ts";
import { nextLine, titleOf, type Document } from "./item-lines.ts";
import type { Line } from "./lines.ts";
import type { TocEntry } from "./model.ts";
import { readTitle, titleKey } from "./titles.ts";

/**
 * Leaves out lists of the items that are not under a heading for contents: the same number and title come again, and
 * other numbers stand between. Above the items it is the first printing that goes, below them the second. Number and
 * title again just below the heading of the decision ("Dagsordenspunkt 3: …") are no item either.
 */
export function withoutLists(candidates: Candidate[], headings: (Heading | null)[]): Candidate[] {
  const saidOfDecision = ({ index, headingLine, keyword }: Candidate): boolean =>
    keyword && headings[headingLine]?.role === "decision" && index - headingLine < 3;
  const keys = candidates.map((candidate) =>
    candidate.title.length > 3 ? `${candidate.number} ${titleKey(readTitle(candidate.title).title).slice(0, 40)}` : "",
  );
  const first = new Map<string, number>();
  const lists = new Set<number>();
  for (const [at, key] of keys.entries()) {
    const earlier = key === "" ? undefined : first.get(key);
    if (earlier === undefined) first.set(key, at);
    else if (saidOfDecision(candidates[at] as Candidate)) lists.add(at);
    else if (candidates.slice(earlier, at).some((other) => other.number !== (candidates[at] as Candidate).number)) {
      const listedFirst = !hasTextBelow(candidates, earlier);
      if (listedFirst || !hasTextBelow(candidates, at)) lists.add(listedFirst ? earlier : at);
      if (listedFirst) first.set(key, at);
    }
  }
  return candidates.filter((_, at) => !lists.has(at));
}

/** Whether headings stand between a candidate and the next one with another number. */
function hasTextBelow(candidates: Candidate[], at: number): boolean {
  const here = candidates[at] as Candidate;
  const next = candidates.slice(at + 1, at + 30).find((other) => other.number !== here.number);
  return next !== undefined && next.headingsAbove > here.headingsAbove;
}

/** "Punkt 41: …" lines. Decision parts look alike ("Pkt. 1: Godkendt."), so numbers must mostly rise. */
export function pickKeyword(candidates: Candidate[], document: Document): Candidate[] {
  const picked: Candidate[] = [];
  let falls = 0;
  for (const candidate of candidates) {
    if (!candidate.keyword) continue;
    const title = titleOf(candidate, document.lines);
    if (title === "" || !looksLikeTitle(title)) continue;
    const last = picked.at(-1);
    if (last?.number === candidate.number) continue;
    if (last && candidate.number < last.number) falls++;
    picked.push(candidate);
  }
  return falls * 3 > picked.length ? [] : picked;
}

/** Bare numbers, told from the numbered lists inside items by what follows, what went before, and the contents. */
export function pickNumbered(candidates: Candidate[], document: Document, titles: Set<string>): Candidate[] {
  const strong = candidates.map((candidate) => strength(candidate, document, titles));
  const anyStrong = strong.some((value) => value > 1);
  if (!anyStrong && document.headings.filter((heading) => heading !== null && heading.role !== "other").length > 2)
    return [];
  const picked: Candidate[] = [];
  let list: { last: number; headings: number; index: number } | null = null;
  for (const [at, candidate] of candidates.entries()) {
    const value = strong[at] as number;
    const last = picked.at(-1);
    const continuesList: boolean =
      list !== null && candidate.number === list.last + 1 && candidate.headingsAbove === list.headings;
    const role =
      candidate.headingLine > (last?.index ?? -1)
        ? ((document.headings[candidate.headingLine] as Heading).role as string)
        : null;
    if (last && candidate.number === last.number && candidate.headingsAbove === last.headingsAbove && value > 0)
      continue;
    if (isNextItem(candidate, last, value, anyStrong, continuesList, role, document)) {
      picked.push(candidate);
      list = null;
      continue;
    }
    list =
      candidate.number === 1 || continuesList || list === null
        ? { last: candidate.number, headings: candidate.headingsAbove, index: candidate.index }
        : list;
  }
  return picked;
}

function isNextItem(
  candidate: Candidate,
  last: Candidate | undefined,
  value: number,
  anyStrong: boolean,
  continuesList: boolean,
  role: string | null,
  document: Document,
): boolean {
  if (value === 0) return false;
  const inContents = value >= 4;
  if (last === undefined)
    return (
      (role === null || role === "other" || value > 2) &&
      (anyStrong ? value > 1 || (candidate.number === 1 && USUAL.test(candidate.title)) : candidate.number < 3)
    );
  const step = candidate.number - last.number;
  if (inContents) return step !== 0;
  if (role === "recommendation" && continuesList) return false;
  if (continuesList && value < 3 && !(step === 1 && value > 1 && endsItem(candidate, last, role, document)))
    return false;
  if (step < 1) return value === 3 && step < 0 && (document.lines[candidate.index] as Line).level > 0;
  if (value > 1)
    return (
      step < 30 &&
      !(continuesList && role !== "decision" && step !== 1) &&
      !(role === "recommendation" && step > 1 && candidate.number < 12)
    );
  return step === 1 && !continuesList && (!anyStrong || role !== "recommendation");
}

/** Whether an item may end above a line that could also go on with a list: its decision or attachments have been read. */
function endsItem(candidate: Candidate, last: Candidate, role: string | null, { lines, headings }: Document): boolean {
  if (role === "decision" || role === "attachments") return true;
  const below = nextLine(candidate.index, lines, 1);
  const next = below === null ? null : headings[below];
  if (!next) return false;
  for (let index = last.index; index < candidate.index; index++) if (headings[index]?.role === "decision") return true;
  return false;
}

/**
 * How much a numbered line looks like the first line of an item: 0 not at all, 1 by its words alone, 2 by what follows
 * (a heading, a case number, the next item), 3 by its own heading mark, 4 by standing in the contents.
 */
function strength(candidate: Candidate, document: Document, titles: Set<string>): number {
  const { lines, headings } = document;
  const title = titleOf(candidate, lines);
  if (!looksLikeTitle(title) && !(looksLikeStoppedTitle(title) && document.entries.length === 0)) return 0;
  if (candidate.title === "" && !candidate.keyword) {
    const next = nextLine(candidate.index, lines, 1) ?? -1;
    if (
      headings[next] ||
      (document.byLine.get(next)?.title ?? "") !== "" ||
      isHeaderLabel(title) ||
      readBody(title)?.end === title.length ||
      /^møde i /i.test(title)
    )
      return 0;
  }
  const line = lines[candidate.index] as Line;
  if (splitCaseNumber(title).caseNumber !== null) return 3;
  if (titles.size > 0 && isContentsTitle(title, candidate, titles, document.entries)) return 4;
  if (line.level > 0 || line.bold) return 3;
  const below = nextLine(candidate.index, lines, candidate.title === "" ? 2 : 1);
  if (below === null) return candidate.closed === null && !/lukket/i.test(title) ? 1 : 2;
  const label = (lines[below] as Line).label;
  if (headings[below] || isCaseMetadata(label) || parseCaseNumber(label) !== null || readBodyDate(label)) return 2;
  if (titleKey(label) === titleKey(title) || /lukket/i.test(title.slice(0, 8)) || candidate.closed !== null) return 2;
  if (document.byLine.get(below)?.number === candidate.number + 1 && document.byLine.get(below)?.title !== "") return 2;
  const further = nextLine(below, lines, 1);
  if (
    further !== null &&
    label.length < 200 &&
    (isCaseMetadata((lines[further] as Line).label) ||
      headings[further]?.role === "summary" ||
      headings[further]?.role === "decision") &&
    !/[.:]$/.test(label)
  )
    return 2;
  return 1;
}

/** Titles that nearly every agenda has. */
const USUAL =
  /^(?:meddelelser|eventuelt|godkendelse af (?:dagsorden|referat|protokol)(?:en)?|underskriftsark|underskrift)\.?$/i;

function isContentsTitle(title: string, candidate: Candidate, titles: Set<string>, entries: TocEntry[]): boolean {
  const key = titleKey(readTitle(title).title);
  return (
    titles.has(key) ||
    entries.some((entry) => entry.number === String(candidate.number) && sharePrefix(titleKey(entry.title), key))
  );
}

/** Whether one begins the other, or both agree for a good part: contents cut their titles. */
function sharePrefix(left: string, right: string): boolean {
  const length = Math.min(left.length, right.length, 40);
  return length > 3 && left.slice(0, length) === right.slice(0, length);
}
