import type { NumberMention } from "../numbers/find-numbers.ts";
import type { Reading } from "../reading.ts";
import type { FigureTable } from "../tables/find-tables.ts";
import { changesIn, type Change } from "./changes.ts";
import type { Claim } from "./finding.ts";
import { claimOfChange } from "./growth.ts";
import { pairIn } from "./levels.ts";
import { stem, tokensIn, type Marked } from "./marked.ts";
import { contentWords, seriesOf, type Series } from "./table-series.ts";

/** How far a table may stand from the sentence that tells of it. */
const NEAR = 6000;

/**
 * A growth told in a sentence without its levels, recomputed from the table of the same item: "klager over afgørelser er
 * steget med 11 % i forhold til 2022" and a row "Klager over afgørelse" with columns 2023 and 2022.
 */
export function checkAgainstTables(reading: Reading, sentences: readonly Marked[]): Claim[] {
  if (reading.tables.length === 0) return [];
  const series = new Map<FigureTable, Series[]>();
  return sentences.flatMap((marked) => {
    const changes = changesIn(marked);
    const [change] = changes;
    if (!change || changes.length > 1 || change.direction === 0) return [];
    const skip = new Set([change.index]);
    if (pairIn(marked, skip) || tokensIn(marked.text).some(({ index }) => index !== change.index)) return [];
    const years = yearsOf(marked.text);
    if (!years) return [];
    const claims = near(reading, marked).flatMap((table) => {
      const known = series.get(table) ?? seriesOf(table);
      series.set(table, known);
      return fromTable(known, marked, years) ?? [];
    });
    const made = claims.flatMap(({ name, pair, others, loose }) =>
      claimOfChange({ ...pair, start: 0, end: 0 }, change).map((claim) => {
        const told = { ...claim, sum: `»${name}« i tabellen: ${claim.sum}` };
        return loose ? soften(told) : withOther(told, others, change);
      }),
    );
    return made.find(({ judgement }) => judgement.verdict === "ok") ?? made[0] ?? [];
  });
}

function near({ source, tables }: Reading, { sentence }: Marked): FigureTable[] {
  const at = sentence.span.start;
  const item = source.minutes?.items.find(({ span }) => span.start <= at && at < span.end)?.span;
  const from = Math.max(item?.start ?? 0, at - NEAR);
  const to = Math.min(item?.end ?? Infinity, at + NEAR);
  const first = lowerBound(tables, from);
  const found = [];
  for (let next = first; next < tables.length && found.length < 6; next += 1) {
    const table = tables[next];
    if (!table || table.span.start > to) break;
    found.push(table);
  }
  return found;
}

function lowerBound(tables: FigureTable[], from: number): number {
  let [low, high] = [0, tables.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tables[middle]?.span.end ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Years = { from: number; to: number | null };
const PERIOD =
  /(?<!\p{L})(?:kvartal|halvår|måned(?:er)?|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|uge|periode|primo|ultimo|budget\p{L}*|forvent\p{L}*|landsplan|landsgennemsnittet)(?!\p{L})/u;

/** Which years a sentence compares: "fra 2022 til 2023", "i 2023 ... i forhold til 2022", "siden 2022". */
function yearsOf(text: string): Years | null {
  if (PERIOD.test(text)) return null;
  const span = /(?<!\p{L})fra (?:år )?((?:19|20)\d\d) til (?:år )?((?:19|20)\d\d)/u.exec(text);
  if (span) return { from: Number(span[1]), to: Number(span[2]) };
  const base =
    /(?<!\p{L})(?:i forhold til|sammenlignet med|end|siden|mod|set i forhold til)(?: i)?(?: år| året)? ((?:19|20)\d\d)(?!\d)/u.exec(
      text,
    );
  if (!base) return null;
  const others = new Set(
    (text.match(/(?<![\d./-])(?:19|20)\d\d(?![\d/-])/gu) ?? []).filter((year) => year !== base[1]),
  );
  const [other] = others;
  return others.size > 1 ? null : { from: Number(base[1]), to: other ? Number(other) : null };
}

type Levels = { from: NumberMention; to: NumberMention };
type Found = { name: string; pair: Levels; others: { name: string; pair: Levels }[]; loose: boolean };

/** The one series whose name the sentence says in full; the longest name wins, and equals cancel out. */
function fromTable(all: Series[], marked: Marked, years: Years): Found | null {
  const words = new Set(contentWords(marked.text));
  const fitting = all.filter((series) => series.words.length > 0 && series.words.every((word) => says(words, word)));
  const longest = Math.max(0, ...fitting.map((series) => series.words.length));
  const best = fitting.filter((series) => series.words.length === longest);
  const [series] = best;
  if (!series || best.length > 1) return null;
  const pair = levelsOf(series, years);
  if (!pair) return null;
  const others = all.flatMap((other) => {
    const levels = other === series ? null : levelsOf(other, years);
    return levels ? [{ name: `»${other.name}«`, pair: levels }] : [];
  });
  if (!all.some(({ isTotal }) => isTotal)) others.push({ name: "alle rækker tilsammen", pair: added(pair, others) });
  return { name: series.name, pair, others, loose: saysMore(marked, series) };
}

/** All rows of a table without a total as one. */
const added = (first: Levels, others: Found["others"]): Levels => ({
  from: { ...first.from, value: others.reduce((sum, { pair }) => sum + pair.from.value, first.from.value) },
  to: { ...first.to, value: others.reduce((sum, { pair }) => sum + pair.to.value, first.to.value) },
});

function levelsOf(series: Series, years: Years): Levels | null {
  const year = years.to ?? nextYear(series, years.from);
  const [from, to] = [series.years.get(years.from), year === null ? undefined : series.years.get(year)];
  return from && to ? { from, to } : null;
}

/** A wrong growth that is another row's tells the reader where it came from. */
function withOther(claim: Claim, others: Found["others"], change: Change): Claim {
  if (claim.judgement.verdict !== "error") return claim;
  const other = others.find(({ pair }) =>
    claimOfChange({ ...pair, start: 0, end: 0 }, change).some(({ judgement }) => judgement.verdict === "ok"),
  );
  if (!other) return claim;
  return { ...claim, judgement: { ...claim.judgement, reading: `tallet passer på ${other.name}` } };
}

const says = (words: ReadonlySet<string>, word: string) =>
  words.has(word) ||
  (word.length > 7 && [...words].some((other) => other.length > 7 && other.slice(0, 7) === word.slice(0, 7)));

function nextYear(series: Series, from: number): number | null {
  const later = [...series.years.keys()].filter((year) => year > from);
  return later.length === 1 ? (later[0] ?? null) : null;
}

const LIGHT = new Set(
  "er var blev har været der at som kommune kommunen kommunens center centret modtaget behandlet registreret steget faldet stigning fald sket set ses viser tabel tabellen nedenstående ovenstående fremgår forhold sammenlignet siden mod end flere færre procent antallet andelen også dermed således stadig fortsat igen lille mindre større stor markant svag betydelig gennemsnitlige årlige alle dette denne"
    .split(" ")
    .map(stem),
);

/** Words before the change that the row does not have may narrow the sentence to a part of it. */
function saysMore(marked: Marked, series: Series): boolean {
  const [change] = changesIn(marked);
  const subject = marked.text.slice(0, change?.start ?? marked.text.length);
  const own = new Set(series.words);
  return contentWords(subject).some((word) => word.length > 3 && !LIGHT.has(word) && !says(own, word));
}

const soften = (claim: Claim): Claim =>
  claim.judgement.verdict === "error"
    ? {
        ...claim,
        judgement: {
          ...claim.judgement,
          verdict: "warning",
          reading: "sætningen kan handle om en del af tabellens række",
        },
      }
    : claim;
