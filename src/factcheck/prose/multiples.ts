import { danish } from "../explain/danish-numbers.ts";
import type { NumberMention } from "../numbers/find-numbers.ts";
import { changesIn } from "./changes.ts";
import type { Claim } from "./finding.ts";
import { printed } from "./growth.ts";
import { divide, isHedged, rangeOf, type Judgement } from "./judge.ts";
import { onlyLevel, pairIn, type Pair } from "./levels.ts";
import { sameUnit, type Marked } from "./marked.ts";

const WORDS: [RegExp, number, string][] = [
  [
    /(?<!\p{L})(?:fordobl(?:et|es|er|ing(?:en)?|ede)|det dobbelte|dobbelt så (?:mange|meget|stort?|høj[t]?))(?!\p{L})/u,
    2,
    "en fordobling",
  ],
  [/(?<!\p{L})halver(?:et|es|er|ing(?:en)?|ede)(?!\p{L})/u, 0.5, "en halvering"],
  [
    /(?<!\p{L})(?:tredobl(?:et|es|er|ing(?:en)?|ede)|det tredobbelte|tre gange så (?:mange|meget|stort?|høj[t]?))(?!\p{L})/u,
    3,
    "en tredobling",
  ],
  [/(?<!\p{L})(?:firdobl|firedobl)(?:et|es|er|ing(?:en)?|ede)(?!\p{L})/u, 4, "en firedobling"],
  [/(?<!\p{L})femdobl(?:et|es|er|ing(?:en)?|ede)(?!\p{L})/u, 5, "en femdobling"],
];
const OTHER =
  /(?<!\p{L})(?:mens|men|hvorimod|derimod|samtidig|kan|skal|vil|bør|mål(?:et)?|ønsker|forventes|ikke)(?!\p{L})/u;

/**
 * "fordoblet fra 12 til 25": holds within a tenth of the multiple, is doubtful up to a quarter, and wrong beyond. "mere
 * end" and "over" must lie above, "næsten" and "knap" may lie a fifth short.
 */
export function checkMultiples(sentences: readonly Marked[], at: number): Claim[] {
  const marked = sentences[at];
  if (!marked || OTHER.test(marked.text)) return [];
  const found = WORDS.filter(([word]) => word.test(marked.text));
  const [match] = found;
  if (!match || found.length > 1 || changesIn(marked).length > 0) return [];
  const [word, times, name] = match;
  const pair = pairIn(marked, new Set()) ?? pairBefore(sentences, at);
  const place = word.exec(marked.text);
  if (!pair || !place || pair.from.value <= 0 || pair.to.value < 0 || pair.from.unit === "points") return [];
  const lead = marked.text.slice(Math.max(0, place.index - 24), place.index);
  const range = divide(rangeOf(pair.to), rangeOf(pair.from));
  const ratio = pair.to.value / pair.from.value;
  const judgement = judgeMultiple(ratio, times, lead, isHedged(pair.from, pair.to));
  const sum = `${printed(pair.to)} / ${printed(pair.from)}`;
  const result = `${sum} = ${danish(ratio, 2)}`;
  const ends = judgement.reading ? `; ${judgement.reading}` : "";
  const wrong = `${result}, og det er ikke ${name} (${danish(times)})${ends}.`;
  return [
    {
      check: "ratio",
      stated: asMention(pair, times),
      range,
      judgement,
      sum,
      terms: [pair.from, pair.to],
      explanation: judgement.verdict === "ok" ? `${result}, altså ${name}, som der står.` : wrong,
      words: { text: place[0], value: danish(ratio, 2) },
    },
  ];
}

function judgeMultiple(ratio: number, times: number, lead: string, loose: boolean): Judgement {
  const apart = ratio / times;
  const plain: Judgement = { verdict: "ok", reading: null, truncated: false, rounded: false };
  const grows = times > 1;
  const far = grows ? apart : 1 / apart;
  const doubtful: Judgement = { ...plain, verdict: "warning", reading: "ordet kan være brugt løst" };
  const wrong: Judgement = loose ? doubtful : { ...plain, verdict: "error" };
  if (/(?:mere end|over|mere|godt) (?:en )?$/u.test(lead)) return far >= 0.995 ? plain : far >= 0.9 ? doubtful : wrong;
  if (/(?:næsten|knap|tæt på|omkring|cirka|ca\.) (?:en |at være )?$/u.test(lead))
    return far >= 0.8 && far <= 1.1 ? plain : far >= 0.65 && far <= 1.25 ? doubtful : wrong;
  if (far >= 0.9 && far <= 1.1) return plain;
  return far >= 0.75 && far <= 1.3 ? doubtful : wrong;
}

function pairBefore(sentences: readonly Marked[], at: number): Pair | null {
  const [before, marked] = [sentences[at - 1], sentences[at]];
  if (!before || !marked || before.sentence.block !== marked.sentence.block) return null;
  if (
    !/^(?:det|dette|dermed|hermed|altså|således|antallet|tallet)(?!\p{L})/u.test(marked.text) ||
    /[#%¤]\d/u.test(marked.text)
  )
    return null;
  if (changesIn(before).length > 0) return null;
  const pair = pairIn(before, new Set());
  return pair && sameUnit(pair.from, pair.to) && !onlyLevel(before, new Set()) ? pair : null;
}

const asMention = (pair: Pair, times: number): NumberMention => ({
  ...pair.to,
  value: times,
  step: 0.01,
  unit: null,
  share: null,
});
