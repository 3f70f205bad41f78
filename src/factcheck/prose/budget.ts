import type { NumberMention } from "../numbers/find-numbers.ts";
import type { Claim } from "./finding.ts";
import { printed } from "./growth.ts";
import { isHedged, judge, rangeOf, scaleRange, subtract } from "./judge.ts";
import { numberOf, sameUnit, type Marked } from "./marked.ts";
import { claimOfShare } from "./shares.ts";

const GAP = "[^#%¤]{0,45}?";
const BUDGET = new RegExp(
  `(?<!\\p{L})(?:\\p{L}{0,12}budget(?:tet|tet er|ramme|rammen)?|bevilling(?:en)?)(?!\\p{L})${GAP}(?:på|er|udgør|var|:)(?: [\\p{L}.]+){0,2} #(?<index>\\d+);`,
  "gu",
);
const FORECAST = new RegExp(
  `(?<!\\p{L})(?:(?:forvente(?:t|de|r|s)|skønne(?:t|de|s))${GAP}(?:forbrug|regnskab|årsresultat|udgift(?:er)?)(?:et|en|erne)?|regnskab(?:et)?|forbrug(?:et)?|årsforbrug(?:et)?)(?!\\p{L})${GAP}(?:på|er|udgør|var|blev|bliver|blive|viser|:)(?: [\\p{L}.]+){0,3} #(?<index>\\d+);`,
  "gu",
);
const RESULT = new RegExp(
  `(?<!\\p{L})(?<word>overskud|mindreforbrug|underskud|merforbrug|afvigelse|overskridelse|besparelse)(?:det|et|en)?(?!\\p{L})(?: [\\p{L}./()-]+){0,6}? (?:på|er|udgør|var|bliver)(?: [\\p{L}.]+){0,2} #(?<index>\\d+);`,
  "gu",
);
const BETTER = new Set(["overskud", "mindreforbrug", "besparelse"]);

/**
 * Budget minus forecast: minus is a deficit. Told in one paragraph with exactly one budget, one forecast and one result;
 * "underskud på -9" has its sign twice and means 9.
 */
export function checkBudget(sentences: readonly Marked[], at: number): Claim[] {
  const marked = sentences[at];
  if (!marked || !/(?:skud|forbrug|afvigelse|overskridelse)/u.test(marked.text)) return [];
  const own = termsIn([marked]);
  const before = sentences
    .slice(Math.max(0, at - 2), at)
    .filter(({ sentence }) => sentence.block === marked.sentence.block);
  const near = own ? null : termsIn([...before, marked]);
  const terms = own ?? near;
  if (!terms) return checkConsumption([...before, marked]);
  const { budget, forecast, result, word } = terms;
  if (budget.value <= 0 || forecast.value <= 0 || !sameUnit(budget, forecast) || !sameUnit(budget, result)) return [];
  const difference = subtract(rangeOf(budget), rangeOf(forecast));
  const surplus = budget.value > forecast.value;
  const range = surplus ? difference : scaleRange(difference, -1);
  if (range.high < 0) return [];
  const judgement = judge(result, { low: Math.max(0, range.low), high: range.high }, isHedged(budget, forecast));
  const [large, small] = surplus ? [budget, forecast] : [forecast, budget];
  const sum = `${printed(large)} - ${printed(small)}`;
  const said = word === "afvigelse" ? null : BETTER.has(word);
  if (said !== null && said !== surplus && budget.value !== forecast.value) {
    const is = surplus ? "under" : "over";
    return [
      {
        check: "difference",
        stated: result,
        range,
        sum,
        terms: [budget, forecast],
        judgement: { ...judgement, verdict: judgement.verdict === "ok" ? "error" : "warning", reading: null },
        explanation: `Det forventede (${printed(forecast)}) ligger ${is} budgettet (${printed(budget)}), men der står ${word}${judgement.verdict === "ok" ? "" : "; tallene kan høre til hver sin opgørelse"}.`,
      },
    ];
  }
  return [{ check: "difference", stated: result, range, sum, terms: [budget, forecast], judgement }];
}

const PART =
  /^[^#%¤]{0,40}?(?:\(|svarende til |svarer til |eller |dvs\. )(?:[\p{L}.]+ ){0,3}?%(?<percent>\d+);(?! (?:af (?!budgettet)|over|under|højere|lavere))/u;

/** "Budgettet er 6,0 mio. kr. Forbruget er 4,1 mio. kr., svarende til 68 %." */
function checkConsumption(sentences: Marked[]): Claim[] {
  const marked = sentences.at(-1);
  const budget = one(sentences, BUDGET, []);
  const used = marked ? one([marked], FORECAST, [budget?.number]) : null;
  if (!marked || !budget || !used || budget.number.value <= 0 || !sameUnit(budget.number, used.number)) return [];
  const percent = numberOf(marked, PART.exec(marked.text.slice(used.end))?.groups?.["percent"]);
  return claimOfShare(used.number, budget.number, percent);
}

type Terms = { budget: NumberMention; forecast: NumberMention; result: NumberMention; word: string };

function termsIn(sentences: Marked[]): Terms | null {
  const result = one(sentences, RESULT, []);
  const forecast = one(sentences, FORECAST, [result?.number]);
  const budget = one(sentences, BUDGET, [result?.number, forecast?.number]);
  if (!result || !forecast || !budget) return null;
  return { budget: budget.number, forecast: forecast.number, result: result.number, word: result.word };
}

/** The one number an expression leads to; null when there is none or several. */
function one(sentences: Marked[], expression: RegExp, skip: (NumberMention | undefined)[]) {
  const found = sentences.flatMap((marked) =>
    [...marked.text.matchAll(expression)].flatMap((match) => {
      const number = numberOf(marked, match.groups?.["index"]);
      if (!number || skip.includes(number) || number.to !== null) return [];
      return [{ number, word: match.groups?.["word"] ?? "", end: match.index + match[0].length }];
    }),
  );
  return found.length === 1 ? found[0] : null;
}
