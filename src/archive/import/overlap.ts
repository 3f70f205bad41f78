/** By which two printings of an item are known to be the same: its number, or its title where one has no number. */
export type ItemKey = { number: string | null; titleKey: string };

export function sameItem(left: ItemKey, right: ItemKey): boolean {
  return left.number !== null && right.number !== null
    ? left.number === right.number
    : left.titleKey === right.titleKey;
}

/** How much of two documents is the same items: 0 nothing, 1 all. Two documents without items are the same. */
export function overlap(left: ItemKey[], right: ItemKey[]): number {
  if (left.length === 0 && right.length === 0) return 1;
  const shared = left.filter((item) => right.some((other) => sameItem(item, other))).length;
  return shared / (left.length + right.length - shared);
}

/** A number without the spaces some print in it: "46 a" -> "46a". */
export function itemNumber(number: string | null): string | null {
  return number?.replace(/\s+/g, "") || null;
}

/** As `document_revision.item_keys` keeps it: "46 budgetkontrol pr 1 maj"; the number is "-" when there is none. */
export function writeKey({ number, titleKey }: ItemKey): string {
  return `${itemNumber(number) ?? "-"} ${titleKey}`;
}

export function readKey(text: string): ItemKey {
  const space = text.indexOf(" ");
  const number = text.slice(0, space);
  return { number: number === "-" ? null : number, titleKey: text.slice(space + 1) };
}
