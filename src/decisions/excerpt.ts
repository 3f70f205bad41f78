/**
 * A text as one line of at most `length` characters, cut between words.
 *
 *     excerpt("Godkendt,\nidet udvalget ...", 12) // "Godkendt ..."
 */
export function excerpt(text: string, length: number): string {
  const line = oneLine(text);
  if (line.length <= length) return line;
  const cut = line.lastIndexOf(" ", length - 3);
  return `${line.slice(0, cut > length / 2 ? cut : length - 3).replace(/[\s,;:-]+$/, "")} ...`;
}

/** `excerpt` from the sentence that first has `words`; from the beginning when the text is short enough or has them not. */
export function excerptAround(text: string, words: string, length: number): string {
  const line = oneLine(text);
  const at = line.indexOf(words);
  if (line.length <= length || at < 0) return excerpt(line, length);
  const start = line.lastIndexOf(". ", at) + 1;
  const from = start > 0 && at - start < length / 2 ? start : line.lastIndexOf(" ", Math.max(0, at - length / 4));
  return from > 0 ? `... ${excerpt(line.slice(from), length - 4)}` : excerpt(line, length);
}

/** Lines that are points of their own are parted by a dot in the middle; wrapped ones run on. */
function oneLine(text: string): string {
  const lines = text.split("\n").map((line) => line.replaceAll(/\s+/g, " ").trim());
  return lines
    .filter((line) => line !== "")
    .reduce((before, line) => (isPoint(before, line) ? `${before} · ${line}` : `${before} ${line}`), "")
    .trim();
}

function isPoint(before: string, line: string): boolean {
  return before !== "" && !/[.,:;!?-]$/.test(before) && /^[\p{Lu}\d]/u.test(line);
}
