/**
 * What somebody wrote, as one line of a mail: no line breaks, no control characters and none that turn the direction of the
 * text, so that a name can neither begin a header nor look like another text. Longer than `max` characters it ends in "…".
 */
export function oneLine(text: string, max = 300): string {
  const line = cleaned(text).replace(/\s+/g, " ").trim();
  const characters = [...line];
  return characters.length > max
    ? `${characters
        .slice(0, max - 1)
        .join("")
        .trimEnd()}…`
    : line;
}

/** The text of a mail: lines and tabs stay, other control characters do not. */
export const manyLines = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => cleaned(line))
    .join("\n");

/** U+202A-E and U+2066-9 turn the direction of a text, U+2028-9 end lines. */
const cleaned = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\u202A-\u202E\u2066-\u2069]/gu, "")
    .replace(/[\u2028\u2029]/g, " ");

/** One address and nothing besides: what stands in a mail's head has no spaces, brackets or commas. */
export const isOneAddress = (text: string): boolean =>
  text.length <= 254 && /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u.test(text);
