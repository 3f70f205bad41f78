import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { AgendaItemKind } from "#database/schema-agendas.ts";
import { inOrder, type Placed } from "./agenda-order.ts";

/** An item as far as its place, its title and its doors go; closed when its paper is. */
export type OrderRow = Placed & { kind: AgendaItemKind; paperId: number | null; title: string };

/** The items of an agenda in the order they stand. What was withdrawn after dispatch keeps its place. */
export async function listAgendaOrder(
  db: Database,
  { municipalityId, meetingId }: { municipalityId: number; meetingId: number },
): Promise<OrderRow[]> {
  const rows = await db
    .selectFrom("agenda_item as item")
    .leftJoin("paper", (join) =>
      join.onRef("paper.municipality_id", "=", "item.municipality_id").onRef("paper.id", "=", "item.paper_id"),
    )
    .select([
      "item.id",
      "item.position",
      "item.place",
      "item.kind",
      "item.paper_id as paperId",
      sql<string>`coalesce(paper.title, item.title)`.as("title"),
      sql<boolean>`item.closed or coalesce(paper.closed, false)`.as("closed"),
    ])
    .where("item.municipality_id", "=", municipalityId)
    .where("item.planned_meeting_id", "=", meetingId)
    .execute();
  return inOrder(rows);
}
