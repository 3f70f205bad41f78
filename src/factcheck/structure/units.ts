import type { Finding } from "../model.ts";
import { type Page, tell } from "./page.ts";

const FULL_MILLIONS = /(?<![\d.,])-?\d{1,3}(?:\.\d{3}){2,3}(?:,-)? (?:mio|mia)\. ?(?:kr\.?|kroner)/gi;
const TWO_PERCENTS = /(?<![\d.,])\d+(?:,\d+)? ?% ?procent(?!point)/gi;

/** "4.733.432 mio. kr.": full kroner with a unit too many. */
export function checkUnits(page: Page): Finding[] {
  return [
    ...Array.from(page.text.matchAll(FULL_MILLIONS), (match) => {
      const figure = match[0].replace(/ (?:mio|mia).*/i, "");
      return tell(page, {
        check: "unit",
        verdict: "error",
        span: { start: match.index, end: match.index + match[0].length },
        computed: `${figure} kr.`,
        explanation: `${figure} er allerede skrevet i hele kroner, så »mio.« eller »mia.« bagefter gør beløbet mange gange for stort.`,
      });
    }),
    ...Array.from(page.text.matchAll(TWO_PERCENTS), (match) =>
      tell(page, {
        check: "unit",
        verdict: "error",
        span: { start: match.index, end: match.index + match[0].length },
        computed: match[0].replace(/ ?% ?/, " "),
        explanation: `»${match[0]}« siger procent to gange.`,
      }),
    ),
  ];
}
