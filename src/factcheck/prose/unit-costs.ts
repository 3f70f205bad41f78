import type { Claim } from "./finding.ts";
import { printed } from "./growth.ts";
import { divide, isHedged, judge, rangeOf } from "./judge.ts";
import { isAmount, numberOf, sameUnit, stem, tokensIn, upTo, type Marked } from "./marked.ts";

const PER = new RegExp(
  `#(?<unit>\\d+);${upTo(3)} (?:pr\\.?|per|for hver|til hver|i gennemsnit (?:pr\\.?|per|for hver|til hver)) (?<noun>\\p{L}{3,})`,
  "gu",
);

/** "1,2 mio. kr. til 400 elever, svarende til 3.000 kr. pr. elev": total, count and rate in one sentence or the next. */
export function checkUnitCosts(sentences: readonly Marked[], at: number): Claim[] {
  const marked = sentences[at];
  const rates = marked ? [...marked.text.matchAll(PER)] : [];
  const [match] = rates;
  if (!marked || !match || rates.length > 1) return [];
  const rate = numberOf(marked, match.groups?.["unit"]);
  const noun = match.groups?.["noun"] ?? "";
  if (!rate || rate.to !== null) return [];
  const own = candidates(marked, Number(match.groups?.["unit"]));
  const before = sentences[at - 1];
  const near =
    before && before.sentence.block === marked.sentence.block && own.length === 0 ? candidates(before, -1) : [];
  const numbers = own.length > 0 ? own : near;
  const counts = numbers.filter(({ unit }) => unit !== null && unit !== "kr" && isNoun(unit, noun));
  const totals = numbers.filter(
    (number) => !counts.includes(number) && sameUnit(number, rate) && (rate.unit === "kr" || number.unit !== null),
  );
  const [count] = counts;
  const [total] = totals;
  if (!count || !total || counts.length > 1 || totals.length > 1 || numbers.length > 3 || count.value <= 0) return [];
  if (
    total.value < 0 ||
    (own.length > 0 &&
      !/(?:svarende|svarer|gennemsnit|dvs|altså|hvilket|giver|=|eller|fordelt|\(|udgør|pris|udgift|koste)/u.test(
        marked.text,
      ))
  )
    return [];
  const range = divide(rangeOf(total), rangeOf(count));
  const ratio = rate.value / ((range.low + range.high) / 2);
  // A rate far from the quotient is one of something else, or for another time.
  if (ratio < 0.5 || ratio > 2) return [];
  return [
    {
      check: "ratio",
      stated: rate,
      range,
      judgement: judge(rate, range, isHedged(total, count)),
      sum: `${printed(total)} / ${printed(count)}`,
      terms: [total, count],
    },
  ];
}

function candidates(marked: Marked, skip: number) {
  return tokensIn(marked.text)
    .filter(({ letter, index }) => letter === "#" && index !== skip)
    .flatMap(({ index }) => numberOf(marked, String(index)) ?? [])
    .filter((number) => isAmount(number) && number.to === null);
}

function isNoun(unit: string, noun: string): boolean {
  const [a, b] = [stem(unit), stem(noun)];
  if (a.endsWith(b) && b.length > 2) return true;
  return a === b || (a.length > 3 && (a.startsWith(b) || b.startsWith(a)) && Math.abs(a.length - b.length) < 3);
}
