import type { Check, Evidence, Finding } from "../model.ts";
import type { NumberMention } from "../numbers/find-numbers.ts";
import { danishIn } from "../explain/danish-numbers.ts";
import { slipNote } from "../explain/slips.ts";
import { itemAt, wordsOf, type Reading } from "../reading.ts";
import type { Judgement, Range } from "./judge.ts";

/** A claim with its sum done, before it is told. */
export type Claim = {
  check: Check;
  /** The number that was recomputed. */
  stated: NumberMention;
  range: Range;
  judgement: Judgement;
  /** The sum's left side: "(414 - 399) / 399". */
  sum: string;
  terms: NumberMention[];
  /** Said instead of the usual sentence. */
  explanation?: string;
  /** Unit the sum comes out in; that of the stated number when absent. */
  unit?: string | null;
  /** For claims in words ("fordoblet", "halvdelen"): the words and what the sum gives. */
  words?: { text: string; value: string };
};

/** Writes a claim as a finding: what stands, what the sum gives, and why. */
export function toFinding(reading: Reading, claim: Claim): Finding {
  const { source } = reading;
  const { stated, judgement, terms } = claim;
  const span = claimSpan(reading, stated);
  const computed = claim.words?.value ?? computedText(claim);
  const asPrinted = claim.words?.text ?? wordsOf(source, stated.span);
  return {
    file: source.file,
    span,
    item: itemAt(source, stated.span.start),
    check: claim.check,
    claim: wordsOf(source, span),
    stated: asPrinted,
    computed,
    verdict: judgement.verdict,
    explanation: endOnce(claim.explanation ?? explain(claim, computed, asPrinted)),
    evidence: terms.map((term): Evidence => ({ file: source.file, span: term.span, text: wordsOf(source, term.span) })),
  };
}

function explain({ judgement, sum, stated, range }: Claim, computed: string, printed: string): string {
  const middle = (range.low + range.high) / 2;
  if (judgement.verdict === "ok") {
    const same = danishIn(Math.abs(stated.value), stated.step, stated.unit) === computed.replace(/^-/u, "");
    if (stated.hedge || same) return `${sum} = ${computed}, som der står${stated.hedge ? " omtrent" : ""}.`;
    const apart = Math.abs(Math.abs(stated.value) - Math.abs(middle)) > stated.step * 0.51;
    return `${sum} = ${computed}; der står ${printed}, og forskellen er ${apart ? "ikke større end afrundingen af tallene" : "afrunding"}.`;
  }
  const slip = stated.step === 1 && Number.isInteger(middle) ? slipNote(Math.abs(stated.value), middle) : "";
  const reading = judgement.reading ? `; ${judgement.reading}` : "";
  return `${sum} = ${computed}, men der står ${printed}${slip}${reading}.`;
}

/** The result at the printed precision, and finer where the printed precision would hide the difference. */
function computedText({ stated, range, judgement, unit = stated.unit }: Claim): string {
  const middle = (range.low + range.high) / 2;
  // A wrong whole percent is told with a decimal, so that a reader sees how far off it is.
  let step = judgement.verdict !== "ok" && unit === "percent" ? Math.min(stated.step, 0.1) : stated.step;
  while (
    judgement.verdict !== "ok" &&
    step > 1e-4 &&
    danishIn(middle, step, unit) === danishIn(stated.value, step, unit)
  )
    step /= 10;
  return danishIn(middle, step, unit);
}

/** "35 mio. kr.." has one full stop too many. */
const endOnce = (text: string) => text.replace(/\.{2,}$/u, ".");

const LEFT = 60;

/** The stated number with the words that lead to it, within its sentence. */
function claimSpan({ source }: Reading, { span }: NumberMention) {
  const before = source.text.slice(Math.max(0, span.start - LEFT), span.start);
  const lead = /(?:(?:^|(?<=[\s(]))[\p{L}./-]+[ \u00a0]){1,4}[(]?$/u.exec(before.replace(/\n/g, " "))?.[0] ?? "";
  const stop = Math.max(lead.lastIndexOf(". ") + 1, 0);
  const after =
    /^ (?!(?:i|på|til|af|fra|og|for|med|om|end|er|var|der|som|mod|pr|ved|hos|det|den|de)(?!\p{L}))\p{Ll}+(?: (?:flere|færre|mere|mindre))?/u.exec(
      source.text.slice(span.end, span.end + 40),
    )?.[0] ?? "";
  const start = span.start - lead.length + stop;
  return { start: start + (source.text.slice(start).search(/\S/) || 0), end: span.end + after.length };
}
