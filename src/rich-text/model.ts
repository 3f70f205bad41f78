/** Text with structure, as the editor keeps it: ProseMirror's JSON. What may stand in it is said by `schema.ts`. */
export type RichText = { type: "doc"; content?: RichNode[] };

export type RichNode = {
  type: string;
  attrs?: Record<string, unknown>;
  content?: RichNode[];
  marks?: RichMark[];
  text?: string;
};

export type RichMark = { type: string; attrs?: Record<string, unknown> };

export const emptyText: RichText = { type: "doc", content: [{ type: "paragraph" }] };
