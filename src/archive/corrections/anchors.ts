import type { Item } from "#minutes/model.ts";
import { titleKey } from "#minutes/titles.ts";
import type { ItemAnchor, LineAnchor } from "./correction.ts";

type Labelled = { label: string };

/** What finds the line at `index` again; null for a line without words. */
export function anchorLine(lines: Labelled[], index: number): LineAnchor | null {
  const line = lines[index];
  const key = keyOf(line);
  if (!line || key === "") return null;
  const nth = lines.slice(0, index + 1).filter((other) => keyOf(other) === key).length;
  return { text: line.label.slice(0, 2000), after: wordsAfter(lines, index), nth };
}

/** The index of the line that is meant; -1 when no line says those words any more. */
export function findLine(lines: Labelled[], { text, after, nth }: LineAnchor): number {
  const key = titleKey(text);
  const alike = lines.flatMap((line, index) => (keyOf(line) === key ? [index] : []));
  const followed = alike.filter((index) => wordsAfter(lines, index) === after);
  if (followed.length === 1) return followed[0] as number;
  // Where the next line does not tell them apart, their order does.
  return alike[Math.min(nth, alike.length) - 1] ?? -1;
}

function wordsAfter(lines: Labelled[], index: number): string {
  return keyOf(lines.slice(index + 1, index + 50).find((line) => keyOf(line) !== "")).slice(0, 80);
}

const keyOf = (line: Labelled | undefined): string => (line ? titleKey(line.label.slice(0, 2000)) : "");

export function anchorItem(items: Item[], index: number): ItemAnchor {
  const { number, title } = items[index] as Item;
  const nth = items.slice(0, index + 1).filter((item) => item.number === number && item.title === title).length;
  return { number, title: title.slice(0, 500), nth };
}

/**
 * The index of the item that is meant: the one of that number and title, else the only one of that title, else the
 * only one of that number when the titles share most of their words. -1 when there is none.
 */
export function findItem(items: Item[], { number, title, nth }: ItemAnchor): number {
  const indexes = (matches: (item: Item) => boolean) => items.flatMap((item, index) => (matches(item) ? [index] : []));
  const key = titleKey(title);
  const sameTitle = (item: Item) => titleKey(item.title.slice(0, 500)) === key;
  const exact = indexes((item) => item.number === number && sameTitle(item));
  if (exact.length > 0) return exact[Math.min(nth, exact.length) - 1] as number;
  const titled = key === "" ? [] : indexes(sameTitle);
  if (titled.length === 1) return titled[0] as number;
  const numbered = number === null ? [] : indexes((item) => item.number === number && sharesWords(item.title, title));
  return numbered.length === 1 ? (numbered[0] as number) : -1;
}

function sharesWords(left: string, right: string): boolean {
  const [one, other] = [new Set(titleKey(left).split(" ")), new Set(titleKey(right).split(" "))];
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared * 2 >= Math.max(one.size, other.size);
}
