import { findDates, isoDate, monthNumber } from "./dates.ts";

const QUARTER = /(?:(\d)\.|(første|andet|tredje|fjerde)) kvartal(?: (?:af |i )?((?:19|20)\d\d))?/gi;
const HALF = /(?:(\d)\.|(første|andet)) halvår(?: (?:af |i )?((?:19|20)\d\d))?/gi;
const SEASON =
  /\b(?:(tidlig[te]? |sen[te]? )?(forår|sommer|efterår|vinter)(?:en|et)?)(?![a-zæøå])(?: (?:i |af )?((?:19|20)\d\d))?/gi;
const END =
  /(?:udgangen af|ultimo|inden udgangen af|slutningen af|afslutningen af|sidst (?:i|på)) (?:(?:(januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)(?: ((?:19|20)\d\d))?)|((?:19|20)\d\d)|(året))|inden (årets) udgang|(årets) udgang/gi;
const BEGINNING =
  /(?:starten af|begyndelsen af|primo|tidligt i|først i|i starten af) (?:(?:(januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)(?: ((?:19|20)\d\d))?)|((?:19|20)\d\d))/gi;
const MONTH =
  /(?:\bi|:|\bog|\bpå (?:udvalgs)?møde[rt]? i|\btil|\binden|\bmedio|\bmødet i|\bfra|\bsenest) (januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)(?: ((?:19|20)\d\d))?(?![a-zæøå])/gi;
/** "I februar og marts": only after another month. */
const MONTH_BEFORE = /(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november) $/i;
/** "April 2024: Udbud" in a plan. */
const MONTH_FIRST =
  /^(?:[-•·–*] )?(januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)(?: ((?:19|20)\d\d))?(?:\s*:|\s+[-–])/gi;
/** "Decembermødet" */
const MEETING_IN =
  /(?<!\p{L})(januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)mødet(?!\p{L})/giu;
/** "Om et halvt år", "om tre måneder" */
const AFTER =
  /(?<!\p{L})om (?:(?:ca\. |cirka )?(et halvt år)|(et) år|(\d{1,2}|en|to|tre|fire|fem|seks|ni) måned(?:er)?)(?!\p{L})/giu;
const NUMBERS: Record<string, number> = { en: 1, to: 2, tre: 3, fire: 4, fem: 5, seks: 6, ni: 9 };
const YEAR =
  /(?:\bi|\binden|\btil og med|\bløbet af|\bmedio|\bsenest|\btil budget(?:tet|forhandlingerne|lægningen)?(?: for)?|\bi resten af|\bår) ((?:19|20)\d\d)\b/gi;
const TIME =
  /\d|kvartal|måned|halvt år|om et år|næste år|halvår|forår|sommer|efterår|vinter|udgang|ultimo|primo|slutning|begyndelse|januar|februar|marts|april|maj|jun|jul|årsskift|sommer|august|september|oktober|november|december|på året/;
/** Sieves for the patterns that few sentences can match. */
const ENDS = /udgang|ltimo|lutning|idst /;
const BEGINS = /tarten|egyndelsen|rimo|idligt|ørst/;
const MONTH_NAME = /april|august|december|februar|januar|juli|juni|maj|marts|november|oktober|september/i;
const SEASON_WORD = /forår|sommer|efterår|vinter/i;
const ORDINALS: Record<string, number> = { første: 1, andet: 2, tredje: 3, fjerde: 4 };
const SEASONS: Record<string, string> = { forår: "H1", sommer: "Q3", efterår: "H2", vinter: "Q1" };
/** "Sidste sommer" lies behind. */
const LAST = /(?:sidste|forrige|seneste) $/;
const HOLIDAY = /sommerferie|inden sommer|inden jul|årsskift/i;
const BEFORE_HOLIDAY =
  /(?:inden|før|efter) (sommerferien|sommeren|jul(?:en)?|årsskiftet)(?![a-zæøå])(?: (?:i )?((?:19|20)\d\d))?/gi;
const WEEK = /\buge (\d{1,2})(?: (?:i )?((?:19|20)\d\d))?/gi;

/**
 * When a promise falls due, from the words of a sentence; null when it says no time after `today` (the meeting).
 * A day gives YYYY-MM-DD, a month YYYY-MM, a quarter YYYY-Qn, a half year YYYY-Hn, otherwise YYYY. "Udgangen af" and
 * "ultimo" a year are its December, "starten af" its first quarter, spring and autumn its half years.
 *
 *     readDue("Næste gang bliver på udvalgsmødet i november 2024.", "2024-05-14") // "2024-11"
 *     readDue("Processen sættes i gang i andet halvår af 2023.", "2023-06-13")    // "2023-H2"
 */
export function readDue(sentence: string, today: string | null): string | null {
  return readDues(sentence, today)[0] ?? null;
}

/** All times a sentence names, in order: "i november 2026 og i maj 2027". A bare year counts only where nothing is more exact. */
export function readDues(sentence: string, today: string | null): string[] {
  if (!TIME.test(sentence)) return [];
  const thisYear = today === null ? null : Number(today.slice(0, 4));
  const found: { index: number; due: string }[] = [];
  const take = (pattern: RegExp, due: (match: RegExpExecArray) => string | null): void => {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(sentence); match !== null; match = pattern.exec(sentence)) {
      const one = due(match);
      if (one && (today === null || !isBefore(one, today))) found.push({ index: match.index, due: one });
    }
  };
  const dates = findDates(sentence);
  for (const [at, date] of dates.entries()) {
    if (isBeginning(sentence, date.end, dates[at + 1]?.index)) continue;
    const year = date.year ?? laterYear(date.month, date.day, today);
    const due = year === null ? null : isoDate(year, date.month, date.day);
    if (due && (today === null || due >= today)) found.push({ index: date.index, due });
  }
  if (sentence.includes("kvartal"))
    take(QUARTER, (match) => withYear(match[3], thisYear, `Q${match[1] ?? ORDINALS[(match[2] ?? "").toLowerCase()]}`));
  if (sentence.includes("halvår"))
    take(HALF, (match) => withYear(match[3], thisYear, `H${match[1] ?? ORDINALS[(match[2] ?? "").toLowerCase()]}`));
  if (ENDS.test(sentence))
    take(END, (match) =>
      match[1]
        ? monthDue(match[1], match[2], today)
        : withYear(match[3], thisYear, /slutningen|sidst/i.test(match[0]) ? "Q4" : "12"),
    );
  if (BEGINS.test(sentence))
    take(BEGINNING, (match) =>
      match[1]
        ? monthDue(match[1], match[2], today)
        : withYear(match[3], thisYear, /primo/i.test(match[0]) ? "01" : "Q1"),
    );
  const namesMonth = MONTH_NAME.test(sentence);
  if (namesMonth)
    take(MONTH, (match) =>
      match[0].startsWith("og") && !MONTH_BEFORE.test(sentence.slice(0, match.index))
        ? null
        : monthDue(match[1] as string, match[2] ?? sharedYear(sentence, match), today),
    );
  if (namesMonth) take(MONTH_FIRST, (match) => monthDue(match[1] as string, match[2], today));
  if (sentence.includes("mødet")) take(MEETING_IN, (match) => monthDue(match[1] as string, undefined, today));
  if (sentence.includes("om ") || sentence.startsWith("Om ")) take(AFTER, (match) => monthsLater(match, today));
  if (SEASON_WORD.test(sentence))
    take(SEASON, (match) =>
      LAST.test(sentence.slice(0, match.index))
        ? null
        : withYear(match[3], thisYear, SEASONS[(match[2] ?? "").toLowerCase()] ?? ""),
    );
  if (HOLIDAY.test(sentence)) take(BEFORE_HOLIDAY, (match) => holidayDue(match, today));
  if (thisYear !== null && sentence.includes("uge "))
    take(WEEK, (match) => monthOfWeek(Number(match[1]), match[2] ? Number(match[2]) : thisYear));
  if (thisYear !== null && /(?<!\p{L})næste år(?!\p{L})/u.test(sentence))
    found.push({ index: sentence.indexOf("næste år"), due: String(thisYear + 1) });
  take(YEAR, (match) => match[1] ?? null);
  const precise = found.some(({ due }) => due.length > 4);
  const dues = found
    .filter(({ due }) => !precise || due.length > 4)
    .sort((left, right) => left.index - right.index)
    .map(({ due }) => due);
  return dues.filter(
    (due, index) =>
      dues.indexOf(due) === index && !dues.some((other) => other.length > due.length && other.startsWith(due)),
  );
}

/** The month that comes so many months after the meeting. */
function monthsLater([, half, year, months]: RegExpExecArray, today: string | null): string | null {
  if (today === null) return null;
  const count = half ? 6 : year ? 12 : (NUMBERS[(months as string).toLowerCase()] ?? Number(months));
  const month = Number(today.slice(5, 7)) - 1 + count;
  return `${Number(today.slice(0, 4)) + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/** "Inden sommerferien" is June, "efter sommerferien" August, "inden jul" and "inden årsskiftet" December. */
function holidayDue([words, holiday, year]: RegExpExecArray, today: string | null): string | null {
  const month = /jul|årsskift/i.test(holiday as string) ? "december" : /efter/i.test(words) ? "august" : "juni";
  return monthDue(month, year, today);
}

/** In "fra den 18. maj til den 31. august" only the end counts. */
function isBeginning(sentence: string, end: number, next: number | undefined): boolean {
  return (
    next !== undefined &&
    next - end < 20 &&
    /^ (?:til|-|–)(?: og med)?(?: den| d\.)? ?$/.test(sentence.slice(end, next))
  );
}

/** In "januar, februar og marts 2025" the year belongs to all three. */
function sharedYear(sentence: string, month: RegExpExecArray): string | undefined {
  return /^(?:, [a-zæøå]+)* (?:og|eller|til) [a-zæøå]+ ((?:19|20)\d\d)/i.exec(
    sentence.slice(month.index + month[0].length),
  )?.[1];
}

const RECURS: [RegExp, string][] = [
  [/halvårlig|hvert halve år|to gange (?:om året|årligt)/i, "P6M"],
  [/kvartalsvis|hvert kvartal|fire gange (?:om året|årligt)/i, "P3M"],
  [/hver (?:tredje|3\.) måned/i, "P3M"],
  [/hver (?:anden|2\.) måned/i, "P2M"],
  [/månedlig|hver måned|(?:én|en) gang (?:om måneden|pr\. måned)/i, "P1M"],
  [/hvert (?:fjerde|4\.?) år/i, "P4Y"],
  [/hvert (?:andet|2\.?) år/i, "P2Y"],
  [
    /hvert år|en gang (?:om året|årligt)|én gang (?:om året|årligt)|årligt (?:orienter|forelæg|fremlæg|status)|(?<!halv)årlig (?:status|orientering|opfølgning|redegørelse|afrapportering|evaluering|rapport|sag)|orienteres årligt|(?:fremlægges|forelægges|evalueres|behandles) årligt/i,
    "P1Y",
  ],
];

/** How often a promise comes again, as an ISO 8601 duration: "halvårligt" is P6M. */
export function readRecurrence(sentence: string): string | null {
  if (!/årlig|hver|halve|kvartal|måned|gang/i.test(sentence)) return null;
  return RECURS.find(([pattern]) => pattern.test(sentence))?.[1] ?? null;
}

function withYear(printed: string | undefined, thisYear: number | null, part: string): string | null {
  const year = printed ?? thisYear;
  return year === null || year === undefined || part === "" || part.endsWith("undefined") ? null : `${year}-${part}`;
}

function monthDue(name: string, printed: string | undefined, today: string | null): string | null {
  const month = monthNumber(name.toLowerCase()) as number;
  const year = printed ? Number(printed) : laterYear(month, 31, today);
  return year === null ? null : isoDate(year, month, 1).slice(0, 7);
}

function monthOfWeek(week: number, year: number): string | null {
  if (week < 1 || week > 53) return null;
  const day = new Date(Date.UTC(year, 0, 4 + (week - 1) * 7));
  return isoDate(day.getUTCFullYear(), day.getUTCMonth() + 1, 1).slice(0, 7);
}

/** The year in which a day without a year comes next. */
function laterYear(month: number, day: number, today: string | null): number | null {
  if (today === null) return null;
  const year = Number(today.slice(0, 4));
  return isoDate(year, month, day) >= today ? year : year + 1;
}

/** Whether a whole period lies before a day. */
function isBefore(due: string, day: string): boolean {
  const year = due.slice(0, 4);
  const part = due.slice(5);
  const last =
    part === ""
      ? "12"
      : part[0] === "Q"
        ? String(Number(part[1]) * 3).padStart(2, "0")
        : part === "H1"
          ? "06"
          : part === "H2"
            ? "12"
            : part.slice(0, 2);
  return `${year}-${last}` < day.slice(0, 7);
}
