import type { NumberMention } from "../numbers/find-numbers.ts";
import { changesIn, DOWN, UP, type Change } from "./changes.ts";
import type { Claim } from "./finding.ts";
import { claimOfChange, printed } from "./growth.ts";
import { addRanges, divide, isHedged, judge, rangeOf, subtract } from "./judge.ts";
import { clausesOf, onlyLevel, pairIn, type Pair } from "./levels.ts";
import { numberOf, sameUnit, type Marked } from "./marked.ts";

const BEHIND =
  /^[^#%¤]{0,40}?(?<join>\(|svarende til |svarer til |dvs\. |eller |altså |hvilket er |lig med )(?:[\p{L}.]+ ){0,3}?[+-]?%(?<index>\d+);(?! (?:af|point))/u;
const ANAPHORA = /^(?:det|dette|dermed|hermed|altså|således|hvilket)(?: [\p{L}.]+){0,4}? (?=(?:en|et|\p{L}+) )/u;
const VERB = new RegExp(`(?<!\\p{L})(?:(?<up>${UP})|(?<down>${DOWN}))(?!\\p{L})[^#%¤]{0,60}$`, "u");

const WITHIN = new RegExp(
  `#\\d+;[^#%¤]{0,60}(?<!\\p{L})(?:(?<up>${UP})|(?<down>${DOWN}))(?: [\\p{L}]+){0,2} til(?: [\\p{L}.]+){0,2} #\\d+;$`,
  "u",
);

/**
 * Percent beside a growth that is told in other figures: "steget fra 412 til 445, svarende til 8 %", "75.019 børn. Det er
 * en stigning på 4.627, svarende til 7 %" (of the level before, 75.019 - 4.627).
 */
export function checkGrowthPercent(sentences: readonly Marked[], at: number): Claim[] {
  const marked = sentences[at];
  if (!marked || !marked.text.includes("%")) return [];
  const clauses = clausesOf(marked);
  return (clauses.length > 0 ? clauses : [marked]).flatMap((clause) => {
    const changes = changesIn(clause);
    const pair = pairIn(clause, new Set(changes.map(({ index }) => index)));
    const behind = pair ? afterPair(clause, pair, changes) : [];
    return behind.length > 0 ? behind : changes.flatMap((change) => besideChange(sentences, at, clause, change, pair));
  });
}

/** The percent right after "fra A til B" with a word for growth before it. */
function afterPair(clause: Marked, pair: Pair, changes: Change[]): Claim[] {
  const verb = VERB.exec(clause.text.slice(0, pair.start)) ?? WITHIN.exec(clause.text.slice(pair.start, pair.end));
  if (!verb || pair.from.unit === "percent") return [];
  if (pair.from.share) return [];
  const match = BEHIND.exec(clause.text.slice(pair.end));
  const index = match?.groups?.["index"];
  const percent = numberOf(clause, index);
  if (!percent || changes.some((change) => change.index === Number(index))) return [];
  const direction = verb.groups?.["up"] ? 1 : -1;
  const claims = claimOfChange(pair, { index: Number(index), number: percent, direction, start: 0, end: 0 });
  // A percent in parentheses may be a share of something else.
  return match?.groups?.["join"] === "(" ? claims.map(soften) : claims;
}

/** "en stigning på 33 elever (8 %)": of the level before the change. */
function besideChange(
  sentences: readonly Marked[],
  at: number,
  clause: Marked,
  change: Change,
  pair: Pair | null,
): Claim[] {
  const delta = change.number;
  if (delta.unit === "percent" || delta.unit === "points" || change.direction === 0 || delta.value <= 0) return [];
  const match = BEHIND.exec(
    clause.text.slice(change.end).replace(/^[^#%¤]{0,30} (?:flere|færre|mere|mindre)(?= )/u, ""),
  );
  const percent = numberOf(clause, match?.groups?.["index"]);
  if (!percent || percent.unit !== "percent" || percent.to !== null) return [];
  if (pair)
    return pair.from.value > 0 && sameUnit(pair.from, delta)
      ? [claimOf(delta, rangeOf(pair.from), printed(pair.from), percent, [delta, pair.from])]
      : [];
  const level = levelOf(sentences, at, clause, change);
  if (!level || !sameUnit(level, delta)) return [];
  const before =
    change.direction > 0 ? subtract(rangeOf(level), rangeOf(delta)) : addRanges([rangeOf(level), rangeOf(delta)]);
  if (before.low <= 0) return [];
  const base = `(${printed(level)} ${change.direction > 0 ? "-" : "+"} ${printed(delta)})`;
  const claim = claimOf(delta, before, base, percent, [delta, level]);
  // Without a noun on both it is not certain that they count the same.
  const sure = level.unit !== null && delta.unit !== null;
  return [sure ? claim : soften(claim)];
}

/** The level after the change: "steget med 12 til 445", or the only figure of the sentence before. */
function levelOf(sentences: readonly Marked[], at: number, clause: Marked, change: Change): NumberMention | null {
  const own = /^[^#%¤]{0,40}(?:%\d+;\)?)?[^#%¤]{0,20}(?<!\p{L})til(?: i alt| nu| samlet)* #(?<index>\d+);/u.exec(
    clause.text.slice(change.end),
  );
  if (own) return numberOf(clause, own.groups?.["index"]);
  const before = sentences[at - 1];
  if (!before || before.sentence.block !== clause.sentence.block || !ANAPHORA.test(clause.text)) return null;
  return onlyLevel(before, new Set())?.number ?? null;
}

function claimOf(
  delta: NumberMention,
  base: { low: number; high: number },
  baseText: string,
  percent: NumberMention,
  terms: NumberMention[],
): Claim {
  const range = divide(rangeOf(delta), base, 100);
  return {
    check: "ratio",
    stated: percent,
    range,
    judgement: judge(percent, range, isHedged(...terms)),
    sum: `${printed(delta)} / ${baseText}`,
    terms,
  };
}

const soften = (claim: Claim): Claim =>
  claim.judgement.verdict === "error"
    ? { ...claim, judgement: { ...claim.judgement, verdict: "warning", reading: "procenten kan være af noget andet" } }
    : claim;
