/** Where a line goes on in the middle of a sentence: with a small letter, or after a word that leaves something open. */
const WRAPPED =
  /(?<=[\p{L},)\d]) ?\n(?=\p{Ll})(?!(?:[a-h][.)]|ad |pkt|punkt \d|at \d))|(?<=[ (](?:den|til|og|af|for|med|mod|senest|inden|fra|samt|eller|om)|,) ?\n(?=[\p{Lu}\d(])(?!\d{1,2}[.)] \p{L}+ (?!\d{4})|[A-H][.)]|Ad |Fravær|Afbud)/gu;

/**
 * A text with its broken lines made whole, for reading sentences; what is kept is the text as read. Blank lines and
 * lines that begin a part or a list stay.
 *
 *     unwrapped("Ib Kjær (V) kan\nikke tiltræde.") // "Ib Kjær (V) kan ikke tiltræde."
 */
export function unwrapped(text: string): string {
  return text.includes("\n") ? text.replace(WRAPPED, " ") : text;
}
