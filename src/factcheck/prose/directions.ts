import { changesIn } from "./changes.ts";
import type { Claim } from "./finding.ts";
import { printed } from "./growth.ts";
import { isHedged, rangeOf } from "./judge.ts";
import { pairIn } from "./levels.ts";
import { sameUnit, type Marked } from "./marked.ts";

const UP = "steg|steget|stiger|stige|vokset|voksede|vokser|øget|øges|øgede|forøget|hævet|hæves|hævede";
const DOWN = "faldt|faldet|falder|falde|reduceret|reduceres|reducerede|nedsat|sænket|sænkes|sænkede";
const VERB = new RegExp(`(?<!\\p{L})(?:(?<up>${UP})|(?<down>${DOWN}))(?!\\p{L})`, "gu");
/** Between the verb and its levels nothing but what rose or fell, and when. */
const SUBJECT = /^[^#%¤,;:]{0,90}$/u;
/** First place is better than second, and a minus turns a rise into a fall. */
const TURNED = /(?<!\p{L})(?:plads|pladsen|nummer|nr|rang\p{L}*|ikke|hverken|underskud\p{L}*|minus)(?!\p{L})/u;
const BACKWARDS = /[#%]\d+;[^#%¤]{0,20}?(20\d\d)[^#%¤]{0,20}? til [^#%¤]{0,20}?[#%]\d+;[^#%¤]{0,20}?(20\d\d)/u;

/** "er steget fra 130 til 128": a rise that is a fall, where no change is told that would show it. */
export function checkDirections(sentences: readonly Marked[], at: number): Claim[] {
  const marked = sentences[at];
  if (!marked || changesIn(marked).some(({ direction }) => direction !== 0) || TURNED.test(marked.text)) return [];
  const verbs = [...marked.text.matchAll(VERB)];
  const [verb] = verbs;
  const pair = verbs.length === 1 ? pairIn(marked, new Set()) : null;
  if (!verb || !pair || !marked.text.slice(pair.start).startsWith("fra ")) return [];
  const { from, to } = pair;
  const years = BACKWARDS.exec(marked.text);
  if (years?.[1] && years[2] && Number(years[1]) > Number(years[2])) return [];
  if (!SUBJECT.test(marked.text.slice(verb.index + verb[0].length, Math.max(verb.index, pair.start)))) return [];
  if (pair.start < verb.index || from.value < 0 || to.value < 0 || from.value === to.value) return [];
  if (!sameUnit(from, to) || isHedged(from, to)) return [];
  const rises = to.value > from.value;
  if (rises === (verb.groups?.["up"] !== undefined)) return [];
  const way = rises ? "en stigning" : "et fald";
  return [
    {
      check: "difference",
      stated: to,
      range: rangeOf(to),
      judgement: { verdict: "error", reading: null, truncated: false, rounded: false },
      sum: "",
      terms: [from, to],
      words: { text: verb[0], value: way },
      explanation: `Fra ${printed(from)} til ${printed(to)} er ${way}, men der står »${verb[0]}«.`,
    },
  ];
}
