import type { Candidate } from "./candidates.ts";
import { looksLikeTitle } from "./candidates.ts";
import { isCaseMetadata, parseCaseNumber } from "./case-numbers.ts";
import { readGroup } from "./groups.ts";
import { isHeaderLabel } from "./header-labels.ts";
import type { Heading } from "./headings.ts";
import type { Line } from "./lines.ts";
import type { TocEntry } from "./model.ts";
import { joinTitle, readTitle, titleKey } from "./titles.ts";

/** The list of contents, and the lines it takes up: from its heading to the line after its last entry. */
export type Contents = { from: number; to: number; entries: TocEntry[] };

/** True for "Indholdsfortegnelse" and its like. */
export function isContentsHeading(label: string): boolean {
  return label.length > 4 && label.length < 60 && HEADING.test(label);
}

const HEADING =
  /^(?:indholdsfortegnelse|indhold$|dagsordenspunkter|punkter(?: på dagsordenen| på mødet| til dagsorden(?:en)?)?:?$|pkt\.? tekst|sagsoversigt|åben dagsorden(?: side)?$|dagsordenpunkter$|følgende sager behandles|sagsliste|oversigt over (?:sager|punkter)|punkt(?:er)? til behandling|dagsorden(?:\s*[-–].*)?:?$)/i;
const WITH_PAGE = /^(.*?)(?:\s*\.{2,}\s*|\s*…+\s*|\s*_{3,}\s*|\s*\t+\s*|\s{3,})(\d{1,4})$/s;
const LEADERS = /\s*(?:\.{3,}|…+)\s*$/;

type Draft = { number: string | null; text: string; page: number | null; closed: boolean; index: number };

/** Finds and reads the list of contents; null when the document has none. */
export function readContents(lines: Line[], headings: (Heading | null)[], candidates: Candidate[]): Contents | null {
  const limit = Math.min(lines.length, 400);
  for (let index = 0; index < limit; index++) {
    const label = (lines[index] as Line).label;
    if (label.length < 5 || label.length > 60 || !HEADING.test(label)) continue;
    const contents = collect(lines, headings, candidates, index);
    if (contents) return contents;
  }
  return null;
}

function collect(lines: Line[], headings: (Heading | null)[], candidates: Candidate[], from: number): Contents | null {
  const byLine = new Map(candidates.map((candidate) => [candidate.index, candidate]));
  const drafts: Draft[] = [];
  let pending: Draft | null = null;
  let closed = false;
  let paged = false;
  let blank = false;
  let index = from + 1;
  let stoppedByHeading = false;
  const finish = (): void => {
    if (pending) drafts.push(pending);
    pending = null;
  };
  for (; index < lines.length; index++) {
    const { label, rule, level } = lines[index] as Line;
    if (label === "" || rule) {
      blank ||= !rule;
      continue;
    }
    const candidate = byLine.get(index);
    const group = candidate ? null : readGroup(label);
    if (group || (HEADING.test(label) && !candidate) || /^[A-H]\. [A-ZÆØÅ]/.test(label)) {
      finish();
      closed = group?.closed ?? /lukke/i.test(label);
      continue;
    }
    if (
      /^\d{1,4}$/.test(label) &&
      pending &&
      (pending as Draft).text !== "" &&
      (pending as Draft).page === null &&
      !opensNumber(lines, index, pending, drafts) &&
      (paged || drafts.length < 2 || label !== drafts[0]?.number)
    ) {
      (pending as Draft).page = Number(label);
      paged = true;
      finish();
      continue;
    }
    const ends = WITH_PAGE.exec(label);
    const heading = headings[index];
    if (
      !ends &&
      ((heading && heading.role !== "other") || isHeaderLabel(label) || isCaseMetadata(label) || parseCaseNumber(label))
    ) {
      stoppedByHeading = true;
      break;
    }
    if (label.length > 260 && !ends) break;
    const first: Draft | undefined = drafts[0] ?? (pending as Draft | null) ?? undefined;
    if (
      candidate?.keyword &&
      (first === undefined ? level > 0 : first.number === null || Number(first.number) >= candidate.number)
    )
      break;
    if (
      first &&
      candidate &&
      String(candidate.number) === first.number &&
      (candidate.title === "" || samePrefix(candidate.title, first.text))
    )
      break;
    if (
      first &&
      !candidate &&
      !ends &&
      first.text.length > 4 &&
      titleKey(label) === titleKey(readTitle(first.text).title)
    )
      break;
    if (level > 0 && !candidate && !ends && !looksLikeTitle(label)) break;
    const text = ends ? (ends[1] as string) : label;
    if (candidate) {
      finish();
      const title = candidate.title === "" ? "" : (WITH_PAGE.exec(candidate.title)?.[1] ?? candidate.title);
      pending = {
        number: String(candidate.number),
        text: title,
        page: null,
        closed: candidate.closed ?? closed,
        index,
      };
    } else if (
      pending &&
      (pending as Draft).text.length < 600 &&
      ((pending as Draft).text === "" ||
        (!blank && (pending as Draft).number !== null) ||
        (paged && (pending as Draft).page === null))
    ) {
      const open: Draft = pending;
      open.text = joinTitle(open.text, text);
    } else if (ends || looksLikeTitle(label)) {
      if (drafts[0]?.number && !ends) break;
      finish();
      pending = { number: null, text, page: null, closed, index };
    } else break;
    blank = false;
    if (ends && pending) {
      (pending as Draft).page = Number(ends[2]);
      paged = true;
      finish();
    }
  }
  const unfinished: Draft | null = pending;
  finish();
  let to = index;
  if (stoppedByHeading && unfinished && unfinished.page === null && !recursLater(unfinished, candidates, index)) {
    drafts.pop();
    to = unfinished.index;
  }
  const numbered = drafts.findIndex((draft) => draft.number !== null);
  if (numbered > 0 && drafts.slice(0, numbered).every((draft) => draft.page === null)) drafts.splice(0, numbered);
  if (/^dagsorden/i.test((lines[from] as Line).label) && numbered < 0) return null;
  if (
    drafts.length === 0 ||
    (!paged && !drafts.some((draft) => recursLater(draft, candidates, to) || titleRecurs(draft, lines, to)))
  )
    return null;
  takePages(drafts, paged);
  return { from, to, entries: drafts.map(toEntry) };
}

/** A bare number under a title is the next entry's number when it counts on from the last and a title follows. */
function opensNumber(lines: Line[], index: number, pending: Draft, drafts: Draft[]): boolean {
  if (pending.number === null || Number((lines[index] as Line).label) !== Number(pending.number) + 1) return false;
  const pagesAlone = drafts.some((draft) => draft.page !== null);
  return !pagesAlone;
}

function recursLater(draft: Draft, candidates: Candidate[], from: number): boolean {
  return candidates.some(
    (candidate) =>
      candidate.index >= from &&
      (String(candidate.number) === draft.number || draft.number === null) &&
      (candidate.title === "" || samePrefix(candidate.title, draft.text)),
  );
}

function titleRecurs(draft: Draft, lines: Line[], from: number): boolean {
  const key = titleKey(readTitle(draft.text).title);
  for (let index = from; index < lines.length; index++) {
    const label = (lines[index] as Line).label;
    if (
      label.length > 3 &&
      label.length < 300 &&
      Math.abs(label.length - draft.text.length) < 40 &&
      titleKey(readTitle(label).title) === key
    )
      return true;
  }
  return false;
}

/** Contents cut their titles; so the shorter need only begin the longer. */
function samePrefix(left: string, right: string): boolean {
  const one = titleKey(readTitle(left.replace(LEADERS, "")).title);
  const other = titleKey(readTitle(right.replace(LEADERS, "")).title);
  const length = Math.min(one.length, other.length, 60);
  return length > 0 && one.slice(0, length) === other.slice(0, length);
}

/** "1 (Åben) Godkendelse af dagsorden 4": page numbers after a single space, when nearly all entries rise so. */
function takePages(drafts: Draft[], paged: boolean): void {
  if (paged || drafts.length < 3) return;
  const pages = drafts.map((draft) => / (\d{1,3})$/.exec(draft.text)?.[1]);
  const known = pages.filter((page) => page !== undefined).map(Number);
  if (
    known.length < drafts.length * 0.8 ||
    known.some((page, index) => index > 0 && page < (known[index - 1] as number))
  )
    return;
  for (const [index, draft] of drafts.entries()) {
    if (pages[index] === undefined) continue;
    draft.page = Number(pages[index]);
    draft.text = draft.text.slice(0, -(pages[index] as string).length).trimEnd();
  }
}

function toEntry(draft: Draft): TocEntry {
  const { title, closed } = readTitle(draft.text.replace(LEADERS, "").trim());
  return { number: draft.number, title, page: draft.page, closed: closed || draft.closed };
}
