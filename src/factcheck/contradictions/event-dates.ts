import type { Span } from "#minutes/model.ts";
import type { Finding } from "../model.ts";
import { itemAt, type Reading, wordsOf } from "../reading.ts";
import { MONTHS } from "./periods.ts";
import { scopesOf } from "./scopes.ts";

/** A hearing, a deadline or an arrangement with its day or days as one sentence tells them. Days without year have year null. */
type Event = { name: string; from: Day | null; to: Day; place: Span; comesAgain: boolean };
type Day = { year: number | null; month: number; day: number };

const MONTH = MONTHS.join("|");
const DAY = (name: string) =>
  String.raw`(?:den\s+)?(?<${name}d>\d{1,2})\.\s*(?<${name}m>${MONTH})?(?:\s+(?<${name}y>20\d\d))?`;
/** "høring fra den 5. februar til den 8. april 2024" */
const PERIOD = new RegExp(
  String.raw`(?<name>\p{L}*høring(?:en|s\p{L}*)?)(?![\p{L}])[^.;:]{0,60}?(?:fra\s+|i perioden\s+)${DAY("a")}\s*(?:-|–|til(?:\s+og\s+med)?)\s*${DAY("b")}`,
  "giu",
);
/** "Høringsfristen er den 8. april" */
const DEADLINE = new RegExp(
  String.raw`(?<name>\p{L}{3,}fristen)\s+(?:for\s+\p{L}+(?:\s+\p{L}+){0,3}\s+)?(?:er|var|udløber|udløb|bliver|blev|sættes til|fastsættes til)\s+(?:fastsat til\s+|sat til\s+)?${DAY("b")}`,
  "giu",
);
/** "Indvielsen af hallen holdes fredag den 12. september 2025"; meetings of committees come again and are none. */
const ARRANGEMENT = new RegExp(
  String.raw`(?<!\p{L})(?!(?:udvalgs|byråds|bestyrelses|råds|formands|direktions)mødet)(?<name>(?:\p{L}{3,}(?:mødet|dagen|løbet|markedet|valget)|\p{L}*(?:festen|festivalen|arrangementet|indvielsen|konferencen|seminaret|workshoppen|besigtigelsen|studieturen|generalforsamlingen))(?:\s+(?:af|for|om|i|på|ved|med)\s+\p{L}+){0,2})\s+(?:(?:af)?holdes|bliver (?:af)?holdt|finder sted|er planlagt til)\s+(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\s+)?(?:d\.\s*)?${DAY("b")}`,
  "giu",
);
/** Each with what it costs little to look for first. */
const EVENTS = [
  [/høring[\s\S]*?(?:fra|i perioden)\s/iu, PERIOD],
  [/fristen\s/iu, DEADLINE],
  [/holdes\s|holdt\s|finder sted|planlagt til/iu, ARRANGEMENT],
] as const;
const CHANGED = /forlæng|udskyd|udsæt|udskudt|ny frist|fornyet|supplerende|rykke|flytte|ændre[st]? frist/iu;

/** The same hearing or deadline with two dates, and hearings said to last other weeks than their dates give. */
export function checkEventDates(reading: Reading): Finding[] {
  const { text } = reading.source;
  return scopesOf(reading).flatMap(({ span }) => {
    const inside = text.slice(span.start, span.end);
    if (!/høring|fristen|holdes\s|holdt\s|finder sted|planlagt til/iu.test(inside)) return [];
    const events = eventsIn(inside, span.start);
    return [...weeksOfHearing(reading, span, events), ...(CHANGED.test(inside) ? [] : datesApart(reading, events))];
  });
}

function eventsIn(text: string, offset: number): Event[] {
  const events: Event[] = [];
  for (const [sieve, expression] of EVENTS) {
    if (!sieve.test(text)) continue;
    for (const match of text.matchAll(expression)) {
      const groups = match.groups ?? {};
      const to = dayOf(groups, "b", null);
      const from = to && expression === PERIOD ? dayOf(groups, "a", to) : null;
      if (!to || (expression === PERIOD && !from)) continue;
      const place = { start: offset + match.index, end: offset + match.index + match[0].length };
      events.push({ name: nameOf(groups["name"] ?? ""), from, to, place, comesAgain: expression === ARRANGEMENT });
    }
  }
  return events.toSorted((a, b) => a.place.start - b.place.start);
}

/** "Høringen", "høringsperioden" and "høring" are one. */
const nameOf = (printed: string): string =>
  printed.toLowerCase().replace(/(?<=høring)(?:en|s(?:perioden?|fasen)?)$/u, "");

function dayOf(groups: Record<string, string | undefined>, name: "a" | "b", later: Day | null): Day | null {
  const month = MONTHS.indexOf((groups[`${name}m`] ?? "").toLowerCase()) + 1 || later?.month;
  const day = Number(groups[`${name}d`]);
  if (!month || day < 1 || day > 31) return null;
  const year = Number(groups[`${name}y`]) || null;
  if (year || !later?.year) return { year, month, day };
  return { year: later.month < month ? later.year - 1 : later.year, month, day };
}

function datesApart(reading: Reading, events: Event[]): Finding[] {
  const findings: Finding[] = [];
  const known = new Map<string, Event>();
  for (const event of events) {
    const first = known.get(event.name);
    if (!first) {
      known.set(event.name, event);
      continue;
    }
    const start = first.from && event.from ? sameDay(first.from, event.from) : null;
    const end = sameDay(first.to, event.to);
    if (start === null && first.from !== event.from) continue;
    if (end && start !== false) findings.push(finding(reading, event, first, "ok"));
    // An arrangement may be held on several days: only what looks like one day mistyped is asked about.
    else if (event.comesAgain) {
      if (isSlip(first.to, event.to)) findings.push(finding(reading, event, first, "warning"));
    }
    // A hearing that shares neither day is another hearing.
    else if (start === null ? isSlip(first.to, event.to) : start || end)
      findings.push(finding(reading, event, first, "error"));
    else if (start === null) findings.push(finding(reading, event, first, "warning"));
  }
  return findings;
}

const sameDay = (a: Day, b: Day): boolean =>
  a.month === b.month && a.day === b.day && (a.year === null || b.year === null || a.year === b.year);

/** The same day of another month or year, or days of one month with swapped or one other digit. */
function isSlip(a: Day, b: Day): boolean {
  const parts =
    Number(a.day !== b.day) + Number(a.month !== b.month) + Number(a.year !== b.year && !!a.year && !!b.year);
  return parts === 1;
}

function finding(reading: Reading, event: Event, first: Event, verdict: "ok" | "warning" | "error"): Finding {
  const { source } = reading;
  const [stated, computed] = [printed(event), printed(first)];
  const doubt = verdict === "warning" ? `; det kan være to forskellige ${event.comesAgain ? "dage" : "frister"}` : "";
  return {
    file: source.file,
    span: event.place,
    item: itemAt(source, event.place.start),
    check: "contradiction",
    claim: wordsOf(source, event.place),
    stated,
    computed,
    verdict,
    explanation:
      verdict === "ok"
        ? `Også i »${wordsOf(source, first.place)}« er det ${computed}.`
        : `Her står der ${stated}, men i »${wordsOf(source, first.place)}« står der ${computed}${doubt}.`,
    evidence: [{ file: source.file, span: first.place, text: wordsOf(source, first.place) }],
  };
}

const printed = ({ from, to }: Event): string => (from ? `${printedDay(from)} til ${printedDay(to)}` : printedDay(to));
const printedDay = ({ year, month, day }: Day): string => `${day}. ${MONTHS[month - 1]}${year ? ` ${year}` : ""}`;

const NUMBERS = "nul en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten".split(" ");
const WEEKS = /(?<weeks>\d{1,2}|\p{L}{2,8})\s+ugers?\s+(?:offentlig\s+)?høring(?!ssvar)/giu;
const WEEK = 7;
/** Days a hearing of whole weeks may miss or have more: it ends on a weekday. */
const SLACK = 4;

/** "otte ugers høring" against "fra den 5. februar til den 8. april", when the item has one of each. */
function weeksOfHearing(reading: Reading, { start, end }: Span, events: Event[]): Finding[] {
  const { source } = reading;
  const hearings = events.filter(({ from }) => from !== null);
  const [hearing] = hearings;
  if (!hearing?.from || new Set(hearings.map(printed)).size > 1) return [];
  const claims = [...source.text.slice(start, end).matchAll(WEEKS)].flatMap((match) => {
    const printedWeeks = match.groups?.["weeks"]?.toLowerCase() ?? "";
    const weeks = Number(printedWeeks) || NUMBERS.indexOf(printedWeeks);
    const place = { start: start + match.index, end: start + match.index + match[0].length };
    return weeks > 1 ? [{ weeks, place }] : [];
  });
  const year = hearing.to.year ?? hearing.from.year;
  if (!year) return [];
  const days = Math.round((time(hearing.to, year) - time(hearing.from, hearing.from.year ?? year)) / 86_400_000);
  if (days <= 0) return [];
  return claims.flatMap(({ weeks, place }) => {
    const gap = Math.abs(days - weeks * WEEK);
    if (gap > SLACK && gap < WEEK - 1) return [];
    const verdict = gap <= SLACK ? ("ok" as const) : ("error" as const);
    const sum = `Fra ${printedDay(hearing.from as Day)} til ${printedDay(hearing.to)} er der ${days} dage, altså ${weeksPrinted(days)} uger`;
    return [
      {
        file: source.file,
        span: place,
        item: itemAt(source, place.start),
        check: "difference" as const,
        claim: wordsOf(source, place),
        stated: `${weeks} uger`,
        computed: `${weeksPrinted(days)} uger`,
        verdict,
        explanation: verdict === "ok" ? `${sum}, som der står.` : `${sum}, men der står ${weeks} uger.`,
        evidence: [{ file: source.file, span: hearing.place, text: wordsOf(source, hearing.place) }],
      },
    ];
  });
}

const time = ({ month, day }: Day, year: number): number => Date.UTC(year, month - 1, day);
const weeksPrinted = (days: number): string => String(Math.round((days / WEEK) * 10) / 10).replace(".", ",");
