import type { AgendaItem } from "#documents/model.ts";
import type { RichText } from "#rich-text/model.ts";
import { flatText, fromLines } from "./flat-text.ts";

/** A text of an item that can be quoted and compared. `key` stays the same from one dispatch to the next. */
export type Part = { key: string; heading: string | null; body: RichText; text: string };

export const RECOMMENDATIONS = "recommendations";

/** A sent agenda is kept and stays as it is (`readDispatches`), so its items' parts are worked out once. */
const known = new WeakMap<AgendaItem, Part[]>();

/** The texts of an item in the order they are read. Two sections with one role are told apart by their order. */
export function partsOf(item: AgendaItem): Part[] {
  const parts = known.get(item) ?? readParts(item);
  known.set(item, parts);
  return parts;
}

function readParts(item: AgendaItem): Part[] {
  const seen = new Map<string, number>();
  return [
    ...(item.text.trim() === "" ? [] : [part("text", null, fromLines(item.text))]),
    ...(item.recommendations.length === 0 ? [] : [part(RECOMMENDATIONS, null, fromPoints(item.recommendations))]),
    ...item.sections.map(({ role, heading, body }) => {
      const order = (seen.get(role) ?? 0) + 1;
      seen.set(role, order);
      return part(`section:${role}:${order}`, heading, body);
    }),
  ];
}

const part = (key: string, heading: string | null, body: RichText): Part => ({
  key,
  heading,
  body,
  text: flatText(body),
});

function fromPoints(points: AgendaItem["recommendations"]): RichText {
  const content = points.map(({ text }) => ({
    type: "listItem",
    content: fromLines(text || " ").content ?? [],
  }));
  return { type: "doc", content: [{ type: "orderedList", attrs: { start: points[0]?.number ?? 1 }, content }] };
}
