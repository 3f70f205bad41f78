import type { Line } from "./lines.ts";
import type { Attendance, Participant } from "./model.ts";
import { looksLikeName, parsePeople } from "./people.ts";

/** Who came, as a table tells it, and the lines that are no part of the table. */
export type AttendanceTable = { people: Participant[]; rest: Line[] };

type Columns = { name: number; party: number | null; told: number[]; marked: [column: number, Attendance][] };

const NAME = /^(?:navn|medlem(?:mer)?|deltagere?|(?:byråds|udvalgs|råds|kommunalbestyrelses)medlem(?:mer)?)$/i;
const PARTY = /^(?:parti|liste|gruppe|partibogstav|parti\/liste|valgt for)$/i;
const TOLD =
  /^(?:fremmøde|deltagelse|status|tilstedeværelse|mødestatus|fremmødt|bemærkning(?:er)?|deltog\?|til stede\?)$/i;
const MARKED: [RegExp, Attendance][] = [
  [/^(?:til ?stede|mødt|deltog|deltaget)$/i, "present"],
  [/^(?:afbud|meldt afbud|fravær(?:ende)? med afbud|forfald)$/i, "excused"],
  [/^(?:fravær(?:ende)?|ikke til ?stede|uden afbud|fraværende uden afbud)$/i, "absent"],
];
const SAID: [RegExp, Attendance][] = [
  [/^(?:stedfortræder|suppleant)/i, "substitute"],
  [/afbud|orlov|syg|forfald|barsel/i, "excused"],
  [/^(?:fravær|nej|ikke|ej |udeblev)/i, "absent"],
];

/** Reads a table such as "Navn | Parti | Fremmøde" in the head; people are empty when there is none. */
export function readAttendanceTable(lines: Line[]): AttendanceTable {
  const none: AttendanceTable = { people: [], rest: lines };
  const at = lines.findIndex((line) => line.cells && readColumns(cellsOf(line)) !== null);
  if (at < 0) return none;
  const columns = readColumns(cellsOf(lines[at] as Line)) as Columns;
  const people: Participant[] = [];
  let end = at + 1;
  for (; end < lines.length; end++) {
    const line = lines[end] as Line;
    if (line.rule || line.label === "") continue;
    const person = line.cells ? readRow(cellsOf(line), columns) : null;
    if (!person) break;
    people.push(person);
  }
  return people.length < 2 ? none : { people, rest: [...lines.slice(0, at), ...lines.slice(end)] };
}

function cellsOf({ label }: Line): string[] {
  const cells = label.includes("\t") ? label.split("\t") : label.replace(/^\||\|$/g, "").split("|");
  return cells.map((cell) => cell.trim());
}

function readColumns(cells: string[]): Columns | null {
  const name = cells.findIndex((cell) => NAME.test(cell));
  if (name < 0) return null;
  const party = cells.findIndex((cell) => PARTY.test(cell));
  const told = [...cells.keys()].filter((column) => TOLD.test(cells[column] as string));
  const marked = [...cells.keys()].flatMap((column): [number, Attendance][] => {
    const attendance = MARKED.find(([words]) => words.test(cells[column] as string))?.[1];
    return attendance ? [[column, attendance]] : [];
  });
  return told.length + marked.length > 0 || party >= 0 ? { name, party: party < 0 ? null : party, told, marked } : null;
}

function readRow(cells: string[], columns: Columns): Participant | null {
  const [person] = parsePeople(cells[columns.name] ?? "", "present");
  if (!person || !looksLikeName(person.name)) return null;
  const party = columns.party === null ? "" : (cells[columns.party] ?? "").replace(/^\(|\)$/g, "");
  if (party !== "" && party.length < 30) person.party = party;
  const marks = columns.marked.filter(([column]) => !/^(?:|-|nej|0)$/i.test(cells[column] ?? ""));
  if (columns.marked.length > 0)
    person.attendance =
      marks.at(-1)?.[1] ?? (columns.marked.some(([, one]) => one === "present") ? "absent" : "present");
  for (const column of columns.told) {
    const words = cells[column] ?? "";
    const said = SAID.find(([pattern]) => pattern.test(words))?.[1];
    if (!said) continue;
    person.attendance = said;
    if (said === "substitute") person.substituteFor = /for (\p{Lu}.+)$/u.exec(words)?.[1] ?? null;
  }
  return person;
}
