import type { Body } from "./bodies.ts";
import type { Day } from "./calendar.ts";
import type { Decision, Outcome } from "./item.ts";
import type { Attendance, Member } from "./people.ts";
import type { Random } from "./random.ts";

const reasons = [
  "da udgiften ikke er finansieret",
  "idet sagen ikke er tilstrækkeligt belyst",
  "idet opgaven bør løses inden for de nuværende rammer",
  "da effekten ikke er dokumenteret",
  "idet borgerne burde have været hørt",
];
const remarks = [
  "Udvalget ønsker en fornyet status ved udgangen af året.",
  "Udvalget kvitterer for indsatsen.",
  "Udvalget ønsker en sag om økonomien på et kommende møde.",
  "Orientering sendes på mail til udvalget.",
  "Udvalget gør opmærksom på høringssvarene.",
];
const unusual: readonly (readonly [Outcome, string])[] = [
  ["postponed", "Udsat."],
  ["postponed", "Sagen udsættes til næste møde."],
  ["rejected", "Forkastet."],
  ["withdrawn", "Taget af dagsordenen."],
  ["referred", "Oversendt til Økonomiudvalget."],
];

const label = ({ name, party }: Member): string => `${name} (${party})`;
const listed = (words: string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} og ${words.at(-1)}`;

/** Remarks and dissent by name, as a committee enters them in its protocol (styrelsesloven § 13, stk. 2). */
function remarksOf(random: Random, attendance: Attendance): string[] {
  if (!random.chance(0.09)) return random.chance(0.12) ? [random.pick(remarks)] : [];
  const against = random.pick(attendance.present);
  const other = random.pick(attendance.present);
  const two = random.chance(0.3) && other.name !== against.name;
  const who = two ? `${label(against)} og ${label(other)}` : label(against);
  return [`${who} kunne ikke støtte udvalgets beslutning, ${random.pick(reasons)}.`];
}

/** How the council voted, by party letters; the votes are those of the members who are there. */
function voteOf(random: Random, attendance: Attendance): string[] {
  if (!random.chance(0.25)) return [];
  const counts = new Map<string, number>();
  for (const { party } of attendance.present) counts.set(party, (counts.get(party) ?? 0) + 1);
  const parties = [...counts.keys()].toSorted();
  const against = parties.filter((party) => party !== "A" && random.chance(0.3));
  const inFavour = parties.filter((party) => !against.includes(party));
  const votes = (group: string[]): number => group.reduce((total, party) => total + (counts.get(party) ?? 0), 0);
  if (against.length === 0 || votes(against) >= votes(inFavour)) return [];
  return [`For stemte ${votes(inFavour)} (${listed(inFavour)}). Imod stemte ${votes(against)} (${listed(against)}).`];
}

type Setting = { random: Random; body: Body; day: Day; attendance: Attendance };

export function decide({ random, body, day, attendance }: Setting, outcome: Outcome, text: string): Decision {
  const said = body.kind === "council" ? voteOf(random, attendance) : remarksOf(random, attendance);
  return { body: body.name, day, outcome, text, remarks: said, attendance };
}

/** Usually what was recommended; now and then postponed, rejected, withdrawn or sent on. */
export function decideOrNot(setting: Setting, outcome: Outcome, text: string): Decision {
  if (!setting.random.chance(0.08)) return decide(setting, outcome, text);
  const [other, words] = setting.random.pick(unusual);
  return {
    body: setting.body.name,
    day: setting.day,
    outcome: other,
    text: words,
    remarks: [],
    attendance: setting.attendance,
  };
}
