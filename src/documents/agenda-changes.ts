import type { AgendaDocument, AgendaItem } from "./model.ts";

/** What an addendum changed of an agenda. `with`: its number. `parts`: what of the item, in Danish; empty where all is. */
export type AgendaChange = { id: number; with: number; kind: "new" | "withdrawn" | "changed"; parts: string[] };

/** What members who have read `before` must know of `after`, item by item in the order of `after`. */
export function changesBetween(before: AgendaDocument, after: AgendaDocument): AgendaChange[] {
  const known = new Map(before.items.map((item) => [item.id, item]));
  return after.items.flatMap((item): AgendaChange[] => {
    const old = known.get(item.id);
    const about = { id: item.id, with: after.dispatchNumber, parts: [] };
    if (!old) return [{ ...about, kind: "new" }];
    if (item.withdrawn) return old.withdrawn ? [] : [{ ...about, kind: "withdrawn" }];
    const parts = changedParts(old, item);
    return parts.length > 0 ? [{ ...about, kind: "changed", parts }] : [];
  });
}

/** What every addendum changed; `documents` in the order they were sent. */
export function allChanges(documents: readonly AgendaDocument[]): AgendaChange[] {
  return documents.flatMap((after, index) => {
    const before = documents[index - 1];
    return before ? changesBetween(before, after) : [];
  });
}

const parts: [string, (item: AgendaItem) => unknown][] = [
  ["titel", ({ title }) => title],
  ["åbent eller lukket", ({ closed, closedGround }) => [closed, closedGround]],
  ["tidspunkt", ({ startsAt, minutes }) => [startsAt, minutes]],
  ["gæster", ({ guests }) => guests],
  ["tekst", ({ text }) => text],
  ["politisk behandling", ({ path }) => path],
  ["indstilling", ({ recommendations }) => recommendations],
  ["bilag", ({ attachments }) => attachments.map(({ name, closed, sha256 }) => [name, closed, sha256])],
];

function changedParts(old: AgendaItem, item: AgendaItem): string[] {
  const own = parts.filter(([, of]) => !isSame(of(old), of(item))).map(([name]) => name);
  return [...new Set([...own, ...changedSections(old.sections, item.sections)])];
}

function changedSections(old: AgendaItem["sections"], now: AgendaItem["sections"]): string[] {
  const bodies = (sections: AgendaItem["sections"]) => Map.groupBy(sections, ({ heading }) => heading);
  const [before, after] = [bodies(old), bodies(now)];
  const headings = new Set([...after.keys(), ...before.keys()]);
  return [...headings].filter((heading) => !isSame(before.get(heading), after.get(heading)));
}

/** Compares what is kept as JSON: the order of an object's properties says nothing. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, sorted) === JSON.stringify(other, sorted);
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
