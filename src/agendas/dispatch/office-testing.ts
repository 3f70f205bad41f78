import { pino } from "pino";
import { expect } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import type { Mailer } from "#mail/mail.ts";
import { type Received, testMail, type TestMail } from "#mail/testing.ts";
import type { CallInput } from "../agenda-item.ts";
import { changeItem } from "../agenda-operations.ts";
import { readAgenda } from "../agenda-queries.ts";
import { dispatchMails } from "./background.ts";
import { type AddendumInput, dispatchAddendum } from "./dispatch-addendum.ts";
import type { Addresses } from "./mail.ts";
import { anAgendaToSend, type BuiltAgenda, send } from "./testing.ts";

export const SECRET = "Hemmeligtgrundkoeb";
export const OPEN = "Ny legeplads ved skolen";

const under = { da: "", en: "/en" };
export const addresses: Addresses = {
  home: "https://moeder.eksempel.dk",
  reading: (language, municipality, meeting) => `${under[language]}/${municipality}/laes/${meeting}`,
  plan: (language, municipality, committee) => `${under[language]}/${municipality}/udvalg/${committee}/plan`,
};

type Guest = CallInput["guests"][number];

/** Somebody who is invited, at "gerda@example.dk" when they are Gerda. */
export const guest = (name: string, said: Partial<Guest> = {}): Guest => ({
  name,
  userId: null,
  email: `${name.split(" ")[0]?.toLowerCase()}@example.dk`,
  language: "da",
  from: null,
  until: null,
  ...said,
});

export const call = (guests: Guest[], said: Partial<CallInput> = {}): CallInput => ({
  startsAt: null,
  minutes: null,
  guests,
  ...said,
});

export type Office = Awaited<ReturnType<typeof anOffice>>;

/** A secretary with an agenda to send, a real mail server, and what is done with them. */
export async function anOffice() {
  const [test, mail]: [TestDatabase, TestMail] = await Promise.all([testDatabase(), testMail()]);
  const built: BuiltAgenda = await anAgendaToSend(test.db, { open: OPEN, closed: SECRET });
  const { municipalityId } = built.place;
  const agenda = await readAgenda(test.db, municipalityId, built.meetingId);
  const [open = 0, note = 0, closed = 0] = (agenda?.items ?? []).map(({ id }) => id);
  const at = async () => {
    const { version } = await test.db.selectFrom("agenda").select("version").executeTakeFirstOrThrow();
    return { municipalityId, meetingId: built.meetingId, version };
  };
  const work = (mailer: Mailer = mail.mailer) => dispatchMails(test.db, pino({ enabled: false }), mailer, addresses);
  return {
    db: test.db,
    built,
    mail,
    items: { open, note, closed },
    at,
    work,
    /** Invites guests to an item before the agenda is sent. */
    async invite(itemId: number, guests: Guest[], said: Partial<CallInput> = {}) {
      const isClosed = itemId === closed;
      const input = {
        title: "Meddelelser",
        text: "",
        place: "middle" as const,
        closed: isClosed,
        closedGround: isClosed ? "Styrelsesloven § 10: køb af grund" : null,
        lateReason: null,
        ...call(guests, said),
      };
      expect(await changeItem(test.db, built.secretary, await at(), itemId, input)).toMatchObject({ ok: true });
    },
    sendOut: async () => send(test.db, built, { version: (await at()).version }),
    async addendum(said: Partial<AddendumInput>) {
      const nothing = { papers: [], notes: [], withdraw: [], changes: [], lateReason: null };
      return dispatchAddendum(test.db, built.secretary, await at(), { ...nothing, ...said });
    },
    run: (mailer?: Mailer) => work(mailer).run(new AbortController().signal),
    /** Makes what waits for another try due now. */
    hurry: () =>
      test.db
        .updateTable("dispatch_recipient")
        .set({ try_at: new Date(0) })
        .execute(),
    /** What guests got since the last look, in the order it came. */
    toGuests(): Received[] {
      const all = mail.received.splice(0);
      return all.filter(({ envelope }) => envelope.every((email) => /^(gerda|gorm|glen)/.test(email)));
    },
    rows: () =>
      test.db
        .selectFrom("dispatch_recipient")
        .select(["number", "name", "email", "kind", "language", "item_id", "sent_at"])
        .where("role", "=", "guest")
        .orderBy("number")
        .orderBy("position")
        .execute(),
    async close() {
      await mail.stop();
      await test.drop();
    },
  };
}
