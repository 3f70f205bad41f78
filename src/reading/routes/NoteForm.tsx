import { type SubmitEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { NOTE_LENGTH } from "#reading/limits.ts";
import { clock } from "../../web/formats.ts";
import { useLanguage } from "../../web/use-language.ts";
import { type Keeper, useKeeper } from "./keeper.ts";
import { readingMessages } from "./messages.ts";
import type { Kept } from "./own-form.ts";
import { typedBefore, typedMeanwhile } from "./typed-before.ts";

type Props = {
  item: number;
  number: number;
  note: { text: string; version: number };
  /** What came of the form when it was sent without scripts and not kept. */
  failed: (Kept & { ok: false }) | undefined;
};

/** Milliseconds after the last key before a note is kept. */
const PAUSE = 600;

/** A private note. It is kept while it is written; without scripts by its button. */
export function NoteForm({ item, number, note, failed }: Props) {
  const { t } = useLanguage(readingMessages);
  const keeper = useKeeper();
  const key = `note:${item}`;
  const entry = keeper?.entries.get(key);
  const clash = entry?.refused?.reason === "changed" ? entry.refused : failed?.reason === "changed" ? failed : null;
  const id = `note-${item}`;
  const [text, setText] = useState(() => typedBefore(id) ?? (failed && "mine" in failed ? failed.mine : note.text));
  const version = Number(entry?.fields["version"] ?? (failed && "version" in failed ? failed.version : note.version));
  const [begun, setBegun] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const written = entry?.fields["text"];
  // What was written on this device and has not come into the page, once, when scripts begin. It stands before what has
  // been typed since.
  if (keeper && !begun) {
    setBegun(true);
    if (written !== undefined && text === note.text) setText(written);
    else if (written !== undefined && text !== written && !failed) setText(`${written}\n\n${text}`);
  }

  const keep = (words: string, over = version) => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (words === (written ?? note.text) && !clash) return;
    keeper?.keep(key, { do: "note", item: String(item), version: String(over), text: words }, written);
  };
  const write = (words: string) => {
    setText(words);
    if (!keeper || clash) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => keep(words), PAUSE);
  };
  const submit = (event: SubmitEvent) => {
    if (!keeper) return;
    event.preventDefault();
    keep(text, clash?.version ?? version);
  };
  const settle = (words: string) => {
    setText(words);
    keep(words, clash?.version ?? version);
  };
  useLayoutEffect(() => {
    const words = typedMeanwhile(id);
    if (words !== undefined && words !== text) setText(words);
    // Once: what was typed while this was being rendered.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  useEffect(() => {
    if (begun && !failed && !clash) keep(text);
    // Once: what was typed before the page could keep it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [begun]);
  useEffect(() => {
    const leave = () => timer.current !== undefined && keep(text);
    const hidden = () => document.visibilityState === "hidden" && leave();
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", hidden);
    };
  });
  const error = failed?.reason === "too-long" || entry?.refused?.reason === "too-long";
  return (
    <form method="post" className="note" action={`#punkt-${item}`} onSubmit={submit}>
      <input type="hidden" name="do" value="note" />
      <input type="hidden" name="item" value={item} />
      <input type="hidden" name="version" value={version} />
      <label className="form-label" htmlFor={id}>
        {t.note(number)}
      </label>
      <span className="form-hint" id={`${id}-hint`}>
        {t.notePrivate}
      </span>
      {error && (
        <span className="form-error-message" id={`${id}-error`}>
          {t.noteTooLong}
        </span>
      )}
      <textarea
        className="form-input"
        id={id}
        name="text"
        placeholder=" "
        // A browser that puts an older text back would have it taken for typed.
        autoComplete="off"
        rows={Math.min(12, Math.max(2, text.split("\n").length + 1))}
        maxLength={keeper ? NOTE_LENGTH : undefined}
        value={text}
        aria-describedby={`${id}-hint${error ? ` ${id}-error` : ""}`}
        aria-invalid={error || undefined}
        onChange={(event) => write(event.target.value)}
        onBlur={() => timer.current !== undefined && keep(text)}
      />
      {clash && (
        <div className="note__clash" role="alert">
          <p>{t.noteChanged}</p>
          <p className="note__other-title">{t.otherNote(number)}</p>
          <blockquote>{clash.text || "-"}</blockquote>
          {keeper && (
            <div className="form-buttons">
              <button type="button" className="button button-secondary" onClick={() => settle(text)}>
                {t.keepMine}
              </button>
              <button type="button" className="button button-secondary" onClick={() => settle(clash.text)}>
                {t.keepOther}
              </button>
              <button
                type="button"
                className="button button-secondary"
                onClick={() => settle(`${clash.text}\n\n${text}`.trim())}
              >
                {t.keepBoth}
              </button>
            </div>
          )}
        </div>
      )}
      <div className="note__foot">
        <button type="submit" className="button button-secondary">
          {t.saveNote(number)}
        </button>
        <NoteStatus keeper={keeper} name={key} />
      </div>
    </form>
  );
}

/** Where the note is: on its way, on the device, or kept. */
function NoteStatus({ keeper, name }: { keeper: Keeper | null; name: string }) {
  const { t, language } = useLanguage(readingMessages);
  const entry = keeper?.entries.get(name);
  const time = entry && clock(new Date(entry.at).toTimeString(), language);
  const status = !entry
    ? ""
    : entry.refused
      ? entry.refused.reason === "unknown"
        ? t.refused
        : ""
      : entry.sentAt !== undefined
        ? t.savedAt(time ?? "")
        : keeper?.state === "offline"
          ? t.savedHere
          : keeper?.state === "signed-out"
            ? t.signInToSend
            : t.saving;
  return <output className="note__status">{status}</output>;
}
