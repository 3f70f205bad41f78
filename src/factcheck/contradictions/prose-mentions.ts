import type { Span } from "#minutes/model.ts";
import type { NumberMention } from "../numbers/find-numbers.ts";
import type { Reading } from "../reading.ts";
import { type Block, blockOf, newBlock, recall, remember } from "./blocks.ts";
import { type Meaning, meaningOfClaim, unitOfClaim } from "./claim-meaning.ts";
import { ownPeriod, periodAround, yearBefore } from "./claim-time.ts";
import { type Claim, claimsIn } from "./clauses.ts";
import { type Told, withHeadings } from "./headings.ts";
import { narrowing } from "./lexicon.ts";
import { joinMarks, labelsIn, labelSpans, type Mention, type Scope } from "./mention.ts";
import { isNumbering } from "./numbering.ts";
import { periodsIn, withYear } from "./periods.ts";
import { meaningOf, onlyYear, scopeFinder } from "./scopes.ts";

/** A longer one is a text that lost its stops; nobody can say what its figures are. */
const LONGEST_SENTENCE = 3000;
const NONE: ReadonlySet<string> = new Set();
/** "Det er 64 procent af de 768": the sentence before told a part. */
const SHARE_OF_WHOLE = /\s*(?:Det|Dette)\s+(?:er|svarer\s+til|udgør)\s[^.!?\n]{0,24}(?:%|pct\.?|procent)\s+af\s/y;

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
    if (scope && inside.length > 0) mentions.push(...mentionsOf(text, sentence, inside, scope, recall(text, block)));
    remember(sentence, block);
  }
  return mentions;
}

function mentionsOf(text: string, sentence: Told, numbers: NumberMention[], scope: Scope, block: Block): Mention[] {
  const { span } = sentence;
  if (numbers.length === 0 || span.end - span.start > LONGEST_SENTENCE) return [];
  const periods = periodsIn(text, span.start, span.end).filter((period) => !inBrackets(text, span, period));
  const apart = [...periods, ...labelSpans(text, span.start, span.end)];
  const told = numbers.filter(
    ({ span: at, to }) =>
      to === null && !apart.some(({ start, end }) => at.start < end && start < at.end) && !inBrackets(text, span, at),
  );
  if (told.length === 0) return [];
  const claims = claimsIn(text, span, told);
  SHARE_OF_WHOLE.lastIndex = span.end;
  const parts = SHARE_OF_WHOLE.test(text) ? ["part"] : [];
  const heading = narrowing(sentence.heading);
  const headingRoots = meaningOf(heading);
  const context = new Set([...headingRoots, ...(block.names.size <= 1 ? block.words : [])]);
  for (const root of wordsOutside(text, span, claims)) context.add(root);
  if (sentence.opener)
    for (const root of meaningOf(text, sentence.opener.start, sentence.opener.end)) context.add(root);
  const yearAround = onlyYear(heading) ?? scope.year;
  const meanings: Meaning[] = [];
  const units: string[] = [];
  const mentions: Mention[] = [];
  for (const claim of claims) {
    const meaning = meaningOfClaim(text, claim, periods, meanings);
    meanings.push(meaning);
    const own = ownPeriod(text, claim, periods, span);
    const period = own ?? periodAround(heading, scope, block);
    const base = {
      scope,
      isPoint: sentence.point,
      place: span,
      label: null,
      backed: false,
      container: `sentence ${span.start}`,
      block: block.key,
      core: meaning.core,
      words: new Set([...meaning.core, ...meaning.spoken, ...(meaning.head ? [meaning.head] : [])]),
      named: meaning.named,
      limits: meaning.limits,
      tail: meaning.tail,
      head: meaning.head,
      told: null,
      context: meaning.offices.length > 0 ? new Set([...context, ...meaning.offices]) : context,
      heading: headingRoots,
      caption: NONE,
      bare: false,
      names: new Set([...block.names, ...meaning.about]),
      // "steget fra 38 procent i 2022": the time says which level it is.
      marks: joinMarks([
        ...meaning.marks.filter((mark) => mark !== "before" || own === null),
        ...labelsIn(heading),
        ...parts,
      ]),
      period: period === null ? null : withYear(period, yearBefore(text, span, claim, periods) ?? yearAround),
      ownPeriod: own !== null,
      steps: meaning.steps,
      total: meaning.total,
      kind: sentence.isHeading ? ("heading" as const) : ("prose" as const),
    };
    for (const number of [claim.number, ...(claim.number.share ? [claim.number.share] : [])]) {
      if (isNumbering(text, number)) continue;
      const { value, step, hedge } = number;
      const told = unitOfClaim(text, number, meaning);
      // "38.822 ton i 2022 og 27.183 i 2023"
      const unit =
        told === "count" && number.unit === null && claim.repeats !== null ? (units[claim.repeats] ?? told) : told;
      units.push(unit);
      mentions.push({ ...base, span: number.span, value, step, hedge, unit });
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

function inBrackets(text: string, sentence: Span, at: Span): boolean {
  const before = text.slice(sentence.start, at.start);
  return before.lastIndexOf("(") > before.lastIndexOf(")");
}
