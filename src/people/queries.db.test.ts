import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "#database/testing.ts";
import { importMinutes } from "../../tests/support/import-minutes.ts";
import { partySpans } from "./party-spans.ts";
import {
  countAttendance,
  countCommitteeAttendance,
  countOfPerson,
  countPeople,
  findPerson,
  listDissents,
  listMentions,
  listPartyObservations,
  listPeople,
  listSeats,
  listSubstitutions,
  type Person,
} from "./queries.ts";

let database: TestDatabase;
let birkeby: number;
const page = { offset: 0, limit: 50 };

beforeAll(async () => {
  database = await testDatabase();
  birkeby = await importMinutes(database.db, [
    {
      committee: "Klimaudvalget",
      date: "14-05-2024",
      participants: "Anna Holm (A), Bo Kjær (V), Carla Dam (C) (Afbud), Dines Eg (C) (Stedfortræder for Carla Dam)",
      items: [
        {
          number: 12,
          title: "Varmeplan",
          decisions: [
            {
              by: "Klimaudvalget, 14.05.2024",
              words:
                "Anbefales.\n\nBo Kjær (V) og Dines Eg (C) kunne ikke støtte beslutningen, idet prisen er for høj.",
            },
          ],
        },
        {
          number: 13,
          title: "Meddelelser",
          decisions: [{ by: "Klimaudvalget, 14.05.2024", words: "Til efterretning. Bo Kjær deltager i høringen." }],
        },
      ],
    },
    {
      committee: "Klimaudvalget",
      date: "11-02-2025",
      participants: "Anna Holm (A), Bo Kjær (UFP), Carla Dam (C)",
      items: [
        { number: 1, title: "Gadelys", decisions: [{ by: "Klimaudvalget, 11.02.2025", words: "Godkendt." }] },
        { number: 2, title: "Cykelstier", decisions: [{ by: "Klimaudvalget, 11.02.2025", words: "Godkendt." }] },
      ],
    },
  ]);
});
afterAll(() => database.drop());

async function person(slug: string): Promise<Person> {
  const found = await findPerson(database.db, birkeby, slug);
  if (!found) throw new Error(`${slug} is not in the archive`);
  return found;
}

test("a person's parties are told as spans of time", async () => {
  const { id } = await person("bo-kjaer");
  expect(partySpans(await listPartyObservations(database.db, birkeby, id))).toEqual([
    { party: "V", from: "2024-05-14", to: "2024-05-14" },
    { party: "UFP", from: "2025-02-11", to: "2025-02-11" },
  ]);
});

test("attendance is counted a year, by what the lists of participants say", async () => {
  const { id } = await person("carla-dam");
  expect(await countAttendance(database.db, birkeby, id)).toEqual([
    { year: 2024, attendance: "excused", count: 1 },
    { year: 2025, attendance: "present", count: 1 },
  ]);
});

test("a committee's attendance is counted a year, all its participants together", async () => {
  const { id } = await database.db.selectFrom("committee").select("id").executeTakeFirstOrThrow();
  expect(await countCommitteeAttendance(database.db, birkeby, id)).toEqual([
    { year: 2024, attendance: "excused", count: 1 },
    { year: 2024, attendance: "present", count: 2 },
    { year: 2024, attendance: "substitute", count: 1 },
    { year: 2025, attendance: "present", count: 3 },
  ]);
});

test("a seat is where the person is listed otherwise than as a substitute", async () => {
  expect(await listSeats(database.db, birkeby, (await person("bo-kjaer")).id)).toEqual([
    { slug: "klimaudvalget", name: "Klimaudvalget", first: "2024-05-14", last: "2025-02-11", meetings: 2 },
  ]);
  expect(await listSeats(database.db, birkeby, (await person("dines-eg")).id)).toEqual([]);
});

test("a dissent is quoted in the minutes' words, with those who shared it", async () => {
  const [dissent, ...others] = await listDissents(database.db, birkeby, (await person("bo-kjaer")).id, page);
  expect(others).toEqual([]);
  expect(dissent).toMatchObject({ title: "Varmeplan", others: ["Dines Eg"], outcome: "recommended" });
  expect(dissent?.text).toContain("kunne ikke støtte beslutningen, idet prisen er for høj");
});

test("who stood in for whom is told from both sides", async () => {
  const told = async (slug: string) =>
    (await listSubstitutions(database.db, birkeby, (await person(slug)).id, page)).map(
      ({ role, name, slug, date }) => `${date} ${role} ${name} ${slug}`,
    );
  expect(await told("dines-eg")).toEqual(["2024-05-14 for Carla Dam carla-dam"]);
  expect(await told("carla-dam")).toEqual(["2024-05-14 by Dines Eg dines-eg"]);
});

test("a mention is a decision with the name, other than the person's own dissent", async () => {
  const bo = await person("bo-kjaer");
  expect((await listMentions(database.db, birkeby, bo, page)).map(({ title }) => title)).toEqual(["Meddelelser"]);
  expect(await countOfPerson(database.db, birkeby, bo)).toEqual({ dissents: 1, mentions: 1, substitutions: 0 });
});

test("people are listed by name with their latest party and how many there are", async () => {
  const people = await listPeople(database.db, birkeby, page);
  expect(people).toEqual([
    { slug: "anna-holm", name: "Anna Holm", party: "A", meetings: 2, last: "2025-02-11" },
    { slug: "bo-kjaer", name: "Bo Kjær", party: "UFP", meetings: 2, last: "2025-02-11" },
    { slug: "carla-dam", name: "Carla Dam", party: "C", meetings: 2, last: "2025-02-11" },
    { slug: "dines-eg", name: "Dines Eg", party: "C", meetings: 1, last: "2024-05-14" },
  ]);
  expect(await countPeople(database.db, birkeby)).toBe(4);
  expect(await findPerson(database.db, birkeby + 1, "anna-holm")).toBeUndefined();
});
