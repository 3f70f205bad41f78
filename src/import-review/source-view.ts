import type { Minutes, Section } from "#minutes/model.ts";

/** A line of the original's text. `item`: one begins here, by its place. `role`: a section begins here. */
export type SourceLine = { text: string; item?: number; role?: Section["role"]; inItem?: true };

/** A page of the original; `page` is null where it has none. `first` is the number of its first line, from 1. */
export type SourcePage = { page: number | null; first: number; lines: SourceLine[] };

/** The text that was read, line by line, with what the reading made of it. */
export function sourceView(text: string, { items }: Minutes, pageStarts: number[]): SourcePage[] {
  const itemAt = new Map(items.map(({ span }, index) => [span.start, index]));
  const roleAt = new Map(items.flatMap(({ sections }) => sections.flatMap(headingsOf)));
  const pages: SourcePage[] = pageStarts.length > 1 ? [] : [{ page: null, first: 1, lines: [] }];
  let next = 0;
  let at = 0;
  let open = 0;
  for (const [index, line] of text.split("\n").entries()) {
    const end = at + line.length;
    while (next < pageStarts.length && pageStarts.length > 1 && (pageStarts[next] as number) <= end)
      pages.push({ page: ++next, first: index + 1, lines: [] });
    if (pages.length === 0) pages.push({ page: null, first: 1, lines: [] });
    while (open < items.length && (items[open] as Minutes["items"][number]).span.end < at) open++;
    const start = at + (line.length - line.trimStart().length);
    const [item, role] = [itemAt.get(start), roleAt.get(start)];
    const span = items[open]?.span;
    const inItem = span !== undefined && span.start <= end && line !== "" && at <= span.end;
    pages.at(-1)?.lines.push({
      text: line,
      ...(item !== undefined && { item }),
      ...(role !== undefined && { role }),
      ...(inItem && { inItem: true as const }),
    });
    at = end + 1;
  }
  return pages.filter(({ lines }) => lines.length > 0);
}

function headingsOf({ span, role, heading, sections }: Section): [number, Section["role"]][] {
  return [
    ...(heading === "" ? [] : [[span.start, role] as [number, Section["role"]]]),
    ...sections.flatMap(headingsOf),
  ];
}
