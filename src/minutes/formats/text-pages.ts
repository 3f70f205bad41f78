const PAGE_LINE = /\bside:? ?\d{1,4}(?: ?(?:af|\/) ?\d{1,4})?\s*$/i;
/** Columns far apart with a year among them: "Kulturudvalget          11. september 2017". */
const WIDE_LINE = /^\S.* {5,}\S.*\d{4}\s*$/;
const PAGE_NUMBER = /^\s*(?:-\s*)?\d{1,3}(?:\s*-)?\s*$/;

/** Closed items, one a page and all alike, are no page heads. */
const NO_HEAD = /^(?:punkt|pkt|sag|beslutning|lukket)/i;

/** Fewer lines than this between two of a kind, and they are a list rather than the heads of two pages. */
const SHORTEST_PAGE = 4;

/**
 * Takes page heads, page feet and page numbers out of text that was converted page by page: lines that end with
 * "Side N" or hold body and date in columns, which come again page after page, and the lines that stand beside each of
 * them. The first of a kind stays where it stands at the top, where it may name body and date.
 */
export function dropPageHeads(text: string): string {
  if (!/[sS](?:ide|IDE):? ?\d/.test(text) && !text.includes("     ")) return text;
  const lines = text.split("\n");
  const heads = repeatedLines(lines);
  if (heads.size === 0) return text;
  const gone = new Set<number>();
  for (const places of heads.values()) {
    for (const place of places) gone.add(place);
    for (const step of [1, -1]) dropBeside(lines, places, step, gone);
  }
  for (const place of [...gone].filter((at) => at < 40)) if (isFirstOfKind(lines, place, gone)) gone.delete(place);
  return lines.filter((_, at) => !gone.has(at)).join("\n");
}

/** The lines that can be page heads and come again, by what they say apart from figures. */
function repeatedLines(lines: string[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [at, line] of lines.entries()) {
    if (line.length > 160 || line.includes("...") || !(PAGE_LINE.test(line) || WIDE_LINE.test(line))) continue;
    const key = keyOf(line);
    found.set(key, [...(found.get(key) ?? []), at]);
  }
  for (const [key, places] of found) {
    const spread = places.every((place, index) => index === 0 || place - (places[index - 1] as number) > SHORTEST_PAGE);
    if (!spread || places.length < (PAGE_LINE.test(lines[places[0] as number] as string) ? 2 : 3)) found.delete(key);
  }
  return found;
}

/** Lines that stand beside every one of the heads and say the same, or are page numbers. */
function dropBeside(lines: string[], places: number[], step: number, gone: Set<number>): void {
  for (let distance = step; Math.abs(distance) < 4; distance += step) {
    const beside = places.map((place) => place + distance).filter((at) => at >= 0 && at < lines.length);
    const said = beside.filter((at) => (lines[at] as string).trim() !== "");
    if (said.length === 0) continue;
    const numbers = said.filter((at) => PAGE_NUMBER.test(lines[at] as string));
    for (const at of numbers) gone.add(at);
    if (numbers.length > 0) continue;
    const words = new Set(said.map((at) => (lines[at] as string).trim()));
    if (words.size > 1 || said.length < places.length || said.length < 2 || NO_HEAD.test([...words].join())) return;
    for (const at of said) gone.add(at);
  }
}

function isFirstOfKind(lines: string[], place: number, gone: Set<number>): boolean {
  const line = lines[place] as string;
  if (PAGE_NUMBER.test(line)) return false;
  return ![...gone].some((other) => other < place && keyOf(lines[other] as string) === keyOf(line));
}

function keyOf(line: string): string {
  return line.replace(/\d+/g, "#").replace(/\s+/g, "");
}
