import type { Verdict } from "../model.ts";
import { sameWords } from "./match.ts";
import type { Mention } from "./mention.ts";
import type { Pair } from "./pairs.ts";
import { type Slip, slipOf } from "./values.ts";

/** Why a difference may be innocent; null when it may not. */
export type Doubt = "time" | "words" | null;

export type Judgement = { claim: Mention; other: Mention; verdict: Verdict; doubt: Doubt; mistyped: boolean };

/** What the compared places lie within: one item, the items of one document, or the same case in several documents. */
export type Field = "item" | "document" | "documents";

/**
 * Judges the pairs of one field. An error needs certainty that both places tell the same quantity; what is only likely is a
 * warning if it also looks like a slip of the keys, or if the two places agree on another figure.
 */
export function judge(pairs: Pair[], field: Field): Judgement[] {
  const agreements = pairs.filter((pair) => isSure(pair) && pair.relation === "same");
  const known: Known = {
    support: supportOf(agreements),
    agreeing: new Set(agreements.filter(isTimed).map(placesOf)),
    answered: new Set(agreements.flatMap(({ earlier, later }) => [answerOf(earlier, later), answerOf(later, earlier)])),
  };
  const judgements = new Map<Mention, Judgement>();
  for (const pair of pairs) {
    const judgement = judgePair(pair, known, field);
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

const fileOf = ({ scope }: Mention): string => scope.reading.source.file;
const placesOf = ({ earlier, later }: Pair): string =>
  `${fileOf(earlier)} ${earlier.container}|${fileOf(later)} ${later.container}`;
const answerOf = (mention: Mention, other: Mention): string =>
  `${fileOf(mention)} ${mention.span.start}|${fileOf(other)} ${other.kind === "cell" ? other.block : other.container}`;
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

function judgePair(pair: Pair, { support, agreeing, answered }: Known, field: Field): Judgement | null {
  const { earlier, later, relation } = pair;
  if (relation === "same") {
    return isSure(pair) ? { claim: later, other: earlier, verdict: "ok", doubt: null, mistyped: false } : null;
  }
  if (relation === "near") return null;
  if (isSmall(earlier, later) && !sameWords(earlier, later)) return null;
  if (answered.has(answerOf(earlier, later)) || answered.has(answerOf(later, earlier))) return null;
  const slip = slipOf(earlier, later);
  const agrees = isTimed(pair) && agreeing.has(placesOf(pair));
  const verdict = field === "item" ? verdictOn(pair, slip, agrees) : verdictAfar(pair, slip, agrees, field);
  if (!verdict) return null;
  const [claim, other] = field === "documents" ? [later, earlier] : blame(earlier, later, support);
  const doubt = verdict === "error" ? null : field === "documents" ? "time" : "words";
  return { claim, other, verdict, doubt, mistyped: slip > 0 };
}

/**
 * In two items, or in two papers on the same case, only what both tell in full can be the same, and what is said of one
 * matter may look like another's: the figures must look like one mistyped, or the two places agree on another figure. Papers
 * may also count again what was registered late, so that a difference between them is a question.
 */
function verdictAfar(pair: Pair, slip: Slip, agrees: boolean, field: Field): "error" | "warning" | null {
  const { earlier, later, strange } = pair;
  if (strange > 0 || !isSpecific(earlier, later) || !isTimed(pair) || !sameWords(earlier, later)) return null;
  if (field === "documents") return "warning";
  if (!earlier.ownPeriod || !later.ownPeriod || (slip < 2 && !agrees)) return null;
  return slip >= 2 && agrees ? "error" : "warning";
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
  const strange =
    pair.strange + (isSpecific(earlier, later) ? 0 : 1) + (slip < 2 && isTimeGuessed(earlier, later) ? 1 : 0);
  const isApart = earlier.block !== later.block || slip > 0 || agrees;
  if (strange === 0) return isApart ? "error" : null;
  if (narrowed && !agrees) return null;
  if (strange === 1) {
    if ((slip >= 2 && (shared >= 2 || isSameTime(earlier, later))) || (slip >= 1 && agrees)) return "error";
    return slip >= 1 || agrees ? "warning" : null;
  }
  if (strange === 2) {
    if (slip === 3 && shared >= 2) return "error";
    return (slip >= 2 && shared >= 2) || (slip >= 1 && agrees) ? "warning" : null;
  }
  return slip === 3 && shared >= 2 ? "warning" : null;
}

/** Both places tell the same time themselves. */
const isSameTime = (a: Mention, b: Mention): boolean => a.ownPeriod && b.ownPeriod && a.period === b.period;

/** One place tells the time, the other only stands where it is told. */
const isTimeGuessed = (a: Mention, b: Mention): boolean =>
  a.period !== null &&
  a.period === b.period &&
  [a, b].filter(({ ownPeriod, kind }) => ownPeriod || kind === "cell").length === 1;

const SMALL = 12;
const isSmall = (a: Mention, b: Mention): boolean => a.unit === "count" && a.value <= SMALL && b.value <= SMALL;

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

/** The place to mark: the one fewer others and sums agree with, prose before a table, the later before the earlier. */
function blame(earlier: Mention, later: Mention, support: Map<Mention, number>): [Mention, Mention] {
  const trust = (mention: Mention) =>
    (support.get(mention) ?? 0) * 2 + (mention.backed ? 2 : 0) + (mention.kind === "cell" ? 1 : 0);
  return trust(later) <= trust(earlier) ? [later, earlier] : [earlier, later];
}
