import type { Item, Minutes, Participant, Section } from "#minutes/model.ts";
import { looksLikeName } from "#minutes/people.ts";
import { committeeKey } from "../keys.ts";
import { dayOrNull, dueDay } from "./due-day.ts";
import { isOwn, numberValue, type OwnBody } from "./item-row.ts";
import { type Names, placeOf } from "./names.ts";
import { storableJson } from "./storable.ts";

type Row = Record<string, unknown>;

export type ChildRows = {
  revision: Row[];
  attendance: Row[];
  sections: Row[];
  tables: Row[];
  treatments: Row[];
  recommendations: Row[];
  decisions: Row[];
  parts: Row[];
  decisionAttendance: Row[];
  dissents: Row[];
  dissentBy: Row[];
  attachments: Row[];
  references: Row[];
  commitments: Row[];
};

/** What is kept of the file as it came; `keys` are those of its items (`writeKey`). */
export type RevisionRow = {
  sha256: string;
  file_name: string;
  format: string;
  pages: number | null;
  contents: unknown;
  warnings: unknown;
  keys: string[];
};

/** Every row below the meeting and the items. `i` is the item's place in the document, `p` the row's own. */
export function childRows(minutes: Minutes, file: RevisionRow, own: OwnBody, names: Names): ChildRows {
  const rows: ChildRows = {
    revision: [file],
    attendance: minutes.participants.map((person, p) => ({ p, ...personRow(person, names) })),
    sections: [],
    tables: [],
    treatments: [],
    recommendations: [],
    decisions: [],
    parts: [],
    decisionAttendance: [],
    dissents: [],
    dissentBy: [],
    attachments: [],
    references: [],
    commitments: [],
  };
  for (const [i, item] of minutes.items.entries()) {
    addSections(rows, i, item.sections, { next: 0 }, null);
    addPath(rows, i, item);
    addDecisions(rows, i, item, own, names);
    addPointers(rows, i, item, own);
  }
  return rows;
}

/** A section's parts follow it, so that the order of positions is the order of reading. */
function addSections(rows: ChildRows, i: number, sections: Section[], count: { next: number }, parent: number | null) {
  for (const { heading, role, text, span, tables, sections: parts } of sections) {
    const p = count.next++;
    rows.sections.push({ i, p, parent, heading, role, text, start: span.start, end: span.end });
    for (const [t, table] of tables.entries())
      rows.tables.push({ i, section: p, p: t, rows: table.rows, header: table.headerRows, notes: table.notes });
    addSections(rows, i, parts, count, p);
  }
}

function addPath(rows: ChildRows, i: number, item: Item) {
  for (const [p, { committee, roles, date }] of item.treatment.entries())
    rows.treatments.push({ i, p, name: committee, key: committeeKey(committee), roles, on: dayOrNull(date) });
  for (const [p, { number, text, by }] of item.recommendations.entries())
    rows.recommendations.push({ i, p, number, text, by });
}

function addDecisions(rows: ChildRows, i: number, item: Item, own: OwnBody, names: Names) {
  for (const [d, decision] of item.decisions.entries()) {
    const key = decision.committee === null ? null : committeeKey(decision.committee);
    const { committee: name, outcome, text } = decision;
    rows.decisions.push({
      i,
      p: d,
      own_: isOwn(decision, own),
      name,
      key,
      on: dayOrNull(decision.date),
      outcome,
      text,
    });
    for (const [p, part] of decision.parts.entries()) rows.parts.push({ i, d, p, ...part });
    for (const [p, person] of [...decision.absent, ...decision.substitutes].entries())
      rows.decisionAttendance.push({ i, d, p, ...personRow(person, names) });
    for (const [s, dissent] of decision.dissents.entries()) {
      rows.dissents.push({ i, d, p: s, text: dissent.text });
      for (const [p, by] of dissent.by.entries())
        rows.dissentBy.push({ i, d, s, p, ...dissenter(by, dissent.text, names) });
    }
  }
}

function addPointers(rows: ChildRows, i: number, item: Item, own: OwnBody) {
  for (const [p, name] of item.attachments.entries()) rows.attachments.push({ i, p, name });
  for (const [p, { text, itemNumber, date, committee }] of item.references.entries()) {
    const key = committee === null ? own.key : committeeKey(committee);
    rows.references.push({ i, p, text, number: numberValue(itemNumber), on: dayOrNull(date), name: committee, key });
  }
  for (const [p, { text, due, recurs }] of item.commitments.entries())
    rows.commitments.push({ i, p, text, due, on: dueDay(due), recurs });
}

function personRow(person: Participant, names: Names): Row {
  const { name, party, attendance, substituteFor: for_ } = person;
  return { who: placeOf(names.people, name), name, party, attendance, for_ };
}

/** A party group stands here by name without a person. */
function dissenter(by: string, text: string, names: Names): Row {
  const known = names.people.get(by);
  const who = known ?? (looksLikeName(by) ? placeOf(names.people, by) : null);
  const after = text.indexOf(by);
  const party = after < 0 ? undefined : /^ ?\(([A-ZÆØÅ]{1,4})\)/.exec(text.slice(after + by.length))?.[1];
  return { name: by, who, party: party ?? null };
}

/** One JSON array of rows a table, in UTF-8 as PostgreSQL takes it. */
export type RowsAsJson = Record<keyof ChildRows, Uint8Array>;

export function rowsAsJson(rows: ChildRows): RowsAsJson {
  const bytes = Object.entries(rows).map(([table, list]) => [table, utf8.encode(storableJson(list))]);
  return Object.fromEntries(bytes) as RowsAsJson;
}

const utf8 = new TextEncoder();
