import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { aPerson } from "#identity/testing.ts";
import type { Mailer } from "#mail/mail.ts";
import { calendarOf, type Received, saidIn } from "#mail/testing.ts";
import { changeCall } from "../guest-operations.ts";
import { cancelMeeting, moveMeeting } from "../plan-operations.ts";
import { anOffice, addresses, call, guest, OPEN, type Office, SECRET } from "./office-testing.ts";
import { openAddendumPage, openDispatchPage } from "./page-queries.ts";
import { sendDispatches } from "./send-dispatches.ts";
import { inDays } from "./testing.ts";

let office: Office;
beforeEach(async () => {
  office = await anOffice();
});
afterEach(async () => {
  await office.close();
  vi.unstubAllEnvs();
});

describe("a guest of an item, when the agenda is sent", () => {
  test("gets the meeting, the item's title and their time, and nothing else of the agenda", async () => {
    await office.invite(office.items.open, [guest("Gerda Gran", { from: "13:15", until: "13:35" })]);
    await office.sendOut();
    await office.run();
    const [first, ...others] = office.toGuests();
    expect(others).toEqual([]);
    const { mail: parsed } = first as Received;
    expect(parsed.subject).toMatch(/^Invitation: Skoleudvalget /);
    expect(parsed.text).toContain("Kære Gerda Gran");
    expect(parsed.text).toContain(`for at oplyse punktet »${OPEN}«`);
    expect(parsed.text).toMatch(/Møde: .* kl\. 13\.00-15\.00\nSted: Rådhuset\nDin tid: kl\. 13\.15-13\.35/);
    expect(saidIn(first as Received)).not.toMatch(/Hemmeligtgrundkoeb|Meddelelser|Sommerfest|https?:|punkter/);
    const calendar = calendarOf(first as Received);
    const day = inDays(60).replaceAll("-", "");
    expect(calendar).toContain(`UID:birkeby-${office.built.meetingId}-${office.items.open}@moeder.eksempel.dk`);
    expect(calendar).toContain(`SUMMARY:Skoleudvalget: ${OPEN}`);
    expect(calendar.find((line) => line.startsWith("DTSTART"))).toMatch(new RegExp(`^DTSTART:${day}T1[12]1500Z$`));
    expect(calendar.find((line) => line.startsWith("DTEND"))).toMatch(new RegExp(`^DTEND:${day}T1[12]3500Z$`));
    expect(calendar.some((line) => line.startsWith("URL"))).toBe(false);
    expect(await office.rows()).toMatchObject([
      { kind: "dispatch", language: "da", item_id: office.items.open, sent_at: expect.any(Date) },
    ]);
  });

  test("of a closed item is told of an item, and neither its title nor its number", async () => {
    await office.invite(office.items.closed, [
      guest("Gerda Gran", { from: "14:00" }),
      guest("Glen Guest", { language: "en" }),
    ]);
    await office.sendOut();
    await office.run();
    const [gerda, glen] = office.toGuests();
    expect(gerda?.mail.text).toContain("for at oplyse et punkt.");
    expect(gerda?.mail.text).toContain("Din tid: kl. 14.00");
    expect(calendarOf(gerda as Received)).toContain("SUMMARY:Skoleudvalget: et punkt");
    expect(glen?.mail.text).toContain("to inform it about an item.");
    for (const one of [gerda, glen])
      expect(saidIn(one as Received)).not.toMatch(/Hemmeligt|punkt(et)? \d|item \d|§ 10/i);
  });

  test("is told no title when the item is closed before the mail is sent", async () => {
    await office.invite(office.items.open, [guest("Gerda Gran")]);
    await office.sendOut();
    await office.db
      .updateTable("paper")
      .set({ closed: true, closed_ground: "§ 10: personforhold" })
      .where("id", "=", office.built.open)
      .execute();
    await office.run();
    expect(saidIn(office.toGuests()[0] as Received)).not.toContain("legeplads");
  });

  test("reads English where the secretary chose it, with the item's own time", async () => {
    await office.invite(office.items.open, [guest("Glen Guest", { language: "en" })], {
      startsAt: "13:10",
      minutes: 25,
    });
    await office.sendOut();
    await office.run();
    const [glen] = office.toGuests();
    expect(glen?.mail.subject).toMatch(/^Invitation: Skoleudvalget /);
    expect(glen?.mail.text).toContain(
      `You are invited to the meeting of Skoleudvalget to inform it about the item “${OPEN}”.`,
    );
    expect(glen?.mail.text).toContain("Your time: 13:10-13:35");
    expect(glen?.mail.attachments[0]?.filename).toBe("meeting.ics");
    expect(glen?.mail.headers.get("content-language")).toBe("en");
  });

  test("who signs in here is written to at their own address and in their own language", async () => {
    const user = await aPerson(office.db, office.built.place.municipalityId, "Gorm Gæst", "reader");
    await office.db.updateTable("identity.user").set({ language: "en" }).where("id", "=", user.userId).execute();
    await office.invite(office.items.open, [guest("Gorm Gæst", { userId: user.userId, email: null })]);
    await office.sendOut();
    await office.run();
    const [gorm] = office.toGuests();
    expect(gorm?.envelope).toEqual([user.email]);
    expect(gorm?.mail.text).toContain("Dear Gorm Gæst");
  });

  test("without an address gets no mail, and one who stands there twice gets one", async () => {
    await office.invite(office.items.open, [
      guest("Gorm Gæst", { email: null }),
      guest("Gerda Gran"),
      guest("Gerda Gran igen", { email: "GERDA@example.dk" }),
    ]);
    await office.sendOut();
    await office.run();
    expect(office.toGuests()).toHaveLength(1);
  });

  test("stands on the page that sends, before and after", async () => {
    await office.invite(office.items.closed, [guest("Gerda Gran", { from: "14:00" })]);
    const today = inDays(0);
    const place = { municipalityId: office.built.place.municipalityId, meetingId: office.built.meetingId };
    const before = await openDispatchPage(office.db, office.built.secretary, place, today);
    expect(before?.guests).toMatchObject([
      { name: "Gerda Gran", email: "gerda@example.dk", itemId: office.items.closed },
    ]);
    await office.sendOut();
    await office.run();
    const after = await openDispatchPage(office.db, office.built.secretary, place, today);
    expect(after?.sent[0]?.receipts.filter(({ role }) => role === "guest")).toMatchObject([
      { name: "Gerda Gran", kind: "dispatch", item: 3, from: "14:00", until: null, sentAt: expect.any(Date) },
    ]);
  });
});

describe("after dispatch a guest", () => {
  beforeEach(async () => {
    await office.invite(office.items.open, [
      guest("Gerda Gran", { from: "13:15", until: "13:35" }),
      guest("Gorm Gæst"),
    ]);
    await office.invite(office.items.closed, [guest("Glen Guest", { language: "en" })]);
    await office.sendOut();
    await office.run();
    expect(office.toGuests()).toHaveLength(3);
  });

  test("hears nothing of an addendum that does not concern their item", async () => {
    await office.addendum({ notes: [{ title: "Besøg", text: "" }] });
    await office.run();
    expect(office.toGuests()).toEqual([]);
  });

  test("is told that the item is withdrawn, and nobody else is", async () => {
    await office.addendum({ withdraw: [{ itemId: office.items.open, reason: "Sagen venter på tal." }] });
    await office.run();
    const told = office.toGuests();
    expect(told.map(({ envelope }) => envelope[0]).toSorted()).toEqual(["gerda@example.dk", "gorm@example.dk"]);
    expect(told[0]?.mail.subject).toMatch(/^Invitation trukket tilbage: /);
    expect(told[0]?.mail.text).toContain("Du skal ikke komme til mødet i Skoleudvalget.");
    expect(told[0]?.mail.text).not.toContain("venter på tal");
    expect(calendarOf(told[0] as Received)).toContain("STATUS:CANCELLED");
    // And not again when the meeting is moved.
    await move();
    await office.run();
    expect(office.toGuests().map(({ envelope }) => envelope[0])).toEqual(["glen@example.dk"]);
  });

  test("is told of a new time by the addendum that brings it, in the language they were told in", async () => {
    const guests = [guest("Gerda Gran", { from: "14:00", until: "14:20" }), guest("Gorm Gæst")];
    expect(
      await changeCall(office.db, office.built.secretary, await office.at(), office.items.open, call(guests)),
    ).toMatchObject({
      ok: true,
    });
    expect(
      await changeCall(
        office.db,
        office.built.secretary,
        await office.at(),
        office.items.closed,
        call([guest("Glen Guest", { language: "en", from: "14:30" })]),
      ),
    ).toMatchObject({ ok: true });
    await office.run();
    expect(office.toGuests()).toEqual([]);
    const page = await openAddendumPage(office.db, office.built.secretary, await office.at(), inDays(0));
    expect(page?.changes.map(({ id }) => id).toSorted()).toEqual([office.items.open, office.items.closed].toSorted());
    await office.addendum({ changes: [office.items.open, office.items.closed] });
    await office.run();
    const [gerda, glen, ...others] = office.toGuests();
    expect(others).toEqual([]);
    expect(gerda?.mail.subject).toMatch(/^Nyt tidspunkt: /);
    expect(gerda?.mail.text).toContain("Din tid: kl. 14.00-14.20");
    expect(calendarOf(gerda as Received)).toContain("SEQUENCE:1001");
    expect(glen?.mail.subject).toMatch(/^New time: /);
    expect(glen?.mail.text).toContain("where you are to inform it about an item.");
    expect(saidIn(glen as Received)).not.toContain(SECRET);
  });

  test("who is invited in place of another is told, and so is the other; access follows", async () => {
    const user = await aPerson(office.db, office.built.place.municipalityId, "Gorm Grøn", "reader");
    const with_ = [
      guest("Gerda Gran", { from: "13:15", until: "13:35" }),
      guest("Gorm Grøn", { userId: user.userId, email: null }),
    ];
    await changeCall(office.db, office.built.secretary, await office.at(), office.items.open, call(with_));
    await office.addendum({ changes: [office.items.open] });
    await office.run();
    expect(office.toGuests().map(({ mail, envelope }) => [envelope[0], mail.subject?.split(":")[0]])).toEqual([
      [user.email, "Invitation"],
      ["gorm@example.dk", "Invitation trukket tilbage"],
    ]);
    const guests = () =>
      office.db
        .selectFrom("role_grant")
        .select("ended_at")
        .where("role", "=", "guest")
        .where("user_id", "=", user.userId)
        .execute();
    expect(await guests()).toEqual([{ ended_at: null }]);
    await changeCall(office.db, office.built.secretary, await office.at(), office.items.open, call(with_.slice(0, 1)));
    await office.addendum({ changes: [office.items.open] });
    expect(await guests()).toEqual([{ ended_at: expect.any(Date) }]);
  });

  test("whose address was wrong is invited at the right one, though the agenda reads as before", async () => {
    const guests = [
      guest("Gerda Gran", { from: "13:15", until: "13:35", email: "gerda.gran@example.dk" }),
      guest("Gorm Gæst"),
    ];
    await changeCall(office.db, office.built.secretary, await office.at(), office.items.open, call(guests));
    const page = await openAddendumPage(office.db, office.built.secretary, await office.at(), inDays(0));
    expect(page?.changes).toMatchObject([{ id: office.items.open, parts: ["gæster"] }]);
    await office.addendum({ changes: [office.items.open] });
    await office.run();
    expect(
      office
        .toGuests()
        .map(({ envelope }) => envelope[0])
        .toSorted(),
    ).toEqual(["gerda.gran@example.dk", "gerda@example.dk"]);
  });

  const move = async (start = "13:00", end = "15:00") => {
    const { place, secretary, meetingId } = office.built;
    const moved = { date: inDays(61), start, end, place: "Biblioteket", extraordinary: false };
    await moveMeeting(office.db, secretary, place, { id: meetingId, version: 1 }, moved, "Salen er optaget.");
  };

  test("is told that the meeting is moved, keeps a time that fits and is told none that does not", async () => {
    await move();
    await office.run();
    const [gerda, , glen] = office.toGuests();
    expect(gerda?.mail.subject).toMatch(/^Møde ændret: /);
    expect(gerda?.mail.text).toContain("Begrundelse: Salen er optaget.");
    expect(gerda?.mail.text).toContain("Sted: Biblioteket\nDin tid: kl. 13.15-13.35");
    expect(glen?.mail.subject).toMatch(/^Meeting changed: /);
    expect(saidIn(glen as Received)).not.toContain(SECRET);
  });

  test("is told no time of before when the meeting is at another hour", async () => {
    await move("16:00", "18:00");
    await office.run();
    expect(office.toGuests()[0]?.mail.text).toContain("Din tid på mødet er ikke fastsat.");
  });

  test("is told that the meeting is cancelled", async () => {
    const { place, secretary, meetingId } = office.built;
    await cancelMeeting(office.db, secretary, place, { id: meetingId, version: 1 }, "For få sager.");
    await office.run();
    const [gerda, , glen] = office.toGuests();
    expect(gerda?.mail.subject).toMatch(/^Møde aflyst: /);
    expect(glen?.mail.text).toContain("is cancelled. You need not come. Reason: For få sager.");
    expect(calendarOf(glen as Received)).toEqual(
      expect.arrayContaining(["STATUS:CANCELLED", "SUMMARY:Cancelled: Skoleudvalget: an item"]),
    );
    await office.run();
    expect(office.toGuests()).toEqual([]);
  });
});

describe("a guest's mail is sent once", () => {
  test("when two send the agenda at once, and two servers send mail at once", async () => {
    await office.invite(office.items.open, [guest("Gerda Gran")]);
    await Promise.all([office.sendOut(), office.sendOut()]);
    await Promise.all([office.run(), office.run(), office.run()]);
    expect(office.toGuests()).toHaveLength(1);
    expect(await office.rows()).toHaveLength(1);
  });

  test("in order: nobody hears that they need not come before they were invited", async () => {
    await office.invite(office.items.open, [guest("Gerda Gran", { language: "en" })]);
    office.mail.refuse((email) => email.startsWith("gerda"));
    await office.sendOut();
    await office.run();
    await changeCall(
      office.db,
      office.built.secretary,
      await office.at(),
      office.items.open,
      call([guest("Gerda Gran", { language: "da", from: "13:30" })]),
    );
    await office.addendum({ changes: [office.items.open] });
    await office.addendum({ withdraw: [{ itemId: office.items.open, reason: "Sagen venter." }] });
    await office.run();
    expect(await office.work().isDue()).toBe(false);
    office.mail.refuse(() => false);
    await office.hurry();
    await office.run();
    // The language it was written in, also when it is sent late.
    expect(office.toGuests().map((one) => one.mail.subject?.split(":")[0])).toEqual([
      "Invitation",
      "Nyt tidspunkt",
      "Invitation trukket tilbage",
    ]);
    expect((await office.rows()).map(({ language }) => language)).toEqual(["en", "da", "da"]);
  });

  test("but for the one that the server took when we were killed", async () => {
    await office.invite(office.items.open, [guest("Gerda Gran"), guest("Gorm Gæst")]);
    await office.sendOut();
    const dies: Mailer = {
      ...office.mail.mailer,
      async send(message) {
        await office.mail.mailer.send(message);
        if (message.to.email.startsWith("gerda")) throw new Error("killed");
        return true;
      },
    };
    await expect(sendDispatches(office.db, dies, addresses)).rejects.toThrow("killed");
    await office.hurry();
    await office.run();
    await office.run();
    expect(
      office
        .toGuests()
        .map(({ envelope }) => envelope[0])
        .toSorted(),
    ).toEqual(["gerda@example.dk", "gerda@example.dk", "gorm@example.dk"]);
  });
});
