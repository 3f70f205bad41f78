import type { PaperState } from "#database/schema-papers.ts";
import { missingAttachments } from "./attachment-mentions.ts";

/** What is known of an agenda before it is sent. Days are "YYYY-MM-DD", times "HH:MM". `items` stand in their order. */
export type AgendaFacts = {
  today: string;
  deadline: string;
  /** The committee whose agenda it is. */
  committee: string;
  date: string;
  start: string;
  end: string | null;
  extraordinary: boolean;
  /** Who asked for an extraordinary meeting. */
  calledBy: "chair" | "members" | null;
  /** How many members will get it, and how many seats the committee has as far as its minutes tell. */
  recipients: number;
  seats: number | null;
  /** Earlier meetings of the year that are not sent yet, and so hold the numbers before these. */
  unsentBefore: { date: string; items: number }[];
  items: ItemFacts[];
};

export type ItemFacts = {
  id: number;
  kind: "standing" | "paper" | "note";
  closed: boolean;
  closedGround: string | null;
  startsAt: string | null;
  minutes: number | null;
  lateReason: string | null;
  paper: PaperOfItem | null;
};

export type PaperOfItem = {
  reference: string;
  state: PaperState;
  /** It was changed after it came on the agenda. */
  changed: boolean;
  /** The bodies before this one in order, and whether this one is on the path at all. `date`: treated, listed or planned. */
  before: { committee: string; date: string | null; treated: boolean }[];
  onPath: boolean;
  /** Points that are for this body. */
  recommendations: number;
  sections: { heading: string; role: string; required: boolean; empty: boolean }[];
  /** All its text, and the names of its attachments. */
  text: string;
  attachments: string[];
  /** Findings of the figure check that nobody has answered. */
  openFindings: number;
};

/** Something to look at before an agenda is sent; of an item, or of the whole (`item` null). */
export type AgendaWarning = { item: number | null } & (
  | { code: "paper-not-ready"; state: PaperState }
  | { code: "paper-changed" | "no-recommendation" | "no-economy" | "not-on-path" }
  | { code: "path-skipped"; committee: string }
  | { code: "path-later"; committee: string; date: string }
  | { code: "section-empty"; heading: string }
  | { code: "attachment-missing"; words: string }
  | { code: "open-findings"; count: number }
  | { code: "same-case"; reference: string }
  | { code: "closed-without-ground" | "late-without-reason" }
  | { code: "slot-outside" | "slot-order" }
  | { code: "slot-overlap"; minutes: number }
  | { code: "time-runs-out"; minutes: number }
  | { code: "nothing-to-treat" | "nobody-to-send-to" | "no-caller" }
  | { code: "few-recipients"; recipients: number; seats: number }
  | { code: "unsent-before"; date: string; items: number }
);

export type WarningCode = AgendaWarning["code"];

/** An agenda is not sent before these are solved: what the law asks for, and papers that are no longer to be treated. */
const hindrances: WarningCode[] = ["closed-without-ground", "late-without-reason", "nobody-to-send-to"];

export const isHindrance = (warning: AgendaWarning): boolean =>
  hindrances.includes(warning.code) || (warning.code === "paper-not-ready" && warning.state === "withdrawn");

/** Everything to look at, that of the whole agenda first, then item by item. */
export function agendaWarnings(facts: AgendaFacts): AgendaWarning[] {
  const slots = slotWarnings(facts);
  return [
    ...wholeWarnings(facts),
    ...slots.filter(({ item }) => item === null),
    ...facts.items.flatMap((item, index) => [
      ...(item.paper ? paperWarnings(item.id, item.paper, facts) : []),
      ...sameCase(facts.items, index),
      ...doorWarnings(item, facts),
      ...slots.filter((slot) => slot.item === item.id),
    ]),
  ];
}

function wholeWarnings(facts: AgendaFacts): AgendaWarning[] {
  const { recipients, seats, extraordinary, calledBy, unsentBefore, items } = facts;
  const whole: AgendaWarning[] = unsentBefore.map((before) => ({ item: null, code: "unsent-before", ...before }));
  if (items.every(({ kind }) => kind === "standing")) whole.push({ item: null, code: "nothing-to-treat" });
  if (recipients === 0) whole.push({ item: null, code: "nobody-to-send-to" });
  // At least half the members must be there for a decision (kommunestyrelsesloven § 11, stk. 2, and § 20).
  else if (seats !== null && recipients < seats / 2)
    whole.push({ item: null, code: "few-recipients", recipients, seats });
  // Kommunestyrelsesloven § 8, stk. 2: when the chair finds it needed, or a third of the members ask.
  if (extraordinary && calledBy === null) whole.push({ item: null, code: "no-caller" });
  return whole;
}

function paperWarnings(item: number, paper: PaperOfItem, { date }: AgendaFacts): AgendaWarning[] {
  const found: AgendaWarning[] = [];
  if (paper.state !== "ready" && paper.state !== "dispatched")
    found.push({ item, code: "paper-not-ready", state: paper.state });
  if (paper.changed) found.push({ item, code: "paper-changed" });
  if (!paper.onPath) found.push({ item, code: "not-on-path" });
  for (const body of paper.before) {
    if (body.treated) continue;
    if (body.date === null) found.push({ item, code: "path-skipped", committee: body.committee });
    else if (body.date > date) found.push({ item, code: "path-later", committee: body.committee, date: body.date });
  }
  if (paper.recommendations === 0) found.push({ item, code: "no-recommendation" });
  for (const { heading, required, empty } of paper.sections)
    if (required && empty) found.push({ item, code: "section-empty", heading });
  if (!paper.sections.some(({ role, required, empty }) => role === "economy" && (required || !empty)))
    found.push({ item, code: "no-economy" });
  for (const { words } of missingAttachments(paper.text, paper.attachments))
    found.push({ item, code: "attachment-missing", words });
  if (paper.openFindings > 0) found.push({ item, code: "open-findings", count: paper.openFindings });
  return found;
}

function sameCase(items: ItemFacts[], index: number): AgendaWarning[] {
  const item = items[index];
  const reference = item?.paper?.reference;
  const again = items.slice(0, index).some(({ paper }) => paper && paper.reference === reference);
  return item && reference && again ? [{ item: item.id, code: "same-case", reference }] : [];
}

/** What the law wants said of an item: why its doors are closed (§ 10), and why it cannot wait (§ 8, stk. 5). */
function doorWarnings(item: ItemFacts, { today, deadline }: AgendaFacts): AgendaWarning[] {
  const found: AgendaWarning[] = [];
  if (item.closed && !item.closedGround?.trim()) found.push({ item: item.id, code: "closed-without-ground" });
  if (isLate(item, { today, deadline }) && !item.lateReason?.trim())
    found.push({ item: item.id, code: "late-without-reason" });
  return found;
}

/** True when an item that is to be decided would come after the deadline; what every agenda has is never late. */
export const isLate = ({ kind }: { kind: string }, { today, deadline }: { today: string; deadline: string }): boolean =>
  kind !== "standing" && today > deadline;

function slotWarnings({ start, end, items }: AgendaFacts): AgendaWarning[] {
  const found: AgendaWarning[] = [];
  const closing = end === null ? Number.POSITIVE_INFINITY : minuteOf(end);
  let before: { from: number; until: number } | null = null;
  for (const { id, startsAt, minutes } of items) {
    if (startsAt === null) continue;
    const from = minuteOf(startsAt);
    const until = from + (minutes ?? 0);
    if (from < minuteOf(start) || from >= closing || until > closing) found.push({ item: id, code: "slot-outside" });
    if (before && from < before.from) found.push({ item: id, code: "slot-order" });
    else if (before && from < before.until)
      found.push({ item: id, code: "slot-overlap", minutes: before.until - from });
    before = { from, until };
  }
  const wanted = items.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  if (wanted > closing - minuteOf(start))
    found.push({ item: null, code: "time-runs-out", minutes: wanted - (closing - minuteOf(start)) });
  return found;
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
