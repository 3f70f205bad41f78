import type { Editor } from "@tiptap/core";
import { isSuggestChangesEnabled } from "@handlewithcare/prosemirror-suggest-changes";
import { suggestedBy } from "./suggested-by.ts";
import { hasSuggestions, type Question, suggestionAt, suggestionTools, tableTools, textTools } from "./text-tools.tsx";
import type { ToolMessages } from "./tool-messages.ts";
import { Toolbar } from "./Toolbar.tsx";

type Props = { editor: Editor; t: ToolMessages; controls: string; ask: (question: Question) => void };

/** The toolbar, and below it those of the table and of the suggestions while there are any. */
export function EditorToolbars({ editor, t, controls, ask }: Props) {
  const by = suggestedBy(suggestionAt(editor));
  return (
    <>
      <Toolbar label={t.toolbar} groups={textTools(editor, t, ask)} controls={controls} />
      {editor.isActive("table") && (
        <Toolbar label={t.tableTools} groups={tableTools(editor, t, ask)} controls={controls} />
      )}
      {hasSuggestions(editor) && (
        <Toolbar
          label={by ? t.suggestedBy(by) : t.suggestionTools}
          groups={suggestionTools(editor, t)}
          controls={controls}
        />
      )}
      {isSuggestChangesEnabled(editor.state) && <p className="editor__mode">{t.suggesting}</p>}
    </>
  );
}
