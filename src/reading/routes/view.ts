import type { AgendaItem } from "#documents/model.ts";
import type { ItemChange } from "#reading/changes.ts";
import type { Highlight } from "#reading/own-queries.ts";
import type { Part } from "#reading/parts.ts";
import { type PlacedHighlight, placeOf } from "#reading/place-of.ts";
import type { Keeper } from "./keeper.ts";

/** An item as the page gets it; where highlights stand is worked out where it is shown, also without a connection. */
export type ItemView = {
  item: AgendaItem;
  note: { text: string; version: number };
  highlights: Highlight[];
  state: "unread" | "read" | "changed";
  change: ItemChange | null;
};

/** The item's state with what the reader has done since the page was made. */
export function stateOf({ item, state }: ItemView, keeper: Keeper | null): ItemView["state"] {
  const all = keeper?.entries.get("read-all");
  const own = keeper?.entries.get(`read:${item.id}`);
  const last = [all, own].filter((entry) => entry !== undefined).sort((a, b) => b.at - a.at)[0];
  if (!last) return state;
  return last.fields["do"] === "unread" ? "unread" : "read";
}

export function highlightsOf({ item, highlights }: ItemView, parts: Part[], keeper: Keeper | null): PlacedHighlight[] {
  const entries = [...(keeper?.entries.values() ?? [])].filter(({ key, fields, refused }) => {
    return key.startsWith("highlight:") && Number(fields["item"]) === item.id && !refused;
  });
  const touched = new Set(entries.map(({ fields }) => fields["id"]));
  const added = entries.flatMap(({ fields }) => (fields["do"] === "highlight" ? [fromFields(item.id, fields)] : []));
  return [...highlights.filter(({ id }) => !touched.has(id)), ...added].map((highlight) => ({
    ...highlight,
    place: placeOf(highlight, parts),
  }));
}

function fromFields(itemId: number, fields: Record<string, string>): Highlight {
  const { id = "", part = "", quote = "", prefix = "", suffix = "", colour = "", start } = fields;
  return { id, itemId, part, quote, prefix, suffix, start: Number(start), colour: colour as Highlight["colour"] };
}
