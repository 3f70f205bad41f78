import { sameBody } from "./bodies.ts";
import type { Item, Participant } from "./model.ts";

/** Somebody who was away for some of the items only, by their numbers. */
export type PartialAbsence = { person: Participant; from: number; to: number };

const RANGES =
  /(?:sag(?:erne)?|pkt|punkt(?:er|erne)?)\.?:?\s*(?:nr\.?\s*)?((?:\d+(?:\s*(?:-|–|til)\s*\d+)?(?:,\s*| og )?)+)/i;

/** The item numbers in words such as "sag 53-54", "deltog ikke i behandlingen af punkt: 3, 4". */
export function readItemRanges(text: string): { from: number; to: number }[] {
  const list = RANGES.exec(text)?.[1];
  if (!list) return [];
  return [...list.matchAll(/(\d+)(?:\s*(?:-|–|til)\s*(\d+))?/g)].map((match) => ({
    from: Number(match[1]),
    to: Number(match[2] ?? match[1]),
  }));
}

/** Enters those away for some items as absent from these items' own decisions, unless the decision says it already. */
export function addPartialAbsences(items: Item[], partial: PartialAbsence[], committee: string | null): void {
  for (const { person, from, to } of partial) {
    for (const item of items) {
      const number = Number(item.number ?? "NaN");
      if (!(number >= from && number <= to)) continue;
      const own = item.decisions.findLast(
        (decision) => committee === null || decision.committee === null || sameBody(decision.committee, committee),
      );
      if (own && !own.absent.some((other) => other.name === person.name))
        own.absent.push({ ...person, attendance: "absent" });
    }
  }
}
