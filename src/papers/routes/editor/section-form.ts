import { applyMarkdown } from "#rich-text/markdown.ts";
import type { RichText } from "#rich-text/model.ts";
import { parseRichText } from "#rich-text/schema.ts";

/** What was sent: the text, when it can be kept as one, and the words as they are shown again. */
export type SentText = { body: RichText | null; sent: SentFields; baseVersion: number };

/** `body`: the editor's JSON, empty without scripts; then `markdown` is the text. */
export type SentFields = { body: string; markdown: string; baseVersion: string };

/** Reads the text of a form. `standing`: the section as it stands, for what Markdown cannot say. */
export function readText(form: FormData, standing: RichText): SentText {
  const field = (name: string) => String(form.get(name) ?? "");
  const sent = { body: field("body"), markdown: field("markdown"), baseVersion: field("baseVersion") };
  // A form that lost its fields on the way is no text that somebody emptied.
  if (!form.has("body") && !form.has("markdown")) return { body: null, sent, baseVersion: Number.NaN };
  const body = sent.body === "" ? applyMarkdown(standing, sent.markdown) : parseRichText(parseJson(sent.body));
  return { body, sent, baseVersion: Number(sent.baseVersion) };
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
