import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aTown } from "#agendas/testing.ts";
import { exportArchive } from "#archive/portable/export-archive.ts";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import type { AgendaDocument } from "#documents/model.ts";
import { anAgenda, anAgendaItem, richText } from "#documents/testing.ts";
import type { Actor, Role } from "#identity/actor.ts";
import { listAudit } from "#identity/audit-queries.ts";
import { ensureUser } from "#identity/user-queries.ts";
import { noteClosedReads } from "./closed-reads.ts";
import { listMyMeetings } from "./my-meetings.ts";
import { listMyNotes } from "./my-notes.ts";
import { openMeeting, type ReadMeeting } from "./open-meeting.ts";
import { addHighlight, markRead, markSeen, markUnread, removeHighlight, saveNote } from "./own-operations.ts";
import { type Stored, storeSent } from "./store-sent.ts";
import { unreadMeetings } from "./unread.ts";

const DAY = "2027-03-09";
const BEFORE = "2027-03-01";
const MARKER = "Mærkværdig hemmelighed 4711";

let database: TestDatabase;
let municipalityId: number;
let people: Record<"ida" | "bo" | "asta" | "signe" | "other", Actor>;
let sent: Stored;

const section = (text: string) => ({
  role: "presentation" as const,
  heading: "Sagsfremstilling",
  body: richText(text),
});
const harbour = (text: string) =>
  anAgendaItem({ id: 1, number: 12, kind: "paper", title: "Havnen", reference: "26-1", sections: [section(text)] });
const sale = anAgendaItem({
  id: 2,
  number: 13,
  kind: "paper",
  title: "Salg af Strandgården",
  reference: "26-2",
  closed: true,
  closedGround: "§ 10: pris",
  sections: [section("Køberen byder to millioner.")],
});
const agenda = (dispatchNumber: number, items: AgendaDocument["items"]) =>
  anAgenda({ date: DAY, dispatchNumber, deadline: BEFORE, items });

const first = agenda(0, [harbour("Planen koster 3,9 mio. kr. i alt. Den varer tre år."), sale]);

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

let towns = 0;
beforeEach(async () => {
  const place = await aTown(database.db, `birkeby-${++towns}`);
  municipalityId = place.municipalityId;
  const person = async (name: string, role: Role, committeeId: number | null): Promise<Actor> => {
    const email = `${role}.${committeeId}.${name.replace(" ", ".")}.${towns}@example.dk`;
    const userId = await database.db.transaction().execute((tx) => ensureUser(tx, { name, email }));
    const grants = [{ municipalityId, role, committeeId, itemId: null }];
    return { userId, name, email, isOperator: false, isExample: false, grants };
  };
  people = {
    ida: await person("Ida Holm", "member", 10),
    bo: await person("Bo Kjær", "member", 10),
    asta: await person("Asta Lund", "administrator", null),
    signe: await person("Signe Dam", "secretary", 10),
    other: await person("Otto Friis", "member", 11),
  };
  sent = await storeSent(database.db, place, [first]);
});

const open = (actor: Actor, slug = `birkeby-${towns}`) => openMeeting(database.db, actor, slug, sent.meetingId);
const opened = async (actor: Actor) => (await open(actor)) as ReadMeeting;
const idOf = (item: number) => sent.items.get(item) as number;
const note = async (actor: Actor, text: string, version = 0) =>
  saveNote(database.db, actor, await opened(actor), idOf(1), { text, version });

const addendum = async (...items: AgendaDocument["items"]) => {
  const content = agenda(
    1,
    items.map((item) => ({ ...item, id: idOf(item.id) })),
  );
  await database.db
    .insertInto("dispatch")
    .values({
      municipality_id: municipalityId,
      planned_meeting_id: sent.meetingId,
      number: 1,
      deadline_on: BEFORE,
      late: false,
      content: JSON.stringify(content),
      dispatched_by: "s",
      dispatched_by_name: "Signe",
    })
    .execute();
};

const highlight = (quote: string) => ({
  id: "5f1c0c4e-3f0a-4b57-9a54-7a4f9a1f5e10",
  part: "section:presentation:1",
  start: 0,
  quote,
  prefix: "",
  suffix: "",
  colour: "yellow" as const,
});

describe("an agenda that was sent", () => {
  test("is read by its members, closed items too, and is not there for others", async () => {
    expect((await open(people.ida))?.items.map(({ item }) => item.title)).toEqual(["Havnen", "Salg af Strandgården"]);
    expect((await open(people.asta))?.items.map(({ item }) => item.title)).toEqual(["Havnen"]);
    expect(await open(people.other)).toBeNull();
    expect(await open(people.ida, "andeby")).toBeNull();
    expect(await openMeeting(database.db, people.ida, `birkeby-${towns}`, 999_999)).toBeNull();
    expect(await openMeeting(database.db, people.ida, `birkeby-${towns}`, Number.NaN)).toBeNull();
  });

  test("waits for members until all of it is read, and for nobody else", async () => {
    const unread = async (actor: Actor) =>
      (await unreadMeetings(database.db, actor, BEFORE)).map(({ unread }) => unread);
    expect(await unread(people.ida)).toEqual([2]);
    expect(await unread(people.signe)).toEqual([]);
    expect(await unread(people.other)).toEqual([]);
    await markRead(database.db, people.ida, await opened(people.ida), [idOf(1)], 0);
    expect(await unread(people.ida)).toEqual([1]);
    await markRead(database.db, people.ida, await opened(people.ida), [idOf(2)], 0);
    expect(await unread(people.ida)).toEqual([]);
    expect(await unread(people.bo)).toEqual([2]);
    await markUnread(database.db, people.ida, await opened(people.ida), idOf(2));
    expect(await unread(people.ida)).toEqual([1]);
    expect(await unreadMeetings(database.db, people.ida, "2027-03-10")).toEqual([]);
  });

  test("stands in the list of those who read it", async () => {
    const list = async (actor: Actor, today = BEFORE) => listMyMeetings(database.db, actor, municipalityId, today);
    expect((await list(people.ida))?.coming).toMatchObject([{ items: 2, unread: 2, hasNews: false }]);
    expect((await list(people.ida, "2027-04-01"))?.earlier).toHaveLength(1);
    expect((await list(people.other))?.coming).toEqual([]);
    expect(await list({ ...people.ida, grants: [] })).toBeNull();
  });

  test("stands on its new day when its meeting is moved, in its items' ways too, and nothing is new by that", async () => {
    const way = (date: string) => [
      { committee: "Teknik- og Klimaudvalget", role: "recommends" as const, date, result: null },
      { committee: "Byrådet", role: "decides" as const, date: "2027-04-01", result: null },
    ];
    const place = await aTown(database.db, `flytteby-${towns}`);
    const sentOn = await storeSent(database.db, place, [agenda(0, [{ ...harbour("Planen."), path: way(DAY) }])]);
    await database.db
      .updateTable("planned_meeting")
      .set({ held_on: "2027-03-16", moved_from: DAY })
      .where("id", "=", sentOn.meetingId)
      .execute();
    const grants = [{ municipalityId: place.municipalityId, role: "member" as const, committeeId: 10, itemId: null }];
    const actor = { ...people.ida, grants };
    const read = (await openMeeting(database.db, actor, `flytteby-${towns}`, sentOn.meetingId)) as ReadMeeting;
    expect(read.agenda.date).toBe("2027-03-16");
    expect(read.items[0]?.item.path).toEqual(way("2027-03-16"));
    expect(read.items[0]?.change).toBeNull();
  });

  test("leaves one audit entry for each person and closed item, however often it is read", async () => {
    for (let times = 0; times < 3; times++) {
      const { agenda } = await opened(people.ida);
      await noteClosedReads(database.db, people.ida, municipalityId, agenda.items);
    }
    const { entries } = await listAudit(
      database.db,
      municipalityId,
      { action: "closed.read" },
      { limit: 9, offset: 0 },
    );
    expect(entries.map(({ subject, actorName }) => [subject, actorName])).toEqual([
      [`agenda-item:${idOf(2)}`, "Ida Holm"],
    ]);
  });
});

describe("a private note", () => {
  test("is there for its writer on every device, and survives an addendum", async () => {
    expect(await note(people.ida, "Spørg om elevatoren")).toEqual({ ok: true, version: 1 });
    await addendum(harbour("En helt ny tekst."), sale);
    expect((await opened(people.ida)).items[0]?.note).toMatchObject({ text: "Spørg om elevatoren", version: 1 });
  });

  test("written on two devices at once is kept from one, and the other is told with both texts", async () => {
    await note(people.ida, "Et");
    const [phone, tablet] = await Promise.all([
      note(people.ida, "Fra telefonen", 1),
      note(people.ida, "Fra tavlen", 1),
    ]);
    const [kept, told] = phone.ok ? [phone, tablet] : [tablet, phone];
    expect(kept).toEqual({ ok: true, version: 2 });
    expect(told).toMatchObject({ ok: false, reason: "changed", version: 2 });
    const now = (await opened(people.ida)).items[0]?.note.text;
    expect(told).toMatchObject({ text: now });
  });

  test("sent twice is one, and one that was never known to be there is told about", async () => {
    await note(people.ida, "Et");
    expect(await note(people.ida, "Et")).toEqual({ ok: true, version: 1 });
    expect(await note(people.ida, "Et", 1)).toEqual({ ok: true, version: 1 });
    expect(await note(people.ida, "Noget andet", 0)).toMatchObject({ ok: false, reason: "changed", text: "Et" });
  });

  test("is not written at an item that the person may not see", async () => {
    const meeting = await opened(people.asta);
    const result = await saveNote(database.db, people.asta, meeting, idOf(2), { text: "Hm", version: 0 });
    expect(result).toEqual({ ok: false, reason: "unknown" });
  });

  test("is seen by nobody else: not in their pages, the export, the search or the audit", async () => {
    await note(people.ida, MARKER);
    await addHighlight(database.db, people.ida, await opened(people.ida), idOf(1), highlight("koster 3,9 mio. kr."));
    await markRead(database.db, people.ida, await opened(people.ida), [idOf(1)], 0);
    for (const actor of [people.bo, people.asta, people.signe]) {
      const meeting = await opened(actor);
      expect(JSON.stringify(meeting)).not.toContain(MARKER);
      expect(meeting.items[0]).toMatchObject({ highlights: [], state: "unread", note: { text: "" } });
      expect(await listMyNotes(database.db, actor, `birkeby-${towns}`, municipalityId)).toEqual([]);
    }
    const { rows } = await sql<{ entry: string }>`select row_to_json(audit_entry)::text as entry from audit_entry
      union all select row_to_json(search_item)::text from search_item`.execute(database.db);
    expect(rows.map(({ entry }) => entry).join("\n")).not.toMatch(/4711|note|highlight/);
    const folder = await mkdtemp(join(tmpdir(), "sagsgang-export-"));
    try {
      await exportArchive(database.db, folder);
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        expect(entry.name).not.toMatch(/note|highlight|read_mark|visit/);
        if (entry.isFile()) expect(await readFile(join(entry.parentPath, entry.name), "utf8")).not.toContain(MARKER);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test("goes with its writer's account", async () => {
    await note(people.ida, MARKER);
    await database.db.deleteFrom("identity.user").where("id", "=", people.ida.userId).execute();
    const left = await database.db
      .selectFrom("personal.note")
      .select("text")
      .where("user_id", "=", people.ida.userId)
      .execute();
    expect(left).toEqual([]);
  });
});

describe("a highlight", () => {
  test("finds its words again after an addendum, and says when they are gone", async () => {
    const meeting = await opened(people.ida);
    const words = highlight("Den varer tre år.");
    expect(await addHighlight(database.db, people.ida, meeting, idOf(1), words)).toEqual({ ok: true });
    expect(await addHighlight(database.db, people.ida, meeting, idOf(1), words)).toEqual({ ok: true });
    const figure = { ...highlight("koster 3,9 mio. kr."), id: "5f1c0c4e-3f0a-4b57-9a54-7a4f9a1f5e11" };
    await addHighlight(database.db, people.ida, meeting, idOf(1), figure);
    await addendum(harbour("Nyt afsnit først. Planen koster 4,2 mio. kr. i alt. Den varer tre år."), sale);
    const [item] = (await opened(people.ida)).items;
    const text = item?.parts[0]?.text ?? "";
    const shown = item?.highlights.map(({ quote, place }) => [quote, place && text.slice(place.from, place.to)]);
    expect(shown?.toSorted()).toEqual([
      ["Den varer tre år.", "Den varer tre år."],
      ["koster 3,9 mio. kr.", null],
    ]);
  });

  test("of words that are not there is refused, and one is taken away by its owner only", async () => {
    const meeting = await opened(people.ida);
    const refused = await addHighlight(
      database.db,
      people.ida,
      meeting,
      idOf(1),
      highlight("noget helt andet end sagen"),
    );
    expect(refused).toEqual({ ok: false, reason: "no-such-words" });
    const words = highlight("Den varer tre år.");
    await addHighlight(database.db, people.ida, meeting, idOf(1), words);
    await removeHighlight(database.db, people.bo, await opened(people.bo), words.id);
    expect((await opened(people.ida)).items[0]?.highlights).toHaveLength(1);
    await removeHighlight(database.db, people.ida, meeting, words.id);
    expect((await opened(people.ida)).items[0]?.highlights).toEqual([]);
  });
});

describe("what is new since last time", () => {
  const late = anAgendaItem({
    id: 1,
    number: 12,
    kind: "paper",
    title: "Havnen",
    reference: "26-1",
    sections: [section("Planen koster 4,2 mio. kr. i alt. Den varer tre år.")],
  });

  test("is nothing for those who first open an agenda that has its addendum", async () => {
    await addendum(late, sale);
    const meeting = await opened(people.ida);
    expect(meeting.visited).toBe(false);
    expect(meeting.items.every(({ change, state }) => change === null && state === "unread")).toBe(true);
  });

  test("stands at the items until the reader says that it is seen", async () => {
    await markSeen(database.db, people.ida, await opened(people.ida), 0);
    await markRead(database.db, people.ida, await opened(people.ida), [idOf(1), idOf(2)], 0);
    await addendum(late, sale);
    const news = async () => (await opened(people.ida)).items.map(({ state, change }) => [state, change?.kind ?? null]);
    expect(await news()).toEqual([
      ["changed", "changed"],
      ["read", null],
    ]);
    expect((await unreadMeetings(database.db, people.ida, BEFORE))[0]).toMatchObject({ unread: 1, hasNews: true });
    await markSeen(database.db, people.ida, await opened(people.ida), 1);
    expect(await news()).toEqual([
      ["read", null],
      ["read", null],
    ]);
  });

  test("is not marked as read by a page that was made before it came", async () => {
    await markSeen(database.db, people.ida, await opened(people.ida), 0);
    await addendum(late, sale);
    await markRead(database.db, people.ida, await opened(people.ida), [idOf(1)], 0);
    expect((await opened(people.ida)).items[0]?.state).toBe("changed");
    await markRead(database.db, people.ida, await opened(people.ida), [idOf(1)], 1);
    expect((await opened(people.ida)).items[0]?.state).toBe("read");
  });

  test("of a withdrawn item is told, and it waits for nobody after that", async () => {
    await markSeen(database.db, people.ida, await opened(people.ida), 0);
    await addendum({ ...late, withdrawn: { with: 1, reason: "Trukket" } }, sale);
    const [item] = (await opened(people.ida)).items;
    expect(item?.change?.kind).toBe("withdrawn");
    await markSeen(database.db, people.ida, await opened(people.ida), 1);
    expect((await opened(people.ida)).items[0]).toMatchObject({ state: "read", change: null });
  });
});
