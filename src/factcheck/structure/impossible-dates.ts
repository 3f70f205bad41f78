import type { Finding, Verdict } from "../model.ts";
import { daysInMonth, MONTHS } from "./days.ts";
import { type Page, tell } from "./page.ts";

const FIGURES = /(?<![\d.,/-])(\d{1,2})([.-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/-]|\.\d)/g;
const WORDS = new RegExp(
  `(?<=(?<before>[\\p{L}.§]*)\\s{1,2})(?<day>\\d{1,2})\\.[ \\n]?(?<month>${MONTHS.join("|")})(?![\\p{L}])(?:[ \\n](?<year>(?:19|20)\\d\\d)(?!\\d))?`,
  "gu",
);

/** Dates that no calendar has: "31.04.2024", "30. februar", "14.13.2024". */
export function checkImpossibleDates(page: Page): Finding[] {
  const { text } = page;
  const findings: Finding[] = [];
  const push = (at: number, printed: string, why: string, verdict: Verdict, computed: string | null) =>
    findings.push(
      tell(page, {
        check: "date",
        verdict,
        span: { start: at, end: at + printed.length },
        computed,
        explanation: `${printed.replace(/\s+/g, " ")} findes ikke: ${why}.`,
      }),
    );
  for (const match of text.matchAll(FIGURES)) {
    const [printed, first, separator, second, last] = match as unknown as [string, string, string, string, string];
    const [day, month, year] = [Number(first), Number(second), Number(last)];
    if (day > 39 || month > 31 || day === 0 || month === 0) continue;
    if (month > 12) {
      const american = separator === "-" && day <= 12;
      const why = american
        ? `der er kun 12 måneder, men det kan være skrevet på amerikansk med måneden først`
        : `der er kun 12 måneder`;
      push(match.index, printed, why, american ? "warning" : "error", null);
    } else if (day > daysInMonth(month, year)) push(match.index, printed, monthLength(month, year), "error", null);
  }
  for (const match of text.matchAll(WORDS)) {
    const { before = "", day: printedDay, month: name = "", year: printedYear } = match.groups ?? {};
    const day = Number(printedDay);
    const month = MONTHS.indexOf(name as (typeof MONTHS)[number]) + 1;
    const year = printedYear ? Number(printedYear) : 2024;
    if (day <= daysInMonth(month, year) || day > 39) continue;
    const introduced = /^(?:den|d\.|pr\.|til|fra|og|senest|inden|[a-zæøå]+dag)$/.test(before);
    if (/^(?:uge|uger|nr\.?|side|sag|punkt|pkt\.|§|kap\.)$/i.test(before) || (day > 31 && !introduced)) continue;
    push(match.index, match[0], monthLength(month, year), "error", null);
  }
  return findings;
}

function monthLength(month: number, year: number): string {
  const leap = month === 2 && daysInMonth(2, year) === 28 ? ` i ${year}` : "";
  return `${MONTHS[month - 1]}${leap} har kun ${daysInMonth(month, year)} dage`;
}
