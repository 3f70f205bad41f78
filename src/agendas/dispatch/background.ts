import type { Logger } from "pino";
import type { Database } from "#database/connect.ts";
import type { Mailer } from "#mail/mail.ts";
import type { Work } from "#queue/start-queue.ts";
import { archiveDispatch, listUnarchived } from "./archive-dispatch.ts";
import type { Addresses } from "./mail.ts";
import { followPlan, listMoved } from "./follow-plan.ts";
import { anyMoved, noticeMoves } from "./notice-moves.ts";
import { anyMailDue, sendDispatches } from "./send-dispatches.ts";

/** Puts what has been dispatched into the archive, where the public reads it, and moves it there with the plan. */
export function dispatchArchive(db: Database, log: Logger): Work {
  return {
    name: "dispatch-archive",
    isDue: async () => (await listUnarchived(db)).length > 0 || (await listMoved(db)).length > 0,
    async run(signal) {
      for (const moved of await listMoved(db)) {
        if (signal.aborted) return;
        await followPlan(db, moved);
        log.info("a meeting that was moved stands on its new day in the archive");
      }
      for (const waiting of await listUnarchived(db)) {
        if (signal.aborted) return;
        await archiveDispatch(db, waiting);
        log.info({ number: waiting.number }, "a dispatched agenda is in the archive");
      }
    },
  };
}

/** Writes to those whom agendas and addenda go to, and to all of them when a meeting is moved or cancelled afterwards. */
export function dispatchMails(db: Database, log: Logger, mail: Mailer, addresses: Addresses): Work {
  return {
    name: "dispatch-mail",
    isDue: async () => (await anyMailDue(db)) || (await anyMoved(db)),
    async run(signal) {
      await noticeMoves(db);
      const sum = await sendDispatches(db, mail, addresses, signal);
      if (sum.sent + sum.failed > 0) log.info(sum, "agendas sent by mail");
    },
  };
}
