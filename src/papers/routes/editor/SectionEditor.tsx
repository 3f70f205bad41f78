import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { RichText } from "../../../web/components/RichText.tsx";
import type { FormErrors } from "../../../web/components/Form.tsx";
import { useLanguage } from "../../../web/use-language.ts";
import { Difference } from "./Difference.tsx";
import { FindingMargin } from "./FindingMargin.tsx";
import { markFindings, topOf } from "./finding-marks.ts";
import { editorMessages } from "./messages.ts";
import { NoteList } from "./NoteList.tsx";
import { OtherWriters } from "./OtherWriters.tsx";
import { QuestionLine } from "./QuestionLine.tsx";
import { SaveStatus } from "./SaveStatus.tsx";
import { EditorToolbars } from "./EditorToolbars.tsx";
import type { Question } from "./text-tools.tsx";
import { toolMessages } from "./tool-messages.ts";
import { type SectionData, useEditing } from "./use-editing.ts";

type Props = { data: SectionData; errors: FormErrors | undefined; written: string | undefined };

/** The section as it will look, written in; with its toolbar, how it stands with saving, and the figures in the margin. */
export function SectionEditor({ data, errors, written }: Props) {
  const { section, municipality, paper } = data;
  const { t: words, to, language } = useLanguage(editorMessages);
  const t = toolMessages[language];
  const id = useId();
  const holder = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const margin = useRef<HTMLElement>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const editing = useEditing(holder, data, language, words.textLabel(section.heading));
  const { editor, state, findings, merged, restored, draft } = editing;
  const here = findings.filter(({ sectionId }) => sectionId === section.id);

  useEffect(() => {
    if (editor && state.kind === "saved") markFindings(editor, here);
    // oxlint-disable-next-line react/exhaustive-deps
  }, [editor, findings, state.kind]);

  // Each finding stands beside its block where there is room, and below the one before it.
  useEffect(() => {
    const list = margin.current?.querySelector("ul");
    if (!editor || !list) return;
    let next = 0;
    for (const item of list.querySelectorAll<HTMLLIElement>(":scope > li")) {
      const top = item.dataset["block"] === undefined ? null : topOf(editor, Number(item.dataset["block"]));
      const wanted = top === null ? next : Math.max(next, top - list.getBoundingClientRect().top);
      item.style.setProperty("--above", `${Math.round(wanted - next)}px`);
      next = wanted + item.offsetHeight;
    }
  });

  /** Forms of the page wait for what was written last. */
  const saveFirst = (event: FormEvent<HTMLElement>) => {
    const submitted = event.target;
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (!(submitted instanceof HTMLFormElement) || !editing.isDirty()) return;
    event.preventDefault();
    // What cannot be saved is told of in its own place, and the form waits for it.
    void editing.flush().then(() => !editing.isDirty() && submitted.requestSubmit(submitter));
  };

  /** The page with both texts is made by the server, as it is without scripts. */
  const choose = () => {
    if (!editor || !form.current) return;
    const field = (name: string) => form.current?.elements.namedItem(name) as HTMLInputElement;
    field("body").value = JSON.stringify(editor.getJSON());
    field("baseVersion").value = String(editing.version());
    form.current.requestSubmit();
  };

  return (
    <>
      <div className="editor__main">
        <div className="editor__bar">
          {editor && (
            <>
              <SaveStatus state={state} t={t} language={language} onChoose={choose} />
              <EditorToolbars editor={editor} t={t} controls={id} ask={setQuestion} />
              {question && (
                <QuestionLine
                  key={question}
                  editor={editor}
                  question={question}
                  t={t}
                  onDone={() => setQuestion(null)}
                />
              )}
            </>
          )}
          {!editor && <p className="save-status">{t.loading}</p>}
        </div>
        {restored && <output className="notice">{t.restored(restored)}</output>}
        {draft && (
          <div className="notice notice--text" role="alert">
            <p>{t.draft(draft.when)}</p>
            <button type="button" className="button button-primary" onClick={editing.restore}>
              {t.restore}
            </button>{" "}
            <button type="button" className="button button-tertiary" onClick={editing.discard}>
              {t.discard}
            </button>
          </div>
        )}
        {merged && (
          <div className="notice notice--text" role="alert">
            <p>{t.merged(merged.by, merged.clock)}</p>
            <details>
              <summary>{words.whatChanged}</summary>
              <Difference changes={merged.changes} />
            </details>
          </div>
        )}
        <div className="editor__sheet">
          <h2>{section.heading}</h2>
          {section.help && <p className="form-hint">{section.help}</p>}
          <div
            ref={holder}
            id={id}
            className={editor ? "editor__holder" : "editor__holder editor__holder--waiting"}
          ></div>
          {!editor && <RichText text={section.body} suggestions="shown" />}
          {editor && <NoteList editor={editor} t={t} />}
        </div>
        {editor && <OtherWriters others={editing.others} />}
        <form method="post" ref={form} hidden>
          <input type="hidden" name="body" defaultValue="" />
          <input type="hidden" name="markdown" defaultValue="" />
          <input type="hidden" name="baseVersion" defaultValue="" />
          <input type="hidden" name="do" defaultValue="save" />
        </form>
      </div>
      {editor && (
        <div className="editor__margin" onSubmit={saveFirst}>
          <FindingMargin
            ref={margin}
            findings={findings}
            sectionId={section.id}
            href={to.paperFindings(municipality.slug, paper.id)}
            errors={errors}
            written={written}
          />
        </div>
      )}
    </>
  );
}
