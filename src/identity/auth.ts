import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { twoFactor } from "better-auth/plugins/two-factor";
import type { Logger } from "pino";
import type { Database } from "#database/connect.ts";
import { INSTALLATION, writeAudit } from "./audit-queries.ts";
import { CLIENT_ADDRESS } from "./client-address.ts";
import { MAX_PASSWORD, MIN_PASSWORD } from "./passwords.ts";
import { endOfSession, WHOLE_HOURS } from "./session-life.ts";
import type { SignOnProvider } from "./sign-on.ts";
import { findUserByEmail } from "./user-queries.ts";

export type AuthOptions = {
  db: Database;
  /** Where people find the portal, e.g. "https://moeder.eksempel.dk". Passkeys and cookies hold for this address only. */
  address: string;
  secret: string;
  signOn: SignOnProvider[];
  /** For what better-auth has to tell operators. */
  log: Pick<Logger, "error" | "warn">;
};

export type Auth = Awaited<ReturnType<typeof createAuth>>;

/**
 * Sign-in with password, passkey, one-time codes and the municipality's own sign-on. Nobody signs up: people are invited,
 * and a sign-on lets in only those who are, by their address in its own domain.
 */
export async function createAuth({ db, address, secret, signOn, log }: AuthOptions) {
  return betterAuth({
    appName: "Sagsgang",
    baseURL: address,
    secret,
    database: { db: db.withSchema("identity"), type: "postgres", transaction: true },
    trustedOrigins: [
      address,
      ...signOn.flatMap(({ oidcConfig }) => (oidcConfig ? new URL(oidcConfig.issuer).origin : [])),
    ],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD,
      maxPasswordLength: MAX_PASSWORD,
      revokeSessionsOnPasswordReset: true,
    },
    user: {
      additionalFields: {
        isOperator: { type: "boolean", input: false, defaultValue: false },
        isExample: { type: "boolean", input: false, defaultValue: false },
      },
    },
    // The cookie lives as long as a session can; when the session ends without use is our own business (`findActor`).
    session: { expiresIn: WHOLE_HOURS * 60 * 60, disableSessionRefresh: true },
    // In the database, so that a restart forgets nothing.
    rateLimit: {
      enabled: true,
      storage: "database",
      window: 60,
      max: 100,
      // A whole town hall comes from one address, and everybody at eight. Passwords (`password-sign-in.ts`) and one-time
      // codes (better-auth) have a limit for each account, too.
      customRules: {
        "/sign-in/email": { window: 60, max: 30 },
        "/sign-in/sso": { window: 60, max: 300 },
        "/sso/**": { window: 60, max: 300 },
        "/passkey/*": { window: 60, max: 300 },
        "/two-factor/*": { window: 60, max: 30 },
      },
    },
    advanced: { cookiePrefix: "sagsgang", ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] } },
    plugins: [
      twoFactor({ issuer: "Sagsgang", skipVerificationOnEnable: false, allowPasswordless: true }),
      passkey({ rpID: new URL(address).hostname, rpName: "Sagsgang", origin: address }),
      ...(await signOnPlugins(db, signOn)),
    ],
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const now = new Date();
            return { data: { ...session, expiresAt: endOfSession(now, now) } };
          },
          after: async (session) => {
            const user = await db
              .selectFrom("identity.user")
              .select(["id", "name"])
              .where("id", "=", session.userId)
              .executeTakeFirst();
            if (!user) return;
            await db.transaction().execute((tx) =>
              writeAudit(tx, { userId: user.id, name: user.name }, INSTALLATION, {
                action: "sign-in",
                subject: `user:${user.id}`,
              }),
            );
          },
        },
      },
    },
    // Its messages name no person; what comes with them may.
    logger: { level: "error", log: (_level, message) => log.error(`sign-in: ${message}`) },
    telemetry: { enabled: false },
  });
}

/** Sign-on brings SAML's readers of XML along, which take 20 MB: only where somebody signs on. */
async function signOnPlugins(db: Database, signOn: SignOnProvider[]) {
  if (signOn.length === 0) return [];
  const { sso } = await import("@better-auth/sso");
  return [
    sso({
      disableImplicitSignUp: true,
      resolveUser: async ({ providerId, providerUser: { email } }) => {
        const domain = signOn.find((one) => one.providerId === providerId)?.domain;
        const invited = await findUserByEmail(db, email.toLowerCase());
        const theirs = domain !== undefined && email.toLowerCase().endsWith(`@${domain.toLowerCase()}`);
        if (!invited || !theirs) return { action: "reject", code: "not-invited" };
        return { action: "link", userId: invited.id, profile: "preserve" };
      },
      providersLimit: 0,
      defaultSSO: signOn,
    }),
  ];
}
