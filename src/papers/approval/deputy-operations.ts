import { z } from "zod";
import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { writeAudit } from "#identity/audit-queries.ts";
import { isId } from "../queries.ts";
import { listPossibleDeputies } from "./deputy-queries.ts";
import { mayHaveDeputy } from "./policy.ts";

/** A deputy stands in for a year at most: what is meant for longer is a role. */
const LONGEST = 366 * 86_400_000;

export const deputyShape = z
  .object({ deputyId: z.string().min(1), fromOn: z.iso.date(), untilOn: z.iso.date() })
  .refine(({ fromOn, untilOn }) => untilOn >= fromOn && Date.parse(untilOn) - Date.parse(fromOn) <= LONGEST, {
    path: ["untilOn"],
  });

/**
 * Lets a colleague approve in the actor's place from a day to a day, both included. Asking for the same again changes
 * nothing. `unknown-person`: nobody who could, or the actor themself.
 */
export async function setDeputy(
  db: Database,
  actor: Actor,
  municipalityId: number,
  { deputyId, fromOn, untilOn }: z.infer<typeof deputyShape>,
): Promise<{ ok: true } | { ok: false; reason: "forbidden" | "unknown-person" }> {
  if (!mayHaveDeputy(actor, municipalityId)) return { ok: false, reason: "forbidden" };
  return db.transaction().execute(async (tx) => {
    // Two forms of the same person wait for each other.
    await tx.selectFrom("identity.user").select("id").where("id", "=", actor.userId).forNoKeyUpdate().execute();
    const colleague = (await listPossibleDeputies(tx, municipalityId)).find(({ userId }) => userId === deputyId);
    if (!colleague || deputyId === actor.userId) return { ok: false, reason: "unknown-person" } as const;
    const there = await tx
      .selectFrom("deputy")
      .select("id")
      .where("municipality_id", "=", municipalityId)
      .where("user_id", "=", actor.userId)
      .where("deputy_id", "=", deputyId)
      .where("from_on", "=", fromOn)
      .where("until_on", "=", untilOn)
      .where("ended_at", "is", null)
      .executeTakeFirst();
    if (there) return { ok: true } as const;
    await tx
      .insertInto("deputy")
      .values({
        municipality_id: municipalityId,
        user_id: actor.userId,
        deputy_id: deputyId,
        from_on: fromOn,
        until_on: untilOn,
      })
      .execute();
    await writeAudit(tx, actor, municipalityId, {
      action: "deputy.set",
      subject: `user:${deputyId}`,
      details: { name: colleague.name, from: fromOn, until: untilOn },
    });
    return { ok: true } as const;
  });
}

/** Ends what one set up oneself, at once. Ending it twice changes nothing. */
export async function endDeputy(
  db: Database,
  actor: Actor,
  municipalityId: number,
  id: number,
): Promise<{ ok: true } | { ok: false; reason: "unknown" }> {
  if (!isId(id)) return { ok: false, reason: "unknown" };
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom("deputy")
      .select(["deputy_id", "ended_at"])
      .where("municipality_id", "=", municipalityId)
      .where("id", "=", id)
      .where("user_id", "=", actor.userId)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return { ok: false, reason: "unknown" } as const;
    if (row.ended_at) return { ok: true } as const;
    await tx
      .updateTable("deputy")
      .set({ ended_at: new Date() })
      .where("municipality_id", "=", municipalityId)
      .where("id", "=", id)
      .execute();
    await writeAudit(tx, actor, municipalityId, { action: "deputy.ended", subject: `user:${row.deputy_id}` });
    return { ok: true } as const;
  });
}
