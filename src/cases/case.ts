import type { ListedItem } from "#decisions/listed-item.ts";
import type { Outcome, TreatmentRole } from "#minutes/model.ts";

/** A treatment of the case at a meeting that the archive has. */
export type TreatedItem = ListedItem & {
  kind: "item";
  id: number;
  committeeKey: string;
  /** The meeting's own decision, cut after 300 characters. */
  text: string | null;
  attachments: string[];
};

/** Another body's treatment that the case's items tell of: on the path they print, or as a decision they quote. */
export type TreatmentElsewhere = {
  kind: "elsewhere";
  committeeKey: string;
  committeeName: string;
  date: string | null;
  roles: TreatmentRole[];
  outcome: Outcome | null;
  text: string | null;
  /** The meeting in the archive, when it is there although the item is not. */
  meeting: { committee: string; date: string; sitting: number } | null;
  /** The day of the item that tells of it. */
  toldOn: string;
};

export type Treatment = TreatedItem | TreatmentElsewhere;

/**
 * Every treatment of a case once, newest first. Items print the whole path, so most steps are told of many times: a
 * step that is an item in the archive is left to the item, and the rest are gathered by body and day. A step without
 * a day is told only when no other treatment by that body is known.
 */
export function caseTimeline(items: TreatedItem[], told: TreatmentElsewhere[]): Treatment[] {
  const known = new Set(items.map((item) => stepKey(item.committeeKey, item.date)));
  const bodies = new Set(items.map((item) => item.committeeKey));
  const steps = new Map<string, TreatmentElsewhere>();
  const dated = told.filter((step) => step.date !== null);
  const undated = told.filter((step) => step.date === null);
  for (const step of [...dated, ...undated]) {
    const key = stepKey(step.committeeKey, step.date);
    if (step.date === null ? bodies.has(step.committeeKey) : known.has(key)) continue;
    const before = steps.get(key);
    steps.set(key, before ? together(before, step) : step);
    if (step.date !== null) bodies.add(step.committeeKey);
  }
  return [...items, ...steps.values()].sort(newestFirst);
}

function stepKey(committeeKey: string, date: string | null): string {
  return `${committeeKey} ${date ?? ""}`;
}

/** A quoted decision says more than a step on a path; roles are those that are printed. */
function together(a: TreatmentElsewhere, b: TreatmentElsewhere): TreatmentElsewhere {
  const quoted = a.text !== null ? a : b;
  return { ...quoted, roles: a.roles.length > 0 ? a.roles : b.roles, meeting: a.meeting ?? b.meeting };
}

function newestFirst(a: Treatment, b: Treatment): number {
  const day = (step: Treatment) => step.date ?? (step.kind === "elsewhere" ? `${step.toldOn}~` : "");
  return day(a) === day(b) ? 0 : day(a) < day(b) ? 1 : -1;
}
