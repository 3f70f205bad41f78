import type { Span } from "#minutes/model.ts";
import type { Finding } from "../model.ts";
import type { NumberMention } from "../numbers/find-numbers.ts";
import { itemAt, type Reading, wordsOf } from "../reading.ts";

const FEWEST = 2;
const MOST = 20;
/** A list further from its announcement is another list, or lost its levels. */
const MOST_APART = 2;

/** Announcements like "følgende to formål:" against the points that follow, in a list or in the sentence itself. */
export function checkAnnouncedPoints(reading: Reading): Finding[] {
  return [...announcedLists(reading), ...announcedInSentence(reading)].toSorted((a, b) => a.span.start - b.span.start);
}

type Points = { opener: Span; count: number; last: Span; indents: Set<number>; isNested: boolean };

function announcedLists(reading: Reading): Finding[] {
  const lists = new Map<number, Points & { blocks: Set<number> }>();
  for (const { opener, point, block, span, indent } of reading.sentences) {
    if (!opener || !point) continue;
    const list = lists.get(opener.start);
    const isNested = lists.has(span.start) || /:\s*$/.test(reading.source.text.slice(span.start, span.end));
    if (!list) {
      lists.set(opener.start, {
        opener,
        count: 1,
        last: span,
        indents: new Set([indent]),
        isNested,
        blocks: new Set([block]),
      });
      continue;
    }
    if (!list.blocks.has(block)) list.count += 1;
    list.blocks.add(block);
    list.last = span;
    list.indents.add(indent);
    list.isNested ||= isNested;
  }
  const findings: Finding[] = [];
  for (const list of lists.values()) {
    const announced = announcedBy(reading, list.opener);
    if (!announced) continue;
    const isClean = list.indents.size === 1 && !list.isNested && Math.abs(announced.value - list.count) <= MOST_APART;
    const isRight = announced.value === list.count;
    if (!isRight && !isClean) continue;
    findings.push(
      finding(reading, list.opener, announced, list.count, list.last, isRight ? "ok" : "error", "listen har"),
    );
  }
  return findings;
}

const OPENING =
  /(?:^|[\s(])(?<intro>følgende|disse|nedenstående|de|i|er|har|med|på|om|af|fra|og|som|gennem|omfatter|indeholder|foreslår|foreslås|peger på|stiller|:)?\s*$/iu;
/** Between the number and the colon only the thing announced may stand, with what narrows it. */
const ANNOUNCED =
  /^\s+(?:\p{L}+(?:de|ne|te|ge|e)\s+){0,3}(?<thing>\p{L}{3,})(?:\s+(?:for|i|til|på|om|som|der|er|at|den|det|de|ved|af|fra|under|inden for|med|udvalget|arbejdet|indsatsen|\p{L}+s|\p{L}+en|\p{L}+et|\p{L}+erne)){0,8}\s*(?:\([^)]*\))?\s*:\s*\**\s*$/iu;
/** What is divided into points without there being one for each. */
const DIVIDED =
  /fordel|opdel|inddel|heraf|hvoraf|blandt andet|bl\.a\.|f\.eks\.|for eksempel|eksempel|eksempler|herunder|såsom|således|mindst|op til|cirka|ca\.|over|omkring|næsten|møde|mio|kr\b|procent|uger|måneder|timer|dage|år\b|borgere|personer|klager|sager|elever|medarbejdere|besøg|gange|svar|udtal/iu;

function announcedBy({ numbers, source }: Reading, opener: Span): NumberMention | null {
  const inside = numbersWithin(numbers, opener).filter(({ kind }) => kind === "quantity");
  const number = inside.at(-1);
  if (!number || number.value < FEWEST || number.value > MOST || !Number.isInteger(number.value)) return null;
  if (number.to !== null || number.hedge || number.share || number.unit === "kr" || number.unit === "percent")
    return null;
  const after = source.text.slice(number.span.end, opener.end);
  if (!ANNOUNCED.test(after) || DIVIDED.test(after)) return null;
  const before = source.text.slice(opener.start, number.span.start);
  return OPENING.test(before) && !/(?:mindst|op til|én af|en af|et af|to af|blandt|ud af|de første)\s*$/iu.test(before)
    ? number
    : null;
}

/** "et netværk med fire kommuner: Nordby, Sundby, Vestby og Østby." */
const INLINE = /^\s+(?:\p{L}+(?:de|ne|te|ge|e)\s+){0,2}(?<thing>\p{L}{3,}):\s+(?<list>[^.:;()\n]{3,200}?)(?:\.|$)/u;

function announcedInSentence(reading: Reading): Finding[] {
  const { source, numbers } = reading;
  const findings: Finding[] = [];
  let next = 0;
  for (const { span } of reading.sentences) {
    while (next < numbers.length && (numbers[next] as NumberMention).span.start < span.start) next++;
    for (let at = next; at < numbers.length && (numbers[at] as NumberMention).span.end <= span.end; at++) {
      const number = numbers[at] as NumberMention;
      if (
        number.kind !== "quantity" ||
        number.value < FEWEST ||
        number.value > MOST ||
        number.hedge ||
        number.to !== null
      )
        continue;
      const match = INLINE.exec(source.text.slice(number.span.end, span.end));
      const list = match?.groups?.["list"];
      if (!match || !list || DIVIDED.test(match.groups?.["thing"] ?? "")) continue;
      const count = countListed(list);
      if (count === null) continue;
      const start = number.span.end + match.index;
      const place = { start, end: start + match[0].length };
      findings.push(
        finding(reading, span, number, count, place, count === number.value ? "ok" : "error", "der nævnes"),
      );
    }
  }
  return findings;
}

/** How many things "a, b og c" names; null when that is not plain to see. */
function countListed(list: string): number | null {
  if (/\d|\b(?:samt|eller|m\.v|mv|m\.fl|osv|etc|herunder|både|dels|som|der|hvor|at|er)\b/iu.test(list)) return null;
  const parts = list.split(/,\s+|\s+og\s+/u);
  const ands = list.split(/\s+og\s+/u).length - 1;
  const lastComma = list.lastIndexOf(",");
  if (ands !== 1 || list.search(/\s+og\s+/u) < lastComma) return null;
  return parts.every((part) => part.trim() !== "" && part.trim().split(/\s+/).length <= 3) ? parts.length : null;
}

function numbersWithin(numbers: NumberMention[], { start, end }: Span): NumberMention[] {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as NumberMention).span.start < start) low = middle + 1;
    else high = middle;
  }
  const within: NumberMention[] = [];
  for (let at = low; at < numbers.length && (numbers[at] as NumberMention).span.end <= end; at++)
    within.push(numbers[at] as NumberMention);
  return within;
}

function finding(
  { source }: Reading,
  place: Span,
  { span, value }: NumberMention,
  count: number,
  last: Span,
  verdict: "ok" | "error",
  where: string,
): Finding {
  const stated = wordsOf(source, span);
  return {
    file: source.file,
    span: place,
    item: itemAt(source, place.start),
    check: "contradiction",
    claim: wordsOf(source, place),
    stated,
    computed: String(count),
    verdict,
    explanation:
      verdict === "ok"
        ? `Der loves ${stated}, og ${where} ${count}.`
        : `Der loves ${stated} (${value}), men ${where} ${count}.`,
    evidence: [{ file: source.file, span: last, text: wordsOf(source, last) }],
  };
}
