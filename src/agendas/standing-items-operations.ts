import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { writeAudit } from "#identity/audit-queries.ts";
import { defaultRules } from "./dispatch-deadline.ts";
import { mayBuildAgenda } from "./policy.ts";
import { type Numbering, type StandingItem, standingVersion, usualStandingItems } from "./standing-items.ts";

type Place = { municipalityId: number; committeeId: number };

/** The items that each new agenda of a committee begins with, in order. */
export async function listStandingItems(db: Database, { municipalityId, committeeId }: Place): Promise<StandingItem[]> {
  const rows = await db
    .selectFrom("standing_item")
    .select(["title", "text", "place", "closed", "closed_ground as closedGround"])
    .where("municipality_id", "=", municipalityId)
    .where("committee_id", "=", committeeId)
    .orderBy("position")
    .execute();
  return rows.length > 0 ? rows : usualStandingItems;
}

export async function findNumbering(db: Database, { municipalityId, committeeId }: Place): Promise<Numbering> {
  const row = await db
    .selectFrom("committee_rules")
    .select("numbering")
    .where("municipality_id", "=", municipalityId)
    .where("committee_id", "=", committeeId)
    .executeTakeFirst();
  return row?.numbering ?? "year";
}

/**
 * Sets what a committee's new agendas begin with and how their items are numbered. `seen`: `standingVersion` of what the form
 * was made from. Agendas that are begun already keep their items; none at all brings the usual ones back.
 */
export async function setStandingItems(
  db: Database,
  actor: Actor,
  place: Place,
  { items, numbering, seen }: { items: StandingItem[]; numbering: Numbering; seen: string },
): Promise<{ ok: true } | { ok: false; reason: "unknown" | "changed" }> {
  if (!mayBuildAgenda(actor, place)) return { ok: false, reason: "unknown" };
  const of = { municipality_id: place.municipalityId, committee_id: place.committeeId };
  return db.transaction().execute(async (tx) => {
    await tx
      .selectFrom("committee")
      .select("id")
      .where("municipality_id", "=", of.municipality_id)
      .where("id", "=", of.committee_id)
      .forNoKeyUpdate()
      .executeTakeFirst();
    const now = await listStandingItems(tx, place);
    const numberingNow = await findNumbering(tx, place);
    const same = JSON.stringify([now, numberingNow]) === JSON.stringify([items, numbering]);
    if (same) return { ok: true };
    if (standingVersion(now, numberingNow) !== seen) return { ok: false, reason: "changed" };
    await tx
      .deleteFrom("standing_item")
      .where("municipality_id", "=", of.municipality_id)
      .where("committee_id", "=", of.committee_id)
      .execute();
    if (items.length > 0)
      await tx
        .insertInto("standing_item")
        .values(
          items.map(({ closedGround, ...item }, position) => ({
            ...of,
            ...item,
            position,
            closed_ground: closedGround,
          })),
        )
        .execute();
    await tx
      .insertInto("committee_rules")
      .values({
        ...of,
        dispatch_days: defaultRules.days,
        saturday_counts: defaultRules.saturdayCounts,
        meeting_day_counts: defaultRules.meetingDayCounts,
        numbering,
      })
      .onConflict((conflict) => conflict.columns(["municipality_id", "committee_id"]).doUpdateSet({ numbering }))
      .execute();
    await writeAudit(tx, actor, place.municipalityId, {
      action: "standing-items.set",
      subject: `committee:${place.committeeId}`,
      details: { items, numbering },
    });
    return { ok: true };
  });
}
