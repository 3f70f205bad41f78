import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { connect } from "#database/connect.ts";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { dayInDenmark } from "#follow-up/due-state.ts";
import type { Actor } from "#identity/actor.ts";
import { type Mailer, openMail } from "#mail/mail.ts";
import { aPaper, aPaperTown, type PaperTown } from "../testing.ts";
import { findApproval } from "./approval-queries.ts";
import { reminding } from "./background.ts";
import { approveStep, returnPaper } from "./decide.ts";
import { setDeputy } from "./deputy-operations.ts";
import { noteReminders } from "./reminders.ts";
import { writeNotice } from "./routes/mails.ts";
import { sendReminders } from "./send-reminders.ts";
import { submitPaper } from "./submit.ts";
import { takeBackPaper } from "./take-back.ts";

let database: TestDatabase;
let town: PaperTown;
let writer: Actor;
let head: Actor;
let director: Actor;
beforeAll(async () => {
  database = await testDatabase();
  town = await aPaperTown(database.db);
  writer = await town.person("writer");
  head = await town.person("head");
  director = await town.person("director");
});
afterAll(() => database.drop());

const open: { server: SMTPServer; mail: Mailer }[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  await database.db.deleteFrom("paper").execute();
  await database.db.deleteFrom("reminder").execute();
  await database.db.deleteFrom("deputy").execute();
  for (const { server, mail } of open.splice(0)) {
    mail.close();
    await new Promise<void>((done) => server.close(() => done()));
  }
});

/** A real mail server, and what it got. `refusals`: how many mails it will not have first. */
async function mailServer(refusals = 0): Promise<{ mail: Mailer; received: ParsedMail[] }> {
  const received: ParsedMail[] = [];
  let left = refusals;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) => done(left-- > 0 ? new Error("not now") : null),
    onData(stream, _session, done) {
      void simpleParser(stream).then((mail) => {
        received.push(mail);
        done();
      });
    },
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  vi.stubEnv("SAGSGANG_SMTP", `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
  vi.stubEnv("SAGSGANG_MAIL_FROM", "moeder@example.dk");
  const mail = openMail({ error: () => undefined }) as Mailer;
  open.push({ server, mail });
  return { mail, received };
}

const write = writeNotice("https://moeder.example.dk");
const send = (mail: Mailer, db = database.db) => sendReminders(db, mail, write, new AbortController().signal);
const sentTo = (received: ParsedMail[]) =>
  received.map(({ to, subject }) => `${[to].flat()[0]?.text.match(/[\w-]+@/)?.[0]} ${subject}`).sort();

async function sentPaper(head_: { closed?: boolean; title?: string } = {}) {
  const closed = head_.closed ? { closed: true, closedGround: "§ 10, stk. 1: personsag" } : {};
  const paperId = await aPaper(database.db, writer, town, { head: { ...head_, ...closed } });
  await database.db
    .updateTable("consultation")
    .set({ planned_meeting_id: town.meetings.schools[0] as number })
    .where("paper_id", "=", paperId)
    .execute();
  const at = { municipalityId: town.municipalityId, paperId };
  const { mark } = await findApproval(database.db, town.municipalityId, paperId);
  await submitPaper(database.db, writer, at, { seen: mark, persons: [], remark: null });
  return at;
}

async function approve(actor: Actor, at: { municipalityId: number; paperId: number }, position: number) {
  const { mark } = await findApproval(database.db, at.municipalityId, at.paperId);
  return approveStep(database.db, actor, at, { round: 1, position, seen: mark }, null);
}

describe("somebody whom a paper has come to", () => {
  test("gets one mail with a link, also when sending is done again and by two servers at once", async () => {
    const { mail, received } = await mailServer();
    const at = await sentPaper({ title: "Ny legeplads i Nordbyen" });
    const other = connect(database.url);
    await Promise.all([send(mail), send(mail, other)]);
    await other.destroy();
    await send(mail);
    expect(received).toHaveLength(1);
    expect(received[0]?.to).toMatchObject({ text: expect.stringContaining(head.email) });
    expect(received[0]?.text).toContain("Ny legeplads i Nordbyen");
    expect(received[0]?.text).toContain(`https://moeder.example.dk/birkeby/arbejde/sager/${at.paperId}/godkendelse`);
    expect(received[0]?.text).toContain("Senest onsdag 20. januar 2027");
  });

  test("reads nothing of a closed paper but its number in the mail", async () => {
    const { mail, received } = await mailServer();
    await sentPaper({ closed: true, title: "Afskedigelse af Per Krog" });
    await send(mail);
    const said = JSON.stringify([received[0]?.subject, received[0]?.text, received[0]?.html]);
    expect(said).not.toContain("Afskedigelse");
    expect(said).not.toContain("Krog");
    expect(received[0]?.text).toMatch(/En lukket sag \(\d\d-\d{6}\)/);
  });

  test("is written to in the language they chose, on one line each, whatever stands in the title", async () => {
    const { mail, received } = await mailServer();
    const speaks = (language: "en" | null) =>
      database.db.updateTable("identity.user").set({ language }).where("id", "=", head.userId).execute();
    await speaks("en");
    await sentPaper({ title: "Ond\r\nBcc: alle@example.dk\r\n\r\nEn anden mail" });
    await send(mail);
    await speaks(null);
    expect(received).toHaveLength(1);
    expect(received[0]?.subject).toMatch(/^For approval: case /);
    expect(received[0]?.text).toMatch(
      /"Ond Bcc: alle@example.dk En anden mail" \(.*\) for .* is waiting for your approval/,
    );
    expect(received[0]?.text).toMatch(/\/en\/[a-z]+\/arbejde\/sager\//);
    expect(received[0]?.bcc).toBeUndefined();
    expect(received[0]?.headers.get("content-language")).toBe("en");
  });

  test("is written to in turn, and the writer when it comes back", async () => {
    const { mail, received } = await mailServer();
    const at = await sentPaper();
    await send(mail);
    await approve(head, at, 1);
    await send(mail);
    await returnPaper(database.db, director, at, { round: 1, position: 2 }, "Økonomien mangler");
    await send(mail);
    expect(received.map(({ to }) => [to].flat()[0]?.value[0]?.address)).toEqual([
      head.email,
      director.email,
      writer.email,
    ]);
    expect(received[2]?.subject).toContain("Sendt tilbage til dig");
    expect(received[2]?.text).not.toContain("Økonomien mangler");
  });

  test("hears nothing of what has come to nothing before the mail was sent", async () => {
    const { mail, received } = await mailServer();
    const at = await sentPaper();
    await takeBackPaper(database.db, writer, at, 1, "Fortrudt");
    await send(mail);
    expect(received).toEqual([]);
  });

  test("is told as a deputy, also when the paper was there before", async () => {
    const { mail, received } = await mailServer();
    await sentPaper();
    await send(mail);
    const today = dayInDenmark(new Date());
    const stand = await town.person("head", { committeeId: town.finance });
    await setDeputy(database.db, head, town.municipalityId, {
      deputyId: stand.userId,
      fromOn: today,
      untilOn: today,
    });
    await noteReminders(database.db, today);
    await noteReminders(database.db, today);
    await send(mail);
    expect(received.map(({ to }) => [to].flat()[0]?.value[0]?.address)).toEqual([head.email, stand.email]);
    expect(received[1]?.text).toContain(`Du er afløser for ${head.name}`);
  });
});

describe("a deadline", () => {
  /** As if it had been sent long ago. */
  const longAgo = () =>
    database.db
      .updateTable("approval")
      .set({ decided_at: new Date("2026-12-01T09:00:00Z") })
      .where("position", "=", 0)
      .execute();

  test("is told the hverdag before and when it has passed, once each", async () => {
    const { mail, received } = await mailServer();
    await sentPaper();
    await longAgo();
    await send(mail);
    // The head's last day is Wednesday 20 January 2027.
    for (const day of ["2027-01-18", "2027-01-19", "2027-01-19", "2027-01-20", "2027-01-21", "2027-01-22"]) {
      await noteReminders(database.db, day);
      await send(mail);
    }
    expect(received.map(({ subject }) => subject?.split(":")[0])).toEqual(["Til godkendelse", "Husk", "Over fristen"]);
  });

  test("is not told on a Sunday or a holiday, but on the next hverdag", async () => {
    const { mail, received } = await mailServer();
    await sentPaper();
    await longAgo();
    await send(mail);
    await noteReminders(database.db, "2027-01-24");
    await send(mail);
    expect(received).toHaveLength(1);
    await noteReminders(database.db, "2027-01-25");
    await send(mail);
    expect(received).toHaveLength(2);
  });

  test("moves with the meeting", async () => {
    const { mail, received } = await mailServer();
    await sentPaper();
    await longAgo();
    await send(mail);
    await database.db
      .updateTable("planned_meeting")
      .set({ held_on: "2027-02-16" })
      .where("id", "=", town.meetings.schools[0] as number)
      .execute();
    await noteReminders(database.db, "2027-01-20");
    await send(mail);
    expect(received).toHaveLength(1);
    await database.db
      .updateTable("planned_meeting")
      .set({ held_on: "2027-02-02" })
      .where("id", "=", town.meetings.schools[0] as number)
      .execute();
  });

  test("of a draft is told to who is responsible, and anew when it is moved", async () => {
    const { mail, received } = await mailServer();
    const id = await aPaper(database.db, writer, town, { head: { deadline: "2027-01-27" } });
    for (const day of ["2027-01-25", "2027-01-26", "2027-01-27"]) await noteReminders(database.db, day);
    await database.db.updateTable("paper").set({ deadline: "2027-02-03" }).where("id", "=", id).execute();
    await noteReminders(database.db, "2027-02-02");
    await send(mail);
    expect(sentTo(received)).toHaveLength(2);
    expect(new Set(received.map(({ subject }) => subject))).toHaveLength(1);
    expect(received[0]?.to).toMatchObject({ text: expect.stringContaining(writer.email) });
  });
});

describe("a mail server", () => {
  test("that does not take a mail is asked again later, and then it is sent once", async () => {
    const { mail, received } = await mailServer(1);
    await sentPaper();
    expect(await send(mail)).toEqual({ sent: 0, failed: 1 });
    expect(await send(mail)).toEqual({ sent: 0, failed: 0 });
    await database.db.updateTable("reminder").set({ try_at: new Date() }).execute();
    expect(await send(mail)).toEqual({ sent: 1, failed: 0 });
    expect(received).toHaveLength(1);
  });

  test("that comes late is not flooded with what is days old", async () => {
    const { mail, received } = await mailServer();
    await sentPaper();
    await database.db
      .updateTable("reminder")
      .set({ made_at: new Date(Date.now() - 4 * 86_400_000) })
      .execute();
    await send(mail);
    expect(received).toEqual([]);
  });

  test("is asked by the work in the background when there is something to send, and after a restart once", async () => {
    const { mail, received } = await mailServer();
    const log = { info: () => undefined } as unknown as Parameters<typeof reminding>[3];
    const signal = new AbortController().signal;
    await sentPaper();
    for (let start = 0; start < 2; start++) {
      const work = reminding(database.db, mail, write, log);
      expect(await work.isDue()).toBe(true);
      await work.run(signal);
      expect(await work.isDue()).toBe(false);
    }
    expect(received).toHaveLength(1);
    expect(await reminding(database.db, null, write, log).isDue()).toBe(false);
  });

  test("gets nothing for example users, whose addresses lead nowhere", async () => {
    const { mail, received } = await mailServer();
    await database.db.updateTable("identity.user").set({ isExample: true }).where("id", "=", head.userId).execute();
    await sentPaper();
    await send(mail);
    await database.db.updateTable("identity.user").set({ isExample: false }).execute();
    expect(received).toEqual([]);
  });
});
