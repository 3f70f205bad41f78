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
  /** What narrows it from outside: "595 klager, der blev sendt videre, ...", "595 klager, svarende til 12 %, blev afvist". */
  rest: Span[];
};

const CLAUSE =
  /;|:\s(?=\S)|,\s+(?:(?:og|men)\s+)?(?=(?:finansieret|fordelt|hvoraf|heraf|hvor|mens|medens|hvorimod|idet|hvilket|svarende|der|som|fordi|så|da|når|hvis|hvorfor)\s)|\s[–-]\s|\sog\s(?=(?:der|ligger|afgrænses|grænser)\s)/giu;
const LINK = /,|\b(?:og|samt|mens|men|eller|fordelt|heraf|hvoraf|svarende til)\b/giu;
/** Right before the later figure: it repeats the words of the one before. */
const REPEATS = /\b(?:mod|til|i forhold til|sammenlignet med|set i forhold til|imod)\s+(?:\p{L}+\s+){0,1}$/iu;
/** Words right behind a figure that are still its own: the thing counted and the time, up to a verb. */
const RUN =
  /^\s*(?:(?!(?:fra|er|var|udgør|udgjorde|blev|bliver|har|havde|svarer|giver)\s)(?:\p{L}+|(?:19|20)\d\d|\d{1,3}(?:[-–]\d{1,3})?(?=\s+år))\s+){0,6}/iu;
/** The noun of the next figure: "i forhold til det korrigerede budget på". */
const NOUN = /(?:\s(?:i forhold til|et|en|det|den|de))*\s(?:\p{L}+\s+){0,1}\p{L}+\s+på\s+(?:\p{L}+\s+)?$/iu;
const SHORT_LABEL = 70;

type Clause = Span & { kind: "main" | "relative" | "aside" | "goes on" };

/** Cuts a sentence so that each figure stands with the words that are its own. `numbers` are those of the sentence. */
export function claimsIn(text: string, span: Span, numbers: NumberMention[]): Claim[] {
  const claims: Claim[] = [];
  let next = 0;
  /** The claim that an inserted clause tells more of. */
  let told: Claim | null = null;
  /** Where the clause begins that the words after an inserted clause go on with. */
  let main = span.start;
  for (const clause of clausesOf(text, span)) {
    const inside: NumberMention[] = [];
    while (next < numbers.length && (numbers[next] as NumberMention).span.start < clause.end) {
      inside.push(numbers[next++] as NumberMention);
    }
    const first = inside[0]?.span.start ?? clause.end;
    if (told && clause.kind !== "main" && clause.kind !== "aside") told.rest.push({ start: clause.start, end: first });
    if (clause.kind === "main") main = clause.start;
    const subject = clause.kind === "goes on" ? main : clause.start;
    const found = claimsOfClause(text, clause, inside, claims.length, subject);
    claims.push(...found);
    if (clause.kind === "main") told = found.at(-1) ?? null;
    if (clause.kind === "goes on") told = null;
  }
  return claims;
}

function clausesOf(text: string, span: Span): Clause[] {
  const sentence = text.slice(span.start, span.end);
  const cuts = [0];
  for (const match of sentence.matchAll(CLAUSE)) {
    if (match[0].startsWith(":") && match.index < SHORT_LABEL) continue;
    cuts.push(match.index + match[0].length);
  }
  const clauses: Clause[] = [];
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1] ?? sentence.length;
    const words = sentence.slice(start, end);
    const kind =
      start > 0 && /^(?:der|som)\s/u.test(words) ? "relative" : /^svarende\s/iu.test(words) ? "aside" : "main";
    const comma = kind === "main" ? -1 : commaIn(words);
    const at = (offset: number) => span.start + start + offset;
    clauses.push({ start: at(0), end: comma < 0 ? span.start + end : at(comma), kind });
    if (comma < 0) continue;
    const goesOn = !/^,\s*(?:og|men|mens|eller|så|hvilket|idet)\s/iu.test(words.slice(comma));
    clauses.push({ start: at(comma + 1), end: span.start + end, kind: goesOn ? "goes on" : "main" });
  }
  return clauses;
}

/** Where an inserted clause ends: at the first comma that is none of a number. */
function commaIn(words: string): number {
  return words.search(/,(?!\d)/);
}

function claimsOfClause(
  text: string,
  clause: Span,
  numbers: NumberMention[],
  before: number,
  subject: number,
): Claim[] {
  const isPart = before > 0 && /^\s*(?:hvoraf|heraf|deraf)\s/iu.test(text.slice(clause.start, clause.end));
  let start = clause.start;
  let repeats: number | null = null;
  return numbers.map((number, index) => {
    const following = numbers[index + 1];
    const link = following ? linkBetween(text, number.span.end, following.span.start) : null;
    const claim: Claim = {
      number,
      region: { start, end: link?.start ?? clause.end },
      subject: { start: subject, end: index === 0 ? clause.start : (numbers[0] as NumberMention).span.start },
      repeats,
      partOf: isPart ? before - 1 : null,
      // "238 byggesager blev afgjort inden for 40 dage": what stands up to the next figure is said of the first.
      rest: link?.isRun && following ? [{ start: link.end, end: following.span.start }] : [],
    };
    start = link?.end ?? clause.end;
    repeats = link?.repeats ? before + index : null;
    return claim;
  });
}

/** Where the words of one figure end and those of the next begin. */
type Link = Span & { repeats: boolean; isRun: boolean };

function linkBetween(text: string, from: number, to: number): Link {
  const between = text.slice(from, to);
  const last = [...between.matchAll(LINK)].at(-1);
  const repeats = REPEATS.exec(between);
  if (
    repeats &&
    (!last ||
      last.index > repeats.index ||
      !/\p{L}{2}/u.test(between.slice(last.index + last[0].length, repeats.index)))
  ) {
    return { start: from + repeats.index, end: from + repeats.index + repeats[0].length, repeats: true, isRun: false };
  }
  if (last) {
    const start = from + last.index;
    return { start, end: start + last[0].length, repeats: false, isRun: false };
  }
  const noun = NOUN.exec(between)?.index ?? between.length;
  const run = Math.min(RUN.exec(between)?.[0].length ?? 0, noun);
  return { start: from + run, end: from + run, repeats: false, isRun: true };
}
