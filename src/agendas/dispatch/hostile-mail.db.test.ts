import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { calendarOf, type Received, saidIn } from "#mail/testing.ts";
import { changeCall } from "../guest-operations.ts";
import { cancelMeeting, moveMeeting } from "../plan-operations.ts";
import { anOffice, call, guest, type Office, SECRET } from "./office-testing.ts";
import { inDays } from "./testing.ts";

let office: Office;
beforeEach(async () => {
  office = await anOffice();
});
afterEach(async () => {
  await office.close();
  vi.unstubAllEnvs();
});

describe("members", () => {
  test("are written to in their own language, and the language is kept", async () => {
    await office.db.updateTable("identity.user").set({ language: "en" }).where("name", "like", "Mogens%").execute();
    await office.sendOut();
    // What is chosen after the dispatch does not change what is sent.
    await office.db.updateTable("identity.user").set({ language: "da" }).execute();
    await office.run();
    const mogens = office.mail.received.find(({ envelope }) => envelope[0]?.startsWith("mogens")) as Received;
    const sofie = office.mail.received.find(({ envelope }) => envelope[0]?.startsWith("sofie")) as Received;
    expect(mogens.mail.subject).toMatch(/^Agenda: Skoleudvalget \w+,? \d+ \w+ \d{4}$/);
    expect(mogens.mail.text).toContain("Dear Mogens Medlem");
    expect(mogens.mail.text).toContain("It has 3 items.");
    expect(mogens.mail.text).toContain(`https://moeder.eksempel.dk/en/birkeby/laes/${office.built.meetingId}`);
    expect(mogens.mail.text).not.toMatch(/[æøå](?!dhus)|Mødet|Kære/);
    expect(calendarOf(mogens)).toContain(
      "URL;VALUE=URI:https://moeder.eksempel.dk/en/birkeby/udvalg/skoleudvalget/plan",
    );
    expect(mogens.mail.attachments[0]?.filename).toBe("meeting.ics");
    expect(sofie.mail.subject).toMatch(/^Dagsorden: /);
    expect(sofie.mail.attachments[0]?.filename).toBe("moede.ics");
  });
});

describe("hostile words", () => {
  const hostile = "Ond\r\nBcc: alle@example.dk\r\n\r\nEn anden mail\u2028\u202E\u0007 BEGIN:VEVENT";

  test("in names, titles, places, reasons and the committee make no header, no recipient and no second entry", async () => {
    const { db } = office;
    const long = `${hostile} ${"Æ".repeat(10_000)}`;
    await office.invite(office.items.open, [guest("Gerda Gran"), guest("Glen Guest", { language: "en" })]);
    // Past every check of a form: as if they stood there from elsewhere.
    await db.updateTable("agenda_guest").set({ name: long }).execute();
    await db.updateTable("identity.user").set({ name: hostile }).execute();
    await db.updateTable("paper").set({ title: long }).where("id", "=", office.built.open).execute();
    await db.updateTable("committee").set({ name: hostile }).where("id", "=", office.built.place.committeeId).execute();
    await db.updateTable("municipality").set({ name: hostile }).execute();
    await db.updateTable("planned_meeting").set({ place: hostile }).execute();
    await office.sendOut();
    await office.run();
    const { place, secretary, meetingId } = office.built;
    const moved = { date: inDays(61), start: "13:00", end: "15:00", place: hostile, extraordinary: true };
    await moveMeeting(db, secretary, place, { id: meetingId, version: 1 }, moved, hostile);
    await office.run();
    await cancelMeeting(db, secretary, place, { id: meetingId, version: 2 }, hostile);
    await office.run();
    expect(office.mail.received).toHaveLength(12);
    for (const one of office.mail.received) {
      expect(one.envelope).toHaveLength(1);
      expect(one.envelope[0]).not.toContain("alle@");
      expect(one.mail.bcc).toBeUndefined();
      expect([...one.mail.headers.keys()].toSorted()).toEqual(
        ["content-language", "content-type", "date", "from", "message-id", "mime-version", "subject", "to"].toSorted(),
      );
      expect(one.mail.subject?.length).toBeLessThanOrEqual(200);
      expect(one.mail.text).not.toMatch(/^Bcc:|^En anden mail/m);
      for (const control of ["\0", "\u0007", "\u2028", "\u202E"]) expect(saidIn(one)).not.toContain(control);
      expect(one.raw.split("\r\n").every((line) => line.length <= 998)).toBe(true);
      expect(calendarOf(one).filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
      expect(calendarOf(one).filter((line) => line.startsWith("Bcc"))).toEqual([]);
    }
  });

  test.each([
    "gerda@example.dk\r\nBcc: alle@example.dk",
    "gerda@example.dk, alle@example.dk",
    "Gerda <gerda@example.dk>",
    "gerda",
  ])("the address %j is written to by nobody, and others get theirs", async (email) => {
    await office.invite(office.items.open, [guest("Gerda Gran"), guest("Gorm Gæst")]);
    await office.db.updateTable("agenda_guest").set({ email }).where("name", "=", "Gerda Gran").execute();
    await office.sendOut();
    await office.run();
    expect(office.mail.received.flatMap(({ envelope }) => envelope).toSorted()).toEqual(
      expect.arrayContaining(["gorm@example.dk"]),
    );
    expect(office.mail.received.flatMap(({ envelope }) => envelope)).toHaveLength(3);
    expect((await office.rows()).map(({ sent_at }) => sent_at !== null)).toEqual([false, true]);
  });

  test("a marker in a closed item is in no mail of any kind, to member or guest", async () => {
    await office.invite(office.items.closed, [
      guest("Gerda Gran", { from: "14:00" }),
      guest("Glen Guest", { language: "en" }),
    ]);
    await office.db
      .updateTable("agenda_item")
      .set({ closed_ground: `§ 10 ${SECRET}`, late_reason: SECRET })
      .where("id", "=", office.items.closed)
      .execute();
    await office.sendOut();
    await office.run();
    await changeCall(
      office.db,
      office.built.secretary,
      await office.at(),
      office.items.closed,
      call([guest("Gerda Gran", { from: "14:10" })]),
    );
    await office.addendum({ changes: [office.items.closed] });
    await office.addendum({ withdraw: [{ itemId: office.items.closed, reason: SECRET }] });
    await office.run();
    const { place, secretary, meetingId } = office.built;
    await cancelMeeting(office.db, secretary, place, { id: meetingId, version: 1 }, "For få sager.");
    await office.run();
    expect(office.mail.received.length).toBeGreaterThan(10);
    for (const one of office.mail.received) expect(saidIn(one)).not.toContain(SECRET);
  });
});
