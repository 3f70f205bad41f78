import { type ParsedMail, simpleParser } from "mailparser";
import { pino } from "pino";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { type Mailer, openMail } from "#mail/mail.ts";
import { cancelMeeting, moveMeeting } from "../plan-operations.ts";
import { dispatchMails } from "./background.ts";
import { dispatchAddendum } from "./dispatch-addendum.ts";
import { type Addresses } from "./mail.ts";
import { sendDispatches } from "./send-dispatches.ts";
import { anAgendaToSend, type BuiltAgenda, inDays, send } from "./testing.ts";

const SECRET = "Hemmeligtgrundkoeb";
const under = { da: "", en: "/en" };
const addresses: Addresses = {
  home: "https://moeder.eksempel.dk",
  reading: (language, municipality, meeting) => `${under[language]}/${municipality}/laes/${meeting}`,
  plan: (language, municipality, committee) => `${under[language]}/${municipality}/udvalg/${committee}/plan`,
};
const log = pino({ enabled: false });

let test_: TestDatabase;
let built: BuiltAgenda;
let server: SMTPServer | undefined;
let mailer: Mailer | undefined;
let received: ParsedMail[];
const env = { ...process.env };

beforeEach(async () => {
  received = [];
  test_ = await testDatabase();
  built = await anAgendaToSend(test_.db, { closed: SECRET });
});
afterEach(async () => {
  mailer?.close();
  await stopServer();
  process.env = { ...env };
  await test_.drop();
});

/** A mail server that takes every mail, but those whose recipient `refuses` names. Resolves to its port. */
async function startServer(port = 0, refuses = (_email: string) => false): Promise<number> {
  const started = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) => done(refuses(address) ? new Error("no such mailbox") : null),
    onData(stream, _session, done) {
      simpleParser(stream).then(
        (mail) => {
          received.push(mail);
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(port, "127.0.0.1", resolve));
  const address = started.server.address();
  return typeof address === "object" && address ? address.port : 0;
}

async function stopServer(): Promise<void> {
  const running = server;
  server = undefined;
  if (running) await new Promise<void>((resolve) => running.close(() => resolve()));
}

function mailTo(port: number): Mailer {
  process.env["SAGSGANG_SMTP"] = `smtp://127.0.0.1:${port}`;
  process.env["SAGSGANG_MAIL_FROM"] = "moeder@eksempel.dk";
  mailer = openMail(log) as Mailer;
  return mailer;
}

const work = (mail: Mailer) => dispatchMails(test_.db, log, mail, addresses);
const run = (mail: Mailer) => work(mail).run(new AbortController().signal);
const recipients = () =>
  test_.db
    .selectFrom("dispatch_recipient")
    .select(["name", "kind", "attempts", "sent_at"])
    .orderBy("position")
    .execute();
/** Makes what waits for another try due now. */
const hurry = () =>
  test_.db
    .updateTable("dispatch_recipient")
    .set({ try_at: new Date(0) })
    .execute();
const toWhom = () =>
  received.map(({ to }) => (Array.isArray(to) ? to : [to]).map((one) => one?.text).join()).toSorted();
const calendarOf = (mail: ParsedMail | undefined) => mail?.attachments[0]?.content.toString() ?? "";

test("each recipient gets one mail with the way to the agenda and the meeting as a calendar file", async () => {
  await send(test_.db, built);
  const mail = mailTo(await startServer());
  expect(await work(mail).isDue()).toBe(true);
  await run(mail);
  expect(await work(mail).isDue()).toBe(false);
  expect(toWhom()).toEqual(['"Mogens Medlem" <mogens.medlem@example.dk>', expect.stringContaining("<sofie.stedfortr")]);
  const first = received.find(({ text }) => text?.includes("Kære Mogens Medlem"));
  expect(first?.subject).toMatch(/^Dagsorden: Skoleudvalget /);
  expect(first?.text).toContain(`https://moeder.eksempel.dk/birkeby/laes/${built.meetingId}`);
  expect(first?.text).toContain("Den har 3 punkter.");
  expect(first?.text).toContain("fordi du er medlem af udvalget");
  const calendar = calendarOf(first);
  expect(calendar).toContain("METHOD:PUBLISH");
  expect(calendar).toContain(`UID:birkeby-${built.meetingId}@moeder.eksempel.dk`);
  expect(calendar).toContain("SEQUENCE:1");
  expect((await recipients()).every(({ sent_at }) => sent_at !== null)).toBe(true);
  await run(mail);
  expect(received).toHaveLength(2);
});

test("nothing that stands in an item is in a mail or its calendar file, open or closed", async () => {
  await send(test_.db, built);
  await run(mailTo(await startServer()));
  for (const mail of received) {
    const all = `${mail.subject}${mail.text}${mail.html}${calendarOf(mail)}`;
    expect(all).not.toMatch(/Hemmeligtgrundkoeb|legeplads|Meddelelser/i);
  }
});

test("a mail server that is down stops nothing: the mail is sent when it is up again", async () => {
  await send(test_.db, built);
  const port = await startServer();
  await stopServer();
  const mail = mailTo(port);
  await run(mail);
  expect((await recipients()).map(({ attempts, sent_at }) => [attempts, sent_at])).toEqual([
    [1, null],
    [1, null],
  ]);
  expect(await work(mail).isDue()).toBe(false);
  await startServer(port);
  await hurry();
  await run(mail);
  expect(received).toHaveLength(2);
  expect((await recipients()).every(({ sent_at }) => sent_at !== null)).toBe(true);
});

test("one mailbox that does not exist keeps nobody else's mail back", async () => {
  await send(test_.db, built);
  await run(mailTo(await startServer(0, (email) => email.startsWith("mogens"))));
  expect(received).toHaveLength(1);
  expect((await recipients()).map(({ sent_at }) => sent_at !== null)).toEqual([false, true]);
});

test("killed between the server's yes and our note, one mail goes out twice and no other", async () => {
  await send(test_.db, built);
  const mail = mailTo(await startServer());
  const dies: Mailer = {
    ...mail,
    async send(message) {
      await mail.send(message);
      throw new Error("killed");
    },
  };
  await expect(sendDispatches(test_.db, dies, addresses)).rejects.toThrow("killed");
  expect(received).toHaveLength(1);
  await run(mail);
  expect(received).toHaveLength(2);
  await hurry();
  await run(mail);
  await hurry();
  await run(mail);
  expect(toWhom().map((to) => to?.split("<")[0])).toHaveLength(3);
  expect(new Set(toWhom()).size).toBe(2);
});

test("two servers at once send each mail once", async () => {
  await send(test_.db, built);
  const mail = mailTo(await startServer());
  await Promise.all([run(mail), run(mail), run(mail)]);
  expect(received).toHaveLength(2);
});

test("an addendum is told of in a mail of its own", async () => {
  await send(test_.db, built);
  const at = { municipalityId: built.place.municipalityId, meetingId: built.meetingId, version: 5 };
  const nothing = { papers: [], withdraw: [], changes: [], lateReason: null };
  await dispatchAddendum(test_.db, built.secretary, at, { ...nothing, notes: [{ title: "Besøg", text: "" }] });
  await run(mailTo(await startServer()));
  expect(received.map(({ subject }) => subject?.split(":")[0]).toSorted()).toEqual([
    "Dagsorden",
    "Dagsorden",
    "Tillægsdagsorden 1",
    "Tillægsdagsorden 1",
  ]);
});

test("a meeting that is moved after dispatch moves in the calendar, and one that is cancelled is crossed out", async () => {
  await send(test_.db, built);
  const mail = mailTo(await startServer());
  await run(mail);
  received = [];
  const { place, secretary, meetingId } = built;
  const moved = { date: inDays(61), start: "14:00", end: "16:00", place: "Biblioteket", extraordinary: false };
  await moveMeeting(test_.db, secretary, place, { id: meetingId, version: 1 }, moved, "Salen er optaget.");
  expect(await work(mail).isDue()).toBe(true);
  await run(mail);
  await run(mail);
  expect(received).toHaveLength(2);
  expect(received[0]?.subject).toMatch(/^Møde ændret: /);
  expect(received[0]?.text).toContain("Salen er optaget.");
  expect(calendarOf(received[0])).toContain("SEQUENCE:2");
  expect(calendarOf(received[0])).toContain(`UID:birkeby-${meetingId}@moeder.eksempel.dk`);

  received = [];
  await cancelMeeting(test_.db, secretary, place, { id: meetingId, version: 2 }, "For få sager.");
  await run(mail);
  expect(received).toHaveLength(2);
  expect(received[0]?.subject).toMatch(/^Møde aflyst: /);
  expect(calendarOf(received[0])).toContain("STATUS:CANCELLED");
  expect(await work(mail).isDue()).toBe(false);
});
