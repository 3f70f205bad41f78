import { danish } from "../explain/danish-numbers.ts";
import type { Claim } from "./finding.ts";
import { addRanges, isHedged, type Judgement } from "./judge.ts";
import { numberOf, tokensIn, type Marked } from "./marked.ts";

const OPENER =
  /(?<!\p{L})(?:fordel(?:t|te|er|es)|fordelingen er)(?: sig)?(?: således| sådan| som følger)?(?: på| med| mellem)?:? /u;

/** "fordeler sig med 40 %, 35 % og 25 %": more than a hundred is wrong, somewhat less may lack a group. */
export function checkHundredPercent(sentences: readonly Marked[], at: number): Claim[] {
  const marked = sentences[at];
  const opener = marked && OPENER.exec(marked.text);
  if (!marked || !opener) return [];
  const tail = marked.text.slice(opener.index + opener[0].length);
  const tokens = tokensIn(tail);
  const shares = tokens.flatMap(({ index }) => numberOf(marked, String(index)) ?? []);
  const [first] = shares;
  if (
    !first ||
    shares.length < 3 ||
    shares.some(({ unit, to }) => unit !== "percent" || to !== null) ||
    isHedged(...shares)
  )
    return [];
  for (const [place, token] of tokens.entries()) {
    const between = tail.slice(tokens[place - 1]?.end ?? 0, token.at);
    const joins = place === tokens.length - 1 ? / (?:og|samt) /u : /,| og | samt /u;
    if (place > 0 && !joins.test(between)) return [];
    if (/(?<!\p{L})(?:mod|hvoraf|heraf|fra|til \d|stigning|fald|i forhold)(?!\p{L})/u.test(between)) return [];
  }
  const range = addRanges(
    shares.map((share) => ({ low: share.value - share.step / 2, high: share.value + share.step / 2 })),
  );
  const sum = shares.reduce((value, share) => value + share.value, 0);
  const holds = range.low <= 100.001 && range.high >= 99.999;
  if ((!holds && sum < 100) || sum > 150) return [];
  const judgement: Judgement = { verdict: holds ? "ok" : "error", reading: null, truncated: false, rounded: false };
  const told = shares.map(({ value }) => danish(value)).join(" + ");
  const total = `${danish(sum)} %`;
  return [
    {
      check: "percentage",
      stated: first,
      range,
      judgement,
      sum: told,
      terms: shares,
      words: { text: `${told} %`, value: total },
      explanation:
        judgement.verdict === "ok"
          ? `${told} = ${total}, altså det hele.`
          : `${told} = ${total}, men dele af det hele giver 100 %.`,
    },
  ];
}
