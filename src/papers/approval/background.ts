import type { Logger } from "pino";
import type { Database } from "#database/connect.ts";
import { dayInDenmark } from "#follow-up/due-state.ts";
import type { Mailer } from "#mail/mail.ts";
import type { Work } from "#queue/start-queue.ts";
import { noteReminders } from "./reminders.ts";
import { anyUnsent, sendReminders, type WriteNotice } from "./send-reminders.ts";

const HOUR = 3_600_000;

/** Mails that tell people what waits for them, and of deadlines in time. Without a mail server there is nothing to do. */
export function reminding(db: Database, mail: Mailer | null, write: WriteNotice, log: Logger): Work {
  let nextLook = 0;
  return {
    name: "reminders",
    isDue: async () => mail !== null && (Date.now() >= nextLook || (await anyUnsent(db))),
    async run(signal) {
      if (!mail) return;
      if (Date.now() >= nextLook) {
        nextLook = Date.now() + HOUR;
        if (isDaytime(new Date())) await noteReminders(db, dayInDenmark(new Date()));
      }
      const sum = await sendReminders(db, mail, write, signal);
      if (sum.sent + sum.failed > 0) log.info(sum, "reminders sent");
    },
  };
}

/** Nobody is reminded at night. */
function isDaytime(now: Date): boolean {
  const hour = Number(
    new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Copenhagen", hour: "2-digit", hourCycle: "h23" }).format(now),
  );
  return hour >= 7 && hour < 18;
}
