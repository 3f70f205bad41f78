import type { Span } from "#minutes/model.ts";
import type { NumberMention } from "../numbers/find-numbers.ts";
import type { Reading } from "../reading.ts";
import type { Sentence } from "../sentences.ts";
import { type Told, withHeadings } from "./headings.ts";
import { type Claim, claimsIn } from "./clauses.ts";
import { generalHeading, isSpokenFor, isOffice, isPlain, stepOf, strictMark } from "./lexicon.ts";
import { joinMarks, labelsIn, labelSpans, type Mention, type Scope, unitOf } from "./mention.ts";
import { isCertain, type Period, periodsIn, withYear, yearOf } from "./periods.ts";
import { meaningOf, onlyYear, scopeFinder } from "./scopes.ts";
import { rootOf, type Word, wordsIn } from "./words.ts";

/** The figures that sentences and list points tell, each with what it counts. Linear in the text. */
export function proseMentions(reading: Reading, scopes: Scope[]): Mention[] {
  const { text } = reading.source;
  const scopeOf = scopeFinder(scopes);
  const figures = reading.numbers.filter(({ kind }) => kind === "quantity");
  const mentions: Mention[] = [];
  let next = 0;
  let block: Block | null = null;
  for (const sentence of withHeadings(reading, figures)) {
    while (next < figures.length && (figures[next] as NumberMention).span.start < sentence.span.start) next++;
    const inside: NumberMention[] = [];
    for (let at = next; at < figures.length && (figures[at] as NumberMention).span.end <= sentence.span.end; at++) {
      inside.push(figures[at] as NumberMention);
    }
    const scope = scopeOf(sentence.span);
    if (scope && sentence.isHeading) {
      mentions.push(...mentionsOf(text, sentence, inside, scope, newBlock(sentence)));
      continue;
    }
    block = blockOf(text, sentence, block);
    if (scope) mentions.push(...mentionsOf(text, sentence, inside, scope, block));
    remember(text, sentence, block);
  }
  return mentions;
}

/** More would cost time in a list of thousands of points and tell nothing. */
const MOST_NAMES = 40;
const MOST_WORDS = 200;
const NONE: ReadonlySet<string> = new Set();

/** A paragraph or a list as far as it is read: what its earlier sentences named. */
type Block = { key: string; end: number; names: Set<string>; words: Set<string>; years: Set<string> };

function blockOf(text: string, sentence: Sentence, last: Block | null): Block {
  const key = sentence.opener ? `list ${sentence.opener.start}` : `at ${sentence.span.start}`;
  const goesOn =
    last !== null &&
    (sentence.opener
      ? last.key === key
      : !/\n\s*\n/.test(text.slice(last.end, sentence.span.start)) && !sentence.point);
  if (goesOn) {
    last.end = sentence.span.end;
    return last;
  }
  return newBlock(sentence, key);
}

const newBlock = ({ span }: Sentence, key = `at ${span.start}`): Block => ({
  key,
  end: span.end,
  names: new Set(),
  words: new Set(),
  years: new Set(),
});

function remember(text: string, { span }: Sentence, block: Block): void {
  for (const { root, name, start } of wordsIn(text, span.start, span.end)) {
    if (isPlain(root)) continue;
    if (block.words.size < MOST_WORDS) block.words.add(root);
    // What a paragraph begins with is what it is about: "Engskolen ligger midt i byen. Der er 412 elever."
    if ((name || start === span.start) && block.names.size < MOST_NAMES) block.names.add(root);
  }
  for (const { start, key } of periodsIn(text, span.start, span.end)) {
    if (
      isCertain(key) &&
      !DAY.test(key) &&
      !/\p{Ll}/u.test(key) &&
      !REFERENCE.test(text.slice(Math.max(span.start, start - 40), start))
    ) {
      block.years.add(key);
    }
  }
}

function mentionsOf(text: string, sentence: Told, numbers: NumberMention[], scope: Scope, block: Block): Mention[] {
  const { span } = sentence;
  const periods = periodsIn(text, span.start, span.end).filter((period) => !inBrackets(text, span, period));
  const apart = [...periods, ...labelSpans(text, span.start, span.end)];
  const told = numbers.filter(
    ({ span: at, to }) =>
      to === null && !apart.some(({ start, end }) => at.start < end && start < at.end) && !inBrackets(text, span, at),
  );
  if (told.length === 0) return [];
  const claims = claimsIn(text, span, told);
  const heading = sentence.heading && !generalHeading.test(sentence.heading) ? sentence.heading : "";
  const headingRoots = meaningOf(heading);
  const context = new Set([...headingRoots, ...scope.title, ...(block.names.size <= 1 ? block.words : [])]);
  for (const root of wordsOutside(text, span, claims)) context.add(root);
  if (sentence.opener)
    for (const root of meaningOf(text, sentence.opener.start, sentence.opener.end)) context.add(root);
  const yearAround = onlyYear(heading) ?? scope.year;
  const meanings: Meaning[] = [];
  const mentions: Mention[] = [];
  for (const claim of claims) {
    const meaning = meaningOfClaim(text, claim, meanings);
    meanings.push(meaning);
    const own = periodOf(text, claim, periods, span);
    const around = own ? null : periods.length > 0 ? "relative" : aroundPeriod(heading, scope, block);
    const period = own ?? around;
    const base = {
      scope,
      isPoint: sentence.point,
      place: span,
      container: `sentence ${span.start}`,
      block: block.key,
      core: meaning.core,
      words: new Set([...meaning.core, ...meaning.spoken]),
      named: meaning.named,
      tail: meaning.tail,
      head: meaning.head,
      told: null,
      context: meaning.offices.length > 0 ? new Set([...context, ...meaning.offices]) : context,
      heading: headingRoots,
      caption: NONE,
      names: new Set(block.names),
      // "steget fra 38 procent i 2022": the time says which level it is.
      marks: joinMarks([...meaning.marks.filter((mark) => mark !== "before" || own === null), ...labelsIn(heading)]),
      period: period === null ? null : withYear(period, yearBefore(text, span, claim, periods) ?? yearAround),
      ownPeriod: own !== null,
      steps: meaning.steps,
      total: meaning.total,
      kind: sentence.isHeading ? ("heading" as const) : ("prose" as const),
    };
    for (const number of [claim.number, ...(claim.number.share ? [claim.number.share] : [])]) {
      if (isNumbering(text, number)) continue;
      const { value, step, hedge } = number;
      mentions.push({ ...base, span: number.span, value, step, hedge, unit: unitOfClaim(text, number, meaning) });
    }
  }
  return mentions;
}

/** Roots of the clauses of a sentence that hold no figure. */
function wordsOutside(text: string, sentence: Span, claims: Claim[]): Set<string> {
  const roots = new Set<string>();
  let from = sentence.start;
  for (const { region } of [...claims, { region: { start: sentence.end, end: sentence.end } }]) {
    if (region.start > from) for (const root of meaningOf(text, from, region.start)) roots.add(root);
    from = Math.max(from, region.end);
  }
  return roots;
}

/** The one year a sentence names up to the end of a claim; null when it names none or several. */
function yearBefore(text: string, sentence: Span, { region }: Claim, periods: Period[]): string | null {
  const years = new Set(
    periods
      .filter(
        ({ start, end }) =>
          end <= region.end && !REFERENCE.test(text.slice(Math.max(sentence.start, start - 40), start)),
      )
      .flatMap(({ key }) => yearOf(key) ?? []),
  );
  const [year] = years;
  return years.size === 1 ? (year ?? null) : null;
}

/** "ansøgning 4", "Ad 2": a bare number right behind a word that counts nothing. */
function isNumbering(text: string, { span, unit, step }: NumberMention): boolean {
  if (step !== 1 || unit === "kr" || unit === "percent") return false;
  const ahead = text
    .slice(Math.max(0, span.start - 50), span.start)
    .replace(/(?:(?<=\s)\d{1,3}\s*(?:,|og|-|–|samt)\s*)+$/u, "");
  const before = /(\p{L}+)\.?\s*$/u.exec(ahead)?.[1];
  return before !== undefined && (unit === null ? !COUNTING.test(before) : NUMBERED.test(before));
}

const NUMBERED =
  /^(?:ansøgning(?:erne|er)?|projekt(?:erne|er)?|punkt(?:erne|er)?|pkt|ad|sag|bilag|side|s|nr|nummer|model|forslag|scenarie|alternativ|etape|fase|klasse|afsnit|kapitel|tabel|figur|stk|paragraf|rute|linje|lokalplan|matrikel|option|variant|spor|trin|princip|mål|indsats|tiltag|afdeling|hus|gruppe|hold|zone|distrikt)$/iu;

const COUNTING =
  /^(?:er|var|blev|bliver|udgør|udgjorde|på|til|fra|alt|med|cirka|ca|omkring|mod|over|under|knap|godt|næsten|samlet|total|end|af|de|i|om|havde|har|hvoraf|heraf|og|eller|kun|mindst|højst|op|vil|være|været|blevet|lyder|kom|fik|gav|lige|der|nu|dermed|således|svarende|lig|også|fortsat|yderligere|andre)$/iu;

/** A number without unit after "stadfæstelsesprocenten" is a percentage; one with decimals and no unit counts nothing. */
function unitOfClaim(text: string, number: NumberMention, { isShare }: Meaning): string {
  const unit = unitOf(number, followingWord(text, number));
  if (unit !== "count" || (number.step === 1 && !isShare)) return unit;
  return isShare && (number.unit === null || number.step < 1) ? "percent" : number.step < 1 ? "ratio" : unit;
}

const followingWord = (text: string, { span }: NumberMention): string =>
  /^[\s-]*([\p{L}²³%]+)/u.exec(text.slice(span.end, span.end + 24))?.[1] ?? "";

function inBrackets(text: string, sentence: Span, at: Span): boolean {
  const before = text.slice(sentence.start, at.start);
  return before.lastIndexOf("(") > before.lastIndexOf(")");
}

type Meaning = {
  head: string | null;
  /** Bodies and offices named. */
  offices: string[];
  core: Set<string>;
  spoken: Set<string>;
  named: Set<string>;
  marks: string[];
  steps: Set<string>;
  tail: Set<string>;
  total: boolean;
  isShare: boolean;
};

function meaningOfClaim(text: string, claim: Claim, earlier: Meaning[]): Meaning {
  const { region, number, subject } = claim;
  const words = wordsIn(text, region.start, region.end).filter(
    ({ start, end }) => end <= number.span.start || start >= number.span.end,
  );
  const printed = `${text.slice(region.start, number.span.start)} # ${text.slice(number.span.end, region.end)}`;
  const meaning = meaningOfWords(words, number);
  meaning.marks.push(...labelsIn(printed), ...rateIn(printed));
  if (number.hedge === "at-most" || number.hedge === "at-least") meaning.marks.push("limit");
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
    for (const root of meaningOf(text, subject.start, subject.end)) meaning.core.add(root);
  }
  const isFirst = /\bfra\s+(?:\p{L}+\s+)?$/iu.test(text.slice(region.start, number.span.start));
  if (isFirst || claim.repeats !== null)
    meaning.marks = meaning.marks.filter((mark) => mark !== "change" && mark !== "before");
  if (isFirst) meaning.marks.push("before");
  meaning.marks = [...new Set(meaning.marks)];
  return meaning;
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

/** A day is the day of a decision or a meeting, unless the figures are told to be as of it. */
const DAY = /^(?:\d{4}|\?)-\d\d-\d\d$/;
const REFERENCE =
  /(?:i forhold til|sammenlignet med|end|siden|vedtaget|godkendt|besluttede|godkendte|møde[t]?|mødet|budgetforlig\p{L}*|aftale\p{L}*)\s+(?:samme periode\s+)?(?:i|for|den|om|fra|år|af)?\s*(?:år|budget\p{L}*)?\s*$/iu;

/** The time the sentence itself gives the figure: the one right behind it, else the nearest before. */
function periodOf(text: string, { region, number }: Claim, periods: Period[], sentence: Span): string | null {
  const usable = periods.filter(
    ({ start, key }) =>
      !REFERENCE.test(text.slice(Math.max(sentence.start, start - 40), start)) &&
      (!DAY.test(key) || /(?:pr\.?|per|opgjort)\s*(?:den\s+)?$/iu.test(text.slice(0, start).slice(-12))),
  );
  const inside = usable.filter(({ start, end }) => start >= region.start && end <= region.end);
  const behind = inside.find(({ start }) => start >= number.span.end);
  const ahead = inside.findLast(({ end }) => end <= number.span.start);
  const beside = behind && text.slice(number.span.end, behind.start).length < 40 ? behind : null;
  const found = ahead && !beside ? ahead : (beside ?? behind ?? ahead);
  if (found) return found.key;
  const before = usable.filter(({ end }) => end <= region.start);
  const keys = new Set(before.map(({ key }) => key));
  if (keys.size > 0) return keys.size === 1 ? (before[0] as Period).key : "relative";
  return usable.length > 0 && new Set(usable.map(({ key }) => key)).size === 1 ? (usable[0] as Period).key : null;
}

/** The time of what has none of its own: of the sentences before, the heading, the title. */
function aroundPeriod(heading: string, scope: Scope, block: Block): string | null {
  if (block.years.size > 0) return block.years.size === 1 ? ([...block.years][0] ?? null) : "relative";
  const named = new Set(periodsIn(heading).map(({ key }) => key));
  if (named.size === 1) return [...named][0] ?? null;
  return named.size > 1 ? "relative" : scope.year;
}
