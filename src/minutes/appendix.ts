import { readAttachments } from "./attachments.ts";
import type { Candidate } from "./candidates.ts";
import type { ItemStart } from "./item-lines.ts";
import type { Line } from "./lines.ts";
import { titleKey } from "./titles.ts";

/** The list of all items' attachments behind the last item: where it begins, and what it gives each item. */
export type Appendix = { from: number; attachments: Map<number, string[]> };

const HEADING = /^(?:bilagsliste|bilagsoversigt|bilagsfortegnelse)\s*:?$/i;

/** Reads the list behind the last item, under whose number and title each item's attachments are numbered. */
export function readAppendix(lines: Line[], candidates: Candidate[], starts: ItemStart[]): Appendix {
  const none: Appendix = { from: lines.length, attachments: new Map() };
  const last = starts.at(-1);
  if (!last) return none;
  let from = lines.length - 1;
  while (from > last.line && !HEADING.test((lines[from] as Line).label)) from--;
  if (from === last.line) return none;
  const attachments = new Map<number, string[]>();
  let current: number | null = null;
  for (const candidate of candidates) {
    if (candidate.index <= from) continue;
    const item = starts.findIndex(
      (start) => Number(start.number) === candidate.number && titleKey(start.title) === titleKey(candidate.title),
    );
    if (item >= 0) current = item;
    else if (current !== null)
      attachments.set(current, [...(attachments.get(current) ?? []), ...readAttachments([candidate.title])]);
  }
  return current === null ? none : { from, attachments };
}
