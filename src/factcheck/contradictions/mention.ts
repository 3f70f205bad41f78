import type { Item, Span } from "#minutes/model.ts";
import type { Hedge, NumberMention } from "../numbers/find-numbers.ts";
import type { Reading } from "../reading.ts";

/** The part of a text in which one matter is treated: an item, or the whole of a text without items. */
export type Scope = {
  reading: Reading;
  item: Item | null;
  span: Span;
  /** Roots of the title's words. */
  title: ReadonlySet<string>;
  /** Years the title names; one year is the year of what has none. */
  year: string | null;
  /** The time the title is about, as the time of what has none. */
  period: string | null;
  /** Words of the municipality's and the body's own names, which tell nothing apart. */
  own: ReadonlySet<string>;
};

/** A figure somewhere, and all that says which quantity it is. */
export type Mention = {
  scope: Scope;
  /** The figure itself. */
  span: Span;
  /** The sentence, heading or row it stands in. */
  place: Span;
  /** Row and column of a cell, in quotation marks; null in prose. */
  label: string | null;
  /** The figure follows from others beside it: a total of its rows, a share of its count. */
  backed: boolean;
  /** Table row or sentence, for what stands side by side there. */
  container: string;
  /** Paragraph or table. */
  block: string;
  value: number;
  step: number;
  hedge: Hedge | null;
  /** "kr", "percent", "points", a measure ("uge", "km") or "count". */
  unit: string;
  /** Words that another mention must know too, as roots. */
  core: ReadonlySet<string>;
  /** The core and the words its marks come from: what the place is found by. */
  words: ReadonlySet<string>;
  /** Those of the core that are names. */
  named: ReadonlySet<string>;
  /** Words of clauses that narrow what is counted: "595 klager, der blev sendt videre". */
  limits: ReadonlySet<string>;
  /** Words behind the figure, which narrow what is counted. */
  tail: ReadonlySet<string>;
  /** What is counted, as a root; null for money, shares and cells. */
  head: string | null;
  /** For cells: all roots of the names in the table, plain words too. */
  told: ReadonlySet<string> | null;
  /** Words that may explain the other's: the rest of the sentence, headings, captions, the title. */
  context: ReadonlySet<string>;
  /** Words of the narrowing heading above. */
  heading: ReadonlySet<string>;
  /** Words of the table's caption; none in prose. */
  caption: ReadonlySet<string>;
  /** A total or a time without words of its own: only the caption says of what. */
  bare: boolean;
  /** Names told earlier in the paragraph. */
  names: ReadonlySet<string>;
  /** What must be the same: forecast, target, part, ages, numbered things. In order, joined. */
  marks: string;
  /** Steps of a case the words name ("modtaget", "behandlet"); none when they name none. */
  steps: ReadonlySet<string>;
  /** The time as the place itself tells it, else from around; null when none does. */
  period: string | null;
  /** The period stands beside the figure and not only in a heading or the title. */
  ownPeriod: boolean;
  /** "i alt", "samlet". */
  total: boolean;
  isPoint: boolean;
  kind: "prose" | "heading" | "cell";
};

const MEASURES: readonly [string, RegExp][] = [
  ["kr", /^(?:kr|krone|kroner|kr\.)$/],
  ["percent", /^(?:percent|procent|pct|%)$/],
  ["points", /^points$/],
  ["time", /^timer?$/],
  ["minut", /^minut(?:ter)?$/],
  ["dag", /^(?:hver)?dage?$/],
  ["uge", /^uger?$/],
  ["måned", /^måned(?:er)?$/],
  ["år", /^år$/],
  ["km", /^(?:km|kilometer)$/],
  ["meter", /^(?:m|meter)$/],
  ["m2", /^(?:m2|m²|kvadratmeter|kvm|etagemeter)$/],
  ["m3", /^(?:m3|m³|kubikmeter)$/],
  ["ha", /^(?:ha|hektar)$/],
  ["ton", /^tons?$/],
  ["kg", /^(?:kg|kilo)$/],
  ["kWh", /^(?:kwh|mwh)$/],
  ["årsværk", /^(?:årsværk|fuldtidsstillinger|fuldtidspersoner|helårspersoner)$/],
];

/** What a number is measured in; "count" for counted things. */
export function unitOf(number: Pick<NumberMention, "unit">, following = ""): string {
  for (const printed of [following, number.unit]) {
    const word = printed?.toLowerCase() ?? "";
    for (const [unit, expression] of MEASURES) if (expression.test(word)) return unit;
  }
  return "count";
}

/** The measure a heading names: "Længde (km)"; "count" when it names none. */
export function measureIn(text: string): string {
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}²³]+\d?/gu)) {
    const unit = unitOf({ unit: word });
    if (unit !== "count") return unit;
  }
  return "count";
}

/** Ages, numbered things and paragraphs: what tells two groups apart though all words are the same. */
const LABELS = [
  /\d{1,3}\s*(?:-|–|til|og)\s*\d{1,3}\s*[-]?\s*(?:år\b|årige|måneder|mdr)/giu,
  /\d{1,3}\s*-?\s*årig/giu,
  /\d{1,3}\s+år\s+(?:og|eller)\s+(?:derover|derunder|mere|ældre|yngre)/giu,
  /(?:over|under|fra|mindst|på)\s+\d{1,3}\s+år\b/giu,
  /\d{1,2}\.\s*(?:-\s*\d{1,2}\.\s*)?(?:klasse|etape|runde|årgang|afdeling|behandling)/giu,
  /§+\s*\d+\s*\p{L}?/giu,
  /\b(?:\p{L}*trin|etape|fase|klasse|klassetrin|niveau|distrikt|område|afsnit|punkt|\p{L}*spor|zone|gruppe|målgruppe|model|scenarie|alternativ|forslag|lokalplan|linje|rute|kategori|type|hus|blok|afdeling|princip|del|ramme|byggefelt|delområde|projekt)\s+(?:nr\.?\s*)?(?:\d{1,4}\p{L}?|[A-HIVX]{1,3})(?:\s*(?:-|–|,|og|til)\s*\d{1,2})*(?![\p{L}\d])/giu,
];

/** Where the labels of a stretch of text stand. */
export function labelSpans(text: string, from: number, to: number): { start: number; end: number }[] {
  const part = text.slice(from, to);
  return LABELS.flatMap((expression) =>
    [...part.matchAll(expression)].map(({ index, 0: label }) => ({
      start: from + index,
      end: from + index + label.length,
    })),
  );
}

/** Labels in a stretch of text, without the figure itself. */
export function labelsIn(text: string): string[] {
  if (!/[\d§]|\b[A-HIVX]{1,3}\b/u.test(text)) return [];
  return LABELS.flatMap((expression) => text.match(expression) ?? []).map((label) =>
    label
      .toLowerCase()
      .replace(/[\s.]+|årig.*|år$/gu, "")
      .replace(/–|til/gu, "-"),
  );
}

/** Marks in one order, each once. */
export const joinMarks = (marks: Iterable<string>): string => [...new Set(marks)].sort().join(" ");
