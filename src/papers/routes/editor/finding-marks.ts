import { Extension, type Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { ShownFinding } from "./load-section.ts";

const key = new PluginKey<DecorationSet>("findings");

/** Sets off the claims of findings in the text that is being written; they move along with it until the next save. */
export const findingMarks = Extension.create({
  name: "findingMarks",
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, marks) =>
          (transaction.getMeta(key) as DecorationSet | undefined) ?? marks.map(transaction.mapping, transaction.doc),
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

export function markFindings(editor: Editor, findings: ShownFinding[]): void {
  const { doc, tr } = editor.state;
  const marks = findings.flatMap(({ statedAt, block, answer }) => {
    if (answer) return [];
    if (statedAt) {
      const at = positionOf(doc, statedAt.path);
      const [from, to] = at === null ? [0, 0] : [at + statedAt.from, at + statedAt.to];
      if (at !== null && to <= doc.content.size && doc.textBetween(from, to) === statedAt.words)
        return [Decoration.inline(from, to, { class: "finding-mark" })];
    }
    const from = block === null ? null : positionOf(doc, [block]);
    const node = from === null ? null : doc.nodeAt(from);
    return from === null || !node ? [] : [Decoration.node(from, from + node.nodeSize, { class: "finding-block" })];
  });
  editor.view.dispatch(tr.setMeta(key, DecorationSet.create(doc, marks)).setMeta("addToHistory", false));
}

/** Where a block of the text as it was saved stands on the screen; null when it is gone. */
export function topOf(editor: Editor, block: number): number | null {
  const at = positionOf(editor.state.doc, [block]);
  const element = at === null ? null : editor.view.nodeDOM(at);
  return element instanceof HTMLElement ? element.getBoundingClientRect().top : null;
}

/** The position before the node at a path of the saved text, in which there are no empty lines between the blocks. */
function positionOf(doc: Node, path: number[]): number | null {
  let node = doc;
  let at = -1;
  for (const [depth, index] of path.entries()) {
    const children: { child: Node; offset: number }[] = [];
    node.forEach((child, offset) => {
      if (depth > 0 || !isEmptyLine(child)) children.push({ child, offset });
    });
    const found = children[index];
    if (!found) return null;
    at += 1 + found.offset;
    node = found.child;
  }
  return at;
}

const isEmptyLine = (node: Node): boolean =>
  node.isTextblock &&
  node.textContent.trim() === "" &&
  node.children.every((child) => child.isText || child.type.name === "hardBreak");
