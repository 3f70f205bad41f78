import type { Header } from "./header.ts";
import type { Item, TocEntry } from "./model.ts";
import { titleKey } from "./titles.ts";

/** Items without titles take those of the contents, when there are as many. */
export function takeTitles(items: Item[], entries: TocEntry[]): void {
  if (entries.length === 0 || entries.length !== items.length) return;
  for (const [index, item] of items.entries()) {
    const entry = entries[index] as TocEntry;
    if (item.title === "") item.title = entry.title;
    if (item.number === null && entry.number !== null && titleKey(entry.title) === titleKey(item.title))
      item.number = entry.number;
    entry.number ??= null;
    if (entry.closed && titleKey(entry.title) === titleKey(item.title)) item.closed = true;
  }
}

/** "(B)", "(D)" and "(O)" behind the titles say what each item is for and are no part of them. */
export function dropTypeMarks(items: Item[]): void {
  const mark = /\s*\([A-Z]\)$/;
  const titled = items.filter(({ title, closed }) => title !== "" && !closed);
  if (titled.length < 2 || titled.filter(({ title }) => mark.test(title)).length < titled.length * 0.6) return;
  for (const item of items) item.title = item.title.replace(mark, "");
}

/** A document without a head is of the meeting whose decisions it prints: the latest date, and the body deciding then. */
export function takeMeeting(header: Header, items: Item[]): void {
  const decisions = items.flatMap((item) => item.decisions);
  if (header.date === null)
    header.date = decisions.reduce<string | null>(
      (latest, { date }) => (date !== null && (latest === null || date > latest) ? date : latest),
      null,
    );
  if (header.committee !== null) return;
  const bodies = [...decisions, ...items.flatMap((item) => item.treatment)];
  header.committee =
    bodies.findLast(({ committee, date }) => committee !== null && date !== null && date === header.date)?.committee ??
    null;
  if (header.committee === null) return;
  for (const decision of decisions)
    if (decision.committee === null)
      [decision.committee, decision.date] = [header.committee, decision.date ?? header.date];
}
