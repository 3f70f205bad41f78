import type { Format, Minutes } from "#minutes/model.ts";
import { type SearchRow, searchRow } from "#search/index-item.ts";
import { committeeKey } from "../keys.ts";
import { dayOrNull, timeOrNull } from "./due-day.ts";
import { type ItemRow, itemRow } from "./item-row.ts";
import type { Names } from "./names.ts";
import { writeKey } from "./overlap.ts";
import { childRows, type RowsAsJson, rowsAsJson } from "./rows.ts";
import { storableJson, storableText } from "./storable.ts";

export type ReadFile = { minutes: Minutes; text: string; fileName: string };

/**
 * A document made ready for the database, without a look into it: done beside the reading, in the worker threads.
 * Rows name people, cases and items by their place in `people`, `cases` and `items`.
 */
export type PreparedDocument = {
  sha256: string;
  fileName: string;
  format: Format;
  kind: "minutes" | "agenda";
  municipality: string | null;
  committee: string | null;
  committeeKey: string | null;
  term: string | null;
  date: string | null;
  startTime: string | null;
  endTime: string | null;
  place: string | null;
  /** True when the document lists who took part. */
  hasParticipants: boolean;
  people: string[];
  cases: string[];
  items: ItemRow[];
  /** Beside the items. */
  search: SearchRow[];
  /** As they are written in the document, for mending misspelt ones. */
  words: string[];
  warnings: number;
  decisions: number;
  rows: RowsAsJson;
  /** All of it as read, in UTF-8: sent as it is, for as JSON it would be written and read once more. */
  text: Uint8Array;
};

/** Pure: the same file gives the same rows. */
export function prepareDocument({ minutes, text, fileName }: ReadFile): PreparedDocument {
  const names: Names = { people: new Map(), cases: new Map() };
  const own = { key: minutes.committee === null ? null : committeeKey(minutes.committee), date: minutes.date };
  const items = minutes.items.map((item, index) => itemRow(item, index, own, names));
  const { sha256, format, pages } = minutes.source;
  const keys = items.map(writeKey);
  const { tableOfContents: contents, warnings } = minutes;
  const file = { sha256, file_name: fileName, format, pages, contents, warnings, keys };
  const rows = childRows(minutes, file, own, names);
  const document: Omit<PreparedDocument, "search" | "words" | "rows" | "text"> = {
    sha256,
    fileName,
    format,
    kind: minutes.kind,
    municipality: minutes.municipality,
    committee: minutes.committee,
    committeeKey: own.key,
    term: minutes.term,
    date: dayOrNull(minutes.date),
    startTime: timeOrNull(minutes.startTime),
    endTime: timeOrNull(minutes.endTime),
    place: minutes.place,
    hasParticipants: minutes.participants.length > 0,
    people: [...names.people.keys()],
    cases: [...names.cases.keys()],
    items,
    warnings: warnings.length,
    decisions: rows.decisions.length,
  };
  const words = new Set<string>();
  const search = minutes.items.map((item) => searchRow(item, words));
  return {
    ...JSON.parse(storableJson(document)),
    search,
    words: [...words],
    rows: rowsAsJson(rows),
    text: storableText(text),
  };
}
