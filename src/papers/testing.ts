import { randomUUID } from "node:crypto";
import type { Database } from "#database/connect.ts";
import type { Actor, Grant, Role } from "#identity/actor.ts";
import { createPaper, type NewPaper } from "./create-paper.ts";
import type { PaperFacts, PaperHead } from "./paper.ts";

/** A town with two committees, each with a planned meeting a month from `2027-02-02`, for tests of papers. */
export type PaperTown = {
  municipalityId: number;
  schools: number;
  finance: number;
  /** Planned meetings by committee, in order. */
  meetings: { schools: number[]; finance: number[] };
  person(role: Role, grant?: Partial<Grant>): Promise<Actor>;
};

export async function aPaperTown(db: Database, slug = "birkeby"): Promise<PaperTown> {
  const { id: municipalityId } = await db
    .insertInto("municipality")
    .values({ slug, name: slug })
    .returning("id")
    .executeTakeFirstOrThrow();
  const [schools, finance] = [municipalityId * 100 + 10, municipalityId * 100 + 11];
  await db
    .insertInto("committee")
    .values(
      [
        { id: schools, slug: "skoleudvalget", name: "Skoleudvalget", kind: "committee" as const },
        { id: finance, slug: "oekonomiudvalget", name: "Økonomiudvalget", kind: "finance-committee" as const },
      ].map((row) => ({ ...row, municipality_id: municipalityId, name_key: row.slug, successor_id: null })),
    )
    .execute();
  const plan = async (committee: number, days: string[]) => {
    const rows = await db
      .insertInto("planned_meeting")
      .values(
        days.map((held_on) => ({
          municipality_id: municipalityId,
          committee_id: committee,
          held_on,
          start_time: "13:00",
          end_time: "15:00",
          place: "Rådhuset",
          extraordinary: false,
        })),
      )
      .returning("id")
      .execute();
    return rows.map(({ id }) => id);
  };
  const meetings = {
    schools: await plan(schools, ["2027-02-02", "2027-03-02", "2027-04-06"]),
    finance: await plan(finance, ["2027-02-09", "2027-03-09", "2027-04-13"]),
  };
  let people = 0;
  return {
    municipalityId,
    schools,
    finance,
    meetings,
    async person(role, grant = {}) {
      const userId = `${slug}-${role}-${++people}`;
      const name = `${role} ${people}`;
      const email = `${userId}@example.dk`;
      await db
        .insertInto("identity.user")
        .values({ id: userId, name, email, emailVerified: true, twoFactorEnabled: false })
        .execute();
      const held = { municipalityId, role, committeeId: schools, itemId: null, ...grant };
      await db
        .insertInto("role_grant")
        .values({
          municipality_id: held.municipalityId,
          user_id: userId,
          role,
          committee_id: held.committeeId,
          item_id: held.itemId,
        })
        .execute();
      return { userId, name, email, isOperator: false, isExample: false, grants: [held] };
    },
  };
}

/** A paper of the town's school committee, written by `actor`. */
export async function aPaper(
  db: Database,
  actor: Actor,
  town: PaperTown,
  { head = {}, ...more }: Partial<Omit<NewPaper, "head">> & { head?: Partial<PaperHead> } = {},
): Promise<number> {
  const made = await createPaper(db, actor, town.municipalityId, {
    head: {
      title: "Ny legeplads ved Birkeby Skole",
      responsibleId: actor.userId,
      deadline: null,
      closed: false,
      closedGround: null,
      ...head,
    },
    committeeId: town.schools,
    templateId: null,
    reference: null,
    formKey: randomUUID(),
    ...more,
  });
  if (!made.ok) throw new Error(made.reason);
  return made.id;
}

/** What is known of an open draft of committee 10 in municipality 1, for tests of rules. */
export const someFacts = (facts: Partial<PaperFacts> = {}): PaperFacts => ({
  municipalityId: 1,
  id: 7,
  committeeId: 10,
  state: "draft",
  closed: false,
  responsibleId: "ida",
  version: 1,
  pathCommittees: [10],
  dispatchedTo: [],
  standsIn: false,
  ...facts,
});
