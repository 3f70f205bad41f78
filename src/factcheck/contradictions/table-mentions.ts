import type { Span } from "#minutes/model.ts";
import type { NumberMention } from "../numbers/find-numbers.ts";
import type { Reading } from "../reading.ts";
import type { Cell, FigureTable } from "../tables/find-tables.ts";
import { unitIn } from "../tables/unit.ts";
import { narrowing, isSpokenFor, isPlain, stepOf, strictMark } from "./lexicon.ts";
import { joinMarks, labelsIn, measureIn, type Mention, type Scope, unitOf } from "./mention.ts";
import { joinPeriods, periodsIn, UNCLEAR, withYear } from "./periods.ts";
import { meaningOf, onlyYear, scopeFinder } from "./scopes.ts";
import { rootOf, wordsIn } from "./words.ts";

/** The figures of the tables, each with what its row, its column and the caption say. Linear in the cells. */
export function tableMentions(reading: Reading, scopes: Scope[]): Mention[] {
  const scopeOf = scopeFinder(scopes);
  return reading.tables.flatMap((table, index) => {
    const scope = scopeOf(table.span);
    return scope ? mentionsOf(reading, table, index, scope) : [];
  });
}

/** What a name in a table (of a row, a column, a caption) says. */
type Name = {
  core: Set<string>;
  roots: Set<string>;
  spoken: Set<string>;
  marks: string[];
  steps: Set<string>;
  periods: string[];
  total: boolean;
  either: boolean;
};

const TOTAL = /\b(?:i\s*alt|ialt|total|totalt|sum|saml\p{L}*|hele)\b/iu;

/** Plain words that are nevertheless what a column counts. */
const COUNTABLE = new Set(["sag", "borger", "person"].map(rootOf));
const countable = (roots: ReadonlySet<string>): string[] => [...roots].filter((root) => COUNTABLE.has(root));

const EITHER = /\bover-?\s*(?:\/|eller|og|\()\s*-?under-?skud/iu;

function nameOf(text: string): Name {
  const name: Name = {
    core: new Set(),
    roots: new Set(),
    spoken: new Set(),
    marks: labelsIn(text),
    steps: new Set(),
    periods: [],
    total: TOTAL.test(text),
    either: EITHER.test(text),
  };
  const times = periodsIn(text);
  for (const { key } of times) name.periods.push(key);
  for (const { text: word, root, start, end } of wordsIn(text)) {
    if (times.some((time) => time.start <= start && end <= time.end)) continue;
    name.roots.add(root);
    const mark = strictMark(word);
    if (mark) name.marks.push(mark);
    const step = stepOf({ text: word, root });
    if (mark && isSpokenFor(mark)) name.spoken.add(root);
    if (step) name.steps.add(step);
    else if (!isPlain(root) && !(mark && isSpokenFor(mark))) name.core.add(root);
  }
  return name;
}

const MEASURING =
  /^(?:antal|andel|procent|kr|krone|beløb|tal|mio|mia|million|total|samlet|sum|alt|i|af|år|måned|kvartal|periode)$/;

/** A row or column called "Administration" is named by that word, plain as it is in prose. */
function labelName(printed: string): Name {
  const name = nameOf(printed);
  if (name.core.size > 0 || name.total || name.periods.length > 0 || name.steps.size > 0) return name;
  return { ...name, core: new Set([...name.roots].filter((root) => !MEASURING.test(root) && !COUNTABLE.has(root))) };
}

/** "Udvikling" and "Ændring" head what changed, not how much there is. */
function columnName(printed: string): Name {
  const name = labelName(printed);
  return CHANGE.test(printed) ? { ...name, marks: [...name.marks, "change"] } : name;
}

const CHANGE = /^[\s*_+]*(?:udvikling|ændring|forskel|differen|afvig|vækst|diff|stigning|fald)/iu;

function mentionsOf(reading: Reading, table: FigureTable, index: number, scope: Scope): Mention[] {
  const { text } = reading.source;
  const around = aroundTable(reading, table, scope);
  const columns = table.columns.map(columnName);
  const corner = nameOf(table.corner);
  const repeated = repeatedRows(table);
  const sums = table.columns.map(() => 0);
  const mentions: Mention[] = [];
  for (const row of table.rows) {
    if (repeated.has(row.name.toLowerCase()) || (row.short && table.columns.length > 1)) continue;
    const name = columnName(row.name);
    const isBacked = (value: number, at: number) => name.total && Math.abs((sums[at] ?? 0) - value) < 1e-6;
    for (const [at, cell] of row.cells.entries()) {
      const column = columns[at];
      if (!cell?.number || !column || labelsIn(cell.text).length > 0) continue;
      const label = labelOf(text, cell);
      if (row.name === "" && label === null) continue;
      const parts = [name, ofSign(column, cell.number.value), ...(label ? [nameOf(label)] : [])];
      const isBare = (name.total && name.core.size === 0) || parts.every((part) => part.core.size === 0);
      const whole = isBare ? [...parts, around.caption.core.size > 0 ? around.caption : corner] : parts;
      const periods = parts.flatMap((part) => part.periods);
      const told = joinPeriods(periods);
      if (periods.length > 0 && told === null) continue;
      const period = timeOf(told, around);
      const base = {
        scope,
        place: cell.span,
        label: `»${row.name || "rækken"}«${table.columns[at] ? `, »${table.columns[at]}«` : ""}`,
        backed: isBacked(cell.number.value, at),
        container: `table ${index} row ${row.span.start}`,
        block: `table ${index}`,
        core: new Set(whole.flatMap((part) => [...part.core])),
        words: new Set(whole.flatMap((part) => [...part.core, ...part.spoken, ...countable(part.roots)])),
        named: new Set<string>(),
        limits: new Set<string>(),
        tail: new Set<string>(),
        head: null,
        told: new Set([...parts, corner, around.caption].flatMap((part) => [...part.roots])),
        context: around.context,
        heading: around.heading,
        caption: around.caption.core,
        bare: isBare,
        names: new Set<string>(),
        marks: marksOf(whole, around),
        steps: new Set(whole.flatMap((part) => [...part.steps])),
        period,
        ownPeriod: told !== null,
        total: name.total || column.total,
        isPoint: false,
        kind: "cell" as const,
      };
      if (base.core.size === 0) continue;
      mentions.push(...figuresOf(cell, cell.number, unitOfCell(table, at, row.name, cell), base));
    }
    if (!name.total)
      for (const [at, cell] of row.cells.entries()) sums[at] = (sums[at] ?? 0) + (cell?.number?.value ?? 0);
  }
  return mentions;
}

function figuresOf(
  { text }: Cell,
  number: NumberMention,
  { unit, scale }: { unit: string; scale: number },
  base: Omit<Mention, "span" | "value" | "step" | "hedge" | "unit">,
): Mention[] {
  if (number.to !== null) return [];
  const factor = unit === "kr" && !/mio|mia|kr/i.test(text) ? scale : 1;
  const { hedge } = number;
  const end = number.share && number.share.span.start > number.span.start ? number.share.span.start : number.span.end;
  const figure = {
    ...base,
    span: { start: number.span.start, end },
    value: number.value * factor,
    step: number.step * factor,
    hedge,
    unit,
  };
  if (!number.share) return unit === "percent" && base.total && number.value === 100 ? [] : [figure];
  const { value, step, span } = number.share;
  return [figure, { ...base, backed: true, span, value, step, hedge: null, unit: "percent" }];
}

/** What a cell counts: as it says itself, else its column, its row, the whole table. */
function unitOfCell(table: FigureTable, at: number, row: string, { number }: Cell): { unit: string; scale: number } {
  const own = number ? unitOf(number) : "count";
  const column = table.units[at] ?? null;
  const whole = { unit: table.unit, scale: table.scale };
  if (own !== "count") return { unit: own, scale: (own === column?.unit ? column : whole).scale };
  const said = column ?? unitIn(row) ?? whole;
  if (said.unit === "mål") return { unit: measureIn(`${table.columns[at]} ${table.corner} ${row}`), scale: 1 };
  return { unit: unitOf({ unit: said.unit }), scale: said.scale };
}

/** "Over- eller underskud": the sign says which. */
function ofSign(column: Name, value: number): Name {
  const [surplus, deficit] = ["overskud", "underskud"];
  if (!column.either) return column;
  const core = new Set([...column.core].filter((root) => root !== surplus && root !== deficit && root !== "over"));
  return { ...column, core: core.add(value < 0 ? (deficit as string) : (surplus as string)) };
}

/** A cell's own time completed by what stands around the table: a column "2024" under "1. kvartal" is "2024-Q1". */
function timeOf(told: string | null, around: Around): string | null {
  if (told === null) return around.period === null ? null : withYear(around.period, around.year);
  if (/^\d{4}$/.test(told) && around.part) return withYear(around.part, told);
  return withYear(told, around.year);
}

type Around = {
  caption: Name;
  context: Set<string>;
  heading: Set<string>;
  headingLabels: string[];
  period: string | null;
  /** A part of a year the corner or the caption tells without a year. */
  part: string | null;
  year: string | null;
};

/** Caption, heading, corner and the sentence that leads to the table. */
function aroundTable(reading: Reading, table: FigureTable, scope: Scope): Around {
  const { text } = reading.source;
  const printed = table.caption ? text.slice(table.caption.start, table.caption.end) : "";
  const caption = nameOf(
    isSentence(printed) ? "" : printed.replace(/\b(?:fordelt|opdelt|opgjort)\s+(?:på|efter|pr\.?)\s.*$/isu, ""),
  );
  const lead = leadOf(text, table, scope);
  const heading = narrowing(headingAbove(reading, table.span.start));
  const headingRoots = meaningOf(heading);
  const context = new Set([...headingRoots, ...scope.title, ...meaningOf(printed), ...meaningOf(table.corner)]);
  for (const root of meaningOf(lead)) context.add(root);
  const named = [printed, table.corner, heading].map((part) => [...new Set(periodsIn(part).map(({ key }) => key))]);
  const first = named.find((keys) => keys.length > 0);
  const period = first ? (first.length === 1 ? (first[0] ?? null) : UNCLEAR) : scope.period;
  const year = onlyYear(printed) ?? onlyYear(heading) ?? scope.year;
  return {
    caption,
    context,
    heading: headingRoots,
    headingLabels: labelsIn(heading),
    period,
    part: partOfYear(table.corner, printed),
    year,
  };
}

function partOfYear(...texts: string[]): string | null {
  for (const text of texts) {
    const parts = new Set(periodsIn(text).map(({ key }) => key));
    const [part] = parts;
    if (parts.size === 1 && part?.startsWith("?")) return part;
  }
  return null;
}

function marksOf(parts: Name[], around: Around): string {
  return joinMarks([...parts.flatMap((part) => part.marks), ...around.headingLabels]);
}

/** A line that leads to the table rather than names it. */
const isSentence = (caption: string): boolean =>
  !/^[\s*_#]*(?:tabel|figur|skema|oversigt)/iu.test(caption) && /[.:]\W*$/.test(caption);

const LONGEST_LEAD = 400;

/** The paragraph right above a table or its caption. */
function leadOf(text: string, table: FigureTable, scope: Scope): string {
  const caption = table.caption ? text.slice(table.caption.start, table.caption.end) : "";
  if (isSentence(caption)) return caption;
  const end = table.caption?.start ?? table.span.start;
  const from = Math.max(scope.span.start, end - LONGEST_LEAD);
  const above =
    text
      .slice(from, end)
      .trimEnd()
      .split(/\n\s*\n/)
      .at(-1) ?? "";
  return /[\t|]/.test(above) ? "" : above;
}

function headingAbove(reading: Reading, at: number): string | null {
  const { sentences } = reading;
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.span.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return sentences[low - 1]?.heading ?? null;
}

/** Names of rows that stand more than once, so that nobody can tell them apart. */
function repeatedRows(table: FigureTable): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { name } of table.rows) (seen.has(name.toLowerCase()) ? repeated : seen).add(name.toLowerCase());
  return repeated;
}

/** Words that stand with the number in its own cell: "Stadfæstet 123 (82,0 procent)". */
function labelOf(text: string, { span, number }: Cell): string | null {
  if (!number) return null;
  const before: Span = { start: span.start, end: number.span.start };
  const label = text
    .slice(before.start, before.end)
    .replace(/[^\p{L}\s/-]/gu, " ")
    .trim();
  return /\p{L}{3}/u.test(label) && !/^(?:kr|ca|cirka)\b/iu.test(label) ? label : null;
}
