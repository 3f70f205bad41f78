/** Danish months, their three-letter forms, and the English names some web pages print. */
const MONTHS: Record<string, number> = {
  januar: 1,
  februar: 2,
  marts: 3,
  april: 4,
  maj: 5,
  juni: 6,
  juli: 7,
  august: 8,
  september: 9,
  oktober: 10,
  november: 11,
  december: 12,
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  okt: 10,
  nov: 11,
  dec: 12,
  january: 1,
  february: 2,
  march: 3,
  may: 5,
  june: 6,
  july: 7,
  october: 10,
};

const MONTH =
  "jan(?:uary?)?|feb(?:ruary?)?|mar(?:ts|ch)?|apr(?:il)?|ma[jy]|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?";

/** A date from its first figure: "13. juni 2023", "7 februar", "15-maj-2002", "13-06-2023", "13.06.23", "2024-05-14". */
const DATE = new RegExp(
  `(?:(\\d{1,2})\\.?[ -]{0,2}(${MONTH})\\.?(?![a-zæøå])(?:,? ?-?((?:19|20)\\d\\d)(?!\\d))?|(\\d{1,2})[-./](\\d{1,2})[-./ ] ?((?:19|20)\\d\\d|\\d\\d)(?![\\d]|[-.]\\d)|((?:19|20)\\d\\d)-(\\d\\d)-(\\d\\d)(?!\\d))`,
  "iy",
);
/** "Maj 23, 2018", as some web pages print it. */
const MONTH_FIRST = new RegExp(`(?<![a-zæøå])(${MONTH})\\.? (\\d{1,2}), ((?:19|20)\\d\\d)`, "i");

export type FoundDate = { index: number; end: number; day: number; month: number; year: number | null };

/** All dates in a text, in order; impossible ones ("31. april") are left out. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (let date = nextDate(text, 0); date !== null; date = nextDate(text, date.end)) found.push(date);
  return found;
}

/** The first date in a text as YYYY-MM-DD; null when there is none or it has no year and none is given.
 *
 *     parseDanishDate("Tirsdag d. 13. juni 2023 kl. 13:00") // "2023-06-13"
 *     parseDanishDate("11.06.24")                           // "2024-06-11"
 *     parseDanishDate("den 19. juni", 2023)                 // "2023-06-19"
 */
export function parseDanishDate(text: string, year: number | null = null): string | null {
  for (let date = nextDate(text, 0); date !== null; date = nextDate(text, date.end)) {
    if ((date.year ?? year) !== null) return isoDate(date.year ?? (year as number), date.month, date.day);
  }
  const match = MONTH_FIRST.exec(text);
  const month = match && MONTHS[(match[1] as string).toLowerCase()];
  return match && month && Number(match[2]) <= daysIn(month, 2024)
    ? isoDate(Number(match[3]), month, Number(match[2]))
    : null;
}

/** The first date from an offset on. Few figures are the beginning of one, so the figures are looked for first. */
function nextDate(text: string, from: number): FoundDate | null {
  FIGURE.lastIndex = from;
  for (let figure = FIGURE.exec(text); figure !== null; figure = FIGURE.exec(text)) {
    DATE.lastIndex = figure.index;
    const match = DATE.exec(text);
    const date = match && fromMatch(match);
    if (date) return date;
  }
  return null;
}

/** Figures that are no part of a longer number: not "01.00" in "00.01.00". What is before is looked at behind the first of them, for few letters are figures. */
const FIGURE = /\d(?<!\d[.-]?\d)(?:\d?(?![\d,])|(?<=1)9\d\d-|(?<=2)0\d\d-)/g;

/** YYYY-MM-DD */
export function isoDate(year: number, month: number, day: number): string {
  return `${year}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}`;
}

/** 1-12 for the name of a month or its short form, in lower case; null for any other word. */
export function monthNumber(name: string): number | null {
  return MONTHS[name] ?? null;
}

function fromMatch(match: RegExpExecArray): FoundDate | null {
  const [, day1, name, year1, day2, month2, year2, year3, month3, day3] = match;
  const day = Number(day1 ?? day2 ?? day3);
  const month = name ? (MONTHS[name.toLowerCase()] ?? 0) : Number(month2 ?? month3);
  const printed = year1 ?? year2 ?? year3;
  const year = printed === undefined ? null : printed.length === 2 ? 2000 + Number(printed) : Number(printed);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(month, year ?? 2024)) return null;
  return { index: match.index, end: match.index + match[0].length, day, month, year };
}

function daysIn(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
