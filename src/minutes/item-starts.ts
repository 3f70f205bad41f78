import { looksLikeStoppedTitle, looksLikeTitle, type Candidate } from "./candidates.ts";
import { isCaseMetadata, parseCaseNumber } from "./case-numbers.ts";
import { readBody } from "./bodies.ts";
import { parseDanishDate } from "./dates.ts";
import { readGroup } from "./groups.ts";
import { isHeaderLabel, readLabel } from "./header-labels.ts";
import { isPageChrome } from "./page-chrome.ts";
import type { Heading } from "./headings.ts";
import type { Line } from "./lines.ts";
import type { TocEntry } from "./model.ts";
import { readTitle, titleKey } from "./titles.ts";

/** Where an item begins. `body` is the line after its number and title. */
export type ItemStart = {
  line: number;
  body: number;
  number: string | null;
  title: string;
  closed: boolean;
  /** A line inside the item that says number and title again. */
  again?: number;
};

type Scan = { lines: Line[]; headings: (Heading | null)[]; candidates: Candidate[]; entries: TocEntry[]; from: number };
type Document = Scan & { byLine: Map<number, Candidate> };

/**
 * Finds where the items begin. Documents number their items by a word ("Punkt 41:"), by a bare number ("41."), or not
 * at all; in the last case an item begins where a title from the contents stands, or where the same first heading or
 * case number comes again.
 */
export function findItemStarts(scan: Scan): ItemStart[] {
  const document = { ...scan, byLine: new Map(scan.candidates.map((candidate) => [candidate.index, candidate])) };
  const titles = new Set(document.entries.map((entry) => titleKey(entry.title)));
  const numbered = withoutLists(document.candidates.filter((candidate) => candidate.index >= document.from));
  const keyword = pickKeyword(numbered, document);
  const bare = keyword.length > 1 ? [] : pickNumbered(numbered.filter((candidate) => !candidate.keyword), document, titles);
  const picked = keyword.length > 1 || (keyword.length === 1 && bare.length < 2) ? keyword : bare;
  const only = picked.length === 1 ? (picked[0] as Candidate) : null;
  if (only && only.headingsAbove > 0) return startsByHeading(document).map((start) => ({ ...start, number: start.number ?? only.printed, again: only.index }));
  if (picked.length > 1 || (picked.length === 1 && (picked[0] as Candidate).index < document.from + 60)) return picked.map((candidate) => numberedStart(candidate, document));
  const byTitle = titles.size > 1 ? startsByTitle(document, titles) : [];
  if (byTitle.length > 1) return byTitle;
  const byMark = startsByMark(document);
  if (byMark.length > 1) return byMark;
  const byCase = startsByCaseNumber(document);
  if (byCase.length > 1) return byCase;
  const byHeading = startsByHeading(document);
  return byHeading.length > 0 ? byHeading : picked.map((candidate) => numberedStart(candidate, document));
}

/**
 * Leaves out lists of the items that are not under a heading for contents: the same number and title come again, and
 * other numbers stand between. Above the items it is the first printing that goes, below them the second.
 */
function withoutLists(candidates: Candidate[]): Candidate[] {
  const keys = candidates.map((candidate) => (candidate.title.length > 3 ? `${candidate.number} ${titleKey(readTitle(candidate.title).title).slice(0, 40)}` : ""));
  const first = new Map<string, number>();
  const lists = new Set<number>();
  for (const [at, key] of keys.entries()) {
    const earlier = key === "" ? undefined : first.get(key);
    if (earlier === undefined) first.set(key, at);
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
function pickKeyword(candidates: Candidate[], document: Document): Candidate[] {
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
function pickNumbered(candidates: Candidate[], document: Document, titles: Set<string>): Candidate[] {
  const strong = candidates.map((candidate) => strength(candidate, document, titles));
  const anyStrong = strong.some((value) => value > 1);
  if (!anyStrong && document.headings.filter((heading) => heading !== null && heading.role !== "other").length > 2) return [];
  const picked: Candidate[] = [];
  let list: { last: number; headings: number; index: number } | null = null;
  for (const [at, candidate] of candidates.entries()) {
    const value = strong[at] as number;
    const last = picked.at(-1);
    const continuesList: boolean = list !== null && candidate.number === list.last + 1 && candidate.headingsAbove === list.headings;
    const role = candidate.headingLine > (last?.index ?? -1) ? ((document.headings[candidate.headingLine] as Heading).role as string) : null;
    if (last && candidate.number === last.number && candidate.headingsAbove === last.headingsAbove && value > 0) continue;
    if (isNextItem(candidate, last, value, anyStrong, continuesList, role, document)) {
      picked.push(candidate);
      list = null;
      continue;
    }
    list = candidate.number === 1 || continuesList || list === null ? { last: candidate.number, headings: candidate.headingsAbove, index: candidate.index } : list;
  }
  return picked;
}

function isNextItem(candidate: Candidate, last: Candidate | undefined, value: number, anyStrong: boolean, continuesList: boolean, role: string | null, document: Document): boolean {
  if (value === 0) return false;
  const inContents = value >= 4;
  if (last === undefined) return (role === null || role === "other" || value > 2) && (anyStrong ? value > 1 : candidate.number < 3);
  const step = candidate.number - last.number;
  if (inContents) return step !== 0;
  if (role === "recommendation" && continuesList) return false;
  if (continuesList && value < 3 && !(step === 1 && value > 1 && endsItem(candidate, last, role, document))) return false;
  if (step < 1) return value === 3 && step < 0 && (document.lines[candidate.index] as Line).level > 0;
  if (value > 1) return step < 30 && !(continuesList && role !== "decision" && step !== 1) && !(role === "recommendation" && step > 1 && candidate.number < 12);
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
    if (headings[next] || (document.byLine.get(next)?.title ?? "") !== "" || isHeaderLabel(title) || readBody(title)?.end === title.length || /^møde i /i.test(title)) return 0;
  }
  const line = lines[candidate.index] as Line;
  if (titles.size > 0 && isContentsTitle(title, candidate, titles, document.entries)) return 4;
  if (line.level > 0 || line.bold) return 3;
  const below = nextLine(candidate.index, lines, candidate.title === "" ? 2 : 1);
  if (below === null) return candidate.closed === null && !/lukket/i.test(title) ? 1 : 2;
  const label = (lines[below] as Line).label;
  if (headings[below] || isCaseMetadata(label) || parseCaseNumber(label) !== null) return 2;
  if (titleKey(label) === titleKey(title) || /lukket/i.test(title.slice(0, 8)) || candidate.closed !== null) return 2;
  if (document.byLine.get(below)?.number === candidate.number + 1 && document.byLine.get(below)?.title !== "") return 2;
  const further = nextLine(below, lines, 1);
  if (further !== null && label.length < 200 && (isCaseMetadata((lines[further] as Line).label) || headings[further]?.role === "summary" || headings[further]?.role === "decision") && !/[.:]$/.test(label)) return 2;
  return 1;
}

function isContentsTitle(title: string, candidate: Candidate, titles: Set<string>, entries: TocEntry[]): boolean {
  const key = titleKey(readTitle(title).title);
  return titles.has(key) || entries.some((entry) => entry.number === String(candidate.number) && sharePrefix(titleKey(entry.title), key));
}

/** Whether one begins the other, or both agree for a good part: contents cut their titles. */
function sharePrefix(left: string, right: string): boolean {
  const length = Math.min(left.length, right.length, 40);
  return length > 3 && left.slice(0, length) === right.slice(0, length);
}

/** The title on the line, or on the next when the number stands alone; or above "Sag nr. 129" when a heading follows. */
function titleOf(candidate: Candidate, lines: Line[]): string {
  if (candidate.title !== "") return candidate.title;
  const below = nextLine(candidate.index, lines, 1);
  if (below === null) return "";
  const deep = candidate.keyword ? titleBelowMetadata(candidate.index, lines) : null;
  return (lines[deep ?? below] as Line).label;
}

/** Below "Punkt: 2" some print a form ("Acadre sagsnr.: …", "Mødedato: …") before the title. */
function titleBelowMetadata(index: number, lines: Line[]): number | null {
  let labels = 0;
  for (let at = index + 1; at < lines.length && at < index + 16; at++) {
    const { label } = lines[at] as Line;
    if (label === "") continue;
    if (isCaseMetadata(label) || /^[A-ZÆØÅ][^:]{2,30}: ?\S/.test(label)) labels++;
    else return labels > 2 && looksLikeTitle(label) ? at : null;
  }
  return null;
}

function nextLine(index: number, lines: Line[], nth: number): number | null {
  let left = nth;
  for (let at = index + 1; at < lines.length; at++) {
    const line = lines[at] as Line;
    if ((line.label !== "" || line.bullet) && !line.rule && --left === 0) return at;
  }
  return null;
}

function lineAbove(index: number, lines: Line[]): number | null {
  for (let at = index - 1; at >= 0; at--) if ((lines[at] as Line).label !== "") return at;
  return null;
}

function numberedStart(candidate: Candidate, document: Document): ItemStart {
  const { lines, headings } = document;
  const closedAbove = closedMarkAbove(candidate.index, lines);
  let body = candidate.index + 1;
  let text = candidate.title;
  let line = candidate.index;
  let closedHere = false;
  if (/^\(?(?:lukket|åbent?)\)?$/i.test(text)) {
    closedHere = /lukket/i.test(text);
    text = "";
  } else if (candidate.keyword && /^\([^()]*\)$/.test(text)) {
    const title = nextLine(candidate.index, lines, 1);
    if (title !== null && !headings[title]) return { ...readTitle((lines[title] as Line).label), line, body: line, number: candidate.printed, again: title };
  }
  const deep = text === "" && candidate.keyword ? titleBelowMetadata(candidate.index, lines) : null;
  if (deep !== null) return { ...readTitle((lines[deep] as Line).label), line, body, number: candidate.printed, again: deep };
  if (text === "") {
    const below = nextLine(candidate.index, lines, 1);
    const above = lineAbove(candidate.index, lines);
    const opensSection = below === null || headings[below] !== null || isCaseMetadata((lines[below] as Line).label) || parseCaseNumber((lines[below] as Line).label) !== null;
    if (candidate.keyword && above !== null && above >= document.from && opensSection && looksLikeTitle((lines[above] as Line).label) && !headings[above]) {
      line = above;
      text = (lines[above] as Line).label;
    } else if (below !== null && !opensSection) {
      text = (lines[below] as Line).label;
      body = below + 1;
    }
  }
  for (; body < lines.length && continuesTitle(text, lines[body] as Line, headings[body] ?? null); body++) text = `${text.replace(/-$/, "")}${text.endsWith("-") && !/ -$/.test(text) ? "" : " "}${(lines[body] as Line).label}`;
  const { title, closed } = readTitle(text);
  const caseAbove = lineAbove(line, lines);
  const isCase = caseAbove !== null && caseAbove >= document.from && parseCaseNumber((lines[caseAbove] as Line).label) === (lines[caseAbove] as Line).label && !/^\d\d-\d{4,}/.test((lines[caseAbove] as Line).label);
  const start = closedAbove ?? (isCase ? (caseAbove as number) : line);
  return { line: start, body, number: candidate.printed, title, closed: candidate.closed ?? (closedHere || closed || (closedAbove !== null && /^lukket/i.test((lines[closedAbove] as Line).label))) };
}

/** "Åbent punkt" and "Lukket punkt" may stand on a line of their own above the number. */
function closedMarkAbove(index: number, lines: Line[]): number | null {
  const above = lineAbove(index, lines);
  return above !== null && /^(?:åbent?|lukket)\s+(?:punkt|sag)$/i.test((lines[above] as Line).label) ? above : null;
}

/** A title that wraps goes on in small letters or figures, or was broken after a word that cannot end it. */
export function continuesTitle(title: string, line: Line, heading: Heading | null): boolean {
  const label = line.label;
  if (label === "" || line.rule || line.bullet || line.level > 0 || heading || label.length > 140 || title.length > 260) return false;
  if (isCaseMetadata(label) || parseCaseNumber(label) !== null) return false;
  const first = label[0] as string;
  if (/(?:[-–,/&]|\b(?:og|i|af|for|til|om|med|ved|den|det|fra|mellem|samt|vedr\.|vedrørende|pr\.|et|en|at)| på)$/.test(title)) return true;
  return title.length > 40 && !/[.:]$/.test(label) && /[a-zæøå0-9(]/.test(first) && (first !== first.toUpperCase() || /\d/.test(first) || first === "(");
}

/** Items without numbers whose titles stand in the contents. */
function startsByTitle({ lines, from }: Document, titles: Set<string>): ItemStart[] {
  const starts: ItemStart[] = [];
  for (let index = from; index < lines.length; index++) {
    const label = (lines[index] as Line).label;
    if (label.length < 4 || label.length > 300) continue;
    const { title, closed } = readTitle(label);
    if (!titles.has(titleKey(title)) || titleKey(starts.at(-1)?.title ?? "") === titleKey(title)) continue;
    starts.push({ line: index, body: index + 1, number: null, title, closed });
  }
  return starts;
}

/** Items that show themselves only by "Åben" or "Lukket" on a line of its own. */
function startsByMark({ lines, from }: Document): ItemStart[] {
  const starts: ItemStart[] = [];
  for (let index = from; index < lines.length; index++) {
    const { label } = lines[index] as Line;
    if (label.length < 16 && /^(?:åbent?|lukket)(?: (?:punkt|sag))?$/i.test(label)) starts.push({ line: index, body: index + 1, number: null, title: "", closed: /^l/i.test(label) });
  }
  return starts;
}

/** Items that show themselves only by "Sagsid.: 20/00000", perhaps with a title on the line above. */
function startsByCaseNumber({ lines, headings, from }: Document): ItemStart[] {
  const found: number[] = [];
  for (let index = from; index < lines.length; index++) {
    const label = (lines[index] as Line).label;
    if (label.length < 200 && /^(?:udskriv\s*)?(?:sags?(?:id|nr|nummer)|j\. ?nr)/i.test(label) && isCaseMetadata(label)) found.push(index);
  }
  const above = found.map((index) => lineAbove(index, lines));
  const hasTitle = (line: number | null): line is number => line !== null && line >= from && !headings[line] && looksLikeTitle((lines[line] as Line).label) && !/^udskriv/i.test((lines[line] as Line).label) && (lines[line] as Line).label.length < 200 && /[a-zæøå]{3} /.test((lines[line] as Line).label);
  const titled = found.length > 1 && above.filter(hasTitle).length > found.length * 0.75;
  const below = found.map((index) => nextLine(index, lines, 1));
  const titledBelow = !titled && found.length > 1 && below.filter((line) => hasTitle(line) && !isHeaderLabel((lines[line] as Line).label)).length > found.length * 0.75;
  return found.map((index, at) => {
    const line = above[at] ?? null;
    const next = below[at] ?? null;
    if (titledBelow && hasTitle(next)) return { ...readTitle((lines[next] as Line).label), line: index, body: index, number: null, again: next };
    if (titled && hasTitle(line)) return { ...readTitle((lines[line] as Line).label), line, body: index, number: null };
    const print = line !== null && line >= from && /^(?:udskriv|-)$/i.test((lines[line] as Line).label) ? line : index;
    return { line: print, body: print === index ? index : print + 1, number: null, title: "", closed: false };
  });
}

/** Items that show themselves only by the first heading coming again once a decision or attachments have been read. */
function startsByHeading({ lines, headings, from }: Document): ItemStart[] {
  const found: number[] = [];
  let seen = new Set<string>();
  let last = "";
  for (let index = from; index < headings.length; index++) {
    const heading = headings[index];
    if (!heading || (heading.role === "other" && found.length === 0)) continue;
    const name = heading.heading.toLowerCase();
    if (found.length === 0 || opensAgain(heading, name, last, seen)) {
      found.push(index);
      seen = new Set();
    }
    seen.add(name);
    seen.add(`role ${heading.role}`);
    last = name;
  }
  if (found.length === 1) return [untitledStart(found[0] as number, firstTitle(found[0] as number, lines, from), lines)];
  const above = found.map((index) => titleLineAbove(index, lines, headings, from));
  const titled = above.filter((line) => line !== null).length > found.length * 0.7;
  return found.map((index, at) => untitledStart(index, titled ? (above[at] ?? null) : null, lines));
}

function opensAgain(heading: Heading, name: string, last: string, seen: Set<string>): boolean {
  if (!seen.has("role decision") && !seen.has("role attachments")) return false;
  if (heading.role === "decision") return seen.has(name) && (name === last || !/\d/.test(name));
  return seen.has(name) ? OPENING.has(heading.role) : /resum/.test(name);
}

const OPENING = new Set(["summary", "presentation", "recommendation", "treatment"]);

/** The line above a first heading, when it stands alone and looks like a title. */
function titleLineAbove(index: number, lines: Line[], headings: (Heading | null)[], from: number): number | null {
  const above = lineAbove(index, lines);
  if (above === null || above < from || headings[above]) return null;
  const line = lines[above] as Line;
  const alone = above === 0 || (lines[above - 1] as Line).label === "" || line.level > 0;
  return alone && !line.bullet && looksLikeTitle(line.label) && line.label.length < 200 && /[a-zæøå]/.test(line.label) ? above : null;
}

/** The title of a document that is one item: its first line that can be one. */
function firstTitle(heading: number, lines: Line[], from: number): number | null {
  for (let index = from; index < heading; index++) {
    const { label } = lines[index] as Line;
    if (label.length < 8 || label.length > 200 || isPageChrome(label) || readLabel(label) || readGroup(label) || isCaseMetadata(label)) continue;
    if (looksLikeTitle(label) && label.includes(" ") && parseDanishDate(label) === null && readBody(label)?.end !== label.length && !/^(?:referat|dagsorden|søg|gå ikke glip|vi bruger cookies)\b/i.test(label)) return index;
  }
  return null;
}

function untitledStart(index: number, title: number | null, lines: Line[]): ItemStart {
  if (title === null) return { line: index, body: index, number: null, title: "", closed: false };
  const { label } = lines[title] as Line;
  const numbered = /^nr\.? ?(\d+)\s*[-–:]\s*(.+)$/i.exec(label);
  return { ...readTitle(numbered ? (numbered[2] as string) : label), line: title, body: title + 1, number: numbered ? (numbered[1] as string) : null };
}
