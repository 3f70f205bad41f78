import type { NumberMention } from "../numbers/find-numbers.ts";
import type { Change } from "./changes.ts";
import type { Claim } from "./finding.ts";
import { checkGrowth, claimOfChange } from "./growth.ts";
import { yearNear } from "./levels.ts";
import { numberOf, sameUnit, tokensIn, type Marked } from "./marked.ts";

const UP = String.raw`stig(?:er|e|ning\p{L}*)|steget|steg|vækst\p{L}*|vokset|øg(?:et|ning\p{L}*)|frem(?:gang\p{L}*)|tilvækst\p{L}*`;
const DOWN = String.raw`fald(?:et|er|t)?|nedgang\p{L}*|reducer\p{L}*|reduktion\p{L}*|tilbagegang\p{L}*`;
const EVEN = String.raw`ændring\p{L}*|forskel\p{L}*|udvikling\p{L}*|difference\p{L}*`;
/** Before a change: "stigning på", "faldet til 440, dvs. med", "ændringen er derfor". */
const LEADS = new RegExp(
  String.raw`(?<!\p{L})(?:(?<up>${UP})|(?<down>${DOWN})|(?<even>${EVEN}))(?![\p{L}])(?:[^#%¤]{0,40}|.{0,60}(?:dvs\.|altså|dermed|det vil sige)) (?:på|med|er|svarer til)(?: (?:derfor|dermed|således|altså|ca\.|cirka|knap|godt|over))? $`,
  "u",
);
/** Behind it: "438 færre udrykninger", "15,6 % flere end". */
const TRAILS = /^(?: [\p{L}-]+)? (?:(?<up>flere|mere|højere)|(?<down>færre|mindre|lavere))(?!\p{L})/u;
const OTHER =
  /(?<!\p{L})(?:mens|hvorimod|derimod|heraf|hvoraf|herunder|landsplan\p{L}*|landsgennemsnit\p{L}*|mål(?:tal|et|sætning)?|budget\p{L}*|forvent\p{L}*|pr\.|gennemsnit\p{L}*)(?!\p{L})/u;
const YEARS = /(?<![\d./-])(?:19|20)\d\d(?![\d/-]|\.\d)/gu;

type Level = { number: NumberMention; year: number | null };

/**
 * Two levels of two years and one change, and no other figure, in one sentence or in two: whatever the words, the change is
 * what lies between them. Only where no other check knows the sentence.
 */
export function checkPlainTriples(sentences: readonly Marked[], at: number): Claim[] {
  const marked = sentences[at];
  if (!marked || OTHER.test(marked.text)) return [];
  const change = onlyChange(marked);
  if (!change || checkGrowth(sentences, at).length > 0) return [];
  const own = levelsIn(marked, change.index);
  const before = sentences[at - 1];
  const reach = own.length === 1 && before?.sentence.block === marked.sentence.block && !OTHER.test(before.text);
  const levels = reach && before ? [...levelsIn(before, null), ...own] : own;
  const [one, two, more] = levels;
  if (!one || !two || more || !sameUnit(one.number, two.number)) return [];
  const text = reach && before ? `${before.text} ${marked.text}` : marked.text;
  const years = [...new Set(text.match(YEARS)?.map(Number))].sort();
  const isYearBefore = years.length === 1 && /(?:året (?:før|forinden)|sidste år)/u.test(marked.text);
  if (years.length !== 2 && !isYearBefore) return [];
  const [from, to] = inOrder(one, two, years);
  return from && to ? claimOfChange({ from: from.number, to: to.number, start: 0, end: 0 }, change) : [];
}

function onlyChange(marked: Marked): Change | null {
  const found = tokensIn(marked.text).flatMap((token): Change[] => {
    const number = numberOf(marked, String(token.index));
    const cue =
      TRAILS.exec(marked.text.slice(token.end)) ?? LEADS.exec(marked.text.slice(Math.max(0, token.at - 130), token.at));
    if (!number || number.to !== null || token.letter === "¤" || !cue) return [];
    const direction = cue.groups?.["up"] ? 1 : cue.groups?.["down"] ? -1 : 0;
    return [{ index: token.index, number, direction, start: token.at, end: token.end }];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

function levelsIn(marked: Marked, skip: number | null): Level[] {
  return tokensIn(marked.text).flatMap((token): Level[] => {
    const number = numberOf(marked, String(token.index));
    if (!number || token.index === skip || number.to !== null) return [];
    return [{ number, year: yearNear(marked, token.at, token.end) }];
  });
}

/** The earlier first; a level without a year of its own has the one that is left. */
function inOrder(one: Level, two: Level, years: number[]): [Level, Level] | [null, null] {
  const [early, late] = years;
  if (late === undefined) return one.year === early && two.year === null ? [two, one] : [null, null];
  const left = (taken: number | null) => (taken === early ? late : taken === late ? early : null);
  const [first, second] = [one.year ?? left(two.year), two.year ?? left(one.year)];
  if (first === null || second === null || first === undefined || second === undefined || first === second)
    return [null, null];
  return first < second ? [one, two] : [two, one];
}
