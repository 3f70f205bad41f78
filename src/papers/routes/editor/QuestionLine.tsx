import type { Editor } from "@tiptap/core";
import { type SyntheticEvent, useEffect, useId, useRef, useState } from "react";
import { isSafeLink } from "#rich-text/marks.ts";
import type { Question } from "./text-tools.tsx";
import type { ToolMessages } from "./tool-messages.ts";

type Props = { editor: Editor; question: Question; t: ToolMessages; onDone: () => void };

/** A line below the toolbar for the address of a link, the words of a footnote or the caption of a table. */
export function QuestionLine({ editor, question, t, onDone }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  useEffect(() => input.current?.focus(), []);
  const close = () => {
    onDone();
    editor.commands.focus();
  };
  const answer = (event: SyntheticEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const words = input.current?.value.trim() ?? "";
    const href = /^(?:www\.|[\w-]+\.[a-z]{2,}(?:\/|$))/i.test(words) ? `https://${words}` : words;
    if (question === "link" && !isSafeLink(href)) return setWrong(true);
    if (question === "link") editor.chain().focus().setMark("link", { href }).run();
    else if (question === "caption")
      editor
        .chain()
        .focus()
        .updateAttributes("table", { caption: words || null })
        .run();
    else if (words !== "")
      editor
        .chain()
        .focus()
        .setTextSelection(editor.state.selection.to)
        .insertContent({ type: "footnote", attrs: { text: words } })
        .run();
    onDone();
  };
  const label = { link: t.linkAddress, footnote: t.noteText, caption: t.caption }[question];
  const standing = question === "caption" ? String(editor.getAttributes("table")["caption"] ?? "") : "";
  return (
    <form className="question-line" onSubmit={answer} noValidate>
      <label htmlFor={id}>{label}</label>
      {wrong && (
        <span className="form-error-message" id={`${id}-error`} role="alert">
          {t.linkWrong}
        </span>
      )}
      <input
        ref={input}
        onKeyDown={(event) => event.key === "Escape" && close()}
        id={id}
        className="form-input"
        defaultValue={standing}
        inputMode={question === "link" ? "url" : "text"}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${id}-error` : undefined}
      />
      <button type="submit" className="button button-secondary">
        {t.ok}
      </button>
      <button type="button" className="button button-tertiary" onClick={close}>
        {t.cancel}
      </button>
    </form>
  );
}
