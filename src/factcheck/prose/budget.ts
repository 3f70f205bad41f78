import type { NumberMention } from "../numbers/find-numbers.ts";
import type { Claim } from "./finding.ts";
import { printed } from "./growth.ts";
import { isHedged, judge, rangeOf, scaleRange, subtract } from "./judge.ts";
import { numberOf, sameUnit, tokensIn, type Marked } from "./marked.ts";
import { claimOfShare } from "./shares.ts";

const ROLES: [keyof Roles, RegExp][] = [
  [
    "result",
    /(?<!\p{L})(?:overskud|underskud|mindreforbrug|merforbrug|mindreudgift|merudgift|afvigelse|overskridelse|besparelse)\p{L}*/gu,
  ],
  [
    "forecast",
    /(?<!\p{L})(?:forvente\p{L}* (?:års)?(?:regnskab|forbrug|resultat|udgift)\p{L}*|regnskab\p{L}*|(?:års)?forbrug\p{L}*|skøn\p{L}*|ventes|forventes|prognose\p{L}*)(?!\p{L})/gu,
  ],
  [
    "budget",
    /(?<!\p{L})(?:\p{L}{0,14}budget(?:tet|teret|ramme|rammen|beløb)?|bevilling(?:en)?|ramme(?:n)?)(?!\p{L})/gu,
  ],
];
const RESULT_WORD =
  /overskud|underskud|mindreforbrug|merforbrug|mindreudgift|merudgift|afvigelse|overskridelse|besparelse/gu;
const BETTER = new Set(["overskud", "mindreforbrug", "mindreudgift", "besparelse"]);

/**
 * Budget minus forecast: minus is a deficit. Told in one paragraph with exactly one budget, one forecast and one result;
 * "underskud på -9" has its sign twice and means 9.
 */
export function checkBudget(sentences: readonly Marked[], at: number): Claim[] {
  const marked = sentences[at];
  if (!marked || !/(?:skud|forbrug|afvigelse|overskridelse|udgift|besparelse)/u.test(marked.text)) return [];
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
  // More income than budgeted is a surplus: then the words go the other way.
  const income = [...before, marked].some(({ text }) => /indtægt|gebyr|salg|provenu/u.test(text));
  const said = word === "afvigelse" || income ? null : BETTER.has(word);
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
  const [budget, budgetMore] = sentences.flatMap((one) => rolesIn(one)?.budget ?? []);
  const [used, usedMore] = marked ? (rolesIn(marked)?.forecast ?? []) : [];
  if (!marked || !budget || !used || budgetMore || usedMore) return [];
  if (budget.number.value <= 0 || !sameUnit(budget.number, used.number)) return [];
  const percent = numberOf(marked, PART.exec(marked.text.slice(used.end))?.groups?.["percent"]);
  return claimOfShare(used.number, budget.number, percent);
}

type Told = { number: NumberMention; lead: string; end: number };
type Roles = { budget: Told[]; forecast: Told[]; result: Told[] };
type Terms = { budget: NumberMention; forecast: NumberMention; result: NumberMention; word: string };

function termsIn(sentences: Marked[]): Terms | null {
  const all: Roles = { budget: [], forecast: [], result: [] };
  for (const marked of sentences) {
    const roles = rolesIn(marked);
    if (!roles) return null;
    for (const role of ["budget", "forecast", "result"] as const) all[role].push(...roles[role]);
  }
  const { budget, forecast, result } = all;
  if (budget.length !== 1 || forecast.length !== 1 || result.length !== 1) return null;
  const [b, f, r] = [budget[0], forecast[0], result[0]];
  const words = r ? [...r.lead.matchAll(RESULT_WORD)].at(-1)?.[0] : null;
  return b && f && r && words ? { budget: b.number, forecast: f.number, result: r.number, word: words } : null;
}

/** What each amount of a sentence is: the word nearest before it tells. Null when one cannot be told. */
function rolesIn(marked: Marked): Roles | null {
  const roles: Roles = { budget: [], forecast: [], result: [] };
  let from = 0;
  for (const token of tokensIn(marked.text)) {
    const number = numberOf(marked, String(token.index));
    const lead = marked.text.slice(Math.max(from, token.at - 90), token.at);
    from = token.end;
    if (token.letter !== "#" || !number || number.to !== null) continue;
    let nearest: { role: keyof Roles; at: number } | null = null;
    for (const [role, words] of ROLES) {
      const at = [...lead.matchAll(words)].at(-1)?.index ?? -1;
      if (at >= 0 && (!nearest || at > nearest.at)) nearest = { role, at };
    }
    if (!nearest) return null;
    roles[nearest.role].push({ number, lead, end: token.end });
  }
  return roles;
}
