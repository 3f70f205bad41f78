import type { Transaction } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Schema } from "#database/schema.ts";
import type { Actor, Grant, Role } from "#identity/actor.ts";
import { holdsRole } from "#identity/holds-role.ts";
import { today } from "#identity/today.ts";
import { mayBeDeputy } from "./policy.ts";

type Reader = Database | Transaction<Schema>;

/** The actor, and those who let them act in their place today. Who has left the municipality acts for nobody. */
export async function listPersonsActedFor(db: Reader, actor: Actor, municipalityId: number): Promise<Actor[]> {
  if (!mayBeDeputy(actor, municipalityId)) return [actor];
  const rows = await db
    .selectFrom("deputy")
    .innerJoin("identity.user as user", "user.id", "deputy.user_id")
    .innerJoin("role_grant as grant", (join) =>
      join.onRef("grant.user_id", "=", "deputy.user_id").onRef("grant.municipality_id", "=", "deputy.municipality_id"),
    )
    .select([
      "user.id as userId",
      "user.name",
      "user.email",
      "user.isExample",
      "grant.role",
      "grant.committee_id as committeeId",
      "grant.item_id as itemId",
    ])
    .where("deputy.municipality_id", "=", municipalityId)
    .where("deputy.deputy_id", "=", actor.userId)
    .where("deputy.ended_at", "is", null)
    .where("deputy.from_on", "<=", today)
    .where("deputy.until_on", ">=", today)
    .where(holdsRole("grant"))
    .orderBy("user.name")
    .orderBy("user.id")
    .execute();
  const persons = [...Map.groupBy(rows, ({ userId }) => userId).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const grants: Grant[] = own.map(({ role, committeeId, itemId }) => ({
      municipalityId,
      role: role as Role,
      committeeId,
      itemId,
    }));
    const { userId, name, email } = first;
    return [{ userId, name, email, isOperator: false, isExample: first.isExample ?? false, grants }];
  });
  return [actor, ...persons];
}

export type Deputy = {
  id: number;
  person: { id: string; name: string };
  deputy: { id: string; name: string };
  fromOn: string;
  untilOn: string;
};

/** Who acts for the person or for whom the person acts, from today on, the first to begin first. */
export async function listDeputies(db: Database, municipalityId: number, userId: string): Promise<Deputy[]> {
  const rows = await db
    .selectFrom("deputy")
    .innerJoin("identity.user as person", "person.id", "deputy.user_id")
    .innerJoin("identity.user as stand", "stand.id", "deputy.deputy_id")
    .select([
      "deputy.id",
      "person.id as personId",
      "person.name as personName",
      "stand.id as deputyId",
      "stand.name as deputyName",
      "deputy.from_on as fromOn",
      "deputy.until_on as untilOn",
    ])
    .where("deputy.municipality_id", "=", municipalityId)
    .where((eb) => eb.or([eb("deputy.user_id", "=", userId), eb("deputy.deputy_id", "=", userId)]))
    .where("deputy.ended_at", "is", null)
    .where("deputy.until_on", ">=", today)
    .orderBy("deputy.from_on")
    .orderBy("deputy.id")
    .execute();
  return rows.map(({ id, personId, personName, deputyId, deputyName, fromOn, untilOn }) => ({
    id,
    person: { id: personId, name: personName },
    deputy: { id: deputyId, name: deputyName },
    fromOn,
    untilOn,
  }));
}

export type Colleague = { userId: string; name: string; roles: Role[] };

/** Those in a municipality who could act for somebody, by name. */
export async function listPossibleDeputies(db: Reader, municipalityId: number): Promise<Colleague[]> {
  const rows = await db
    .selectFrom("role_grant as grant")
    .innerJoin("identity.user as user", "user.id", "grant.user_id")
    .select(["user.id as userId", "user.name", "grant.role", "grant.item_id as itemId"])
    .where("grant.municipality_id", "=", municipalityId)
    .where(holdsRole("grant"))
    .orderBy("user.name")
    .orderBy("user.id")
    .execute();
  return [...Map.groupBy(rows, ({ userId }) => userId)].flatMap(([userId, own]) => {
    const grants = own.map(({ role, itemId }) => ({ municipalityId, role: role as Role, committeeId: null, itemId }));
    if (!mayBeDeputy({ grants }, municipalityId)) return [];
    return [{ userId, name: own[0]?.name ?? "", roles: [...new Set(grants.map(({ role }) => role))] }];
  });
}
