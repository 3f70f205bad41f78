/**
 * A stretch of time or a day a text names. `key` is the same for the same time however it is written: "2023", "2023-Q1",
 * "2023-Q1..Q3", "2023-03", "2023-05-01" (as of), "2019..2023", "2023/24". A time without year has "?" in its place.
 */
export type Period = { start: number; end: number; key: string };

/** The time of what could be of several times, or is told from the day of writing ("sidste år"). */
export const UNCLEAR = "unclear";

/** Months by name, January first. */
export const MONTHS = "januar februar marts april maj juni juli august september oktober november december".split(" ");
const MONTH = `(?:${MONTHS.join("|")})`;
const YEAR = "(?:(?:af|i|år|for)\\s+){0,2}(?<year>(?:19|20)\\d\\d)(?![\\d.,/]*\\d)";
const ORDINALS = ["første", "andet", "tredje", "fjerde"];
const NTH = "(?:[1-4]\\.?|første|andet|anden|tredje|fjerde)";
const TO = "\\s*(?:-|–|til(?: og med)?|og)\\s*";

/** Words before a year that say which part of it is meant, or that more than the year is. */
const PARTS = [
  "primo",
  "medio",
  "ultimo",
  "udgangen af",
  "starten af",
  "begyndelsen af",
  "midten af",
  "slutningen af",
  "foråret",
  "efteråret",
  "sommeren",
  "vinteren",
  "fra",
  "fra og med",
  "til og med",
  "siden",
  "inden",
  "før",
  "efter",
  "frem mod",
  "frem til",
];

type Pattern = {
  /** Asked first, as most texts lack most kinds of times. */
  needs: RegExp;
  expression: RegExp;
  key: (groups: Record<string, string | undefined>) => string | null;
};

const YEARS = /(?:19|20)\d\d/;
const ANY_MONTH = new RegExp(MONTH, "iu");

const PATTERNS: Pattern[] = [
  {
    needs: /kvartal/iu,
    expression: new RegExp(
      `(?<a>${NTH})(?:\\s*kvartal)?(?:${TO}(?<b>${NTH}))?\\s*kvartal(?:er)?(?:\\s+${YEAR})?`,
      "giu",
    ),
    key: ({ a, b, year }) => `${year ?? "?"}-Q${nth(a)}${b ? `..Q${nth(b)}` : ""}`,
  },
  {
    needs: /Q[1-4]/,
    expression: new RegExp(`\\bQ(?<a>[1-4])(?:\\s+${YEAR})?`, "gu"),
    key: ({ a, year }) => `${year ?? "?"}-Q${a}`,
  },
  {
    needs: /kvartaler/iu,
    expression: new RegExp(`årets\\s+(?<count>to|tre)\\s+første\\s+kvartaler(?:\\s+${YEAR})?`, "giu"),
    key: ({ count, year }) => `${year ?? "?"}-Q1..Q${count === "to" ? 2 : 3}`,
  },
  {
    needs: /halvår/iu,
    expression: new RegExp(`(?<a>${NTH})\\s*halvår(?:\\s+${YEAR})?`, "giu"),
    key: ({ a, year }) => `${year ?? "?"}-H${nth(a)}`,
  },
  {
    needs: ANY_MONTH,
    expression: new RegExp(
      `(?<![\\p{L}])(?:(?<day>\\d{1,2})\\.\\s*)?(?<a>${MONTH})(?:\\s+(?<first>20\\d\\d))?(?:${TO}(?:den\\s+)?(?:(?<last>\\d{1,2})\\.\\s*)?(?<b>${MONTH}))?(?![\\p{L}])(?:\\s+${YEAR})?`,
      "giu",
    ),
    key: monthKey,
  },
  {
    needs: /\d[./-]\d/,
    expression: /(?<!\d)(?<day>\d{1,2})[./-](?<month>\d{1,2})[./-](?<year>(?:20)?\d\d)(?!\d)/gu,
    key: ({ day, month, year }) =>
      Number(month) > 12 || Number(day) > 31
        ? null
        : `${year?.length === 2 ? `20${year}` : year}-${pad(month)}-${pad(day)}`,
  },
  {
    needs: /20\d\d\//,
    expression: /(?<!\d)(?<a>20\d\d)\/(?<b>(?:20)?\d\d)(?!\d)/gu,
    key: ({ a, b }) => `${a}/${b?.slice(-2)}`,
  },
  {
    needs: /uge/iu,
    expression: /(?:uge)\s+(?<week>\d{1,2})(?:\s+(?<year>20\d\d))?/giu,
    key: ({ week, year }) => `${year ?? "?"}-W${pad(week)}`,
  },
  {
    needs: YEARS,
    expression: /(?<![\d.,/])(?<a>(?:19|20)\d\d)\s*(?:-|–|til(?: og med)?)\s*(?<b>(?:19|20)\d\d)(?![\d.,/]*\d)/giu,
    key: ({ a, b }) => (Number(b) > Number(a) ? `${a}..${b}` : null),
  },
  {
    needs: /mellem/iu,
    expression: /mellem\s+(?<a>20\d\d)\s+og\s+(?<b>20\d\d)(?!\d)/giu,
    key: ({ a, b }) => `${a}..${b}`,
  },
  {
    needs: /første|seneste|sidste/iu,
    expression: new RegExp(
      `(?:de|årets|det)\\s+(?:(?<count>\\p{L}+)\\s+)?(?:første|seneste|sidste)\\s+(?:(?<many>\\p{L}+)\\s+)?(?:måneder|uger|dage|halvdel|halve år)(?:\\s+${YEAR})?`,
      "giu",
    ),
    key: ({ count, many, year }) => `${year ?? "?"}-part-${count ?? many ?? ""}`,
  },
  {
    needs: YEARS,
    expression: /(?<![\d.,/])(?<a>20\d\d)\s*[-–]\s*(?<b>\d\d)(?![\d.,/-]*\d)/gu,
    key: ({ a, b }) => (Number(b) > Number(a?.slice(2)) ? `${a}..20${b}` : null),
  },
  {
    needs: YEARS,
    expression: new RegExp(
      `(?:(?<part>${PARTS.join("|")})\\s+)?(?:år\\s+)?(?<![\\d.,/-])(?<year>(?:19|20)\\d\\d)(?![\\d/]|[.,]\\d|-pris)`,
      "giu",
    ),
    key: ({ part, year }) => (part ? `${year}-${partKey(part)}` : (year ?? null)),
  },
  {
    needs: /samme|tilsvarende/iu,
    expression:
      /(?:i\s+)?(?:den\s+)?(?:samme|tilsvarende) (?:periode|måneder|kvartal|tidspunkt)\s+(?:i\s+|af\s+|år\s+)*(?<year>20\d\d)(?!\d)/giu,
    key: ({ year }) => `same ${year}`,
  },
  {
    needs: /samme|tilsvarende|år|dato|d\.d|indtil|hidtil/iu,
    expression:
      /(?:(?:samme|tilsvarende) (?:periode|tidspunkt)|sidste år|året før|forrige år|foregående år|næste år|i år|indeværende år|dags dato|d\.d\.|hidtil|indtil nu|indtil videre|år til dato|seneste år)/giu,
    key: () => UNCLEAR,
  },
];

/** Times a text names between two places, in order; where two readings overlap, the one that begins first or says more. */
export function periodsIn(text: string, from = 0, to = text.length): Period[] {
  const part = text.slice(from, to);
  const found: Period[] = [];
  for (const { needs, expression, key } of PATTERNS) {
    if (!needs.test(part)) continue;
    for (const match of part.matchAll(expression)) {
      const made = key(match.groups ?? {});
      if (made) found.push({ start: from + match.index, end: from + match.index + match[0].length, key: made });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Period[] = [];
  for (const period of found) {
    const last = kept.at(-1);
    if (!last || period.start >= last.end) kept.push(period);
    else if (period.end - period.start > last.end - last.start) kept[kept.length - 1] = period;
  }
  for (const [index, period] of kept.entries())
    if (period.key.startsWith("same ")) period.key = sameIn(period.key.slice(5), kept[index - 1]);
  return kept;
}

/** "samme periode i 2025" after "1. kvartal 2024" is "2025-Q1". */
function sameIn(year: string, before: Period | undefined): string {
  const part = before && /^[\d?]{1,4}(?=-[QH\d])/.exec(before.key) ? before.key : null;
  return part ? part.replaceAll(/(?:20\d\d|\?)(?=-)/g, year) : UNCLEAR;
}

/** A year and a part of it told apart: "2024" and "?-Q1" are "2024-Q1"; null when several times do not fit together. */
export function joinPeriods(keys: readonly string[]): string | null {
  const all = [...new Set(keys)];
  const parts = all.filter((key) => key.startsWith("?"));
  const years = all.filter((key) => /^\d{4}$/.test(key));
  const [part] = parts;
  const [year] = years;
  if (all.length === 1) return all[0] ?? null;
  return all.length === 2 && part && year ? withYear(part, year) : null;
}

/** The same time with its year, when it lacks one: "?-Q1" in a paragraph on 2023 is "2023-Q1". */
export function withYear(key: string, year: string | null): string {
  return year && key.startsWith("?") ? key.replaceAll("?", year) : key;
}

/** The year a time lies in; null for ranges over years, relative times and times without year. */
export function yearOf(key: string): string | null {
  return /^(20\d\d|19\d\d)(?:$|-)/.exec(key)?.[1] ?? null;
}

/** Whether a time says which it is: it has a year and is not counted from the day of writing. */
export function isCertain(key: string): boolean {
  return key !== UNCLEAR && !key.includes("?");
}

function nth(printed = ""): number {
  const spelt = ORDINALS.indexOf(printed.toLowerCase().replace("anden", "andet"));
  return spelt >= 0 ? spelt + 1 : Number.parseInt(printed, 10);
}

function partKey(part: string): string {
  const printed = part.toLowerCase();
  if (/^(?:ultimo|udgangen|slutningen)/.test(printed)) return "end";
  if (/^(?:primo|starten|begyndelsen)/.test(printed)) return "start";
  return printed.replaceAll(" ", "-");
}

const pad = (digits = "") => digits.padStart(2, "0");
const monthNumber = (name = "") => pad(String(MONTHS.indexOf(name.toLowerCase()) + 1));

function monthKey({ day, a, first, last, b, year }: Record<string, string | undefined>): string {
  const end = year ?? first ?? "?";
  const start = `${first ?? end}-${monthNumber(a)}${day ? `-${pad(day)}` : ""}`;
  return b ? `${start}..${end}-${monthNumber(b)}${last ? `-${pad(last)}` : ""}` : start;
}
