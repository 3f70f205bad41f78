import type { ItemDecision } from "./item-queries.ts";
import type { ItemLink, Treatment } from "./trail-queries.ts";

/** One body's treatment of an item, with what it decided where the document tells. */
export type Step = {
  committeeName: string;
  date: string | null;
  roles: Treatment["roles"];
  /** The meeting whose page this is. */
  isOwn: boolean;
  item: ItemLink | null;
  decision: ItemDecision | null;
};

type Own = { committee: { name: string; key: string }; date: string };

/**
 * The item's way through the bodies: the steps its paper lists, each with the decision of that body, and those bodies
 * that decided without being listed. By day; steps without a day keep their place.
 */
export function pathOf(treatments: Treatment[], decisions: ItemDecision[], own: Own): Step[] {
  const left = new Set(decisions);
  const steps: Step[] = treatments.map((treatment) => {
    const isOwn = treatment.committeeKey === own.committee.key && (treatment.date ?? own.date) === own.date;
    const decision =
      [...left].find((candidate) =>
        isOwn ? candidate.isOwn : !candidate.isOwn && isBy(candidate, treatment.committeeKey, treatment.date),
      ) ?? null;
    if (decision) left.delete(decision);
    const { committeeName, date, roles, item } = treatment;
    return { committeeName, date, roles, isOwn, item, decision };
  });
  const unlisted = [...left].filter((decision) => !decision.isOwn && decision.committeeName !== null);
  for (const decision of unlisted) {
    const { committeeName, decidedOn: date } = decision;
    const step = { committeeName: committeeName ?? "", date, roles: [], isOwn: false, item: null, decision };
    const at = steps.findIndex((other) => date !== null && other.date !== null && other.date > date);
    steps.splice(at === -1 ? steps.length : at, 0, step);
  }
  return steps;
}

function isBy(decision: ItemDecision, committeeKey: string, date: string | null): boolean {
  return decision.committeeKey === committeeKey && (!date || !decision.decidedOn || decision.decidedOn === date);
}
