import type { Verdict } from "../model.ts";
import type { Mention } from "./mention.ts";
import type { Pair } from "./pairs.ts";
import { looksMistyped } from "./values.ts";

/** Why a difference may be innocent; null when it may not. */
export type Doubt = "time" | "words" | null;

export type Judgement = { claim: Mention; other: Mention; verdict: Verdict; doubt: Doubt; mistyped: boolean };

/**
 * Judges the pairs of one field. An error needs certainty that both places tell the same quantity; what is only likely is a
 * warning if it also looks like a slip of the keys, or if the two places agree on another figure.
 */
export function judge(pairs: Pair[], isOneText: boolean): Judgement[] {
  const support = supportOf(pairs);
  const agreeing = new Set(
    pairs
      .filter(isSure)
      .filter(({ relation }) => relation === "same")
      .map(containersOf),
  );
  const judgements = new Map<Mention, Judgement>();
  for (const pair of pairs) {
    const judgement = judgePair(pair, agreeing, support, isOneText);
    if (!judgement) continue;
    const known = judgements.get(judgement.claim);
    if (!known || rank(judgement) > rank(known)) judgements.set(judgement.claim, judgement);
  }
  return [...judgements.values()];
}

const isSure = ({ likeness }: Pair): boolean => likeness >= 2;
const containersOf = ({ earlier, later }: Pair): string => `${earlier.container}|${later.container}`;
const rank = ({ verdict }: Judgement): number => ["ok", "warning", "error"].indexOf(verdict);

/** How many other places say the same as a mention. */
function supportOf(pairs: Pair[]): Map<Mention, number> {
  const support = new Map<Mention, number>();
  for (const { earlier, later, relation } of pairs.filter(isSure)) {
    if (relation !== "same") continue;
    for (const mention of [earlier, later]) support.set(mention, (support.get(mention) ?? 0) + 1);
  }
  return support;
}

function judgePair(
  pair: Pair,
  agreeing: Set<string>,
  support: Map<Mention, number>,
  isOneText: boolean,
): Judgement | null {
  const { earlier, later, relation, likeness } = pair;
  if (relation === "same") {
    if (likeness < 2) return null;
    return { claim: later, other: earlier, verdict: "ok", doubt: null, mistyped: false };
  }
  if (relation === "near") return null;
  if (isSmall(earlier, later) && !sameWords(earlier, later)) return null;
  const mistyped = looksMistyped(earlier, later);
  const agrees = agreeing.has(containersOf(pair));
  const certain = isSpecific(earlier, later) ? likeness : likeness - 1;
  const sure = certain + (mistyped ? 1 : 0) + (agrees ? 1 : 0);
  const [claim, other] = blame(earlier, later, support);
  const found = { claim, other, mistyped };
  if (isOneText && certain === 3 && (mistyped || agrees || earlier.block !== later.block)) {
    return { ...found, verdict: "error", doubt: null };
  }
  if (isOneText && certain === 2 && sure >= 4) return { ...found, verdict: "error", doubt: null };
  if (sure >= 3) return { ...found, verdict: "warning", doubt: isOneText ? "words" : "time" };
  return null;
}

const SMALL = 12;
const isSmall = (a: Mention, b: Mention): boolean => a.unit === "count" && a.value <= SMALL && b.value <= SMALL;

const sameWords = (a: Mention, b: Mention): boolean =>
  a.core.size === b.core.size && [...a.core].every((root) => b.core.has(root));

/** Enough said to know the quantity again: two words, or a word with its time, its total or its step. */
function isSpecific(a: Mention, b: Mention): boolean {
  const shared = [...a.core].filter((root) => b.core.has(root)).length;
  const time = a.period !== null && a.period === b.period ? 1 : 0;
  const total = a.total && b.total ? 1 : 0;
  const step = a.steps.size > 0 && b.steps.size > 0 ? 1 : 0;
  return shared + time + total + step >= 2;
}

/** The place to mark: the one fewer others agree with, prose before a table, the later before the earlier. */
function blame(earlier: Mention, later: Mention, support: Map<Mention, number>): [Mention, Mention] {
  const trust = (mention: Mention) => (support.get(mention) ?? 0) * 2 + (mention.kind === "cell" ? 1 : 0);
  return trust(later) <= trust(earlier) ? [later, earlier] : [earlier, later];
}
