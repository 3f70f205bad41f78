/** A text wrapped at a fixed width has lines no longer than this. */
const WIDEST = 100;
const NARROWEST = 50;
/** So many breaks that the width alone explains, and the text is wrapped. */
const ENOUGH = 4;

const OWN_LINE = /^\s*(?:[#|>*•·–-]|\d{1,3}[.)](?:\s|$)|[a-h]\)\s|[A-ZÆØÅ][\p{L}/. ]{2,30}:(?:\s|$))/u;
const COLUMNS = /\t|(?<!^at|^\d[.)]|^-)(?<=\S) {3,}\S|\.{4}/;

/**
 * Joins what was wrapped at a fixed width (72 columns and the like): a line goes on over the break where the next
 * line's first word had no room. Text that is not wrapped so stays as it is.
 */
export function unwrap(text: string): string {
  if (hasLongLine(text)) return text;
  const lines = text.split("\n");
  const width = wrapWidth(lines);
  if (width === null) return text;
  const joined: string[] = [];
  let open: string | null = null;
  for (const line of lines) {
    const last = joined.at(-1);
    if (last !== undefined && open !== null && goesOn(open, line, width)) joined[joined.length - 1] = join(last, line);
    else joined.push(line);
    open = line.trim() === "" || COLUMNS.test(line.trim()) ? null : line;
  }
  return joined.join("\n");
}

function hasLongLine(text: string): boolean {
  let from = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", from)) {
    if (at - from > 2 * WIDEST) return true;
    from = at + 1;
  }
  return text.length - from > 2 * WIDEST;
}

/** The width lines are wrapped at; null when they are not. A few longer lines (titles, addresses) are passed over. */
function wrapWidth(lines: string[]): number | null {
  const prose = lines.filter((line) => line.length > 0 && !COLUMNS.test(line.trim()));
  const lengths = prose.map((line) => line.trimEnd().length).sort((left, right) => left - right);
  const width = lengths[Math.floor((lengths.length - 1) * 0.98)] ?? 0;
  if (width > WIDEST || width < NARROWEST) return null;
  let wrapped = 0;
  let early = 0;
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1]?.trimStart() ?? "";
    if (!/^\p{Ll}/u.test(next) || line.trim() === "" || COLUMNS.test(line.trim())) continue;
    if (hasRoom(line, next, width)) early++;
    else wrapped++;
  }
  return wrapped >= ENOUGH && wrapped > 2 * early ? width : null;
}

function goesOn(line: string, next: string, width: number): boolean {
  const words = next.trim();
  if (words === "" || OWN_LINE.test(next) || COLUMNS.test(words)) return false;
  return !hasRoom(line, words, width) && !/^\s*#/.test(line);
}

function hasRoom(line: string, next: string, width: number): boolean {
  const word = /^\S+/.exec(next)?.[0] ?? "";
  return line.trimEnd().length + 1 + word.length <= width;
}

/** A hyphen before a small letter was set by the break, unless a word is left out ("Børne- og Ungeudvalget"). */
function join(line: string, next: string): string {
  const words = next.trimStart();
  return /\p{Ll}{2}-$/u.test(line) && /^\p{Ll}/u.test(words) && !/^(?:og|eller|samt|til)\b/.test(words)
    ? line.slice(0, -1) + words
    : `${line.trimEnd()} ${words}`;
}
