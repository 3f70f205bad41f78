import { type Kysely, sql } from "kysely";

/**
 * Who may do what. The schema `identity` holds people's secrets: it stays out of the portable export, and where it is
 * when an archive is restored over another it stays as it is. Its tables up to `rateLimit` are better-auth's own, in its
 * names. Roles and the audit are part of the archive.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create schema if not exists identity`,
  `create table if not exists identity."user" (
    id text primary key,
    name text not null,
    email text not null unique,
    "emailVerified" boolean not null,
    image text,
    "createdAt" timestamptz not null default current_timestamp,
    "updatedAt" timestamptz not null default current_timestamp,
    "twoFactorEnabled" boolean,
    "isOperator" boolean not null default false,
    "isExample" boolean not null default false
  )`,
  `create table if not exists identity.session (
    id text primary key,
    "expiresAt" timestamptz not null,
    token text not null unique,
    "createdAt" timestamptz not null default current_timestamp,
    "updatedAt" timestamptz not null,
    "ipAddress" text,
    "userAgent" text,
    "userId" text not null references identity."user" (id) on delete cascade
  )`,
  `create index if not exists session_userid on identity.session ("userId")`,
  `create table if not exists identity.account (
    id text primary key,
    "accountId" text not null,
    "providerId" text not null,
    "userId" text not null references identity."user" (id) on delete cascade,
    "accessToken" text,
    "refreshToken" text,
    "idToken" text,
    "accessTokenExpiresAt" timestamptz,
    "refreshTokenExpiresAt" timestamptz,
    scope text,
    password text,
    "createdAt" timestamptz not null default current_timestamp,
    "updatedAt" timestamptz not null
  )`,
  `create index if not exists account_userid on identity.account ("userId")`,
  `create table if not exists identity.verification (
    id text primary key,
    identifier text not null,
    value text not null,
    "expiresAt" timestamptz not null,
    "createdAt" timestamptz not null default current_timestamp,
    "updatedAt" timestamptz not null default current_timestamp
  )`,
  `create index if not exists verification_identifier on identity.verification (identifier)`,
  `create table if not exists identity."twoFactor" (
    id text primary key,
    secret text not null,
    "backupCodes" text not null,
    "userId" text not null references identity."user" (id) on delete cascade,
    verified boolean,
    "failedVerificationCount" integer,
    "lockedUntil" timestamptz
  )`,
  `create index if not exists twofactor_secret on identity."twoFactor" (secret)`,
  `create index if not exists twofactor_userid on identity."twoFactor" ("userId")`,
  `create table if not exists identity.passkey (
    id text primary key,
    name text,
    "publicKey" text not null,
    "userId" text not null references identity."user" (id) on delete cascade,
    "credentialID" text not null,
    counter integer not null,
    "deviceType" text not null,
    "backedUp" boolean not null,
    transports text,
    "createdAt" timestamptz,
    aaguid text
  )`,
  `create index if not exists passkey_userid on identity.passkey ("userId")`,
  `create index if not exists passkey_credentialid on identity.passkey ("credentialID")`,
  `create table if not exists identity."ssoProvider" (
    id text primary key,
    issuer text not null,
    "oidcConfig" text,
    "samlConfig" text,
    "userId" text not null references identity."user" (id) on delete cascade,
    "providerId" text not null unique,
    "organizationId" text,
    domain text not null
  )`,
  `create table if not exists identity."rateLimit" (
    id text primary key,
    key text not null unique,
    count integer not null,
    "lastRequest" bigint not null
  )`,

  // What signs sessions, when the operator gives no SAGSGANG_SECRET. One row.
  `create table if not exists identity.secret (
    one boolean primary key default true check (one),
    value text not null
  )`,
  // A link to a page where somebody chooses a password: an invitation or a forgotten one. Only the token's hash is kept.
  `create table if not exists identity.password_link (
    token_hash bytea primary key,
    user_id text references identity."user" (id) on delete cascade,
    expires_at timestamptz not null,
    used_at timestamptz
  )`,
  // No reference to the user: an archive restored elsewhere brings its roles, and they wait for their people.
  `create table role_grant (
    municipality_id integer not null references municipality (id) on delete cascade,
    id bigint generated always as identity,
    user_id text not null,
    role text not null,
    committee_id bigint,
    item_id bigint,
    from_on date not null default current_date,
    until_on date,
    granted_at timestamptz not null default current_timestamp,
    granted_by text,
    ended_at timestamptz,
    ended_by text,
    primary key (municipality_id, id),
    foreign key (municipality_id, committee_id) references committee (municipality_id, id) on delete cascade,
    check (until_on is null or until_on >= from_on)
  )`,
  `create index role_grant_user on role_grant (user_id)`,

  // Municipality 0 is the installation itself: sign-ins and what operators do. `audit_head` makes a cut tail show.
  `create table audit_entry (
    municipality_id integer not null,
    number integer not null,
    at timestamptz not null,
    actor_id text,
    actor_name text not null,
    action text not null,
    subject text not null,
    details jsonb not null,
    hash bytea not null,
    primary key (municipality_id, number)
  )`,
  `create index audit_entry_subject on audit_entry (municipality_id, subject)`,
  `create index audit_entry_actor on audit_entry (municipality_id, actor_id)`,
  `create table audit_head (
    municipality_id integer primary key,
    number integer not null,
    hash bytea not null
  )`,
];
