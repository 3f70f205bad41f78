import type { Database } from "#database/connect.ts";
import type { MailLanguage } from "#database/schema-identity.ts";
import type { Actor } from "./actor.ts";
import { INSTALLATION, writeAudit } from "./audit-queries.ts";

/** Sets the language that somebody is written to in, and meets when they sign in. Nobody sets another's. */
export async function chooseLanguage(db: Database, actor: Actor, language: MailLanguage): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const changed = await tx
      .updateTable("identity.user")
      .set({ language })
      .where("id", "=", actor.userId)
      .where("language", "is distinct from", language)
      .returning("id")
      .executeTakeFirst();
    if (changed)
      await writeAudit(tx, actor, INSTALLATION, {
        action: "language.chosen",
        subject: `user:${actor.userId}`,
        details: { language },
      });
  });
}
