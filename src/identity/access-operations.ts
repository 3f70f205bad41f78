import { hashPassword } from "better-auth/crypto";
import type { Transaction } from "kysely";
import type { z } from "zod";
import type { Database } from "#database/connect.ts";
import type { MailLanguage } from "#database/schema-identity.ts";
import type { Schema } from "#database/schema.ts";
import { findItemCommittee } from "./access-queries.ts";
import type { Actor } from "./actor.ts";
import { INSTALLATION, writeAudit } from "./audit-queries.ts";
import { countAttempt } from "./attempts.ts";
import { type GrantFault, grantFault, type GrantInput, type personShape } from "./grant.ts";
import { findPasswordLink, LINK_LIFE, makePasswordLink, takePasswordLink } from "./password-links.ts";
import { type PasswordFault, passwordFault } from "./passwords.ts";
import { mayManageAccess } from "./policy.ts";
import { shutOut } from "./session-operations.ts";
import { findToday } from "./today.ts";
import {
  canSignIn,
  ensureUser,
  findLanguage,
  findUserByEmail,
  hasRoleElsewhere,
  isCommittee,
  listOwnMunicipalities,
  savePassword,
  signsOnOnly,
} from "./user-queries.ts";

type Refused = { ok: false; reason: "forbidden" | "unknown-committee" | "unknown-item" | GrantFault };

/**
 * Gives somebody a role, and an account when they have none. `token`: for the link where they choose a password; null
 * when they can sign in already, or were invited by another municipality, whose link stands. `language`: what to write to them in. Inviting the same person again with the same role changes nothing but gives a new link.
 */
export async function invite(
  db: Database,
  actor: Actor,
  municipalityId: number,
  person: z.infer<typeof personShape> & { language?: MailLanguage | null },
  asked: GrantInput,
): Promise<{ ok: true; userId: string; language: MailLanguage; token: string | null } | Refused> {
  if (!mayManageAccess(actor, municipalityId)) return { ok: false, reason: "forbidden" };
  const fault = grantFault(asked, await findToday(db));
  if (fault) return { ok: false, reason: fault };
  const item = asked.itemId ? await findItemCommittee(db, municipalityId, asked.itemId) : undefined;
  if (asked.itemId && !item) return { ok: false, reason: "unknown-item" };
  const grant = item ? { ...asked, committeeId: item.committeeId } : asked;
  if (grant.committeeId !== null && !(await isCommittee(db, municipalityId, grant.committeeId)))
    return { ok: false, reason: "unknown-committee" };
  const userId = await db.transaction().execute(async (tx) => {
    const id = await ensureUser(tx, person);
    await addGrant(tx, actor, municipalityId, id, grant);
    return id;
  });
  // Whoever holds a link can become the person: who gives roles here gets none to what the person may do elsewhere.
  const isOthers = !actor.isOperator && (await hasRoleElsewhere(db, userId, municipalityId));
  const needsLink = !isOthers && !(await canSignIn(db, userId));
  const token = needsLink ? await makePasswordLink(db, userId, LINK_LIFE.invitation) : null;
  return { ok: true, userId, language: (await findLanguage(db, userId)) ?? "da", token };
}

/** Ends a role at once; it stays in the history. Whoever has no role left anywhere is signed out everywhere. */
export async function endGrant(
  db: Database,
  actor: Actor,
  municipalityId: number,
  grantId: number,
): Promise<{ ok: true } | { ok: false; reason: "forbidden" | "unknown" | "last-administrator" }> {
  if (!mayManageAccess(actor, municipalityId)) return { ok: false, reason: "forbidden" };
  return db.transaction().execute(async (tx) => {
    const grants = await tx
      .selectFrom("role_grant")
      .selectAll()
      .where("municipality_id", "=", municipalityId)
      .where("ended_at", "is", null)
      .forUpdate()
      .execute();
    const grant = grants.find(({ id }) => id === grantId);
    if (!grant) return { ok: false, reason: "unknown" } as const;
    const administrators = grants.filter(({ role }) => role === "administrator");
    if (grant.role === "administrator" && administrators.length === 1 && !actor.isOperator)
      return { ok: false, reason: "last-administrator" } as const;
    await tx
      .updateTable("role_grant")
      .set({ ended_at: new Date(), ended_by: actor.userId })
      .where("municipality_id", "=", municipalityId)
      .where("id", "=", grantId)
      .execute();
    await writeAudit(tx, actor, municipalityId, {
      action: "role.ended",
      subject: `user:${grant.user_id}`,
      details: { role: grant.role, committee: grant.committee_id, item: grant.item_id },
    });
    await shutOut(tx, grant.user_id);
    return { ok: true } as const;
  });
}

/**
 * Makes the account of whoever holds the link, or gives it a new password, and uses the link up. Of two who use the same
 * link at once one gets in. `person` names the first operator; others have been named by the invitation. A link that
 * was made before its person came by the municipality's sign-on is of no use after that.
 */
export async function choosePassword(
  db: Database,
  token: string,
  password: string,
  person: z.infer<typeof personShape> | null,
): Promise<{ ok: true; email: string } | { ok: false; reason: "unknown-link" | "taken" | PasswordFault }> {
  const link = await findPasswordLink(db, token);
  const named = link?.user ?? person;
  if (!link || !named) return { ok: false, reason: "unknown-link" };
  if (link.user && (await signsOnOnly(db, link.user.id))) return { ok: false, reason: "unknown-link" };
  const words = link.user ? await listOwnMunicipalities(db, link.user.id) : [];
  const fault = passwordFault(password, { ...named, words });
  if (fault) return { ok: false, reason: fault };
  if (!link.user && (await findUserByEmail(db, named.email))) return { ok: false, reason: "taken" };
  const hashed = await hashPassword(password);
  if (!(await takePasswordLink(db, token))) return { ok: false, reason: "unknown-link" };
  await db.transaction().execute(async (tx) => {
    const userId = link.user?.id ?? (await ensureUser(tx, named));
    await savePassword(tx, userId, hashed);
    await tx.updateTable("identity.user").set({ emailVerified: true }).where("id", "=", userId).execute();
    if (!link.user) await tx.updateTable("identity.user").set({ isOperator: true }).where("id", "=", userId).execute();
    await tx.deleteFrom("identity.session").where("userId", "=", userId).execute();
    await writeAudit(tx, { userId, name: named.name }, INSTALLATION, {
      action: link.user ? "password.chosen" : "operator.made",
      subject: `user:${userId}`,
    });
  });
  return { ok: true, email: named.email };
}

/** Mails about a forgotten password in a quarter of an hour: to one person, and asked for from one place. */
const MAX_FORGOTTEN = 3;
const MAX_FORGOTTEN_FROM = 20;

/**
 * A link for whoever forgot their password; null when nobody has that address or they have been sent enough, which the
 * page does not tell. `token` null: they come by their municipality's sign-on and have no password to forget.
 */
export async function forgetPassword(
  db: Database,
  email: string,
): Promise<{ name: string; language: MailLanguage | null; token: string | null } | null> {
  if ((await countAttempt(db, "forgotten", email)) > MAX_FORGOTTEN) return null;
  const user = await findUserByEmail(db, email.trim().toLowerCase());
  if (!user || user.isExample) return null;
  const { name, language } = user;
  const token = (await signsOnOnly(db, user.id)) ? null : await makePasswordLink(db, user.id, LINK_LIFE.forgotten);
  return { name, language, token };
}

/** False when somebody has asked for links from one place too often, whoever they were for. */
export async function mayForget(db: Database, address: string): Promise<boolean> {
  return (await countAttempt(db, "forgotten-from", address)) <= MAX_FORGOTTEN_FROM;
}

/** The token for making the first operator; null when there is one. Each start of the server makes a new one. */
export async function firstOperatorToken(db: Database): Promise<string | null> {
  const there = await db.selectFrom("identity.user").select("id").where("isOperator", "=", true).executeTakeFirst();
  return there ? null : makePasswordLink(db, null, LINK_LIFE.first);
}

async function addGrant(
  tx: Transaction<Schema>,
  actor: Actor,
  municipalityId: number,
  userId: string,
  { role, committeeId, fromOn, untilOn, itemId = null }: GrantInput,
): Promise<void> {
  const begins = fromOn ?? (await findToday(tx));
  // The same form sent twice at once gives one role: a second one would hold on when the first is taken back.
  await tx.selectFrom("identity.user").select("id").where("id", "=", userId).forNoKeyUpdate().execute();
  const there = await tx
    .selectFrom("role_grant")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("user_id", "=", userId)
    .where("role", "=", role)
    .where("committee_id", "is not distinct from", committeeId)
    .where("item_id", "is not distinct from", itemId)
    .where("until_on", "is not distinct from", untilOn)
    // Given again without a day of its own it has begun already.
    .where("from_on", fromOn ? "=" : "<=", begins)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  if (there) return;
  await tx
    .insertInto("role_grant")
    .values({
      municipality_id: municipalityId,
      user_id: userId,
      role,
      committee_id: committeeId,
      item_id: itemId,
      from_on: begins,
      until_on: untilOn,
      granted_by: actor.userId,
    })
    .execute();
  await writeAudit(tx, actor, municipalityId, {
    action: "role.given",
    subject: `user:${userId}`,
    details: { role, committee: committeeId, item: itemId, from: begins, until: untilOn },
  });
}
