import { type Body, bodiesPerMunicipality, councilIndex, financeIndex, meetingMonths } from "./bodies.ts";
import { termOf } from "./calendar.ts";
import { createRandom, seedOf } from "./random.ts";

export type Kind =
  | "agenda"
  | "budget"
  | "complaints"
  | "inspection"
  | "strategy"
  | "pilot"
  | "path"
  | "followUp"
  | "theme"
  | "decision"
  | "orientation"
  | "hearing"
  | "project"
  | "closed"
  | "announcements"
  | "signatures";

/** Where a case began. Equal places mean the same case, whichever body it comes to and in whichever year. */
export type CaseKey = { body: number; year: number; month: number; slot: number };
export type ItemPlan = { kind: Kind; case: CaseKey | null; number: number };
export type MeetingPlan = { year: number; month: number; items: ItemPlan[] };

export const caseSeed = (municipality: number, key: CaseKey): number =>
  seedOf(37, municipality, key.body, key.year, key.month, key.slot);

const perYear = meetingMonths.length;
const isBudgetMonth = (month: number): boolean => month === 4 || month === 6 || month === 10;

/** A matter that goes from a committee by the finance committee to the council in the same month. */
const hasPath = (municipality: number, body: number, year: number, month: number): boolean =>
  createRandom(seedOf(41, municipality, body, year, month)).chance(0.55);

/** The year and month of a meeting counted from the first meeting of year 0. */
const meetingOf = (count: number): { year: number; month: number } => ({
  year: Math.floor(count / perYear),
  month: meetingMonths[count % perYear] as number,
});

/** Trials begin in spring and autumn, get a status three meetings later and are evaluated after seven. */
function pilotCase(municipality: number, body: number, count: number): CaseKey | null {
  for (const lag of [0, 3, 7]) {
    const { year, month } = meetingOf(count - lag);
    const spring = createRandom(seedOf(43, municipality, body, year)).between(2, 3);
    if (month === spring || month === spring + 6) return { body, year, month, slot: 4 };
  }
  return null;
}

type Draft = Omit<ItemPlan, "number">;

function recurring(municipality: number, body: Body, year: number, month: number): Draft[] {
  const own = (kind: Kind, since: number, from: number, slot: number): Draft => ({
    kind,
    case: { body: body.index, year: since, month: from, slot },
  });
  const drafts: Draft[] = [];
  if (isBudgetMonth(month)) {
    const budgetOwner = body.kind === "committee" ? body.index : financeIndex;
    drafts.push({ kind: "budget", case: { body: budgetOwner, year, month: 1, slot: 0 } });
  }
  if (body.kind !== "committee") return drafts;
  const isComplaintField = body.field === "work" || body.field === "care";
  if (isComplaintField && (month === 5 || month === 11)) drafts.push(own("complaints", 2009, 2, 1));
  if (month === 6) drafts.push(own("inspection", termOf(year), 3, 2));
  if (month === 3 || month === 9) drafts.push(own("strategy", termOf(year), 1, 3));
  const pilot = pilotCase(municipality, body.index, year * perYear + meetingMonths.indexOf(month));
  if (pilot !== null) drafts.push({ kind: "pilot", case: pilot });
  return drafts;
}

function onThePath(municipality: number, body: Body, year: number, month: number): Draft[] {
  const committees =
    body.kind === "committee" ? [body.index] : Array.from({ length: financeIndex }, (_, index) => index);
  const drafts = committees
    .filter((index) => hasPath(municipality, index, year, month))
    .map((index): Draft => ({ kind: "path", case: { body: index, year, month, slot: 5 } }));
  if (body.kind !== "committee") return drafts;
  const earlier = meetingOf(year * perYear + meetingMonths.indexOf(month) - 4);
  if (hasPath(municipality, body.index, earlier.year, earlier.month) && month % 2 === 0) {
    drafts.push({ kind: "followUp", case: { body: body.index, ...earlier, slot: 5 } });
  }
  return drafts;
}

const fillers: readonly Kind[] = ["orientation", "decision", "theme", "project", "hearing"];

function planMeeting(municipality: number, body: Body, year: number, month: number): Draft[] {
  const random = createRandom(seedOf(47, municipality, body.index, year, month));
  const key = (slot: number): CaseKey => ({ body: body.index, year, month, slot });
  const matters = [...recurring(municipality, body, year, month), ...onThePath(municipality, body, year, month)];
  const wanted = random.between(5, 6);
  for (let slot = 6; matters.length < wanted; slot += 1)
    matters.push({ kind: random.skewed(fillers), case: key(slot) });
  const closed: Draft[] = random.chance(body.kind === "committee" ? 0.12 : 0.4)
    ? [{ kind: "closed", case: key(15) }]
    : [];
  const news: Draft[] = body.kind === "council" ? [] : [{ kind: "announcements", case: null }];
  return [{ kind: "agenda", case: null }, ...matters, ...closed, ...news, { kind: "signatures", case: null }];
}

const planned = new Map<number, MeetingPlan[]>();

/** All meetings of a body in a year. Items are numbered through the calendar year. */
export function planYear(municipality: number, body: Body, year: number): MeetingPlan[] {
  const at = (municipality * bodiesPerMunicipality + body.index) * 10_000 + year;
  const known = planned.get(at);
  if (known !== undefined) return known;
  if (planned.size > 200) planned.clear();
  let number = 0;
  const plan = meetingMonths.map((month) => ({
    year,
    month,
    items: planMeeting(municipality, body, year, month).map((draft) => ({ ...draft, number: (number += 1) })),
  }));
  planned.set(at, plan);
  return plan;
}

const sameCase = (one: CaseKey, other: CaseKey): boolean =>
  one.body === other.body && one.year === other.year && one.month === other.month && one.slot === other.slot;

/** When a body last had a case before it, up to a year back. */
export function previousTreatment(
  municipality: number,
  body: Body,
  year: number,
  month: number,
  key: CaseKey,
): { year: number; month: number; number: number } | null {
  const now = year * perYear + meetingMonths.indexOf(month);
  for (let count = now - 1; count > now - perYear - 1; count -= 1) {
    const meeting = planYear(municipality, body, Math.floor(count / perYear))[count % perYear];
    const item = meeting?.items.find((candidate) => candidate.case !== null && sameCase(candidate.case, key));
    if (meeting !== undefined && item !== undefined)
      return { year: meeting.year, month: meeting.month, number: item.number };
  }
  return null;
}

/** The number a case has on a body's agenda in a month, if it is there. */
export function numberOnAgenda(
  municipality: number,
  body: Body,
  year: number,
  month: number,
  key: CaseKey,
): number | null {
  const meeting = planYear(municipality, body, year).find((candidate) => candidate.month === month);
  return meeting?.items.find((item) => item.case !== null && sameCase(item.case, key))?.number ?? null;
}

/** No two cases of a municipality share a number: body, month and slot are all in it. */
export function caseNumber(municipality: number, key: CaseKey, withKle: boolean): string {
  const spread = caseSeed(municipality, key) % 13;
  const serial = ((key.body * 13 + key.month) * 16 + key.slot) * 13 + spread;
  const year = String(key.year % 100).padStart(2, "0");
  if (!withKle) return `${year}-${String(serial).padStart(6, "0")}`;
  const group = ["15.00.00", "17.01.00", "27.36.00", "01.02.05", "00.30.04", "00.22.04"][key.body] ?? "00.01.00";
  const facet = ["G01", "A00", "P05", "K04", "Ø00"][key.slot % 5] ?? "G01";
  return `${group}-${facet}-${serial}-${year}${key.year < 2019 && councilIndex !== key.body ? "S" : ""}`;
}
