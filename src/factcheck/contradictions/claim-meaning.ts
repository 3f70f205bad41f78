import type { Span } from "#minutes/model.ts";
import type { NumberMention } from "../numbers/find-numbers.ts";
import type { Claim } from "./clauses.ts";
import { isOffice, isPlain, isSpokenFor, stepOf, strictMark } from "./lexicon.ts";
import { labelsIn, unitOf } from "./mention.ts";
import type { Period } from "./periods.ts";
import { meaningOf } from "./scopes.ts";
import { rootOf, type Word, wordsIn } from "./words.ts";

/** What the words of a claim say of its figure. */
export type Meaning = {
  head: string | null;
  /** Bodies and offices named. */
  offices: string[];
  core: Set<string>;
  spoken: Set<string>;
  named: Set<string>;
  limits: Set<string>;
  marks: string[];
  steps: Set<string>;
  tail: Set<string>;
  /** How many words of its own stand before the figure. */
  words: number;
  /** Names in the subject it shares. */
  about: Set<string>;
  total: boolean;
  isShare: boolean;
};

/** What a claim counts: its own words, and those it shares with an earlier claim of the sentence. */
export function meaningOfClaim(text: string, claim: Claim, periods: Period[], earlier: Meaning[]): Meaning {
  const { region, number, subject } = claim;
  const left = [number.span, ...periods, ...bracketsIn(text, region), ...verdictsIn(text, region)];
  const end = predicateAt(text, claim) ?? paidAt(text, claim) ?? region.end;
  const words = wordsIn(text, region.start, end).filter((word) => !left.some((span) => overlap(word, span)));
  const printed = `${text.slice(region.start, number.span.start)} # ${text.slice(number.span.end, region.end)}`;
  const meaning = meaningOfWords(words, number);
  meaning.marks.push(...labelsIn(printed), ...rateIn(printed));
  if (number.hedge === "at-most" || number.hedge === "at-least") meaning.marks.push("limit");
  // "12 af dem": some of what the sentence before tells.
  if (/^\s*(?:ud\s+)?af\s+(?:dem|disse|de|hver)(?!\p{L})/iu.test(text.slice(number.span.end, number.span.end + 20)))
    meaning.marks.push("some");
  if (
    meaning.core.size <= 1 &&
    /^\s*(?:ud\s+)?af\s+(?:(?:de|i alt)\s+)*\d/iu.test(text.slice(number.span.end, number.span.end + 24))
  )
    meaning.marks.push("some");
  if (/(?<!\p{L})dele?n?\s+af\s/iu.test(text.slice(region.start, number.span.start))) meaning.marks.push("part");
  if (/\bi\s+alt\b|\bsaml|\btotal/iu.test(printed)) meaning.total = true;
  const before = claim.repeats === null ? null : earlier[claim.repeats];
  const whole = claim.partOf === null ? null : earlier[claim.partOf];
  if (before && meaning.core.size <= 1 && (meaning.head === null || meaning.head === before.head)) {
    for (const root of before.core) meaning.core.add(root);
    for (const root of before.spoken) meaning.spoken.add(root);
    for (const step of before.steps) meaning.steps.add(step);
    meaning.marks.push(...before.marks);
    meaning.total = before.total;
    meaning.head ??= before.head;
    meaning.isShare ||= before.isShare;
  } else if (whole) {
    // "369 klager, hvoraf 286 var over afgørelser" tells its own quantity; "heraf 20 i byen" needs the whole as well.
    meaning.marks = meaning.marks.filter((mark) => mark !== "part" || meaning.core.size === 0);
    for (const root of whole.core) meaning.core.add(root);
    for (const step of whole.steps) meaning.steps.add(step);
    meaning.head ??= whole.head;
    meaning.marks.push(...whole.marks);
  } else {
    // "et budget på 12 mio. kr. og et skøn på 13" tells two things, each by its own noun.
    const hasNoun = number.unit === "kr" && meaning.words > 0;
    for (const { root, name } of wordsIn(text, subject.start, subject.end)) if (name) meaning.about.add(root);
    const shared = hasNoun ? [] : wordsIn(text, subject.start, subject.end);
    const timeless = shared.filter((word) => !periods.some((span) => overlap(word, span)));
    const said = meaningOfWords(timeless, number);
    for (const root of said.core) meaning.core.add(root);
    // "Tallet for byggesager, der blev afgjort inden for 40 dage, er 231."
    const inserted = /,\s+(?:der|som)\s/u.exec(text.slice(subject.start, subject.end));
    if (inserted) {
      for (const { root, start } of timeless)
        if (start > subject.start + inserted.index && said.core.has(root)) meaning.limits.add(root);
      for (const step of said.steps) meaning.steps.add(step);
      if (LIMITING.test(text.slice(subject.start, subject.end))) meaning.marks.push("limit");
    }
  }
  for (const root of groupBehind(text, claim)) if (meaning.core.has(root)) meaning.limits.add(root);
  narrow(meaning, text, claim, periods);
  const verb = number.unit === "kr" || number.unit === "percent" ? null : verbAfter(text, number, region);
  if (verb !== null && LIMITING.test(text.slice(verb, region.end))) meaning.marks.push("limit");
  // "238 byggesager krævede dispensation": what they did narrows them.
  for (const { root, start } of words)
    if (verb !== null && start > verb && meaning.core.has(root)) meaning.limits.add(root);
  const isFirst = /\bfra\s+(?:\p{L}+\s+)?$/iu.test(text.slice(region.start, number.span.start));
  if (isFirst || claim.repeats !== null)
    meaning.marks = meaning.marks.filter((mark) => mark !== "change" && mark !== "before");
  if (isFirst) meaning.marks.push("before");
  meaning.marks = [...new Set(meaning.marks)];
  return meaning;
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** "4,3 procent for unge": a share or a measure of some of them. */
function groupBehind(text: string, { number, region }: Claim): string[] {
  if (number.unit === "kr") return [];
  const group = /^(?:\s*(?:%|\p{L}+\.?))?\s+(?:for|blandt|hos)\s+\p{L}+/u.exec(text.slice(number.span.end, region.end));
  return group
    ? wordsIn(text, number.span.end, number.span.end + group[0].length)
        .slice(-1)
        .map(({ root }) => root)
    : [];
}

/** "Med 83 dage er målet ikke nået" tells the result; the target is another figure. */
function verdictsIn(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(VERDICT)].map(({ index, 0: all }) => ({
    start: start + index,
    end: start + index + all.length,
  }));
}

const VERDICT =
  /(?:er|var|blev|bliver)\s+(?:\p{L}*(?:mål|krav|grænse)(?:et|en|ene))\s+(?:\p{L}+\s+){0,2}(?:nået|opfyldt|indfriet|overholdt|overskredet)/gu;

/** "De 595 klager er ...": the figure is known already, and what is said of it does not narrow it. */
function predicateAt(text: string, { region, number }: Claim): number | null {
  return KNOWN.test(text.slice(Math.max(0, number.span.start - 24), number.span.start))
    ? verbAfter(text, number, region)
    : null;
}

/** "merforbruget på 7,2 mio. kr. finansieres af kassen": who pays does not say what for. */
function paidAt(text: string, { region, number }: Claim): number | null {
  if (number.unit !== "kr" || !/\p{L}\s+på\s+$/u.test(text.slice(region.start, number.span.start))) return null;
  const verb = /\s(?:finansieres|dækkes|afholdes|håndteres|indarbejdes)\s/u.exec(
    text.slice(number.span.end, region.end),
  );
  return verb ? number.span.end + verb.index : null;
}

function verbAfter(text: string, { span }: NumberMention, region: Span): number | null {
  const verb = PREDICATE.exec(text.slice(span.end, region.end));
  return verb ? span.end + verb.index : null;
}

const KNOWN = /(?:^|[\s(])(?:de|disse|alle|samtlige|af)\s+(?:i alt\s+)?$/iu;
const PREDICATE =
  /\s(?:er|var|udgør|udgjorde|blev|bliver|har|havde|består|fordeler|omfatter|dækker|ligger|giver|indgår|svarer)\s/iu;

/** "der har været ledige i over et år" */
const LIMITING = /(?:^|\s)(?:over|under|mere end|mindre end|mindst|højst|inden for|senest)\s/iu;

/** Adds what clauses around the claim narrow it by; of a sum of money they only tell more. */
function narrow(meaning: Meaning, text: string, { rest, number }: Claim, periods: Period[]): void {
  if (number.unit === "kr" || number.unit === "percent") return;
  for (const { start, end } of rest) {
    const words = wordsIn(text, start, end).filter((word) => !periods.some((span) => overlap(word, span)));
    const more = meaningOfWords(words, number);
    meaning.marks.push(...more.marks);
    for (const step of more.steps) meaning.steps.add(step);
    for (const root of more.core) meaning.core.add(root);
    for (const root of more.core) meaning.limits.add(root);
    meaning.marks.push(...labelsIn(text.slice(start, end)));
    if (LIMITING.test(text.slice(start, end))) meaning.marks.push("limit");
  }
}

/** What stands in brackets explains and does not narrow: "43 kommuner (se bilag 1 for landsdækkende resultater)". */
function bracketsIn(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(/\([^()]*\)/g)].map(({ index, 0: all }) => ({
    start: start + index,
    end: start + index + all.length,
  }));
}

/** The root of the word counted. */
const headOf = ({ unit }: NumberMention): string | null =>
  unit === null || unit === "percent" || unit === "kr" ? null : rootOf(unit);

function meaningOfWords(words: Word[], number: NumberMention): Meaning {
  const core = new Set<string>();
  const marks: string[] = [];
  const steps = new Set<string>();
  const named = new Set<string>();
  const tail = new Set<string>();
  const spoken = new Set<string>();
  const head = headOf(number);
  for (const { text: word, root, start, name } of words) {
    if (name) named.add(root);
    if (start >= number.span.end && root !== head) tail.add(root);
    const mark = strictMark(word);
    if (mark) marks.push(mark);
    if (mark && isSpokenFor(mark)) spoken.add(root);
    const step = stepOf({ text: word, root });
    if (step) steps.add(step);
    if (/^(?:mere|mindre|flere|færre)$/.test(word) && start > number.span.end) marks.push("change");
    if (/^ny[et]?$/.test(word) && start === number.span.end + 1) marks.push("new");
    if (!isPlain(root) && !isOffice(root) && !step && !(mark && isSpokenFor(mark))) core.add(root);
  }
  return {
    head,
    offices: words.flatMap(({ root }) => (isOffice(root) ? [root] : [])),
    core,
    spoken,
    named,
    limits: new Set(),
    about: new Set(),
    words: words.filter(({ root, end }) => end <= number.span.start && (core.has(root) || spoken.has(root))).length,
    tail,
    marks,
    steps,
    total: false,
    isShare: words.some(({ text: word }) => /procent(?:en|erne|s)?$/.test(word)),
  };
}

const RATES: readonly [string, RegExp][] = [
  ["yearly", /\b(?:om året|pr\.?\s*år|hvert år|per år)\b/iu],
  ["monthly", /\b(?:om måneden|pr\.?\s*måned|per måned|hver måned)\b/iu],
  ["weekly", /\b(?:om ugen|pr\.?\s*uge|per uge)\b/iu],
  ["daily", /\b(?:om dagen|i døgnet|pr\.?\s*(?:dag|døgn))\b/iu],
];
const PER =
  /\b(?:pr\.?|per)\s+(?!ultimo|primo|medio|dato|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|år|måned|uge|dag|døgn|mail)(\p{L}{3,})/giu;

function rateIn(printed: string): string[] {
  const rates = RATES.filter(([, expression]) => expression.test(printed)).map(([rate]) => rate);
  return [...rates, ...[...printed.matchAll(PER)].map((match) => `per-${[...meaningOf(match[1] ?? "")].join()}`)];
}

/** A number without unit after "stadfæstelsesprocenten" is a percentage; one with decimals and no unit counts nothing. */
export function unitOfClaim(text: string, number: NumberMention, { isShare }: Meaning): string {
  const behind = unitOf(number, followingWord(text, number));
  const unit = behind === "count" ? unitOf(number, amountBefore(text, number)) : behind;
  if (unit !== "count" || (number.step === 1 && !isShare)) return unit;
  return isShare && (number.unit === null || number.step < 1) ? "percent" : number.step < 1 ? "ratio" : unit;
}

/** "antallet af årsværk var 1.428" */
const amountBefore = (text: string, { span, unit }: NumberMention): string =>
  unit !== null
    ? ""
    : (/antal(?:let)?\s+(?:af\s+)?(\p{L}+)[^.,;]{0,40}$/iu.exec(
        text.slice(Math.max(0, span.start - 80), span.start),
      )?.[1] ?? "");

const followingWord = (text: string, { span }: NumberMention): string =>
  /^[\s-]*([\p{L}²³%]+)/u.exec(text.slice(span.end, span.end + 24))?.[1] ?? "";
