import type { Generated, JSONColumnType } from "kysely";

/** "YYYY-MM-DD". */
type Day = string;

/** The language somebody is written to in. */
export type MailLanguage = "da" | "en";

/** better-auth's own table; only what we read ourselves. */
type UserTable = {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  twoFactorEnabled: boolean | null;
  isOperator: Generated<boolean>;
  isExample: Generated<boolean>;
  /** The language they asked for; null: none. */
  language: MailLanguage | null;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
};

type AccountTable = {
  id: string;
  userId: string;
  accountId: string;
  providerId: string;
  password: string | null;
  updatedAt: Date;
};

type SessionTable = {
  id: string;
  token: string;
  userId: string;
  expiresAt: Date;
  createdAt: Generated<Date>;
  updatedAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
};

type PasswordLinkTable = { token_hash: Buffer; user_id: string | null; expires_at: Date; used_at: Date | null };

type RoleGrantTable = {
  municipality_id: number;
  id: Generated<number>;
  user_id: string;
  role: string;
  committee_id: number | null;
  item_id: number | null;
  from_on: Generated<Day>;
  until_on: Day | null;
  granted_at: Generated<Date>;
  granted_by: string | null;
  ended_at: Date | null;
  ended_by: string | null;
};

type AuditEntryTable = {
  municipality_id: number;
  number: number;
  at: Date;
  actor_id: string | null;
  actor_name: string;
  action: string;
  subject: string;
  details: JSONColumnType<Record<string, unknown>>;
  hash: Buffer;
};

type AuditHeadTable = { municipality_id: number; number: number; hash: Buffer };

/** Who there is, what they may, and what was done. */
export type IdentitySchema = {
  role_grant: RoleGrantTable;
  audit_entry: AuditEntryTable;
  audit_head: AuditHeadTable;
  "identity.user": UserTable;
  "identity.account": AccountTable;
  "identity.passkey": { id: string; userId: string; name: string | null; createdAt: Date | null };
  "identity.session": SessionTable;
  "identity.password_attempt": { account: Buffer; count: number; began_at: Date };
  "identity.secret": { one: Generated<boolean>; value: string };
  "identity.password_link": PasswordLinkTable;
};
