import { anchorItem, anchorLine } from "#archive/corrections/anchors.ts";
import { ownDecision } from "#archive/corrections/apply-corrections.ts";
import { type Correction, correctionShape } from "#archive/corrections/correction.ts";
import { readMarkedLines } from "#minutes/marked-lines.ts";
import type { Minutes, Participant } from "#minutes/model.ts";
import type { HeaderField } from "./confidence/judged.ts";

/** What somebody wrote, by field; a field that is not there was not on the form. */
export type Written = Record<string, string>;

/** Corrections that hold, or the fields that hold none. */
export type FromForm = { ok: true; corrections: Correction[] } | { ok: false; wrong: string[] };

const HEADER: HeaderField[] = ["municipality", "committee", "date", "startTime", "endTime", "place"];

/** A correction for each field of the head; one that says what was read takes an earlier one back. */
export function headerCorrections(read: Minutes, written: Written): FromForm {
  return checked(
    HEADER.flatMap((field) =>
      written[field] === undefined
        ? []
        : [[field, { kind: "header", field, was: read[field], to: orNull(written[field]) }]],
    ).filter(([, draft]) => !isNothing(draft as Draft)) as [string, Draft][],
  );
}

export function itemCorrections(read: Minutes, index: number, written: Written): FromForm {
  const item = read.items[index];
  if (!item) return { ok: false, wrong: ["form"] };
  const anchor = anchorItem(read.items, index);
  const of = (field: string, was: unknown, to: unknown): [string, Draft] => [
    field,
    { kind: "item", item: anchor, field, was, to },
  ];
  const outcome = orNull(written["outcome"]);
  return checked([
    of("number", item.number, orNull(written["number"])),
    of("title", item.title, (written["title"] ?? "").trim()),
    of("caseNumber", item.caseNumber, orNull(written["caseNumber"])),
    of("closed", item.closed, written["closed"] === "yes"),
    ...(outcome === null ? [] : [of("outcome", ownDecision(item, read)?.outcome ?? null, outcome)]),
  ]);
}

/** One line of the form's list of people; `was` is the name as read, null for one who was added. */
export type PersonWritten = {
  was: string | null;
  name: string;
  party: string;
  attendance: string;
  substituteFor: string;
  remove: boolean;
};

/** The whole list anew: it takes the place of all earlier corrections of people in this reading. */
export function peopleCorrections(read: Minutes, rows: PersonWritten[]): FromForm {
  const drafts = rows.flatMap((row, at): [string, Draft][] => {
    const { was, name, party, attendance, substituteFor, remove } = row;
    if (was === null && (remove || name.trim() === "")) return [];
    const to = { name: name.trim(), party: orNull(party), attendance, substituteFor: orNull(substituteFor) };
    const before = read.participants.find((person) => person.name === was);
    if (!remove && before && isSame(before, to)) return [];
    return [[`name-${at}`, { kind: "participant", name: was, to: remove ? null : to }]];
  });
  return checked(drafts);
}

const isSame = (left: Participant, right: Record<string, unknown>): boolean =>
  (["name", "party", "attendance", "substituteFor"] as const).every((key) => left[key] === right[key]);

/** That no item begins where the reading begins one. */
export function notAnItem(text: string, read: Minutes, index: number): FromForm {
  const { lines } = readMarkedLines(text);
  const start = read.items[index]?.span.start;
  const line = anchorLine(
    lines,
    lines.findIndex((line) => line.start === start),
  );
  return line ? { ok: true, corrections: [{ kind: "not-an-item", line }] } : { ok: false, wrong: ["form"] };
}

/** That an item begins at a line of the text, counted from 1. */
export function startOfItem(text: string, written: Written): FromForm {
  const { lines } = readMarkedLines(text);
  const wanted = Number(written["line"]) - 1;
  const line = anchorLine(
    lines,
    lines.findIndex(({ number, label }) => number === wanted && label !== ""),
  );
  if (!line) return { ok: false, wrong: ["line"] };
  const number = orNull(written["newNumber"]);
  const title = (written["newTitle"] ?? "").trim() || line.text.slice(0, 500);
  return checked([["newTitle", { kind: "start", line, number, title, closed: written["newClosed"] === "yes" }]]);
}

type Draft = Record<string, unknown>;

/** Nothing was read, and nothing was written. */
const isNothing = ({ was, to }: Draft): boolean => was === null && to === null;

function checked(drafts: [string, Draft][]): FromForm {
  const parsed = drafts.map(([field, draft]) => [field, correctionShape.safeParse(draft)] as const);
  const wrong = parsed.flatMap(([field, result]) => (result.success ? [] : [field]));
  if (wrong.length > 0) return { ok: false, wrong };
  return { ok: true, corrections: parsed.flatMap(([, result]) => (result.success ? [result.data] : [])) };
}

const orNull = (text: string | undefined): string | null => text?.trim() || null;
