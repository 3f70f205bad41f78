import type { Body } from "./bodies.ts";
import { type Day, termOf } from "./calendar.ts";
import { personName } from "./names.ts";
import { createRandom, seedOf } from "./random.ts";

export type Member = { name: string; party: string };
export type Attendance = { present: Member[]; absent: Member[]; substitute: { member: Member; for: Member } | null };

/** Council seats by party; a committee is chosen from them. */
const seats = ["A", "A", "A", "A", "A", "A", "V", "V", "V", "V", "C", "C", "F", "F", "O", "B", "I", "Ø", "A", "V", "C"];
const councilSize = seats.length;

/** Two of three members are elected again when a term ends, so people stay for one, two or more terms. */
function heldSince(municipality: number, seat: number, term: number): number {
  let since = term;
  while (since > 1998 && createRandom(seedOf(17, municipality, seat, since)).chance(0.66)) since -= 4;
  return since;
}

/** Who holds a seat on a day. One member in each term leaves the party half-way, and is shown as "UFP". */
function memberAt(municipality: number, seat: number, day: Day): Member {
  const term = termOf(day.year);
  const name = personName(seedOf(19, municipality, seat, heldSince(municipality, seat, term)));
  const leaver = createRandom(seedOf(23, municipality, term)).below(councilSize);
  const hasLeft = day.year - term >= 2 && leaver === seat;
  return { name, party: hasLeft ? "UFP" : (seats[seat] as string) };
}

/** The seats of a body in a term: seven for a committee, all of them for the council. */
function seatsOf(municipality: number, body: Body, term: number): number[] {
  if (body.kind === "council") return seats.map((_, seat) => seat);
  const random = createRandom(seedOf(29, municipality, body.index, term));
  const chosen = new Set<number>();
  while (chosen.size < 7) chosen.add(random.below(councilSize));
  return [...chosen];
}

/** Who came to a meeting. Substitutes are other members of the council (styrelsesloven § 28, stk. 2). */
export function attendanceAt(municipality: number, body: Body, day: Day): Attendance {
  const random = createRandom(seedOf(31, municipality, body.index, day.year, day.month));
  const own = seatsOf(municipality, body, termOf(day.year));
  const away = own.filter(() => random.chance(0.08)).slice(0, 2);
  const member = (seat: number): Member => memberAt(municipality, seat, day);
  const first = away[0];
  const spare = seats.findIndex((party, seat) => first !== undefined && !own.includes(seat) && party === seats[first]);
  return {
    present: own.filter((seat) => !away.includes(seat)).map(member),
    absent: away.map(member),
    substitute:
      first !== undefined && spare >= 0 && random.chance(0.5) ? { member: member(spare), for: member(first) } : null,
  };
}
