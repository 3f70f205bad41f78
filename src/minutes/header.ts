import { readBody, findBodies } from "./bodies.ts";
import { parseDanishDate, findDates } from "./dates.ts";
import { readLabel, type HeaderField, type Labelled } from "./header-labels.ts";
import type { Line } from "./lines.ts";
import type { Attendance, Minutes, Participant } from "./model.ts";
import { looksLikeName, normaliseName, parsePeople } from "./people.ts";
import { readAbsence } from "./absences.ts";
import { parseTimeRange } from "./times.ts";

/** What the head of the document says about the meeting. */
export type Header = Pick<Minutes, "kind" | "committee" | "term" | "date" | "startTime" | "endTime" | "place" | "participants"> & {
  /** Whether the document names itself minutes, agenda or protocol. */
  named: boolean;
};

const KIND = /\b(referat|mødereferat|beslutningsprotokol|protokol|beslutningsreferat|dagsorden|mødeindkaldelse|indkaldelse)(?:en|et)?\b/i;
const AGENDA = /^(?:dagsorden|mødeindkaldelse|indkaldelse)/i;
const TERM = /\(?((?:19|20)\d\d\s*[-–]\s*(?:(?:19|20)\d\d))\)?/;

type Values = Partial<Record<HeaderField, string>>;

/**
 * Reads the head: everything above the first item, without the contents. `lines` may be cut; lines that are no part
 * of a head are passed over.
 */
export function readHeader(lines: Line[]): Header {
  const header: Header = { kind: "minutes", committee: null, term: null, date: null, startTime: null, endTime: null, place: null, participants: [], named: false };
  const values: Values = {};
  const free: Line[] = [];
  let field: HeaderField | null = null;
  let blanks = 0;
  for (const line of lines) {
    if (line.label === "" || line.rule) {
      blanks++;
      continue;
    }
    const labelled: Labelled | null = field !== null && PEOPLE.has(field) && ROLE.test(line.label) ? null : readLabel(line.label);
    if (labelled) {
      field = labelled.field;
      values[field] = values[field] ? `${values[field]}\n${labelled.value}` : labelled.value;
    } else if (field && continues(field, values[field] as string, line.label, blanks)) {
      values[field] = `${values[field]}${values[field] === "" ? "" : "\n"}${line.label}`;
    } else {
      field = null;
      free.push(line);
    }
    blanks = 0;
  }
  readTitleLines(free, header);
  readValues(values, header);
  header.participants = attendanceOf(values);
  if (header.participants.length === 0) header.participants = namesAlone(free);
  if (header.date === null || header.startTime === null) readLooseDate(free, header);
  header.place ??= free.slice(0, 12).find(({ label }) => isPlace(label))?.label ?? null;
  header.term = term(header.term);
  return header;
}

/** Whether a line without a label goes on with the value above it. */
function continues(field: HeaderField, value: string, label: string, blanks: number): boolean {
  if (label.length > 300) return PEOPLE.has(field) && value === "";
  if (PEOPLE.has(field)) return value === "" || blanks === 0 || isPersonLine(label);
  if (value === "") return blanks < 3;
  return field === "remarks" && blanks === 0;
}

/** A role on a line of its own, under or over the name it belongs to. */
const ROLE = /^(?:\d\. ?)?(?:formand|næstformand|borgmester|viceborgmester)$/i;
const PEOPLE = new Set<HeaderField>(["present", "absent", "excused", "substitutes"]);

/** A name with party and remarks, or the party or role of the name above. */
function isPersonLine(label: string): boolean {
  if (ROLE.test(label) || /^\([^)]{1,30}\)$|^løsgænger$/i.test(label)) return true;
  if (label.length > 160 || /^(?:\d|referat|dagsorden|beslutning|mødet|der )/i.test(label)) return false;
  const people = parsePeople(label, "present");
  return people.length > 0 && people.every((person) => looksLikeName(person.name) || /\(.*\)/.test(label));
}

function readTitleLines(free: Line[], header: Header): void {
  for (const { label } of free.slice(0, 40)) {
    if (label.length > 250) continue;
    const kind = KIND.exec(label);
    if (kind && !header.named) {
      header.named = true;
      if (AGENDA.test(kind[1] as string)) header.kind = "agenda";
    } else if (kind && header.kind === "agenda" && !AGENDA.test(kind[1] as string) && !/^dagsorden/i.test(label)) header.kind = "minutes";
    if (header.committee === null) {
      const found = committeeIn(label, kind?.[0] ?? null);
      if (found) {
        header.committee = found;
        header.term = TERM.exec(label)?.[1] ?? null;
      }
    }
    if (header.date === null && (kind || header.committee !== null) && label.length < 200) {
      header.date = parseDanishDate(label);
      if (header.date) setTimes(header, afterDate(label));
      const place = header.date && / i ((?!møde)[^,].{4,})$/.exec(afterDate(label))?.[1];
      if (place && header.place === null) header.place = place.trim();
    }
  }
}

/** The body named on a title line: "REFERAT X 2022-2025 d. …", "Byrådet - Referat", "Referat af møde i X". */
function committeeIn(label: string, kind: string | null): string | null {
  let text = label.replace(/^udkast til /i, "");
  if (kind && text.toLowerCase().startsWith(kind.toLowerCase())) text = text.slice(kind.length).replace(/^[\s.:–-]+/, "");
  text = text.replace(/^(?:fra|til|af|for)?\s*(?:det? )?(?:ordinært |ekstraordinært |konstituerende )?(?:møde(?:t|r)? )?(?:i |for |af |nr\.? ?\S+ i )?(?=[A-ZÆØÅ§])/i, "");
  const body = readBody(text);
  if (body) return body.name;
  if (kind === null) return null;
  return findBodies(text)[0]?.name ?? null;
}

function afterDate(label: string): string {
  const date = findDates(label)[0];
  return date ? label.slice(date.end) : label;
}

function setTimes(header: Header, text: string): void {
  const times = parseTimeRange(text);
  header.startTime ??= times.start;
  header.endTime ??= times.end;
}

function readValues(values: Values, header: Header): void {
  if (values.date) {
    const date = parseDanishDate(values.date);
    if (date) header.date = date;
    const times = parseTimeRange(date ? afterDate(values.date) : values.date);
    if (times.start) [header.startTime, header.endTime] = [times.start, times.end ?? header.endTime];
  }
  for (const [field, key] of [["start", "startTime"], ["end", "endTime"]] as const) {
    const value = values[field];
    if (!value) continue;
    header.date ??= parseDanishDate(value);
    const times = parseTimeRange(afterDate(value));
    if (times.start) header[key] = times.start;
    if (field === "start" && times.end) header.endTime = times.end;
  }
  if (values.place) header.place = values.place.split("\n").join(", ").replace(/,\s*,/g, ",").trim() || header.place;
  const named = values.committee ?? values.kind;
  if (named) {
    const line = (named.split("\n")[0] as string).trim();
    const body = readBody(line)?.name ?? (values.committee && line.length > 3 ? line : null);
    if (body) {
      header.committee = withoutTerm(body);
      header.term ??= TERM.exec(line)?.[1] ?? null;
    }
    const kind = KIND.exec(named);
    if (kind) {
      header.named = true;
      header.kind = AGENDA.test(kind[1] as string) ? "agenda" : "minutes";
    }
  }
  header.committee = header.committee && withoutTerm(header.committee);
}

function withoutTerm(name: string): string {
  return name.replace(TERM, "").replace(/^\d\d-\d\d /, "").replace(/\s*[-–(]\s*$/, "").trim();
}

/** An address or a room on a line of its own. */
function isPlace(label: string): boolean {
  return label.length < 160 && !/[.:]$/.test(label) && !KIND.test(label) && (/, .*\b\d{4} [A-ZÆØÅ]/.test(label) || /^(?:mødelokale|lokale|byrådssal|rådhus|rådssal|kommunalbestyrelsessal|via (?:skype|teams)|skype$|teams$)/i.test(label));
}

function term(value: string | null): string | null {
  return value && value.replace(/\s*[-–]\s*/, "-");
}

/** Participants from the members and the lists of absentees, which may name members again or others. */
function attendanceOf(values: Values): Participant[] {
  const people: Participant[] = [];
  const add = (person: Participant): void => {
    const known = people.find((other) => sameName(other.name, person.name));
    if (!known) people.push(person);
    else {
      if (person.attendance !== "present") known.attendance = person.attendance;
      known.party ??= person.party;
      known.substituteFor ??= person.substituteFor;
    }
  };
  const lists: [HeaderField, Attendance][] = [["present", "present"], ["absent", "absent"], ["excused", "excused"], ["substitutes", "substitute"]];
  for (const [field, attendance] of lists) for (const person of parsePeople(joinWrapped(values[field] ?? ""), attendance)) add(person);
  const absence = values.remarks ? readAbsence(values.remarks) : null;
  if (absence) for (const person of [...absence.absent, ...absence.substitutes]) add(person);
  return people;
}

/** One name a line is a list; a line that ends with a comma, or breaks inside a name or bracket, goes on. */
function joinWrapped(value: string): string {
  if (!value.includes("\n")) return value;
  const lines = value.split("\n");
  const commas = lines.filter((line) => line.includes(",")).length;
  const perLine = lines.length > 1 && (lines.every((line) => /^[A-ZÆØÅ][^,()]*\([^)]*\)/.test(line)) || commas === 0 || (commas < lines.length * 0.5 && !value.includes(",\n")) || lines.every((line) => /^[^,]+(?:,\s*(?:\(?[A-ZÆØÅ]{1,3}\)?|løsgænger|.*(?:formand|stedfortræder|suppleant).*))?$/i.test(line)));
  if (!perLine) return lines.join(" ");
  return lines.map((line) => line.trim()).join(", ").replace(/, (\()/g, " $1").replace(/,\s*,/g, ",");
}

export function sameName(left: string, right: string): boolean {
  return left === right || left.toLowerCase() === right.toLowerCase();
}

/** Members one a line with party and no label above them. */
function namesAlone(free: Line[]): Participant[] {
  const people = free.filter(({ label }) => label.length < 70 && /^[^,.]+\([A-ZÆØÅ]{1,3}\)/.test(label)).flatMap(({ label }) => parsePeople(label, "present"));
  return people.length > 2 ? people.map((person) => ({ ...person, name: normaliseName(person.name) })) : [];
}

/** A date in a sentence or on a line of its own: "Den 09.01.2020 kl. 13:00 i Tapperiet", "onsdag den 11. august 2021 kl. 09:00". */
function readLooseDate(free: Line[], header: Header): void {
  for (const { label } of free.slice(0, 40)) {
    if (label.length > 200) continue;
    const date = parseDanishDate(label);
    if (date && (header.date === null || header.date === date)) {
      header.date = date;
      setTimes(header, afterDate(label));
      const place = /(?:kl\.? ?[\d.:]+(?: ?[-–] ?[\d.:]+)?,? (?:i|på) |^[^\n]*\d\d\d\d,? (?:i|på) )(.{4,})$/i.exec(label)?.[1];
      if (place && header.place === null) header.place = place.trim();
      if (header.startTime !== null) return;
    } else if (header.date !== null && header.startTime === null && /^\W*kl(?:okken)?\.? ?\d/i.test(label)) setTimes(header, label);
  }
}
