import type { Editor } from "@tiptap/core";
import type { ToolMessages } from "./tool-messages.ts";

/** The footnotes of the text below it, to be written in. */
export function NoteList({ editor, t }: { editor: Editor; t: ToolMessages }) {
  const notes: { at: number; text: string }[] = [];
  editor.state.doc.descendants((node, at) => {
    if (node.type.name === "footnote") notes.push({ at, text: String(node.attrs["text"]) });
  });
  if (notes.length === 0) return null;
  const write = (at: number, text: string) => editor.view.dispatch(editor.state.tr.setNodeAttribute(at, "text", text));
  const remove = (at: number) => editor.view.dispatch(editor.state.tr.delete(at, at + 1));
  return (
    <section className="editor__notes">
      <h3>{t.notes}</h3>
      <ol>
        {notes.map(({ at, text }, index) => (
          <li key={index}>
            <input
              className="form-input"
              aria-label={t.note(index + 1)}
              value={text}
              onChange={({ target }) => write(at, target.value)}
            />
            <button
              type="button"
              className="button button-tertiary"
              aria-label={`${t.remove} ${t.note(index + 1).toLowerCase()}`}
              onClick={() => remove(at)}
            >
              {t.remove}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
