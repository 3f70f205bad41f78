import type { Editor } from "@tiptap/core";
import {
  applySuggestion,
  applySuggestions,
  isSuggestChangesEnabled,
  revertSuggestion,
  revertSuggestions,
  toggleSuggestChanges,
} from "@handlewithcare/prosemirror-suggest-changes";
import type { Command } from "@tiptap/pm/state";
import type { ToolMessages } from "./tool-messages.ts";
import type { Tool } from "./Toolbar.tsx";
import { ToolFace } from "./ToolFace.tsx";

/** What is asked in words before a tool can do its work. */
export type Question = "link" | "footnote" | "caption";

/** The tools of the text, in groups. */
export function textTools(editor: Editor, t: ToolMessages, ask: (question: Question) => void): Tool[][] {
  const chain = () => editor.chain().focus();
  const mark = (name: string, label: string, face: Tool["face"]): Tool => ({
    id: name,
    label,
    face,
    run: () => chain().toggleMark(name).run(),
    pressed: editor.isActive(name),
  });
  const heading = (level: 2 | 3 | 4): Tool => ({
    id: `heading-${level}`,
    label: t.heading(level),
    face: `O${level - 1}`,
    run: () => chain().toggleHeading({ level }).run(),
    pressed: editor.isActive("heading", { level }),
  });
  const inItem = editor.isActive("listItem");
  return [
    [
      {
        id: "undo",
        label: t.undo,
        face: <ToolFace shape="undo" />,
        run: () => chain().undo().run(),
        disabled: !editor.can().undo(),
      },
      {
        id: "redo",
        label: t.redo,
        face: <ToolFace shape="redo" />,
        run: () => chain().redo().run(),
        disabled: !editor.can().redo(),
      },
    ],
    [
      {
        id: "paragraph",
        label: t.paragraph,
        face: "Aa",
        run: () => chain().setParagraph().run(),
        pressed: editor.isActive("paragraph"),
      },
      heading(2),
      heading(3),
      heading(4),
    ],
    [
      mark("bold", t.bold, <b>F</b>),
      mark("italic", t.italic, <i>K</i>),
      mark("superscript", t.superscript, <>x²</>),
      mark("subscript", t.subscript, <>x₂</>),
    ],
    [
      {
        id: "bullets",
        label: t.bulletList,
        face: <ToolFace shape="bullets" />,
        run: () => chain().toggleBulletList().run(),
        pressed: editor.isActive("bulletList"),
      },
      {
        id: "numbers",
        label: t.orderedList,
        face: "1.",
        run: () => chain().toggleOrderedList().run(),
        pressed: editor.isActive("orderedList"),
      },
      {
        id: "deeper",
        label: t.deeper,
        face: <ToolFace shape="deeper" />,
        run: () => chain().sinkListItem("listItem").run(),
        disabled: !inItem,
      },
      {
        id: "higher",
        label: t.higher,
        face: <ToolFace shape="higher" />,
        run: () => chain().liftListItem("listItem").run(),
        disabled: !inItem,
      },
    ],
    [
      {
        id: "link",
        label: t.link,
        face: <ToolFace shape="link" />,
        run: () => (editor.isActive("link") ? chain().extendMarkRange("link").unsetMark("link").run() : ask("link")),
        pressed: editor.isActive("link"),
        disabled: editor.state.selection.empty && !editor.isActive("link"),
      },
      { id: "footnote", label: t.footnote, face: <>a¹</>, run: () => ask("footnote") },
      {
        id: "table",
        label: t.table,
        face: <ToolFace shape="table" />,
        run: () => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
        disabled: editor.isActive("table"),
      },
    ],
    [
      {
        id: "suggest",
        label: t.suggest,
        face: <ins>±</ins>,
        run: () => runCommand(editor, toggleSuggestChanges),
        pressed: isSuggestChangesEnabled(editor.state),
      },
    ],
  ];
}

/** The tools of the table the writer stands in. */
export function tableTools(editor: Editor, t: ToolMessages, ask: (question: Question) => void): Tool[][] {
  const chain = () => editor.chain().focus();
  const tool = (id: string, label: string, face: string, run: () => boolean): Tool => ({ id, label, face, run });
  return [
    [
      tool("add-row", t.addRow, `+ ${t.addRow}`, () => chain().addRowAfter().run()),
      tool("add-column", t.addColumn, `+ ${t.addColumn}`, () => chain().addColumnAfter().run()),
      tool("delete-row", t.deleteRow, t.deleteRow, () => chain().deleteRow().run()),
      tool("delete-column", t.deleteColumn, t.deleteColumn, () => chain().deleteColumn().run()),
    ],
    [
      tool("head-row", t.headRow, t.headRow, () => chain().toggleHeaderRow().run()),
      tool("head-column", t.headColumn, t.headColumn, () => chain().toggleHeaderColumn().run()),
      tool("merge-cells", t.mergeCells, t.mergeCells, () => chain().mergeOrSplit().run()),
      { id: "caption", label: t.caption, face: t.caption, run: () => ask("caption") },
      tool("delete-table", t.deleteTable, t.deleteTable, () => chain().deleteTable().run()),
    ],
  ];
}

/** The tools of suggested changes: the one the writer stands in, and all of them. */
export function suggestionTools(editor: Editor, t: ToolMessages): Tool[][] {
  const id = suggestionAt(editor);
  const one = (command: (id: string | number) => Command) => () => id !== null && runCommand(editor, command(id));
  const tool = (id: string, label: string, run: () => unknown, disabled = false): Tool => ({
    id,
    label,
    face: (
      <>
        <ToolFace shape={id.startsWith("accept") ? "accept" : "reject"} />
        {label}
      </>
    ),
    run,
    disabled,
  });
  return [
    [
      tool("accept", t.accept, one(applySuggestion as (id: string | number) => Command), id === null),
      tool("reject", t.reject, one(revertSuggestion as (id: string | number) => Command), id === null),
    ],
    [
      tool("accept-all", t.acceptAll, () => runCommand(editor, applySuggestions)),
      tool("reject-all", t.rejectAll, () => runCommand(editor, revertSuggestions)),
    ],
  ];
}

const CHANGES = new Set(["insertion", "deletion", "modification"]);

export function hasSuggestions(editor: Editor): boolean {
  let found = false;
  editor.state.doc.descendants((node) => {
    found ||= node.marks.some(({ type }) => CHANGES.has(type.name));
    return !found;
  });
  return found;
}

/** The number of the suggestion the writer stands in or beside. */
export function suggestionAt(editor: Editor): string | number | null {
  const { $from } = editor.state.selection;
  const around = [
    $from.nodeAfter,
    $from.nodeBefore,
    ...Array.from({ length: $from.depth }, (_, depth) => $from.node(depth + 1)),
  ];
  const mark = around.flatMap((node) => node?.marks ?? []).find(({ type }) => CHANGES.has(type.name));
  return (mark?.attrs["id"] as string | number | undefined) ?? null;
}

function runCommand(editor: Editor, command: Command): void {
  command(editor.state, editor.view.dispatch, editor.view);
  editor.commands.focus();
}
