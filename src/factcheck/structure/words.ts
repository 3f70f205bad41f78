import type { Span } from "#minutes/model.ts";
import type { Finding } from "../model.ts";
import { evidenceAt, type Page, tell } from "./page.ts";

const PROPER = /(?<![\p{L}-])\p{Lu}\p{Ll}{10,40}(?![\p{L}])/gu;
/** So long words one letter apart inside are one word. */
const LONG = 14;
/** The end of a word bends it. */
const ENDING = 4;

/**
 * Capitalised names of one word that stand in two spellings, one letter apart inside the word: "Grundskolesporet" and
 * "Grundskoleporet". Words are looked up by themselves with each letter left out, so that no word meets all others.
 */
export function checkWords(page: Page): Finding[] {
  const places = new Map<string, Span[]>();
  for (const match of page.text.matchAll(PROPER)) {
    const before = page.text.slice(Math.max(0, match.index - 3), match.index);
    if (!/[\p{Ll},\d)][ \u00a0]$/u.test(before) && !places.has(match[0]) && !/[ \u00a0]$/u.test(before)) continue;
    const list = places.get(match[0]) ?? [];
    if (list.length < 100) list.push({ start: match.index, end: match.index + match[0].length });
    places.set(match[0], list);
  }
  const findings: Finding[] = [];
  for (const [longer, long] of places) {
    const tried = new Set<string>();
    for (let at = 1; at < longer.length - ENDING; at += 1) {
      const shorter = longer.slice(0, at) + longer.slice(at + 1);
      const short = places.get(shorter);
      if (!short || tried.has(shorter)) continue;
      tried.add(shorter);
      const [rare, common] = short.length <= long.length ? [short, long] : [long, short];
      const place = rare[0];
      if (!place || rare.length > 2 || (common.length < 2 && rare.length > 1) || rare.length === common.length)
        continue;
      const wrong = page.text.slice(place.start, place.end);
      const right = wrong === shorter ? longer : shorter;
      const isLong = shorter.length >= LONG;
      findings.push(
        tell(page, {
          check: "name",
          verdict: isLong ? "error" : "warning",
          span: place,
          computed: right,
          explanation: `Her står ${wrong}, men ${right} ${common.length} andre steder${isLong ? "" : "; det kan være to navne"}.`,
          evidence: common.slice(0, 2).map((span) => evidenceAt(page, span)),
        }),
      );
    }
  }
  return findings;
}
