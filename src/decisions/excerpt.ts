/**
 * A text as one line of at most `length` characters, cut between words.
 *
 *     excerpt("Godkendt,\nidet udvalget ...", 12) // "Godkendt, ..."
 */
export function excerpt(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (line.length <= length) return line;
  const cut = line.lastIndexOf(" ", length - 3);
  return `${line.slice(0, cut > length / 2 ? cut : length - 3).replace(/[\s,;:-]+$/, "")} ...`;
}
