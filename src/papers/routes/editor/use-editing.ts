import type { Editor } from "@tiptap/core";
import { type RefObject, useEffect, useReducer, useRef, useState } from "react";
import type { RichText } from "#rich-text/model.ts";
import { moment } from "../../../web/formats.ts";
import type { Language } from "../../../web/language.ts";
import { links } from "../../../web/links.ts";
import { type Autosave, createAutosave, type Saved, type SaveState } from "./autosave.ts";
import { type Draft, drafts } from "./drafts.ts";
import type { loadSection, ShownFinding, ShownWriter } from "./load-section.ts";
import type { SaveAnswer } from "./save.ts";

export type SectionData = Awaited<ReturnType<typeof loadSection>>;

/** A text found in the browser, which nobody has decided about yet. */
export type FoundDraft = Draft & { when: string };

/** Small enough for a request that outlives its page. */
const MOST_KEEPALIVE = 60_000;

/**
 * Brings the editor to life in `holder`, saves what is written, keeps it in the browser until it is saved, and asks for the
 * recomputed figures after each save. `editor` is null until the page can be written in.
 */
export function useEditing(
  holder: RefObject<HTMLElement | null>,
  data: SectionData,
  language: Language,
  label: string,
) {
  const { municipality, paper, section, person } = data;
  const [editor, setEditor] = useState<Editor | null>(null);
  const [state, setState] = useState<SaveState>({ kind: "saved", clock: null });
  const [findings, setFindings] = useState<ShownFinding[]>(data.findings);
  const [others, setOthers] = useState<ShownWriter[]>(data.others);
  const [merged, setMerged] = useState<Saved["merged"]>(null);
  const [draft, setDraft] = useState<FoundDraft | null>(null);
  const [restored, setRestored] = useState<string | null>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const autosave = useRef<Autosave | null>(null);
  const takeUp = useRef<(draft: Draft) => void>(() => undefined);
  const to = links[language];
  const key = [person.id, municipality.slug, paper.id, section.id].join("/");

  useEffect(() => {
    const element = holder.current;
    if (!element) return undefined;
    let [made, gone]: [Editor | null, boolean] = [null, false];
    const save = createAutosave({
      version: section.version,
      read: () => made?.getJSON() as RichText,
      take: (text) => made && take(made, text),
      send: (body, baseVersion, leaving) =>
        send(to.paperSectionSave(municipality.slug, paper.id, section.id), body, baseVersion, leaving),
      keep: (body, baseVersion) => drafts.keep(key, { body, baseVersion, at: Date.now() }),
      keepAtOnce: (body, baseVersion) => drafts.keepAtOnce(key, { body, baseVersion, at: Date.now() }),
      forget: () => drafts.forget(key),
      onState: setState,
      onSaved(answer) {
        setOthers(answer.others);
        if (answer.merged) setMerged(answer.merged);
        void askFindings(to.paperFindingsFile(municipality.slug, paper.id)).then((found) => {
          if (found && !gone && !save.isDirty()) setFindings(found);
        });
      },
    });
    autosave.current = save;
    let take: (editor: Editor, text: RichText) => void = () => undefined;

    async function start(element: HTMLElement): Promise<void> {
      const { createEditor, takeText } = await import("./create-editor.ts");
      const found = await drafts.find(key);
      if (gone) return;
      take = takeText;
      made = createEditor({ element, body: section.body, label, person: person.name, onChange: save.changed });
      made.on("transaction", redraw);
      setEditor(made);
      takeUp.current = (draft) => {
        if (!made) return;
        save.takeUp(draft.baseVersion);
        takeText(made, draft.body);
        save.changed();
      };
      if (!found) return;
      const when = moment(new Date(found.at), language);
      // It went into the merged text that was saved after it.
      const isMerged = data.done === "flettet" && found.at < section.savedAt;
      if (isMerged || JSON.stringify(found.body) === JSON.stringify(made.getJSON())) await drafts.forget(key);
      // Nobody else has written since: it goes on where it stopped.
      else if (found.baseVersion === section.version) {
        takeUp.current(found);
        setRestored(when);
      } else setDraft({ ...found, when });
    }

    const back = () => void save.flush();
    const hidden = () => document.visibilityState === "hidden" && save.leave();
    window.addEventListener("online", back);
    window.addEventListener("pagehide", save.leave);
    document.addEventListener("visibilitychange", hidden);
    void start(element);
    return () => {
      gone = true;
      window.removeEventListener("online", back);
      window.removeEventListener("pagehide", save.leave);
      document.removeEventListener("visibilitychange", hidden);
      save.stop();
      made?.destroy();
    };
    // The page belongs to one section; another section is another page.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);

  return {
    editor,
    state,
    findings,
    others,
    merged,
    restored,
    draft,
    restore(): void {
      if (draft) takeUp.current(draft);
      setDraft(null);
    },
    discard(): void {
      setDraft(null);
      void drafts.forget(key);
    },
    flush: async (): Promise<void> => autosave.current?.flush(),
    isDirty: (): boolean => autosave.current?.isDirty() ?? false,
    version: (): number => autosave.current?.version() ?? section.version,
  };
}

/** Null when the server answers something else than it should; throws when it cannot be reached. */
async function send(
  address: string,
  body: RichText,
  baseVersion: number,
  leaving: boolean,
): Promise<SaveAnswer | null> {
  const json = JSON.stringify({ body, baseVersion });
  const response = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: json,
    keepalive: leaving && json.length < MOST_KEEPALIVE,
  });
  const isJson = response.headers.get("Content-Type")?.startsWith("application/json") ?? false;
  return isJson ? ((await response.json()) as SaveAnswer) : null;
}

async function askFindings(address: string): Promise<ShownFinding[] | null> {
  try {
    const response = await fetch(address, { headers: { Accept: "application/json" } });
    return response.ok ? ((await response.json()) as ShownFinding[]) : null;
  } catch (error) {
    // Without a connection the margin stays as it is; that the text is not saved is told elsewhere.
    if (error instanceof TypeError) return null;
    throw error;
  }
}
