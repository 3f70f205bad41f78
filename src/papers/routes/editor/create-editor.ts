import { Editor, Extension } from "@tiptap/core";
import { suggestChanges, suggestChangesKey, withSuggestChanges } from "@handlewithcare/prosemirror-suggest-changes";
import { TextSelection, type Transaction } from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";
import { extensions } from "#rich-text/extensions.ts";
import type { RichText } from "#rich-text/model.ts";
import { cleanPastedHtml } from "./clean-pasted.ts";
import { findingMarks } from "./finding-marks.ts";
import { newSuggestion } from "./suggested-by.ts";

type Options = {
  element: HTMLElement;
  body: RichText;
  /** What the text is called to those who listen. */
  label: string;
  /** Who suggests changes. */
  person: string;
  onChange: () => void;
};

/** The editor of a section, with suggested changes and clean pasting. */
export function createEditor({ element, body, label, person, onChange }: Options): Editor {
  return new Editor({
    element,
    content: body,
    extensions: [...extensions, suggesting(person), findingMarks],
    injectCSS: false,
    editorProps: {
      attributes: {
        class: "rich-text editor__text",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        lang: "da",
      },
      transformPastedHTML: (html) => cleanPastedHtml(html),
    },
    onUpdate: ({ transaction }) => {
      if (!transaction.getMeta(FROM_OTHERS)) onChange();
    },
  });
}

/** Words typed in the place of others end before the writer, also when they became a suggestion beside what they replace. */
function caretAfterWords(typed: Transaction, tracked: Transaction): Transaction {
  const [step] = typed.steps;
  const isWords = typed.steps.length === 1 && step instanceof ReplaceStep && step.slice.content.firstChild?.isText;
  if (!isWords || typed.selection.head !== step.from + step.slice.size) return tracked;
  let end = -1;
  for (const [index, map] of tracked.mapping.maps.entries())
    map.forEach((_from, _to, newFrom, newTo) => {
      if (newTo > newFrom) end = tracked.mapping.slice(index + 1).map(newTo);
    });
  return end < 0 ? tracked : tracked.setSelection(TextSelection.near(tracked.doc.resolve(end), -1));
}

const FROM_OTHERS = "fromOthers";

function suggesting(person: string) {
  return Extension.create({
    name: "suggesting",
    addProseMirrorPlugins: () => [suggestChanges()],
    dispatchTransaction({ transaction, next }) {
      const { view } = this.editor;
      // What the editor does to itself before it is shown is no suggestion.
      if (transaction.steps.length === 0) next(transaction);
      else
        withSuggestChanges(
          (tracked) => next(tracked === transaction ? tracked : caretAfterWords(transaction, tracked)),
          () => newSuggestion(person),
        ).call(view, transaction);
    },
  });
}

/** Puts a text in the place of the editor's, touching only what differs, so that the one who writes stays where they are. */
export function takeText(editor: Editor, body: RichText): void {
  const { state, view } = editor;
  const next = state.schema.nodeFromJSON(body);
  const start = state.doc.content.findDiffStart(next.content);
  const ends = state.doc.content.findDiffEnd(next.content);
  if (start === null || !ends) return;
  // Where equal text stands on both sides of a change, the two ends may have passed the start.
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b));
  const slice = next.slice(start, ends.b + overlap);
  const change = state.tr.replace(start, ends.a + overlap, slice);
  const whole = change.doc.eq(next) ? change : state.tr.replaceWith(0, state.doc.content.size, next.content);
  view.dispatch(
    whole.setMeta("addToHistory", false).setMeta(FROM_OTHERS, true).setMeta(suggestChangesKey, { skip: true }),
  );
}
