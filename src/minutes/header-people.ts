import { readAbsence } from "./absences.ts";
import { sentencesOf } from "./dissents.ts";
import type { HeaderField } from "./header-labels.ts";
import type { Line } from "./lines.ts";
import type { Attendance, Participant } from "./model.ts";
import { readItemRanges, type PartialAbsence } from "./partial-absences.ts";
import { looksLikeName, parsePeople } from "./people.ts";

export type HeaderPeople = { participants: Participant[]; partial: PartialAbsence[] };

const LISTS: [HeaderField, Attendance][] = [
  ["chair", "present"],
  ["present", "present"],
  ["absent", "absent"],
  ["excused", "excused"],
  ["substitutes", "substitute"],
];

/**
 * The people of a meeting's head: members, then those away and their substitutes, who may be named among the members
 * or not, in lists of their own or in sentences ("Medlemmerne var til stede, undtagen: …").
 */
export function readHeaderPeople(
  values: Partial<Record<HeaderField, string>>,
  free: Line[],
  listed: Participant[] = [],
): HeaderPeople {
  const found: HeaderPeople = { participants: [...listed], partial: [] };
  for (const [field, attendance] of LISTS) {
    const value = values[field];
    if (!value) continue;
    for (const person of readList(value, attendance, found.partial))
      if (field !== "chair" || looksLikeName(person.name)) addPerson(found.participants, person);
  }
  const sentences = [
    ...sentencesOf(values.remarks ?? ""),
    ...free.slice(0, 60).flatMap(({ label }) => (label.length < 400 ? sentencesOf(label) : [])),
  ];
  let away: Participant | null = null;
  for (const sentence of sentences) {
    const instead: string | null | undefined = away && IN_THEIR_PLACE.exec(sentence)?.[1];
    for (const person of instead ? parsePeople(instead, "substitute") : [])
      addPerson(found.participants, { ...person, substituteFor: person.substituteFor ?? (away as Participant).name });
    const absence: ReturnType<typeof readAbsence> = instead ? null : readAbsence(sentence);
    away = absence?.absent.length === 1 ? (absence.absent[0] as Participant) : null;
    for (const person of [...(absence?.absent ?? []), ...(absence?.substitutes ?? [])])
      addPerson(found.participants, person);
  }
  if (found.participants.length === 0) found.participants = namesAlone(free);
  return found;
}

/** What follows a sentence on one person who was away: "I stedet deltog Gert Birk (A)". */
const IN_THEIR_PLACE = /^i stedet (?:deltog|mødte|deltager|møder|var|er indkaldt) (\p{Lu}[^.]{4,60})\.?$/iu;

/** True for a line that goes on with a list of people: a name with party and remarks, or the party or role of the name above. */
export function isPersonLine(label: string): boolean {
  if (isRoleLine(label) || /^\([^)]{1,30}\)$|^løsgænger$/i.test(label)) return true;
  if (label.length > 160 || /^(?:\d|referat|dagsorden|beslutning|mødet|der )/i.test(label)) return false;
  const people = parsePeople(label, "present");
  return people.length > 0 && people.every((person) => looksLikeName(person.name) || /\(.*\)/.test(label));
}

/** A role on a line of its own, under or over the name it belongs to. */
export function isRoleLine(label: string): boolean {
  return /^(?:\d\. ?)?(?:formand|næstformand|borgmester|viceborgmester)$/i.test(label);
}

function readList(value: string, attendance: Attendance, partial: PartialAbsence[]): Participant[] {
  const lines = value.split("\n");
  const people: Participant[] = [];
  const whole: string[] = [];
  for (const line of lines) {
    const group = /^([A-ZÆØÅ]{1,3}): ?(?=\p{Lu}\p{Ll})/u.exec(line);
    if (group) {
      for (const person of parsePeople(line.slice(group[0].length), attendance))
        people.push({ ...person, party: person.party ?? (group[1] as string) });
      continue;
    }
    const ranges = /\d/.test(line) && /sag|punkt|pkt/i.test(line) ? readItemRanges(line) : [];
    const [person] =
      ranges.length > 0
        ? parsePeople(line.replace(/[,;]?\s*(?:[-–]?\s*deltog ikke.*|(?:sag|pkt|punkt).*)$/i, ""), attendance)
        : [];
    if (!person) {
      const absence =
        attendance !== "present" && /stedfortræder|suppleant|deltog ikke/i.test(line)
          ? readAbsence(`Fraværende: ${line}`)
          : null;
      if (!absence) whole.push(line);
      else people.push(...absence.absent.map((one) => ({ ...one, attendance })), ...absence.substitutes);
      continue;
    }
    partial.push(...ranges.map((range) => ({ person, ...range })));
    people.push({ ...person, attendance: "present" });
  }
  const named = parsePeople(joinWrapped(whole), attendance);
  return [...(attendance === "substitute" ? named.map(forWhom) : named), ...people];
}

/** "Dicte Valby for Emma Sjælør" in a list of substitutes. */
function forWhom(person: Participant): Participant {
  const [name = "", other] = person.name.split(" for ");
  return other && looksLikeName(other) ? { ...person, name, substituteFor: person.substituteFor ?? other } : person;
}

function addPerson(people: Participant[], person: Participant): void {
  const known = people.find((other) => sameName(other.name, person.name));
  if (!known) people.push({ ...person });
  else {
    if (person.attendance !== "present") known.attendance = person.attendance;
    known.party ??= person.party;
    known.substituteFor ??= person.substituteFor;
  }
}

/** One name a line is a list; a line that ends with a comma, or breaks inside a name or bracket, goes on. */
function joinWrapped(lines: string[]): string {
  if (lines.length < 2) return lines.join("");
  const commas = lines.filter((line) => line.includes(",")).length;
  const value = lines.join("\n");
  const perLine =
    (lines.every((line) => /^[A-ZÆØÅ][^,()]*\([^)]*\)/.test(line)) && !lines.some((line) => SEVERAL.test(line))) ||
    commas === 0 ||
    (commas < lines.length * 0.5 && !value.includes(",\n")) ||
    lines.every((line) =>
      /^[^,]+(?:,\s*(?:\(?[A-ZÆØÅ]{1,3}\)?|løsgænger|.*(?:formand|stedfortræder|suppleant).*))?$/i.test(line),
    );
  if (!perLine) return lines.map((line) => line.replace(/(?<=\p{Ll}{2})\.$/u, ",")).join(" ");
  return lines
    .map((line) => line.trim().replace(/ {2,}/g, ", "))
    .join(", ")
    .replace(/, (\()/g, " $1")
    .replace(/,\s*,/g, ",");
}

/** "Susanne Holm (B), Abdi Lund (A)": more than one person on a line. */
const SEVERAL = /\), (?!Suppleant|Stedfor|Formand|Næst|Afbud|Borgmester)\p{Lu}/u;

export function sameName(left: string, right: string): boolean {
  return left === right || left.toLowerCase() === right.toLowerCase();
}

/** Members one a line with party and no label above them. */
function namesAlone(free: Line[]): Participant[] {
  const people = free
    .filter(({ label }) => label.length < 70 && /^[^,.]+\([A-ZÆØÅ]{1,3}\)/.test(label))
    .flatMap(({ label }) => parsePeople(label, "present"));
  return people.length > 2 ? people : [];
}
