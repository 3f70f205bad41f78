import { getSchema } from "@tiptap/core";
import { Node, type Schema } from "@tiptap/pm/model";
import { extensions } from "./extensions.ts";
import type { RichText } from "./model.ts";
import { tidy } from "./tidy.ts";

const MOST = { nodes: 20_000, characters: 500_000, depth: 24, span: 50 };

let made: Schema | undefined;

/** Made when first asked for: most of what the server does needs no text. */
const schema = (): Schema => (made ??= getSchema(extensions));

/**
 * What came from an editor, as a text with nothing in it that the schema does not know: unknown attributes fall away,
 * and so do empty paragraphs and headings between blocks. Null when it is no text, or too large to be a section (20,000
 * nodes, 500,000 characters).
 */
export function parseRichText(value: unknown): RichText | null {
  if (!isBounded(value)) return null;
  try {
    const node = Node.fromJSON(schema(), tidy(value));
    node.check();
    if (node.type !== schema().topNodeType || !isSound(node)) return null;
    return node.toJSON() as RichText;
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

/** Walks without recursion: what comes in may be nested to no end. */
function isBounded(value: unknown): boolean {
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  let [nodes, characters] = [0, 0];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value === "string") characters += value.length;
    if (typeof value !== "object" || value === null) continue;
    // A node and the list that holds it are a level each.
    if (++nodes > MOST.nodes * 4 || depth > MOST.depth * 2) return false;
    for (const part of Object.values(value)) waiting.push({ value: part, depth: depth + 1 });
  }
  return characters <= MOST.characters;
}

/** What the schema itself cannot say of attributes. */
function isSound(doc: Node): boolean {
  let sound = true;
  const whole = (value: unknown, least: number, most: number) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
  doc.descendants(({ type, attrs }) => {
    if (type.name === "heading") sound &&= whole(attrs["level"], 2, 4);
    else if (type.name === "orderedList") sound &&= whole(attrs["start"], 0, 9999);
    else if (type.name === "tableCell" || type.name === "tableHeader")
      sound &&= whole(attrs["colspan"], 1, MOST.span) && whole(attrs["rowspan"], 1, MOST.span);
    return sound;
  });
  return sound;
}
