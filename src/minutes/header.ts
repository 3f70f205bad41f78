import { readAttendanceTable } from "./attendance-table.ts";
import { findBodies, readBody } from "./bodies.ts";
import { findDates, parseDanishDate } from "./dates.ts";
import { readLabel, type HeaderField, type Labelled } from "./header-labels.ts";
import { isPersonLine, isRoleLine, readHeaderPeople, type HeaderPeople } from "./header-people.ts";
import { placeAlone, ROOM_BELOW } from "./header-place.ts";
import type { Line } from "./lines.ts";
import type { Minutes } from "./model.ts";
import { isContentsHeading } from "./table-of-contents.ts";
import { parseTimeRange } from "./times.ts";
import { unusualCommittee } from "./unusual-committee.ts";

/** What the head of the document says about the meeting. */
export type Header = Pick<Minutes, "kind" | "committee" | "term" | "date" | "startTime" | "endTime" | "place"> &
  HeaderPeople & {
    /** Whether the document names itself minutes, agenda or protocol. */
    named: boolean;
  };

const KIND =
  /\b(referat|mødereferat|beslutningsprotokol|protokol|beslutningsreferat|(?:tillægs)?dagsorden|mødeindkaldelse|indkaldelse)(?:en|et)?\b/i;
const AGENDA = /^(?:(?:tillægs)?dagsorden|mødeindkaldelse|indkaldelse)/i;
const TERM = /\(?((?:19|20)\d\d\s*[-–]\s*(?:(?:19|20)\d\d))\)?/;

type Values = Partial<Record<HeaderField, string>>;

/**
 * Reads the head: everything above the first item, without the contents. Lines that are no part of a head are passed
 * over.
 */
export function readHeader(lines: Line[]): Header {
  const header: Header = {
    kind: "minutes",
    committee: null,
    term: null,
    date: null,
    startTime: null,
    endTime: null,
    place: null,
    participants: [],
    partial: [],
    named: false,
  };
  const { people, rest } = readAttendanceTable(lines);
  const { values, free } = collectValues(rest);
  readTitleLines(free, header);
  readValues(values, header);
  Object.assign(header, readHeaderPeople(values, free, people));
  if (header.date === null || header.startTime === null) readLooseDate(free, header);
  header.place ??= placeAlone(free, KIND);
  header.place = header.place && tidyPlace(header.place, header);
  header.term = header.term && header.term.replace(/\s*[-–]\s*/, "-");
  return header;
}

/** Sorts the lines into labels with their values and lines that have no label. */
function collectValues(lines: Line[]): { values: Values; free: Line[] } {
  const values: Values = {};
  const free: Line[] = [];
  let field: HeaderField | null = null;
  let blanks = 0;
  const empty: HeaderField[] = [];
  let placed = false;
  for (const line of lines) {
    if (line.label === "" || line.rule) {
      blanks++;
      continue;
    }
    const labelled: Labelled | null =
      field !== null && PEOPLE.has(field) && isRoleLine(line.label) ? null : readLabel(line.label);
    if (labelled?.field === "group") labelled.field = field !== null && PEOPLE.has(field) ? field : "present";
    if (labelled) {
      field = labelled.field;
      values[field] = values[field] ? `${values[field]}\n${labelled.value}` : labelled.value;
    } else if (field && continues(field, values[field] as string, line.label, blanks))
      values[field] = `${values[field]}${values[field] === "" ? "" : "\n"}${line.label}`;
    else {
      field = null;
      free.push(line);
    }
    if (labelled && placed) {
      empty.length = 0;
      placed = false;
    }
    if (labelled?.value === "") empty.push(labelled.field);
    else if (labelled || empty.length < 3) empty.length = 0;
    else if (field === empty.at(-1) || field === null) {
      values[empty.at(-1) as HeaderField] = "";
      placed = placeValue(line.label, empty, values);
      if (!placed) empty.length = 0;
      field = empty.at(-1) ?? null;
    }
    blanks = 0;
  }
  return { values, free };
}

/** A run of labels, and then a run of values, as columns come out of some files: each value goes where its kind belongs. */
function placeValue(value: string, labels: HeaderField[], values: Values): boolean {
  const isTime = /^(?:kl\.? ?)?\d\d?[.:]\d\d/i.test(value);
  const field = isTime
    ? values.start
      ? "end"
      : "start"
    : parseDanishDate(value)
      ? "date"
      : labels.includes("place") && !values.place
        ? "place"
        : null;
  if (field === null || value.length > 120) return false;
  values[field] = value;
  return true;
}

/** Whether a line without a label goes on with the value above it. */
function continues(field: HeaderField, value: string, label: string, blanks: number): boolean {
  if (isContentsHeading(label) || (KIND.test(label) && label.length < 15)) return false;
  if (label.length > 300) return PEOPLE.has(field) && value === "";
  if (field === "chair") return value === "" ? blanks === 0 : isPersonLine(label);
  if (PEOPLE.has(field)) return value === "" || blanks === 0 || isPersonLine(label);
  if (value === "") return blanks < 3;
  if (field === "place") return blanks === 0 && label.length < 60 && ROOM_BELOW.test(label);
  return field === "remarks" && blanks === 0;
}

const PEOPLE = new Set<HeaderField>(["chair", "present", "absent", "excused", "substitutes"]);

function readTitleLines(free: Line[], header: Header): void {
  for (const index of free.slice(0, 40).keys()) {
    const label = wholeTitleLine(free, index);
    if (label.length > 250) continue;
    const kind = KIND.exec(label);
    if (kind && !header.named) {
      header.named = true;
      if (AGENDA.test(kind[1] as string)) header.kind = "agenda";
    } else if (kind && header.kind === "agenda" && !/dagsorden/i.test(label)) header.kind = "minutes";
    if (header.committee === null) {
      const found = committeeIn(label, kind?.[0] ?? null);
      if (found) {
        header.committee = withoutTerm(found);
        header.term = TERM.exec(label)?.[1] ?? null;
      }
    }
    if (header.date === null && (kind || header.committee !== null) && label.length < 200) {
      header.date = parseDanishDate(label);
      if (header.date) setTimes(header, afterDate(label));
      const place = header.date && / (?:i|på) ((?!møde(?!lokale|sal))[^,].{4,})$/.exec(afterDate(label))?.[1];
      if (place) header.place ??= place;
    }
  }
  if (header.committee === null) header.committee = unusualCommittee(free, KIND);
}

/** A title line whose body's name goes on below: "Udvalget for Erhverv, Klima og" / "grøn omstilling d. 23-01-2024". */
function wholeTitleLine(free: Line[], index: number): string {
  const { label, number } = free[index] as Line;
  const next = free[index + 1];
  return label.length < 120 &&
    / (?:og|for|&)$/.test(label) &&
    /udvalg|råd/i.test(label) &&
    next &&
    next.number - number < 3
    ? `${label} ${next.label}`
    : label;
}

/** The body named on a title line: "REFERAT X 2022-2025 d. …", "Byrådet - Referat", "Referat af møde i X". */
function committeeIn(label: string, kind: string | null): string | null {
  let text = label.replace(/^udkast til /i, "").replace(/(?<=[a-zæøå])['’]s(?= møde)/, "");
  if (kind && text.toLowerCase().startsWith(kind.toLowerCase()))
    text = text.slice(kind.length).replace(/^[\s.:–-]+/, "");
  text = text.replace(
    /^(?:fra|til|af|for)?\s*(?:det? )?(?:ordinært |ekstraordinært |konstituerende )?(?:møde(?:t|r)? )?(?:i |for |af |nr\.? ?\S+ i )?(?=[A-ZÆØÅ§])/i,
    "",
  );
  const body = readBody(text);
  if (body)
    return /^ (?:\p{L}+ )?møde/u.test(text.slice(body.end)) ? body.name.replace(/(?<=[et]t|en)s$/, "") : body.name;
  if (kind === null && !/ møde i /.test(label)) return null;
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
  for (const [field, key] of [
    ["start", "startTime"],
    ["end", "endTime"],
  ] as const) {
    const value = values[field];
    if (!value) continue;
    header.date ??= parseDanishDate(value);
    const times = parseTimeRange(afterDate(value));
    if (times.start) header[key] = times.start;
    if (field === "start" && times.end) header.endTime = times.end;
  }
  if (values.place) header.place = values.place.split("\n").join(", ").replace(/,\s*,/g, ",").trim() || header.place;
  readNames(values, header);
}

function readNames(values: Values, header: Header): void {
  const named = values.committee || values.kind;
  if (!named) return;
  const line = (named.split("\n")[0] as string).trim();
  const body = readBody(line)?.name ?? (values.committee && line.length > 3 ? line : null);
  if (body) {
    header.committee = withoutTerm(body);
    header.term ??= TERM.exec(line)?.[1] ?? null;
  }
  const kind = KIND.exec(named);
  if (!kind) return;
  header.named = true;
  header.kind = AGENDA.test(kind[1] as string) ? "agenda" : "minutes";
}

function withoutTerm(name: string): string {
  return fromCapitals(name)
    .replace(TERM, "")
    .replace(/^(?:\p{Lu}[\p{L}-]+ )?Kommune,? (?=\p{Lu})/u, "")
    .replace(/^\d\d-\d\d /, "")
    .replace(/\s*[-–(]\s*$/, "")
    .trim();
}

/** "LOKALT BESKÆFTIGELSESFORUM" as names are written elsewhere. */
function fromCapitals(name: string): string {
  if (name !== name.toUpperCase() || !/\p{Lu}{4}/u.test(name)) return name;
  return name
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/(?<= )(?:Og|For|I|Til|Af|Om|På)(?= )/g, (word) => word.toLowerCase());
}

/** A date in a sentence or on a line of its own: "Den 09.01.2020 kl. 13:00 i Tapperiet", "onsdag den 11. august 2021 kl. 09:00". */
function readLooseDate(free: Line[], header: Header): void {
  for (const { label } of free.slice(0, 40)) {
    if (label.length > 200) continue;
    const date = parseDanishDate(label);
    if (date && (header.date === null || header.date === date)) {
      header.date = date;
      setTimes(header, afterDate(label));
      const place =
        /(?:kl\.? ?[\d.:]+(?: ?[-–] ?[\d.:]+)?,? (?:i|på) |^[^\n]*\d\d\d\d,? (?:i|på) |(?:afholdt|holdt) .* møde (?:i|på) )(.{4,})$/i.exec(
          label,
        )?.[1];
      if (place) header.place ??= place;
      if (header.startTime !== null) return;
    } else if (
      header.date !== null &&
      header.startTime === null &&
      label.length < 80 &&
      /\bkl(?:okken)?\.? ?\d|^\d\d?[.:]\d\d\s*[-–]\s*\d\d?[.:]\d\d$/i.test(label)
    )
      setTimes(header, label);
  }
}

/** A place without the time that some print behind it, and without a closing stop. */
function tidyPlace(place: string, header: Header): string | null {
  const time = /,?\s*kl\.? ?\d[\d.: –-]*$/i.exec(place);
  if (time) setTimes(header, time[0]);
  const bare = (time ? place.slice(0, time.index) : place).replace(/(?<=[\p{L}\d]{1})\.$/u, "").trim();
  return bare === "" ? null : bare.replace(/[\s|]+$/, "");
}
