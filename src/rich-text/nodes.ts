import { Node } from "@tiptap/core";
import { Table } from "@tiptap/extension-table";
import { changes } from "./marks.ts";

/** The words of a footnote stand in the note itself, so that a paragraph and its notes are moved and merged as one. */
export const footnote = Node.create({
  name: "footnote",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({
    text: {
      default: "",
      validate: "string",
      parseHTML: (element: HTMLElement) => element.getAttribute("data-footnote") ?? "",
      renderHTML: ({ text }: Record<string, unknown>) => ({ "data-footnote": text, title: text }),
    },
  }),
  parseHTML: () => [{ tag: "span[data-footnote]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", { class: "footnote", ...HTMLAttributes }],
});

export const table = Table.extend({
  marks: changes,
  addAttributes: () => ({
    caption: {
      default: null,
      validate: "string|null",
      parseHTML: (element: HTMLElement) =>
        element.getAttribute("data-caption") ?? (element.querySelector("caption")?.textContent?.trim() || null),
      renderHTML: ({ caption }: Record<string, unknown>) => (caption ? { "data-caption": caption } : {}),
    },
  }),
});
