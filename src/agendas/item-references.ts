const STORED = /\[punkt:(\d+)\]/g;
const WRITTEN = /\[(?:punkt|item) (\d+)\]/gi;

/**
 * Texts of an agenda point to its items by the item, never by its number: "[punkt:118]" is kept, "[punkt 79]" is what the
 * secretary writes and sees, "punkt 79" is what is printed. So every reference follows when items change places.
 */
export function printReferences(text: string, numbers: ReadonlyMap<number, number>): string {
  return text.replace(STORED, (_, id: string) => {
    const number = numbers.get(Number(id));
    return number === undefined ? "et punkt, som er taget af" : `punkt ${number}`;
  });
}

/** As it is edited. What points to an item that is gone stays as it is kept, so that the secretary sees it. */
export function writeReferences(text: string, numbers: ReadonlyMap<number, number>): string {
  return text.replace(STORED, (kept, id: string) => {
    const number = numbers.get(Number(id));
    return number === undefined ? kept : `[punkt ${number}]`;
  });
}

/** As it is kept; `unknown` are the numbers that no item has. */
export function keepReferences(
  text: string,
  numbers: ReadonlyMap<number, number>,
): { text: string; unknown: number[] } {
  const ids = new Map([...numbers].map(([id, number]) => [number, id]));
  const unknown: number[] = [];
  const kept = text.replace(WRITTEN, (written, number: string) => {
    const id = ids.get(Number(number));
    if (id === undefined) unknown.push(Number(number));
    return id === undefined ? written : `[punkt:${id}]`;
  });
  return { text: kept, unknown };
}
