import { danish, danishIn, placesOf, sumOf } from "../explain/danish-numbers.ts";
import type { NumberMention } from "../numbers/find-numbers.ts";
import { changesIn, type Change } from "./changes.ts";
import type { Claim } from "./finding.ts";
import { divide, isHedged, judge, rangeOf, scaleRange, subtract } from "./judge.ts";
import { bothLevels, clausesOf, onlyLevel, pairIn, type Pair } from "./levels.ts";
import { sameUnit, type Marked } from "./marked.ts";

const OTHER_SUBJECT =
  /(?<!\p{L})(?:mens|men|hvorimod|derimod|samtidig|selvom|trods|heraf|hvoraf|herunder|hvorefter|landsplan|landsgennemsnittet)(?!\p{L})/u;
const VERB = /^(?:stig(?:er|e)|steget|steg|vokse|øge|faldt|falder|faldet|reduceret|hæve)/u;
const VERBS =
  /(?<!\p{L})(?:stig(?:er|e)|steget|steg|vokse\p{L}*|øget|faldt|falder|faldet|reduceret|hævet|er|blev|var)(?!\p{L})/u;
const ANAPHORA =
  /^(?:det|dette|dermed|hermed|altså|således|året før|året forinden|det vil sige|dvs\.|stigningen|faldet|væksten|reduktionen|nedgangen|ændringen|forskellen|differencen|der er (?:dermed|således|altså|tale)|tallet er|antallet er|udgiften er|ledigheden er|her er)(?!\p{L})/u;

/** Growth and falls: "steget med 12 % fra 150 til 168", "57 flere end i 2022, hvor der var 312". */
export function checkGrowth(sentences: readonly Marked[], at: number): Claim[] {
  const marked = sentences[at];
  if (!marked) return [];
  const changes = changesIn(marked);
  if (changes.length === 0 || changes.length > 2) return [];
  const skip = new Set(changes.map(({ index }) => index));
  const pair = pairIn(marked, skip);
  if (pair) return changes.flatMap((change) => (belongs(marked, pair, change) ? claimOfChange(pair, change) : []));
  const other = earlierPair(sentences, at, skip) ?? evenPair(marked, changes, skip);
  if (other) return changes.flatMap((change) => claimOfChange(other, change));
  const across = pairWithBefore(sentences, at, skip);
  if (across) return changes.flatMap((change) => claimOfChange(across, change));
  const later = laterPair(sentences, at, skip);
  if (later) return changes.flatMap((change) => claimOfChange(later, change).map(softened));
  return clausesOf(marked).flatMap((clause) => growthInClause(clause));
}

function growthInClause(clause: Marked): Claim[] {
  const changes = changesIn(clause);
  const pair = pairIn(clause, new Set(changes.map(({ index }) => index)));
  return pair ? changes.flatMap((change) => (belongs(clause, pair, change) ? claimOfChange(pair, change) : [])) : [];
}

/** "Tallet for 2022 var 120. Tallet for 2023 er 150, det vil sige 30 flere." */
function pairWithBefore(sentences: readonly Marked[], at: number, skip: ReadonlySet<number>): Pair | null {
  const [before, marked] = [sentences[at - 1], sentences[at]];
  if (!before || !marked || before.sentence.block !== marked.sentence.block || changesIn(before).length > 0)
    return null;
  const [first, second] = [onlyLevel(before, new Set()), onlyLevel(marked, skip)];
  const [one, two] = [yearOf(before.text), yearOf(marked.text)];
  if (!first || !second || one === null || two === null || one === two || !sameUnit(first.number, second.number))
    return null;
  // "fra 2597 til 1991": a count that looks like a year.
  if (OTHER_SUBJECT.test(marked.text) || /[#%]\d+; til (?:19|20)\d\d|fra (?:19|20)\d\d til #/u.test(marked.text))
    return null;
  const [from, to] = one < two ? [first, second] : [second, first];
  return { from: from.number, to: to.number, start: 0, end: 0 };
}

/** Levels in the next sentence may be those of more than the change tells of. */
const softened = (claim: Claim): Claim =>
  claim.judgement.verdict === "error"
    ? {
        ...claim,
        judgement: { ...claim.judgement, verdict: "warning", reading: "de to sætninger kan handle om hver sit" },
      }
    : claim;

/** "A ..., B ..., en forskel på X": the difference of the two, whichever comes first. */
function evenPair(marked: Marked, changes: Change[], skip: ReadonlySet<number>): Pair | null {
  const [change] = changes;
  const pair = change && changes.length === 1 && change.direction === 0 ? bothLevels(marked, skip) : null;
  return pair && change && pair.end <= change.start && !OTHER_SUBJECT.test(marked.text) ? pair : null;
}

/** "Fraværet er faldet med 1,7 dage fra 2015 til 2017. I 2015 var det 13,1 dage, mens det i 2017 var 11,4 dage." */
function laterPair(sentences: readonly Marked[], at: number, skip: ReadonlySet<number>): Pair | null {
  const [marked, next] = [sentences[at], sentences[at + 1]];
  if (!marked || !next || next.sentence.block !== marked.sentence.block || onlyLevel(marked, skip)) return null;
  const years = /(?<!\p{L})fra (?:år )?((?:19|20)\d\d) til (?:år )?((?:19|20)\d\d)/u.exec(marked.text);
  if (!years?.[1] || !years[2] || changesIn(next).length > 0) return null;
  if (!next.text.includes(years[1]) || !next.text.includes(years[2])) return null;
  return pairIn(next, new Set());
}

/** A change and a pair tell the same story when no other subject comes between them. */
function belongs({ text }: Marked, pair: Pair, change: Change): boolean {
  if (change.start >= pair.start && change.end <= pair.end) return true;
  const after = change.end > pair.start;
  const [from, to] = after ? [pair.end, change.start] : [change.end, pair.start];
  const between = text.slice(from, Math.max(from, to));
  if (between.length > 110 || OTHER_SUBJECT.test(between)) return false;
  // "... til 300 i 2022 og videre til 280, et fald på": the change is from another level.
  if (/[#%]\d+;/u.test(between.replace(/^ (?:og|eller|\() ?[#%]\d+;/u, ""))) return false;
  // "prisen stiger fra 45 til 48, og antallet stiger med 12 %" has two subjects.
  const verb = after ? VERB.test(text.slice(change.start, change.start + 16)) : VERBS.test(between);
  return !(verb && / og (?![#%]|det |dermed |er )/u.test(between));
}

/** "Resultatet var B. Det er en stigning på X i forhold til 2022, hvor det var A", and both levels in the sentences before. */
function earlierPair(sentences: readonly Marked[], at: number, skip: ReadonlySet<number>): Pair | null {
  const marked = sentences[at];
  const before = sentences[at - 1];
  if (!marked || !before || before.sentence.block !== marked.sentence.block) return null;
  if (!ANAPHORA.test(marked.text)) return null;
  const beforeSkip = new Set(changesIn(before).map(({ index }) => index));
  const base = /(?<!\p{L})(?:hvor|da|mod|i forhold til|end|året (?:før|forinden))(?!\p{L})/u.test(marked.text)
    ? onlyLevel(marked, skip)
    : null;
  if (base) {
    const level = onlyLevel(before, beforeSkip);
    if (!level || !sameUnit(level.number, base.number)) return null;
    return { from: base.number, to: level.number, start: 0, end: 0 };
  }
  if (onlyLevel(marked, skip) || beforeSkip.size > 0) return null;
  const even = changesIn(marked).every(({ direction }) => direction === 0);
  return pairIn(before, beforeSkip) ?? (even ? bothLevels(before, beforeSkip) : null) ?? pairAcross(sentences, at);
}

/** "I 2022 var der 120. I 2023 var der 150. Det er en stigning på 25 %." */
function pairAcross(sentences: readonly Marked[], at: number): Pair | null {
  const [first, second] = [sentences[at - 2], sentences[at - 1]];
  const block = sentences[at]?.sentence.block;
  if (!first || !second || first.sentence.block !== block || second.sentence.block !== block) return null;
  const [a, b] = [onlyLevel(first, new Set()), onlyLevel(second, new Set())];
  const [before, after] = [yearOf(first.text), yearOf(second.text)];
  if (!a || !b || before === null || after === null || before === after || !sameUnit(a.number, b.number)) return null;
  const [from, to] = before < after ? [a, b] : [b, a];
  return { from: from.number, to: to.number, start: 0, end: 0 };
}

function yearOf(text: string): number | null {
  const years = text.match(/(?<![\d./-])(?:19|20)\d\d(?![\d/-])/gu) ?? [];
  return years.length === 1 ? Number(years[0]) : null;
}

/** The claim of a change between two levels, whichever way they were found. */
export function claimOfChange(pair: Pair, change: Change): Claim[] {
  const { from, to } = pair;
  if (from.value < 0 || to.value < 0) return [];
  const stated = change.number;
  const terms = [from, to];
  const loose = isHedged(from, to);
  const difference = subtract(rangeOf(to), rangeOf(from));
  const goesUp = to.value > from.value;
  const size = goesUp ? difference : scaleRange(difference, -1);
  const wrongWay = change.direction !== 0 && to.value !== from.value && goesUp !== change.direction > 0;
  const shares = from.unit === "percent";
  if (stated.unit === "percent" && !shares) {
    if (from.value === 0) return [];
    const relative = divide({ low: Math.max(0, size.low), high: size.high }, rangeOf(from), 100);
    const sum = `(${goesUp ? sumOf([printed(to), printed(negative(from))]) : sumOf([printed(from), printed(negative(to))])}) / ${printed(from)}`;
    return [
      turned(
        { check: "ratio", stated, range: relative, judgement: judge(stated, relative, loose), sum, terms },
        pair,
        wrongWay,
      ),
    ];
  }
  if (shares ? stated.unit !== "percent" && stated.unit !== "points" : !sameUnit(stated, from) || !sameUnit(stated, to))
    return [];
  const sum = goesUp ? sumOf([printed(to), printed(negative(from))]) : sumOf([printed(from), printed(negative(to))]);
  const claim: Claim = {
    check: "difference",
    stated,
    range: size,
    judgement: judge(stated, size, loose),
    sum,
    terms,
    unit: shares ? "points" : (stated.unit ?? from.unit),
  };
  if (shares && stated.unit === "percent" && from.value > 0) return [percentOfPercent(claim, pair, wrongWay)];
  return [turned(claim, pair, wrongWay)];
}

/** Between two shares a change in percent may be the relative one; the difference of the shares is in procentpoint. */
function percentOfPercent(claim: Claim, { from, to }: Pair, wrongWay: boolean): Claim {
  const { stated } = claim;
  const size = subtract(rangeOf(to), rangeOf(from));
  const relative = divide(size.high < 0 || to.value < from.value ? scaleRange(size, -1) : size, rangeOf(from), 100);
  const held = judge(stated, relative, isHedged(from, to));
  const sum = `(${danish(Math.max(from.value, to.value))} - ${danish(Math.min(from.value, to.value))}) / ${danish(from.value)}`;
  if (held.verdict === "ok")
    return turned(
      { ...claim, check: "ratio", judgement: held, range: relative, sum, unit: "percent" },
      { from, to, start: 0, end: 0 },
      wrongWay,
    );
  if (claim.judgement.verdict !== "ok") return turned(claim, { from, to, start: 0, end: 0 }, wrongWay);
  const middle = danishIn((relative.low + relative.high) / 2, 0.1, "percent");
  const points = danishIn(Math.abs(to.value - from.value), Math.min(from.step, to.step), "points");
  return {
    ...claim,
    check: "unit",
    words: { text: danishIn(stated.value, stated.step, "percent"), value: points },
    judgement: { ...held, verdict: "warning", reading: "procent kan være skrevet i stedet for procentpoint" },
    explanation: `${claim.sum} er ${points}, men der står ${danishIn(stated.value, stated.step, "percent")}; regnet i procent er ændringen ${middle}, så der menes nok procentpoint.`,
  };
}

/** A rise that is told as a fall is wrong whatever its size. */
function turned(claim: Claim, { from, to }: Pair, wrongWay: boolean): Claim {
  if (!wrongWay) return claim;
  const goes = to.value > from.value ? "en stigning" : "et fald";
  const told = to.value > from.value ? "et fald" : "en stigning";
  const loose = isHedged(from, to) || claim.judgement.verdict !== "ok";
  return {
    ...claim,
    judgement: { ...claim.judgement, verdict: loose ? "warning" : "error", reading: null },
    explanation: `Fra ${printed(from)} til ${printed(to)} er ${goes}, men der står ${told}${loose ? "; tallene kan høre til hver sin opgørelse" : ""}.`,
  };
}

const negative = (mention: NumberMention): NumberMention => ({ ...mention, value: -mention.value });

/** A term as the explanation writes it, in the scale it is printed in. */
export function printed({ value, step, unit }: NumberMention): string {
  return step >= 1000 || unit === "percent"
    ? danishIn(value, step, unit === "percent" ? "percent" : null)
    : danish(value, placesOf(step));
}
