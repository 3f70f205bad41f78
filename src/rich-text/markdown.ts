import { diffIndices } from "node-diff3";
import { keyOf } from "./align.ts";
import { readBlocks } from "./markdown-read.ts";
import { writeBlocks } from "./markdown-write.ts";
import { emptyText, type RichText } from "./model.ts";
import { parseRichText } from "./schema.ts";

/**
 * A text as it is written where there are no scripts: Markdown with `|` tables (`!` before a row's head, `<` and `^` where
 * a cell reaches over others, "Tabel:" before the caption), notes as `[^words]`, and `{++new++}` `{--old--}`.
 */
export function toMarkdown(text: RichText): string {
  return writeBlocks(text.content ?? []);
}

/** Any words are a text; null only when there are too many of them for a section. */
export function fromMarkdown(markdown: string): RichText | null {
  const lines = markdown.replace(/\r\n?/g, "\n").split("\n");
  return parseRichText({ type: "doc", content: readBlocks(lines) });
}

/**
 * What became of `text` when its Markdown was edited. Blocks whose words are as they were stay as they were, also in what
 * Markdown cannot say.
 */
export function applyMarkdown(text: RichText, markdown: string): RichText | null {
  const edited = fromMarkdown(markdown);
  if (!edited) return null;
  const [before, after] = [text.content ?? [], edited.content ?? []];
  const written = fromMarkdown(toMarkdown(text))?.content ?? [];
  // A block that comes back as two cannot be told from what was put in: then the words decide.
  if (written.length !== before.length) return edited;
  const content = [...after];
  let [at, to] = [0, 0];
  const keep = (until: number) => {
    for (; at < until; at++, to++) content[to] = before[at] ?? (after[to] as (typeof after)[number]);
  };
  for (const { buffer1, buffer2 } of diffIndices(written.map(keyOf), after.map(keyOf))) {
    keep(buffer1[0]);
    at += buffer1[1];
    to += buffer2[1];
  }
  keep(before.length);
  return parseRichText({ ...emptyText, content });
}
