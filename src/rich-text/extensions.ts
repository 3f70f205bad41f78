import type { AnyExtension } from "@tiptap/core";
import { Document } from "@tiptap/extension-document";
import { BulletList, ListItem, OrderedList } from "@tiptap/extension-list";
import { TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { StarterKit } from "@tiptap/starter-kit";
import { changeMarks, changes, link, subscript, superscript } from "./marks.ts";
import { footnote, table } from "./nodes.ts";

const cell = {
  content: "paragraph+",
  marks: changes,
  addAttributes: () => ({
    colspan: { default: 1, validate: "number" },
    rowspan: { default: 1, validate: "number" },
    colwidth: { default: null, parseHTML: () => null, renderHTML: () => ({}) },
  }),
};

/**
 * What a text may hold, the same on the server and in the editor. Blocks that hold blocks let change marks stand on what
 * they hold, so that a whole paragraph, item or row can be suggested. The names stand in the README.
 */
export const extensions: AnyExtension[] = [
  StarterKit.configure({
    blockquote: false,
    bulletList: false,
    code: false,
    codeBlock: false,
    document: false,
    heading: { levels: [2, 3, 4] },
    horizontalRule: false,
    link: false,
    listItem: false,
    orderedList: false,
    strike: false,
    trailingNode: false,
    underline: false,
  }),
  Document.extend({ marks: changes }),
  BulletList.extend({ marks: changes }),
  OrderedList.extend({
    marks: changes,
    addAttributes: () => ({
      start: {
        default: 1,
        validate: "number",
        parseHTML: (element: HTMLElement) => Number.parseInt(element.getAttribute("start") ?? "1", 10) || 1,
      },
    }),
  }),
  ListItem.extend({ marks: changes, content: "paragraph (paragraph | bulletList | orderedList)*" }),
  table,
  TableRow.extend({ marks: changes }),
  TableCell.extend(cell),
  TableHeader.extend(cell),
  footnote,
  link,
  superscript,
  subscript,
  ...changeMarks,
];
