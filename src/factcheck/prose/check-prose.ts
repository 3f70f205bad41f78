import type { Finding } from "../model.ts";
import type { Reading } from "../reading.ts";
import { checkAgainstTables } from "./against-tables.ts";
import { checkArithmetic } from "./arithmetic.ts";
import { checkBudget } from "./budget.ts";
import { checkDirections } from "./directions.ts";
import { toFinding, type Claim } from "./finding.ts";
import { checkFractions } from "./fractions.ts";
import { checkGrowth } from "./growth.ts";
import { checkGrowthPercent } from "./growth-percent.ts";
import { checkHundredPercent } from "./hundred-percent.ts";
import { checkList } from "./lists.ts";
import { markSentences, type Marked } from "./marked.ts";
import { checkLooseShares } from "./loose-shares.ts";
import { checkMultiples } from "./multiples.ts";
import { checkParts } from "./parts.ts";
import { checkPlainLists } from "./plain-lists.ts";
import { checkPlainTriples } from "./plain-triples.ts";
import { checkRemainders } from "./remainders.ts";
import { checkLargerParts, checkShares } from "./shares.ts";
import { checkSharesByYear } from "./shares-by-year.ts";
import { checkTotals } from "./totals.ts";
import { checkUnitCosts } from "./unit-costs.ts";

type Check = (sentences: readonly Marked[], at: number) => Claim[];

const CHECKS: Check[] = [
  checkArithmetic,
  checkGrowth,
  checkGrowthPercent,
  checkDirections,
  checkMultiples,
  checkShares,
  checkLargerParts,
  checkLooseShares,
  checkSharesByYear,
  checkFractions,
  checkList,
  checkParts,
  checkHundredPercent,
  checkTotals,
  checkUnitCosts,
  checkBudget,
  checkRemainders,
  checkPlainLists,
  checkPlainTriples,
];

/** Sums, shares, differences and growth that sentences and lists tell. Each check looks a few sentences back at most. */
export function checkProse(reading: Reading): Finding[] {
  const sentences = markSentences(reading);
  const claims: Claim[] = [];
  for (const [at, { numbers }] of sentences.entries()) {
    // "Antallet er altså fordoblet." has its figures in the sentence before.
    for (const check of numbers.length === 0 ? [checkMultiples] : CHECKS) claims.push(...check(sentences, at));
  }
  claims.push(...checkAgainstTables(reading, sentences));
  return settle(onePerNumber(claims)).map((claim) => toFinding(reading, claim));
}

/** Several checks may read one number; when any of them finds that it holds, it holds. */
function onePerNumber(claims: Claim[]): Claim[] {
  const rank = { ok: 0, warning: 1, error: 2 };
  const best = new Map<string, Claim>();
  for (const claim of claims) {
    const key = `${claim.stated.span.start} ${claim.words?.text ?? ""}`;
    const other = best.get(key);
    if (!other || rank[claim.judgement.verdict] < rank[other.judgement.verdict]) best.set(key, claim);
  }
  return [...best.values()];
}

/** A share cut off instead of rounded is only excused in a text that cuts off all its shares. */
function settle(claims: Claim[]): Claim[] {
  const rounds = claims.some(({ judgement }) => judgement.verdict === "ok" && judgement.rounded);
  if (!rounds) return claims;
  return claims.map((claim) =>
    claim.judgement.truncated
      ? { ...claim, judgement: { ...claim.judgement, verdict: "error", reading: "andre tal i teksten er rundet af" } }
      : claim,
  );
}
