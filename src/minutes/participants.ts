import { sameBody } from "./bodies.ts";
import { sameName } from "./header-people.ts";
import type { Decision, Item, Participant } from "./model.ts";
import { NAME_SHORT, parsePeople } from "./people.ts";

/**
 * Completes the people of the head with what the items tell: a document without a list of members names absentees and
 * substitutes with its decisions, and party letters often stand only there.
 */
export function completeParticipants(
  participants: Participant[],
  items: Item[],
  committee: string | null,
): Participant[] {
  const people = participants.map((person) => ({ ...person }));
  const own = items
    .flatMap((item) => item.decisions)
    .filter((decision) => committee === null || decision.committee === null || sameBody(decision.committee, committee));
  if (people.length === 0) people.push(...attendanceItem(items));
  const listed = people.length;
  const away = countBy(own, (decision) => decision.absent);
  const decided = own.filter((decision) => decision.text !== "" || decision.absent.length > 0).length;
  for (const { person, count } of away) {
    const known = people.find((other) => sameName(other.name, person.name));
    if (!known) {
      if (listed === 0 || count >= decided * 0.8) people.push({ ...person });
    } else if (known.attendance === "present" && decided > 1 && count >= decided * 0.8)
      known.attendance = person.attendance;
  }
  for (const { person } of countBy(own, (decision) => decision.substitutes)) {
    const known = people.find((other) => sameName(other.name, person.name));
    if (known) known.substituteFor ??= known.attendance === "substitute" ? person.substituteFor : null;
    else if (
      listed === 0 ||
      !people.some((other) => other.attendance === "substitute" && isNear(other.name, person.name))
    )
      people.push({ ...person });
  }
  takeParties(people, items);
  return people;
}

/** An item "Fraværende", or lists in the first items ("Til stede: …"), stand where some municipalities have no head. */
function attendanceItem(items: Item[]): Participant[] {
  const people: Participant[] = [];
  for (const item of items.slice(0, 3)) {
    for (const section of item.sections) {
      if (/^fraværende$/i.test(section.heading) && section.role === "other")
        people.push(...parsePeople(section.text.replace(/\.$/, ""), "absent"));
      for (const match of section.text.matchAll(LISTS)) {
        const label = (match[1] as string).toLowerCase();
        const attendance = /uden afbud|^fraværende$/.test(label)
          ? "absent"
          : /afbud/.test(label)
            ? "excused"
            : "present";
        people.push(...parsePeople((match[2] as string).replace(/\n/g, ", "), attendance));
      }
    }
    if (/^(?:fraværende|afbud|fravær)(?:$| og | \/)/i.test(item.title)) {
      for (const decision of item.decisions.slice(-1))
        people.push(...parsePeople(decision.text.replace(/\.$/, ""), "absent"));
    }
  }
  return people;
}

const LISTS =
  /(?:^|\n)(til ?stede(?: var)?|mødedeltagere|deltagere|fremmødte|fraværende med afbud|fraværende uden afbud|afbud fra)\s*:\s*\n?([^:]+?)(?=\n\s*\n|\n[^\n:]{2,30}:|$)/gi;

function countBy(
  decisions: Decision[],
  pick: (decision: Decision) => Participant[],
): { person: Participant; count: number }[] {
  const counts = new Map<string, { person: Participant; count: number }>();
  for (const decision of decisions) {
    for (const person of pick(decision)) {
      const known = counts.get(person.name);
      if (known) known.count++;
      else counts.set(person.name, { person, count: 1 });
    }
  }
  return [...counts.values()];
}

const NAME_AND_PARTY = new RegExp(
  String.raw`(\p{Lu}[\p{L}-]+(?: (?:(?:${NAME_SHORT}|\p{Lu})\.|[\p{L}-]+)){1,4}) \(([A-ZÆØÅ]{1,3})\)`,
  "gu",
);

/** A party letter printed anywhere behind a name, when the document never prints another for it. */
function takeParties(people: Participant[], items: Item[]): void {
  const parties = new Map<string, Set<string>>();
  const note = (name: string, party: string): void => {
    const known = parties.get(name);
    if (known) known.add(party);
    else parties.set(name, new Set([party]));
  };
  for (const item of items) {
    for (const decision of item.decisions) {
      for (const person of [...decision.absent, ...decision.substitutes])
        if (person.party) note(person.name, person.party);
      if (decision.text.includes("("))
        for (const match of decision.text.matchAll(NAME_AND_PARTY)) note(match[1] as string, match[2] as string);
    }
  }
  for (const person of people) {
    const known = parties.get(person.name);
    if (person.party === null && known?.size === 1) person.party = [...known][0] as string;
  }
}

/** The same first name and at most two letters between the rest: one person spelt twice. */
export function isNear(left: string, right: string): boolean {
  if (left === right) return false;
  const [first = ""] = left.split(" ");
  return right.startsWith(`${first} `) && Math.abs(left.length - right.length) < 3 && distance(left, right) < 3;
}

function distance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const change = left[row - 1] === right[column - 1] ? 0 : 1;
      current.push(
        Math.min(
          (previous[column] as number) + 1,
          (current[column - 1] as number) + 1,
          (previous[column - 1] as number) + change,
        ),
      );
    }
    previous = current;
  }
  return previous[right.length] as number;
}
