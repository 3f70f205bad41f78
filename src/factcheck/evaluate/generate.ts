import { committeeName, MUNICIPALITIES, PLACES } from "./places.ts";
import { anotherWeekday, type Day, isoDay, isWorkday, later, shortDate, weekdayOf } from "./danish.ts";
import { makeFacts, type Facts } from "./facts.ts";
import { type Earlier, makeItem } from "./items.ts";
import { layOut } from "./layouts.ts";
import { mark, takeMarks } from "./marks.ts";
import type { Desk, Phrasebook, Plant, Sample } from "./model.ts";
import type { Paper, PaperItem } from "./paper.ts";
import { makeMembers, type Member, misspelt } from "./people.ts";
import { createRandom, type Random } from "./random.ts";

/** Of the claims so many are wrong. */
const WRONG = 0.12;

/**
 * Papers of one municipality that are checked together: one, or now and then two about the same matter. The same seed
 * gives the same papers, whatever the checks are.
 */
export function generateSample(book: Phrasebook, seed: number): Sample {
  const random = createRandom(seed);
  const plants: Plant[] = [];
  const desk = openDesk(random, plants);
  const town = random.pick(MUNICIPALITIES);
  const body = committeeName(random);
  const members = makeMembers(random);
  const day = meetingDay(random);
  const earlier: Earlier = { day: later(day, -28), first: 3, last: random.between(9, 14) };
  const facts = random
    .some(book.subjects, random.between(3, 6))
    .map((subject) => makeFacts(random, subject, day.year - 1));
  const scene = { desk, book, town, body, members, earlier };
  const papers = [makePaper(scene, facts, day, earlier.last + 1)];
  // In between a member may go over to another party: no error.
  const next = { ...scene, members: random.chance(0.4) ? withOtherParty(random, members) : members };
  if (random.chance(0.15)) papers.push(makePaper(next, facts.slice(0, 1), later(day, 28), earlier.last + 12));
  const documents = papers.map((paper, at) => {
    const file = `${book.name}-${seed}-${at + 1}.txt`;
    const { text, places } = takeMarks(layOut(random, paper));
    for (const { id, span } of places) plants[id]?.places.push({ file, span });
    return { file, text };
  });
  return { documents, plants: plants.filter(({ places }) => places.length > 0), known: knownOf(body, earlier) };
}

function withOtherParty(random: Random, members: Member[]): Member[] {
  const at = random.between(0, members.length - 1);
  return members.map((member, index) =>
    index === at ? { ...member, party: member.party === "A" ? "F" : "A" } : member,
  );
}

function openDesk(random: Random, plants: Plant[]): Desk {
  const newId = (): number => plants.push({ checks: [], verdict: "error", what: "", places: [] }) - 1;
  return {
    random,
    newId,
    errs: () => random.chance(WRONG),
    plant(checks, verdict, what, text, id = newId()) {
      plants[id] = { checks, verdict, what, places: plants[id]?.places ?? [] };
      return mark(id, text);
    },
  };
}

type Scene = { desk: Desk; book: Phrasebook; town: string; body: string; members: Member[]; earlier: Earlier };

function makePaper(
  { desk, book, town, body, members, earlier }: Scene,
  facts: Facts[],
  day: Day,
  first: number,
): Paper {
  const { random } = desk;
  // A closed item may be left out of the minutes, so that a number is missing: no error.
  const leftOut = random.chance(0.3) ? random.between(1, facts.length) : -1;
  const printed = facts.map((_, at) => first + 1 + at + (at >= leftOut && leftOut > 0 ? 1 : 0));
  const items: PaperItem[] = [agendaItem(desk, first, body, day)];
  for (const [at, fact] of facts.entries()) {
    const draft = makeItem(desk, book, fact, day, earlier);
    items.push({
      ...draft,
      number: String(printed[at]),
      caseNumber: `${day.year % 100}-${String(random.between(1000, 39_999)).padStart(6, "0")}`,
      decision: decision(desk, day, draft.recommendations.length),
      absent: absent(desk, members),
    });
  }
  const contents = items.map(({ title }) => title);
  if (random.chance(WRONG / 2)) {
    const at = random.between(1, items.length - 1);
    const item = items[at] as PaperItem;
    item.number = desk.plant(["numbering"], "warning", "forkert punktnummer", items[at - 1]?.number ?? "");
  }
  if (random.chance(WRONG / 2)) {
    const title = random.pick([
      "Orientering om ny lovgivning",
      "Rammer for kommende puljer",
      "Status på fælles projekt",
    ]);
    contents.splice(
      random.between(1, contents.length),
      0,
      desk.plant(["table-of-contents"], "warning", "punktet findes ikke", title),
    );
  }
  const wrongDay = random.chance(WRONG / 2);
  return {
    municipality: town,
    body,
    day,
    weekday: wrongDay ? desk.plant(["weekday"], "error", "mødets ugedag", anotherWeekday(random, day)) : weekdayOf(day),
    place: random.pick(PLACES),
    members,
    contents,
    items,
  };
}

function agendaItem(desk: Desk, number: number, body: string, day: Day): PaperItem {
  return {
    number: String(number),
    title: "Godkendelse af dagsorden",
    caseNumber: "",
    summary: `Dagsordenen for mødet i ${body} skal godkendes.`,
    recommendations: ["dagsordenen godkendes"],
    decision: { day: shortDate(day), words: ["Godkendt."] },
    absent: "",
    account: ["Udvalget skal godkende dagsordenen."],
    economy: "",
    attachments: [],
  };
}

function decision(desk: Desk, day: Day, points: number): PaperItem["decision"] {
  const { random } = desk;
  const wrongDay = random.chance(WRONG / 3);
  const date = shortDate(wrongDay ? later(day, random.pick([-1, 1, 31])) : day);
  const shown = wrongDay ? desk.plant(["date"], "warning", "beslutningens dato er ikke mødets", date) : date;
  if (points < 2 || random.chance(0.5)) return { day: shown, words: ["Godkendt."] };
  const words = Array.from({ length: points }, (_, at) => `Ad ${at + 1}: Godkendt.`);
  if (desk.errs())
    words.push(
      desk.plant(["other", "numbering"], "warning", "flere beslutninger end punkter", `Ad ${points + 1}: Godkendt.`),
    );
  return { day: shown, words };
}

function absent(desk: Desk, members: Member[]): string {
  const { random } = desk;
  if (random.chance(0.6)) return "";
  const member = random.pick(members);
  if (!desk.errs()) return `${member.name} (${member.party})`;
  if (random.chance(0.5))
    return desk.plant(
      ["name", "attendance"],
      "warning",
      "navn stavet forkert",
      `${misspelt(random, member)} (${member.party})`,
    );
  return desk.plant(
    ["attendance", "name"],
    "warning",
    "fraværende, der ikke er medlem",
    `Bernhard Zakariassen (${member.party})`,
  );
}

/** The archive has the earlier meeting, and nothing else. */
function knownOf(body: string, { day, first, last }: Earlier): Sample["known"] {
  const iso = isoDay(day);
  return {
    hasItem: (asked, date, number) =>
      asked.toLowerCase().startsWith(body.toLowerCase().slice(0, -2)) && date === iso
        ? Number(number) >= first && Number(number) <= last
        : null,
  };
}

function meetingDay(random: Random): Day {
  let day: Day = { year: random.between(2022, 2026), month: random.between(2, 11), day: random.between(1, 28) };
  while (!isWorkday(day) || !isWorkday(later(day, -28)) || !isWorkday(later(day, 28))) day = later(day, 1);
  return day;
}
