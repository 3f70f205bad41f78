import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { type EditResult, editPaper, type SeenPaper } from "./edit-paper.ts";
import type { PaperHead } from "./paper.ts";
import { mayEdit } from "./policy.ts";
import { listStaff } from "./staff-queries.ts";

/**
 * Changes title, responsible person, deadline, and open or closed with its ground. The audit says which of them, and in
 * which words only where they are not the paper's own.
 */
export async function changeHead(
  db: Database,
  actor: Actor,
  seen: SeenPaper,
  head: PaperHead,
): Promise<EditResult<"unknown-person">> {
  const wanted = {
    title: head.title,
    responsible_id: head.responsibleId,
    deadline: head.deadline,
    closed: head.closed,
    closed_ground: head.closed ? head.closedGround : null,
  };
  const current = (tx: Database) =>
    tx
      .selectFrom("paper")
      .select(["title", "responsible_id", "responsible_name", "deadline", "closed", "closed_ground"])
      .where("municipality_id", "=", seen.municipalityId)
      .where("id", "=", seen.id)
      .executeTakeFirstOrThrow();
  const fields = Object.keys(wanted) as (keyof typeof wanted)[];
  return editPaper<"unknown-person">(db, actor, seen, {
    may: mayEdit,
    async isSame(tx) {
      const row = await current(tx);
      return fields.every((field) => row[field] === wanted[field]);
    },
    async write(tx, { committeeId }) {
      const row = await current(tx);
      let name = row.responsible_name;
      if (row.responsible_id !== wanted.responsible_id) {
        const staff = await listStaff(tx, seen.municipalityId, committeeId);
        const person = staff.find(({ userId }) => userId === wanted.responsible_id);
        if (!person) return { reason: "unknown-person" };
        name = person.name;
      }
      await tx
        .updateTable("paper")
        .set({ ...wanted, responsible_name: name })
        .where("municipality_id", "=", seen.municipalityId)
        .where("id", "=", seen.id)
        .execute();
      const { deadline, closed } = wanted;
      const changed = fields.filter((field) => row[field] !== wanted[field]);
      return { action: "paper.head-changed", details: { changed, responsible: name, deadline, closed } };
    },
  });
}
