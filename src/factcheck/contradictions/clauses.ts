import type { Span } from "#minutes/model.ts";
import type { NumberMention } from "../numbers/find-numbers.ts";

/** The part of a sentence that tells what one figure is. */
export type Claim = {
  number: NumberMention;
  /** Its own words, figure included. */
  region: Span;
  /** Where the subject stands that a later figure of the same clause shares; empty for the first. */
  subject: Span;
  /** The claim whose words this one repeats by leaving them out: "fra 38 procent til 46 procent", "83 mod 80". */
  repeats: number | null;
  /** Stands in a "hvoraf": a part of the claim before. */
  partOf: number | null;
};

const CLAUSE =
  /;|:\s(?=\S)|,\s+(?:(?:og|men)\s+)?(?=(?:finansieret|fordelt|hvoraf|heraf|hvor|mens|medens|hvorimod|idet|hvilket|svarende|der|som|fordi|så|da|når|hvis|hvorfor)\s)|\s[–-]\s|\sog\s(?=der\s)/giu;
const LINK = /,|\b(?:og|samt|mens|men|eller|fordelt|heraf|hvoraf|svarende til)\b/giu;
/** Right before the later figure: it repeats the words of the one before. */
const REPEATS = /\b(?:mod|til|i forhold til|sammenlignet med|set i forhold til|imod)\s+(?:\p{L}+\s+){0,1}$/iu;
const SHORT_LABEL = 70;

/** Cuts a sentence so that each figure stands with the words that are its own. `numbers` are those of the sentence. */
export function claimsIn(text: string, span: Span, numbers: NumberMention[]): Claim[] {
  const sentence = text.slice(span.start, span.end);
  const cuts = [span.start];
  for (const match of sentence.matchAll(CLAUSE)) {
    if (match[0].startsWith(":") && match.index < SHORT_LABEL) continue;
    cuts.push(span.start + match.index + match[0].length);
  }
  cuts.push(span.end);
  const claims: Claim[] = [];
  let next = 0;
  for (let cut = 0; cut + 1 < cuts.length; cut++) {
    const clause = { start: cuts[cut] ?? 0, end: cuts[cut + 1] ?? 0 };
    const inside: NumberMention[] = [];
    while (next < numbers.length && (numbers[next] as NumberMention).span.start < clause.end) {
      inside.push(numbers[next++] as NumberMention);
    }
    claims.push(...claimsOfClause(text, clause, inside, claims.length));
  }
  return claims;
}

function claimsOfClause(text: string, clause: Span, numbers: NumberMention[], before: number): Claim[] {
  const isPart = before > 0 && /^\s*(?:hvoraf|heraf|deraf)\s/iu.test(text.slice(clause.start, clause.end));
  let start = clause.start;
  let repeats: number | null = null;
  return numbers.map((number, index) => {
    const following = numbers[index + 1];
    const link = following ? linkBetween(text, number.span.end, following.span.start) : null;
    const claim: Claim = {
      number,
      region: { start, end: link?.start ?? clause.end },
      subject: { start: clause.start, end: index === 0 ? clause.start : (numbers[0] as NumberMention).span.start },
      repeats,
      partOf: isPart ? before - 1 : null,
    };
    start = link?.end ?? clause.end;
    repeats = link?.repeats ? before + index : null;
    return claim;
  });
}

/** Where the words of one figure end and those of the next begin. */
function linkBetween(text: string, from: number, to: number): { start: number; end: number; repeats: boolean } {
  const between = text.slice(from, to);
  const last = [...between.matchAll(LINK)].at(-1);
  const repeats = REPEATS.exec(between);
  if (
    repeats &&
    (!last ||
      last.index > repeats.index ||
      !/\p{L}{2}/u.test(between.slice(last.index + last[0].length, repeats.index)))
  ) {
    return { start: from + repeats.index, end: from + repeats.index + repeats[0].length, repeats: true };
  }
  if (last) {
    const start = from + last.index;
    return { start, end: start + last[0].length, repeats: false };
  }
  const run = /^\s*(?:\p{L}+\s+){0,2}/u.exec(between)?.[0].length ?? 0;
  return { start: from + run, end: from + run, repeats: false };
}
