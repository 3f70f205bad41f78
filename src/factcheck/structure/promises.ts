import type { Finding } from "../model.ts";
import { danishDate, daysBetween } from "./days.ts";
import { datesIn, lineStart, type Page, tell } from "./page.ts";

const PROMISE =
  /(?<!\p{L})(?:forventes|planlægges|vil blive|bliver (?:behandlet|forelagt|fremlagt)|forelægges (?:for )?|kommer (?:til behandling|på dagsordenen)|afholdes|fremlægges|behandles|genoptages)(?!\p{L})/iu;
const PAST =
  /(?<!\p{L})(?:blev|var|havde|har|tidligere|oprindelig[te]*|dengang|besluttede|godkendte|vedtog|orienterede|siden|vedtaget|jf\.|skulle|ville|udsat|pr\.|fra|gældende|svar|af|trådte|trækkes)(?!\p{L})/iu;
const DUE =
  /(?:senest|inden|i løbet af|møde|mødet|afholdes|behandles|forelægges|udvalget|byrådet)\s*(?:den|d\.)?\s*$|(?<!\p{L})(?:den|d\.)\s*$/iu;
/** Nobody promises what lies years back, unless the year is a slip. */
const MOST_YEARS = 3;

/** What is still to come, dated before the meeting. */
export function checkPromises(page: Page): Finding[] {
  const meeting = page.minutes?.date;
  if (!meeting) return [];
  const findings: Finding[] = [];
  for (const sentence of page.reading.sentences) {
    const { start, end } = sentence.span;
    if (end - start > 320) continue;
    const words = page.text.slice(start, end);
    if (!PROMISE.test(words) || PAST.test(words)) continue;
    const dates = datesIn(page, sentence.span).filter(({ iso }) => iso !== null);
    const [date] = dates;
    if (!date?.iso || dates.length > 1 || date.iso >= meeting) continue;
    if (daysBetween(date.iso, meeting) > MOST_YEARS * 366) continue;
    const from = Math.max(lineStart(page.text, date.span.start), date.span.start - 40);
    if (!DUE.test(page.text.slice(from, date.span.start))) continue;
    findings.push(
      tell(page, {
        check: "date",
        verdict: "warning",
        span: date.span,
        computed: null,
        explanation: `Teksten taler om noget, der skal ske, men den ${danishDate(date.iso)} ligger før mødet den ${danishDate(meeting)}; det kan være en sætning, der er skrevet før mødet.`,
      }),
    );
  }
  return findings;
}
