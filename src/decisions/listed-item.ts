import type { Database } from "#database/connect.ts";
import type { Outcome } from "#minutes/model.ts";

/** An item as a line of a list: where it stands in the archive, what it is called and how it ended. */
export type ListedItem = {
  committee: string;
  committeeName: string;
  date: string;
  sitting: number;
  item: string;
  number: string | null;
  title: string;
  closed: boolean;
  outcome: Outcome | null;
};

/** The columns of `ListedItem`, for `itemsOf(...).select(listedItem)`. */
export const listedItem = [
  "committee.slug as committee",
  "committee.name as committeeName",
  "item.held_on as date",
  "meeting.sitting",
  "item.slug as item",
  "item.number",
  "item.title",
  "item.closed",
  "item.outcome",
] as const;

/** The items of one municipality with the meeting and committee that their address needs. */
export function itemsOf(db: Database, municipalityId: number) {
  return db
    .selectFrom("item")
    .innerJoin("meeting", (join) =>
      join.onRef("meeting.municipality_id", "=", "item.municipality_id").onRef("meeting.id", "=", "item.meeting_id"),
    )
    .innerJoin("committee", (join) =>
      join
        .onRef("committee.municipality_id", "=", "item.municipality_id")
        .onRef("committee.id", "=", "item.committee_id"),
    )
    .where("item.municipality_id", "=", municipalityId);
}
