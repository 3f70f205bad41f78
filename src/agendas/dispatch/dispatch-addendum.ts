import type { Transaction } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Schema } from "#database/schema.ts";
import { type AgendaChange, changesBetween } from "#documents/agenda-changes.ts";
import type { AgendaDocument, AgendaItem } from "#documents/model.ts";
import type { Actor } from "#identity/actor.ts";
import { isLate } from "../agenda-warnings.ts";
import { listPapersFor } from "../agenda-building-queries.ts";
import type { AgendaAt } from "../agenda-change.ts";
import { fixNumbers } from "../agenda-numbering-queries.ts";
import { keepReferences } from "../item-references.ts";
import { readAgenda, readLiveAgenda } from "../agenda-queries.ts";
import { freezePapers, letGuestsIn, lockPapers, writeDispatch } from "./freeze.ts";
import { listItemRows } from "./item-rows.ts";
import { lockAgenda, type LockedAgenda, type LockRefusal } from "./lock-agenda.ts";
import { turnGuestsAway, withdrawItems } from "./withdraw-items.ts";

/**
 * All that an addendum does, sent in one form. `changes`: items whose paper was changed after it was sent, and whose new text
 * members are to get. `lateReason`: why what is added cannot wait (kommunestyrelsesloven § 8, stk. 5).
 */
export type AddendumInput = {
  papers: number[];
  notes: { title: string; text: string }[];
  withdraw: { itemId: number; reason: string }[];
  changes: number[];
  lateReason: string | null;
};

/** `empty`: nothing was asked for. `gone`: an item or paper that was asked for is no longer as the form showed it. */
export type AddendumResult =
  | { ok: true; number: number }
  | { ok: false; reason: LockRefusal | "changed" | "not-dispatched" | "empty" | "gone" | "late-without-reason" };

/**
 * Sends an addendum to an agenda that has been sent. What members have read keeps its number and its place; what is new comes
 * after it with the next numbers, and what is withdrawn stays, marked, with its reason.
 */
export async function dispatchAddendum(
  db: Database,
  actor: Actor,
  at: AgendaAt,
  input: AddendumInput,
): Promise<AddendumResult> {
  return db.transaction().execute(async (tx): Promise<AddendumResult> => {
    const agenda = await lockAgenda(tx, actor, at);
    if (typeof agenda === "string") return { ok: false, reason: agenda };
    if (!agenda.last) return { ok: false, reason: "not-dispatched" };
    if (agenda.version !== at.version) {
      const again = agenda.last.byId === actor.userId && agenda.last.number > 0 && agenda.version === at.version + 1;
      return again ? { ok: true, number: agenda.last.number } : { ok: false, reason: "changed" };
    }
    const { papers, notes, withdraw, changes } = input;
    if (papers.length + notes.length + withdraw.length + changes.length === 0) return { ok: false, reason: "empty" };
    const before = await readAgenda(tx, at.municipalityId, at.meetingId);
    const draft = await readLiveAgenda(tx, at.municipalityId, at.meetingId);
    if (!before || !draft) return { ok: false, reason: "unknown" };
    if (!(await isThere(tx, agenda, before, input))) return { ok: false, reason: "gone" };
    const isAdding = papers.length + notes.length > 0;
    if (isAdding && !input.lateReason && isLate({ kind: "paper" }, { today: agenda.today, deadline: draft.deadline }))
      return { ok: false, reason: "late-without-reason" };

    const number = agenda.last.number + 1;
    const rows = await listItemRows(tx, at);
    const changed = rows.flatMap(({ id, paperId }) => (paperId !== null && changes.includes(id) ? paperId : []));
    await lockPapers(tx, at.municipalityId, [...papers, ...changed, ...paperIdsOf(rows, withdraw)]);
    const numbers = new Map(before.items.map((item) => [item.id, item.number]));
    const kept = notes.map(({ title, text }) => ({ title, text: keepReferences(text, numbers).text }));
    const added = await addItems(tx, agenda, number, { ...input, notes: kept }, rows.length);
    await withdrawItems(tx, actor, agenda, number, withdraw);
    await fixNumbers(tx, at.municipalityId, at.meetingId);
    const live = (await readLiveAgenda(tx, at.municipalityId, at.meetingId)) ?? draft;
    await freezePapers(tx, actor, at, [...papers, ...changed]);
    await letGuestsIn(tx, actor, agenda, changes);
    await turnGuestsAway(tx, actor, agenda, changes);
    const content = withAddendum(before, live, { number, changes });
    await writeDispatch(tx, actor, {
      agenda,
      content,
      details: { added: added.length, withdrawn: withdraw.length, changed: changes.length },
      items: [...withdraw.map(({ itemId }) => itemId), ...changes],
    });
    return { ok: true, number };
  });
}

/**
 * The agenda as it was sent, with what an addendum does to it: items that are not named stay word for word as they were, in
 * their order; what is new stands last. `live` is the agenda as its rows and papers stand now.
 */
function withAddendum(
  before: AgendaDocument,
  live: AgendaDocument,
  { number, changes }: { number: number; changes: readonly number[] },
): AgendaDocument {
  const now = new Map(live.items.map((item) => [item.id, item]));
  const kept = before.items.map((item): AgendaItem => {
    const current = now.get(item.id);
    if (current && !item.withdrawn && current.withdrawn) return { ...item, withdrawn: current.withdrawn };
    return current && changes.includes(item.id) ? { ...current, number: item.number, cameWith: item.cameWith } : item;
  });
  const known = new Set(before.items.map(({ id }) => id));
  const added = live.items.filter(({ id }) => !known.has(id)).toSorted((a, b) => a.number - b.number);
  return {
    ...live,
    dispatchedAt: new Date().toISOString(),
    dispatchNumber: number,
    items: [...kept, ...added],
  };
}

/**
 * Items that were sent and stand otherwise now: what an addendum can bring. `called`: items whose guests have been told
 * otherwise than they are called in now, though the agenda reads as it did.
 */
export function listUnsentChanges(
  before: AgendaDocument,
  live: AgendaDocument,
  called: readonly number[] = [],
): AgendaChange[] {
  const changes = changesBetween(before, live).filter(({ kind }) => kind === "changed");
  const standing = before.items.filter(({ id, withdrawn }) => !withdrawn && called.includes(id));
  const others = standing.filter(({ id }) => !changes.some((change) => change.id === id));
  return [
    ...changes,
    ...others.map(({ id }) => ({ id, with: live.dispatchNumber, kind: "changed" as const, parts: ["gæster"] })),
  ];
}

/** True when all that is asked for can be done: the papers are on their way here, the items stand on the agenda. */
async function isThere(
  tx: Transaction<Schema>,
  { municipalityId, meetingId, today }: LockedAgenda,
  before: AgendaDocument,
  { papers, withdraw, changes }: AddendumInput,
): Promise<boolean> {
  const standing = new Set(before.items.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id));
  const named = [...withdraw.map(({ itemId }) => itemId), ...changes];
  if (new Set(named).size !== named.length || !named.every((id) => standing.has(id))) return false;
  if (papers.length === 0) return true;
  const ready = await listPapersFor(tx, { municipalityId, meetingId }, today);
  return papers.every((id) => ready.some((paper) => paper.id === id && isReady(paper.state)));
}

/** What is still being written is finished first; an addendum is no way round those who approve. */
export const isReady = (state: string): boolean => state === "ready" || state === "dispatched";

async function addItems(
  tx: Transaction<Schema>,
  { municipalityId, meetingId }: LockedAgenda,
  number: number,
  { papers, notes, lateReason }: AddendumInput,
  after: number,
): Promise<number[]> {
  const titles = await tx
    .selectFrom("paper")
    .select(["id", "title"])
    .where("municipality_id", "=", municipalityId)
    .where("id", "in", papers.length > 0 ? papers : [0])
    .execute();
  const of = { municipality_id: municipalityId, planned_meeting_id: meetingId, came_with: number };
  const items = [
    ...papers.map((id) => ({
      ...of,
      kind: "paper" as const,
      paper_id: id,
      paper_seen_at: new Date(),
      title: titles.find((paper) => paper.id === id)?.title ?? "",
      late_reason: lateReason,
    })),
    ...notes.map((note) => ({ ...of, ...note, kind: "note" as const, late_reason: lateReason })),
  ];
  if (items.length === 0) return [];
  const rows = await tx
    .insertInto("agenda_item")
    .values(items.map((item, index) => ({ ...item, position: after + index })))
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

const paperIdsOf = (rows: { id: number; paperId: number | null }[], items: { itemId: number }[]): number[] =>
  rows.flatMap(({ id, paperId }) => (paperId !== null && items.some(({ itemId }) => itemId === id) ? paperId : []));
