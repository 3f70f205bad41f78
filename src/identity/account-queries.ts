import type { Database } from "#database/connect.ts";
import type { MailLanguage } from "#database/schema-identity.ts";

/** `language`: what they asked for; null: none. */
export type Account = {
  twoFactor: boolean;
  language: MailLanguage | null;
  passkeys: { id: string; name: string | null; createdAt: Date | null }[];
};

/** How a person signs in. */
export async function findAccount(db: Database, userId: string): Promise<Account> {
  const [user, passkeys] = await Promise.all([
    db.selectFrom("identity.user").select(["twoFactorEnabled", "language"]).where("id", "=", userId).executeTakeFirst(),
    db
      .selectFrom("identity.passkey")
      .select(["id", "name", "createdAt"])
      .where("userId", "=", userId)
      .orderBy("createdAt")
      .execute(),
  ]);
  return { twoFactor: user?.twoFactorEnabled ?? false, language: user?.language ?? null, passkeys };
}
