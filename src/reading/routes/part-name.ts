import { RECOMMENDATIONS } from "#reading/parts.ts";
import type { ReadingMessages } from "./messages.ts";

/** What a part of an item is called: its own heading, or what it is. */
export const partName = (t: ReadingMessages, key: string, heading: string | null): string =>
  heading ?? (key === RECOMMENDATIONS ? t.recommendations : t.itemText);
