import type { Finding } from "../model.ts";
import { evidenceAt, type Page, tell } from "./page.ts";

const FULL_MILLIONS = /(?<![\d.,])-?\d{1,3}(?:\.\d{3}){2,3}(?:,-)? (?:mio|mia)\. ?(?:kr\.?|kroner)/gi;
const TWO_PERCENTS = /(?<![\d.,])\d+(?:,\d+)? ?% ?procent(?!point)/gi;
/** Between an amount and the words that take it up again. */
const REACH = 170;
const TAKEN_UP =
  /(?:(?<!\p{L})(?:de|beløbet\s+på|hele\s+beløbet|beløbet\s+er|i\s+hele\s+kroner(?:\s+er)?|svarende\s+til|altså|dvs\.|det\s+vil\s+sige)|[(=])\s*(?:kr\.?\s*)?$/iu;
const SCALES = [1e3, 1e6, 1e9];

/** Amounts with a unit too many, and the same digits told first in one size and then in another. */
export function checkUnits(page: Page): Finding[] {
  return [...millionsOfKroner(page), ...percentTwice(page), ...sameDigits(page)];
}

/** "4.733.432 mio. kr." */
function millionsOfKroner(page: Page): Finding[] {
  return Array.from(page.text.matchAll(FULL_MILLIONS), (match) => {
    const figure = match[0].replace(/ (?:mio|mia).*/i, "");
    return tell(page, {
      check: "unit",
      verdict: "error",
      span: { start: match.index, end: match.index + match[0].length },
      computed: `${figure} kr.`,
      explanation: `${figure} er allerede skrevet i hele kroner, så »mio.« eller »mia.« bagefter gør beløbet mange gange for stort.`,
    });
  });
}

/** "45 % procent" */
function percentTwice(page: Page): Finding[] {
  return Array.from(page.text.matchAll(TWO_PERCENTS), (match) =>
    tell(page, {
      check: "unit",
      verdict: "error",
      span: { start: match.index, end: match.index + match[0].length },
      computed: match[0].replace(/ ?% ?/, " "),
      explanation: `»${match[0]}« siger procent to gange.`,
    }),
  );
}

/** "3,4 mia. kr. … de 3.400.000 kr.": one amount, a thousand times apart. */
function sameDigits(page: Page): Finding[] {
  const money = page.reading.numbers.filter(
    ({ kind, unit, value }) => kind === "quantity" && unit === "kr" && value > 0,
  );
  return money.flatMap((later, at) => {
    const earlier = money[at - 1];
    if (!earlier || later.span.start - earlier.span.end > REACH) return [];
    const between = page.text.slice(earlier.span.end, later.span.start);
    if (/\n\s*\n|\t|\|/.test(between)) return [];
    const isTakenUp = TAKEN_UP.test(between.slice(-30));
    if (!isTakenUp) return [];
    const factor = earlier.value > later.value ? earlier.value / later.value : later.value / earlier.value;
    const holds = earlier.value === later.value;
    if (!holds && !SCALES.some((scale) => Math.abs(factor / scale - 1) < 1e-9)) return [];
    const [one, other] = [earlier, later].map(({ span }) => page.text.slice(span.start, span.end)) as [string, string];
    return tell(page, {
      check: "unit",
      verdict: holds ? "ok" : "error",
      span: later.span,
      computed: one,
      explanation: holds
        ? `${one} og ${other} er det samme beløb.`
        : `${one} og ${other} har de samme cifre, men det ene er ${SCALE_NAMES[String(Math.round(factor))] ?? "mange"} gange så stort som det andet; enheden er forkert et af stederne.`,
      evidence: [evidenceAt(page, earlier.span)],
    });
  });
}

const SCALE_NAMES: Record<string, string> = { "1000": "tusind", "1000000": "en million", "1000000000": "en milliard" };
