import { describe, expect, test } from "vitest";
import { guestMail, type GuestNotice } from "./guest-mail.ts";
import { type Addresses, type DispatchNotice, dispatchMail } from "./mail.ts";

const meeting = {
  id: 7,
  committee: { slug: "skoleudvalget", name: "Skoleudvalget" },
  date: "2027-02-02",
  start: "13:00",
  end: "15:30",
  startsAt: new Date("2027-02-02T12:00:00Z"),
  endsAt: new Date("2027-02-02T14:30:00Z"),
  place: "Lokale 3",
  extraordinary: false,
  movedFrom: null,
  cancelled: false,
  reason: null,
  version: 1,
};
const addresses: Addresses = {
  home: "https://moeder.eksempel.dk",
  reading: (language, municipality, id) => `/${language}/${municipality}/${id}`,
  plan: (language, municipality, committee) => `/${language}/${municipality}/${committee}`,
};
const notice: DispatchNotice = {
  kind: "dispatch",
  number: 0,
  to: { name: "Mogens Medlem", email: "mogens@example.dk" },
  role: "member",
  language: "da",
  municipality: { slug: "birkeby", name: "Birkeby" },
  meeting,
  items: 3,
  late: false,
};
const moved = { ...meeting, movedFrom: "2027-01-26", reason: "Salen er optaget." };

describe("a mail to a recipient of an agenda", () => {
  test.each<[Partial<DispatchNotice>, string, string]>([
    [{}, "Dagsorden: Skoleudvalget tirsdag den 2. februar 2027", "Agenda: Skoleudvalget Tuesday 2 February 2027"],
    [
      { number: 2 },
      "Tillægsdagsorden 2: Skoleudvalget tirsdag den 2. februar 2027",
      "Addendum 2: Skoleudvalget Tuesday 2 February 2027",
    ],
    [
      { kind: "moved" },
      "Møde ændret: Skoleudvalget tirsdag den 2. februar 2027",
      "Meeting changed: Skoleudvalget Tuesday 2 February 2027",
    ],
    [
      { kind: "cancelled" },
      "Møde aflyst: Skoleudvalget tirsdag den 2. februar 2027",
      "Meeting cancelled: Skoleudvalget Tuesday 2 February 2027",
    ],
  ])("%j says in its subject what it is about, in both languages", (said, da, en) => {
    expect(dispatchMail({ ...notice, ...said }, addresses).subject).toBe(da);
    expect(dispatchMail({ ...notice, ...said, language: "en" }, addresses).subject).toBe(en);
  });

  test.each<[Partial<DispatchNotice>, string, string]>([
    [
      { items: 1, late: true },
      "Den har 1 punkt. Den er sendt efter fristen.",
      "It has 1 item. It was sent after the deadline.",
    ],
    [
      { kind: "moved", meeting: moved },
      "er ændret. Det skulle have været tirsdag den 26. januar 2027. Begrundelse: Salen er optaget.",
      "has been changed. It should have been on Tuesday 26 January 2027. Reason: Salen er optaget.",
    ],
    [
      { kind: "cancelled", meeting: moved },
      "Mødet i Skoleudvalget er aflyst. Begrundelse: Salen er optaget.",
      "The meeting of Skoleudvalget is cancelled. Reason: Salen er optaget.",
    ],
    [{ number: 1 }, "Der er kommet tillægsdagsorden 1", "There is addendum 1"],
    [{ role: "mayor" }, "fordi borgmesteren får alle", "because the mayor gets"],
    [{ role: "substitute" }, "du er stedfortræder", "you are a substitute"],
    [
      {},
      "Møde: tirsdag den 2. februar 2027 kl. 13.00-15.30\nSted: Lokale 3",
      "2 February 2027 13:00-15:30\nPlace: Lokale 3",
    ],
    [{ meeting: { ...meeting, end: null, endsAt: null } }, "kl. 13.00\n", "at 13:00\n"],
  ])("%j says in its text, in both languages", (said, da, en) => {
    const inDanish = dispatchMail({ ...notice, ...said }, addresses);
    const inEnglish = dispatchMail({ ...notice, ...said, language: "en" }, addresses);
    expect(inDanish.text).toContain(da);
    expect(inEnglish.text).toContain(en);
    expect([inDanish.language, inEnglish.language]).toEqual(["da", "en"]);
  });

  test("that the meeting is cancelled leads nowhere", () => {
    expect(dispatchMail({ ...notice, kind: "cancelled" }, addresses).text).not.toContain("https:");
  });

  test("has a calendar file with a name and words in its language", () => {
    const extra = { ...meeting, extraordinary: true, cancelled: true };
    const file = (language: "da" | "en") =>
      dispatchMail({ ...notice, language, kind: "cancelled", meeting: extra }, addresses).attachments?.[0];
    expect(file("da")).toMatchObject({
      filename: "moede.ics",
      content: expect.stringContaining("SUMMARY:Aflyst: Skoleudvalget (ekstraordinært møde)"),
    });
    expect(file("en")).toMatchObject({
      filename: "meeting.ics",
      content: expect.stringContaining("SUMMARY:Cancelled: Skoleudvalget (extraordinary meeting)"),
    });
  });
});

describe("a mail to a guest", () => {
  const guest: GuestNotice = {
    kind: "dispatch",
    number: 0,
    to: { name: "Gerda Gran", email: "gerda@example.dk" },
    language: "da",
    municipality: notice.municipality,
    meeting,
    item: { id: 9, title: "Legeplads" },
    from: null,
    until: null,
    setFor: { start: "13:00", end: "15:30" },
  };
  const textOf = (said: Partial<GuestNotice>) => guestMail({ ...guest, ...said }, addresses.home).text;
  const calendarOf = (said: Partial<GuestNotice>) =>
    String(guestMail({ ...guest, ...said }, addresses.home).attachments?.[0]?.content).split("\r\n");

  test.each<[Partial<GuestNotice>, string, string]>([
    [{}, "Din tid på mødet er ikke fastsat.", "Your time at the meeting has not been set."],
    [{ from: "13:15" }, "Din tid: kl. 13.15", "Your time: at 13:15"],
    [{ until: "13:15" }, "Din tid: til kl. 13.15", "Your time: until 13:15"],
    [{ from: "12:45", until: "13:15" }, "Din tid: kl. 12.45-13.15", "Your time: 12:45-13:15"],
    [{ from: "10:00", setFor: { start: "10:00", end: null } }, "ikke fastsat", "has not been set"],
    [{ kind: "changed" }, "Du skal komme på et andet tidspunkt", "You are to come at another time"],
    [
      { kind: "withdrawn" },
      "Invitationen til at oplyse punktet »Legeplads« er trukket tilbage.",
      "about the item “Legeplads” has been withdrawn.",
    ],
    [
      { kind: "moved", meeting: moved },
      "er ændret. Det skulle have været tirsdag den 26. januar",
      "has been changed. It should have been on",
    ],
    [{ kind: "cancelled" }, "er aflyst. Du skal ikke komme.", "is cancelled. You need not come."],
    [{ item: { id: 9, title: null } }, "for at oplyse et punkt.", "inform it about an item."],
  ])("%j says in both languages", (said, da, en) => {
    expect(textOf(said)).toContain(da);
    expect(textOf({ ...said, language: "en" })).toContain(en);
  });

  test("puts their own time into the calendar, the rest of the meeting when it has no end, the whole when it is unknown", () => {
    const times = (said: Partial<GuestNotice>) => calendarOf(said).filter((line) => /^DT(START|END)/.test(line));
    expect(times({ from: "13:15", until: "13:40" })).toEqual(["DTSTART:20270202T121500Z", "DTEND:20270202T124000Z"]);
    expect(times({ from: "13:15" })).toEqual(["DTSTART:20270202T121500Z", "DTEND:20270202T143000Z"]);
    expect(times({})).toEqual(["DTSTART:20270202T120000Z", "DTEND:20270202T143000Z"]);
    expect(times({ from: "13:15", meeting: { ...meeting, end: null, endsAt: null } })).toEqual([
      "DTSTART:20270202T121500Z",
      "DTEND:20270202T131500Z",
    ]);
  });

  test("counts as newer with each dispatch and each change of the plan", () => {
    const sequence = (said: Partial<GuestNotice>) => calendarOf(said).find((line) => line.startsWith("SEQUENCE"));
    expect(sequence({})).toBe("SEQUENCE:1000");
    expect(sequence({ number: 1 })).toBe("SEQUENCE:1001");
    expect(sequence({ number: 1, meeting: { ...meeting, version: 2 } })).toBe("SEQUENCE:2001");
  });

  test("with a title of 10,000 characters is still a mail that can be read", () => {
    const text = textOf({ item: { id: 9, title: "Å".repeat(10_000) } });
    expect(text.length).toBeLessThan(1000);
    expect(text).toContain("Å…«");
  });
});
