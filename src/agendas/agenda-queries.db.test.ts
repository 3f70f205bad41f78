import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import { fixNumbers } from "./agenda-numbering-queries.ts";
import { readAgenda } from "./agenda-queries.ts";
import { type AgendaPlace, aMeeting, aPaper, aTown } from "./testing.ts";

let database: TestDatabase;
let place: AgendaPlace;
beforeAll(async () => {
  database = await testDatabase();
  place = await aTown(database.db);
});
afterAll(() => database.drop());

async function anAgenda(date: string, titles: (string | { paper: number; closed?: boolean })[]): Promise<number> {
  const meeting = await aMeeting(database.db, place, date);
  const of = { municipality_id: place.municipalityId, planned_meeting_id: meeting };
  await database.db.insertInto("agenda").values(of).execute();
  await database.db
    .insertInto("agenda_item")
    .values(
      titles.map((one, position) =>
        typeof one === "string"
          ? { ...of, position, kind: "note" as const, title: one }
          : { ...of, position, kind: "paper" as const, title: "", paper_id: one.paper, closed: one.closed ?? false },
      ),
    )
    .execute();
  return meeting;
}
const numbers = async (meeting: number) =>
  (await readAgenda(database.db, place.municipalityId, meeting))?.items.map(({ number, title }) => [number, title]);

test("an agenda that is built is read with its papers as they stand and its numbers as they would be", async () => {
  const { db } = database;
  const paper = await aPaper(db, place, { title: "Skoleveje" });
  const secret = await aPaper(db, place, { title: "Ansættelse", closed: true });
  const meeting = await anAgenda("2026-12-08", ["Godkendelse", { paper: secret }, { paper }]);
  expect(await readAgenda(db, place.municipalityId, meeting)).toMatchObject({
    municipality: "Birkeby",
    committee: "Skoleudvalget",
    date: "2026-12-08",
    start: "13:00",
    end: "15:00",
    deadline: "2026-12-02",
    dispatchedAt: null,
    dispatchNumber: 0,
    items: [
      { number: 1, title: "Godkendelse", reference: null, closed: false, sections: [] },
      {
        number: 2,
        title: "Skoleveje",
        recommendations: [{ number: 1, text: "at sagen godkendes" }],
        path: [{ committee: "Skoleudvalget", role: "decides", date: "2026-12-08", result: null }],
        sections: [{ role: "summary" }, { role: "presentation" }, { role: "economy" }],
      },
      { number: 3, title: "Ansættelse", closed: true, closedGround: "Styrelsesloven § 10: personforhold" },
    ],
  });
  const later = await anAgenda("2026-12-15", ["A", "B"]);
  expect(await numbers(later)).toEqual([
    [4, "A"],
    [5, "B"],
  ]);
  expect(await readAgenda(db, place.municipalityId + 1, meeting)).toBeNull();
});

test("numbers that were fixed stay, and two agendas fixed at once get none twice", async () => {
  const { db } = database;
  const two = [await anAgenda("2027-02-02", ["A", "B", "C"]), await anAgenda("2027-03-02", ["D", "E"])];
  await Promise.all(two.map((id) => db.transaction().execute((tx) => fixNumbers(tx, place.municipalityId, id))));
  expect((await Promise.all(two.map(numbers))).flat()).toEqual([
    [1, "A"],
    [2, "B"],
    [3, "C"],
    [4, "D"],
    [5, "E"],
  ]);
  const between = await anAgenda("2027-02-16", ["F"]);
  expect(await numbers(between)).toEqual([[6, "F"]]);
});

test("a committee that begins with 1 in each meeting is numbered so", async () => {
  const { db } = database;
  const council = { ...place, committeeId: 11 };
  await db
    .insertInto("committee_rules")
    .values({
      municipality_id: place.municipalityId,
      committee_id: 11,
      dispatch_days: 4,
      saturday_counts: false,
      meeting_day_counts: false,
      numbering: "meeting",
    })
    .execute();
  const meetings = [await aMeeting(db, council, "2027-01-12"), await aMeeting(db, council, "2027-02-09")];
  for (const planned_meeting_id of meetings) {
    const of = { municipality_id: place.municipalityId, planned_meeting_id };
    await db.insertInto("agenda").values(of).execute();
    await db
      .insertInto("agenda_item")
      .values({ ...of, position: 1, kind: "note", title: "Et punkt" })
      .execute();
  }
  expect(await Promise.all(meetings.map(numbers))).toEqual([[[1, "Et punkt"]], [[1, "Et punkt"]]]);
});

test("once it is sent an agenda is what the latest dispatch kept", async () => {
  const { db } = database;
  const meeting = await anAgenda("2027-05-04", ["A"]);
  const content = { items: [], committee: "Som den blev sendt" };
  for (const number of [0, 1])
    await db
      .insertInto("dispatch")
      .values({
        municipality_id: place.municipalityId,
        planned_meeting_id: meeting,
        number,
        deadline_on: "2027-04-28",
        late: false,
        content: JSON.stringify({ ...content, dispatchNumber: number }),
        dispatched_by: "vera",
        dispatched_by_name: "Vera Birk",
      })
      .execute();
  expect(await readAgenda(db, place.municipalityId, meeting)).toEqual({ ...content, dispatchNumber: 1 });
});
