import type { Verdict } from "../model.ts";
import type { Mention } from "./mention.ts";
import type { Pair } from "./pairs.ts";
import { type Slip, slipOf } from "./values.ts";

/** Why a difference may be innocent; null when it may not. */
export type Doubt = "time" | "words" | null;

export type Judgement = { claim: Mention; other: Mention; verdict: Verdict; doubt: Doubt; mistyped: boolean };

/**
 * Judges the pairs of one field. An error needs certainty that both places tell the same quantity; what is only likely is a
 * warning if it also looks like a slip of the keys, or if the two places agree on another figure.
 */
export function judge(pairs: Pair[], isOneText: boolean): Judgement[] {
  const agreements = pairs.filter((pair) => isSure(pair) && pair.relation === "same");
  const known: Known = {
    support: supportOf(agreements),
    agreeing: new Set(
      agreements.filter(isTimed).map(({ earlier, later }) => `${earlier.container}|${later.container}`),
    ),
    answered: new Set(agreements.flatMap(({ earlier, later }) => [answerOf(earlier, later), answerOf(later, earlier)])),
  };
  const judgements = new Map<Mention, Judgement>();
  for (const pair of pairs) {
    const judgement = judgePair(pair, known, isOneText);
    if (!judgement) continue;
    const other = judgements.get(judgement.claim);
    if (!other || rank(judgement) > rank(other)) judgements.set(judgement.claim, judgement);
  }
  return [...judgements.values()];
}

/** What the pairs that agree tell of the others. */
type Known = {
  /** How many other places say the same as a mention. */
  support: Map<Mention, number>;
  /** Sentences and rows that agree on some figure. */
  agreeing: Set<string>;
  /** Mentions that found their like in a table or a sentence; the other figures there are others. */
  answered: Set<string>;
};

const answerOf = (mention: Mention, { block, container, kind }: Mention): string =>
  `${mention.span.start} ${mention.scope.reading.source.file} ${kind === "cell" ? block : container}`;
const isTimed = ({ earlier, later }: Pair): boolean => earlier.period === later.period;
const isSure = ({ strange }: Pair): boolean => strange <= 1;
const rank = ({ verdict }: Judgement): number => ["ok", "warning", "error"].indexOf(verdict);

function supportOf(agreements: Pair[]): Map<Mention, number> {
  const support = new Map<Mention, number>();
  for (const { earlier, later } of agreements) {
    for (const mention of [earlier, later]) support.set(mention, (support.get(mention) ?? 0) + 1);
  }
  return support;
}

function judgePair(pair: Pair, { support, agreeing, answered }: Known, isOneText: boolean): Judgement | null {
  const { earlier, later, relation } = pair;
  if (relation === "same") {
    return isSure(pair) ? { claim: later, other: earlier, verdict: "ok", doubt: null, mistyped: false } : null;
  }
  if (relation === "near") return null;
  if (isSmall(earlier, later) && !sameWords(earlier, later)) return null;
  if (answered.has(answerOf(earlier, later)) || answered.has(answerOf(later, earlier))) return null;
  const slip = slipOf(earlier, later);
  const agrees = isTimed(pair) && agreeing.has(`${earlier.container}|${later.container}`);
  const verdict = verdictOn(pair, slip, agrees);
  if (!verdict) return null;
  const [claim, other] = blame(earlier, later, support);
  if (!isOneText) return { claim, other, verdict: "warning", doubt: "time", mistyped: slip > 0 };
  return { claim, other, verdict, doubt: verdict === "error" ? null : "words", mistyped: slip > 0 };
}

/**
 * Nothing strange is an error; the stranger, the more the figures themselves must look like one mistyped, or the two places
 * must agree on another figure.
 */
function verdictOn(
  { earlier, later, shared, narrowed, ...pair }: Pair,
  slip: Slip,
  agrees: boolean,
): "error" | "warning" | null {
  const strange = pair.strange + (isSpecific(earlier, later) ? 0 : 1);
  const isApart = earlier.block !== later.block || slip > 0 || agrees;
  if (strange === 0) return isApart ? "error" : null;
  if (narrowed && !agrees) return null;
  if (strange === 1) {
    if ((slip >= 2 && shared >= 2) || (slip >= 1 && agrees)) return "error";
    return slip >= 1 || agrees ? "warning" : null;
  }
  if (strange === 2) {
    if (slip === 3 && shared >= 2) return "error";
    return (slip >= 2 && shared >= 2) || (slip >= 1 && agrees) ? "warning" : null;
  }
  return slip === 3 && shared >= 2 ? "warning" : null;
}

const SMALL = 12;
const isSmall = (a: Mention, b: Mention): boolean => a.unit === "count" && a.value <= SMALL && b.value <= SMALL;

const sameWords = (a: Mention, b: Mention): boolean =>
  a.core.size === b.core.size && [...a.core].every((root) => b.core.has(root));

const LONG = 11;

/** Enough said to know the quantity again: two words or a long compound, or a word with its time, its total or its step. */
function isSpecific(a: Mention, b: Mention): boolean {
  const shared = [...a.core].filter((root) => b.core.has(root));
  const time = a.period !== null && a.period === b.period ? 1 : 0;
  const total = a.total && b.total ? 1 : 0;
  const step = a.steps.size > 0 && b.steps.size > 0 ? 1 : 0;
  const measure = a.unit === "count" || a.unit === "kr" || a.unit === "percent" ? 0 : 1;
  const compound = shared.some((root) => root.length >= LONG) ? 1 : 0;
  return shared.length + time + total + step + measure + compound >= 2;
}

/** The place to mark: the one fewer others agree with, prose before a table, the later before the earlier. */
function blame(earlier: Mention, later: Mention, support: Map<Mention, number>): [Mention, Mention] {
  const trust = (mention: Mention) => (support.get(mention) ?? 0) * 2 + (mention.kind === "cell" ? 1 : 0);
  return trust(later) <= trust(earlier) ? [later, earlier] : [earlier, later];
}
