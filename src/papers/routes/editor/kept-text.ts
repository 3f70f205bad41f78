import { data } from "react-router";
import { toMarkdown } from "#rich-text/markdown.ts";
import { parseRichText } from "#rich-text/schema.ts";
import type { KeptText } from "./kept-text-model.ts";
import { parseJson, type SentFields } from "./section-form.ts";

/** To be thrown: the page with the text stands where the section's page cannot be made. */
export function keepText(kept: KeptText["kept"], sent: SentFields, status: number, more: Partial<KeptText> = {}) {
  const markdown = sent.markdown || markdownOf(sent.body);
  return data<KeptText>({ kept, sent: { ...sent, markdown }, ...more }, { status });
}

/** People can read and copy Markdown, and nobody JSON. */
function markdownOf(body: string): string {
  const text = parseRichText(parseJson(body));
  return text ? toMarkdown(text) : "";
}
