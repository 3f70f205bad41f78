import { danish, placesOf } from "../explain/danish-numbers.ts";
import type { NumberMention } from "../numbers/find-numbers.ts";
import type { Claim } from "./finding.ts";
import { addRanges, divide, isHedged, judge, rangeOf, scaleRange, subtract, type Range } from "./judge.ts";
import { numberOf, type Marked } from "./marked.ts";

const EQUATION =
  /[#%]\d+;(?:[^#%¤=]{0,24}?(?<![\p{L}\d])[-−–+x*·×/:] ?[#%]\d+;){1,8}[^#%¤=]{0,24}=[^#%¤=]{0,12}[#%]\d+;/gu;
const STEP = /(?<word>[^#%¤=]{0,24}?)(?<operator>[-−–+x*·×/:]) ?[#%](?<index>\d+);/gu;

/** Sums that are printed as sums: "1.596.234 - 1.594.477 = 1.757", "25 x 4.000 kr. = 100.000 kr.". */
export function checkArithmetic(sentences: readonly Marked[], at: number): Claim[] {
  const marked = sentences[at];
  if (!marked || !marked.text.includes("=")) return [];
  return [...marked.text.matchAll(EQUATION)].flatMap((match) => claimOf(marked, match[0]) ?? []);
}

function claimOf(marked: Marked, equation: string): Claim | null {
  const [left = "", right = ""] = equation.split("=");
  const stated = numberOf(marked, /[#%](\d+);$/u.exec(right)?.[1]);
  const first = numberOf(marked, /^[#%](\d+);/u.exec(left)?.[1]);
  if (!stated || !first) return null;
  let range: Range = rangeOf(first);
  let sum = write(first);
  const terms: NumberMention[] = [first];
  const operators = new Set<string>();
  for (const { groups = {} } of left.replace(/^[#%]\d+;/u, "").matchAll(STEP)) {
    const term = numberOf(marked, groups["index"]);
    const operator = "−–".includes(groups["operator"] ?? "") ? "-" : (groups["operator"] ?? "");
    if (!term || /(?<!\p{L})(?:og|i alt|til|fra)(?!\p{L})/u.test(groups["word"] ?? "")) return null;
    operators.add("+-".includes(operator) ? "+" : operator);
    const next = apply(range, operator, term);
    if (!next || operators.size > 1) return null;
    range = next;
    sum += ` ${operator} ${write(term)}`;
    terms.push(term);
  }
  // "12 + 15 = 27 mio. kr.": the scale stands only at the end.
  const bare = terms.every(({ unit, step }) => unit === null && step <= 1);
  if (bare && stated.unit === "kr" && stated.step >= 100)
    range = scaleRange(range, stated.step <= 1e3 ? 1e3 : stated.step <= 1e6 ? 1e6 : 1e9);
  return terms.length < 2
    ? null
    : { check: "sum-in-prose", stated, range, judgement: judge(stated, range, isHedged(...terms)), sum, terms };
}

function apply(range: Range, operator: string, term: NumberMention): Range | null {
  const other = rangeOf(term);
  if (operator === "+") return addRanges([range, other]);
  if (operator === "-") return subtract(range, other);
  if (operator === "/" || operator === ":") return term.value > 0 ? divide(range, other) : null;
  return term.value >= 0 && range.low >= 0 ? { low: range.low * other.low, high: range.high * other.high } : null;
}

const write = ({ value, step }: NumberMention) => danish(value, value % 1 === 0 ? 0 : placesOf(step));
