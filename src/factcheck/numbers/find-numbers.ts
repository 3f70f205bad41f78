import type { Span } from "#minutes/model.ts";

/** How a number is hedged: "cirka", "knap", "over", "op til", "mindst". */
export type Hedge = "about" | "nearly" | "over" | "under" | "at-most" | "at-least";

/** A number as a text says it. */
export type NumberMention = {
  span: Span;
  /** In single units: 18,37 millioner is 18370000. Percent stay percent: 38,8. Signs included. */
  value: number;
  /** What one step of the last printed digit is worth: 10000 for 18,37 millioner, 0.1 for 38,8 %, 1 for 595. */
  step: number;
  /** "percent" and "points" (procentpoint) for shares, "kr" for money, else the counted thing's word as printed or null. */
  unit: string | null;
  hedge: Hedge | null;
  /** Upper end of a range ("125-150"), else null. */
  to: number | null;
  /** A count's percent in parentheses, "114 (76,5%)". */
  share: NumberMention | null;
  /**
   * `quantity` may be summed. `label` only names: dates, years, times, case numbers, items, paragraphs, telephone
   * numbers, ages and page numbers.
   */
  kind: "quantity" | "label";
  /** The number is printed with a plus or minus sign (also the true minus and a dash). */
  signed: boolean;
};

/** All numbers of a text in order, digits and words ("tre", "tyve"), linear in the text. */
export function findNumbers(_text: string): NumberMention[] {
  return [];
}
