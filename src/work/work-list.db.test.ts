import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "#database/testing.ts";
import type { Actor } from "#identity/actor.ts";
import { findApproval } from "#papers/approval/approval-queries.ts";
import { returnPaper } from "#papers/approval/decide.ts";
import { submitPaper } from "#papers/approval/submit.ts";
import { aPaper, aPaperTown, type PaperTown } from "#papers/testing.ts";
import { listWork, type WorkEntry, type WorkList } from "./work-list.ts";

let database: TestDatabase;
let town: PaperTown;
let place: { id: number; slug: string; name: string };
let people: Record<"writer" | "head" | "secretary", Actor>;
// The schools meet on 2 February 2027; their agenda goes out on 27 January.
const today = "2027-01-20";
const papers: Record<"draft" | "late" | "sent" | "closed" | "returned", number> = {
  draft: 0,
  late: 0,
  sent: 0,
  closed: 0,
  returned: 0,
};

beforeAll(async () => {
  database = await testDatabase();
  town = await aPaperTown(database.db);
  place = { id: town.municipalityId, slug: "birkeby", name: "birkeby" };
  people = {
    writer: await town.person("writer"),
    head: await town.person("head"),
    secretary: await town.person("secretary"),
  };
  const paper = (head: Parameters<typeof aPaper>[3]) => aPaper(database.db, people.writer, town, head);
  papers.draft = await paper({ head: { title: "Ny skole", deadline: "2027-01-21" } });
  papers.late = await paper({ head: { title: "Gammel skole", deadline: "2027-01-19" } });
  papers.sent = await sent(await paper({ head: { title: "Skolebus" } }));
  const closed = { title: "Opsigelse", closed: true, closedGround: "§ 10, stk. 1: personsag" };
  papers.closed = await sent(await paper({ head: closed }));
  papers.returned = await sent(await paper({ head: { title: "Skolemad" } }));
  const at = { municipalityId: town.municipalityId, paperId: papers.returned };
  await returnPaper(database.db, people.head, at, { round: 1, position: 1 }, "Hvad koster maden?");
});
afterAll(() => database.drop());

/** On its way to the first meeting; the head's last day is 20 January. */
async function sent(paperId: number): Promise<number> {
  await database.db
    .updateTable("consultation")
    .set({ planned_meeting_id: town.meetings.schools[0] as number })
    .where("paper_id", "=", paperId)
    .execute();
  const { mark } = await findApproval(database.db, town.municipalityId, paperId);
  const at = { municipalityId: town.municipalityId, paperId };
  await submitPaper(database.db, people.writer, at, { seen: mark, persons: [], remark: null });
  return paperId;
}

const short = (entries: WorkEntry[]) =>
  entries.map((entry) => `${entry.kind} ${"meetingId" in entry ? entry.date : (entry.title ?? "closed")}`);
const read = (work: WorkList) =>
  Object.fromEntries(Object.entries(work).map(([group, entries]) => [group, short(entries).sort()]));

test("a writer sees what came back, their drafts and what is under way, the late ones first", async () => {
  const work = await listWork(database.db, people.writer, [place], today);
  expect(read(work)).toEqual({
    overdue: ["draft Gammel skole"],
    waiting: ["returned Skolemad"],
    drafts: ["draft Ny skole"],
    underWay: ["under-way Skolebus", "under-way closed"],
  });
  expect(work.waiting[0]).toMatchObject({ reason: "Hvad koster maden?", by: people.head.name });
  expect(work.drafts[0]).toMatchObject({ due: "2027-01-21", dueState: "due" });
  expect(work.underWay[0]).toMatchObject({ role: "head", due: "2027-01-20" });
});

test("an approver sees what waits for them, and what is closed by its number only", async () => {
  const work = await listWork(database.db, people.head, [place], today);
  expect(read(work)).toEqual({
    overdue: [],
    waiting: ["approve Skolebus", "approve closed"],
    drafts: [],
    underWay: [],
  });
  expect(JSON.stringify(work)).not.toContain("Opsigelse");
  expect(read(await listWork(database.db, people.head, [place], "2027-01-21")).overdue).toHaveLength(2);
});

test("a secretary sees the agenda to send out, until it has been sent", async () => {
  const listed = async (day: string) => read(await listWork(database.db, people.secretary, [place], day));
  expect((await listed(today)).waiting).toEqual(["dispatch 2027-02-02"]);
  expect((await listed("2027-01-01")).waiting).toEqual([]);
  expect((await listed("2027-01-28")).overdue).toEqual(["dispatch 2027-02-02"]);
  await database.db
    .insertInto("agenda")
    .values({
      municipality_id: town.municipalityId,
      planned_meeting_id: town.meetings.schools[0] as number,
      state: "dispatched",
      called_by: null,
    })
    .execute();
  expect((await listed(today)).waiting).toEqual([]);
});

test("nobody sees what is another's, nor anything after their role has ended", async () => {
  const other = await town.person("writer");
  const member = await town.person("member");
  const stranger = await (await aPaperTown(database.db, "andeby")).person("head");
  const ended = { ...people.writer, grants: [] };
  const nothing = { overdue: [], waiting: [], drafts: [], underWay: [] };
  for (const who of [other, member, stranger, ended])
    expect(read(await listWork(database.db, who, [place], today))).toEqual(nothing);
});
