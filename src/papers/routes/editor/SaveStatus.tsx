import { links } from "../../../web/links.ts";
import type { Language } from "../../../web/language.ts";
import type { SaveState } from "./autosave.ts";
import type { ToolMessages } from "./tool-messages.ts";

type Props = {
  state: SaveState;
  t: ToolMessages;
  language: Language;
  /** Goes to the page where both texts stand. */
  onChoose: () => void;
};

/** How it stands with the text, in words that are read aloud when they change for the worse. */
export function SaveStatus({ state, t, language, onChoose }: Props) {
  const isTrouble = !["saved", "writing", "saving"].includes(state.kind);
  return (
    <p className={isTrouble ? "save-status save-status--trouble" : "save-status"} role={isTrouble ? "alert" : "status"}>
      <span>{wordsOf(state, t)}</span>
      {state.kind === "signed-out" && (
        <>
          {" "}
          <a href={links[language].signIn(window.location.pathname)}>{t.signIn}</a>
        </>
      )}
      {state.kind === "conflict" && (
        <button type="button" className="button button-primary" onClick={onChoose}>
          {t.chooseNow}
        </button>
      )}
    </p>
  );
}

function wordsOf(state: SaveState, t: ToolMessages): string {
  switch (state.kind) {
    case "saved":
      return state.clock === null ? t.savedBefore : t.saved(state.clock);
    case "writing":
      return t.writing;
    case "saving":
      return t.saving;
    case "conflict":
      return withKept(t.conflict(state.by ?? t.somebody), state.kept, t);
    case "signed-out":
      return withKept(t.signedOut, state.kept, t);
    case "too-long":
      return t.tooLong;
    case "offline":
    case "failed":
    case "gone":
    case "forbidden":
      return withKept(t[state.kind], state.kept, t);
  }
}

/** A browser that keeps nothing must not be said to. */
const withKept = (words: string, kept: boolean, t: ToolMessages): string => (kept ? words : t.notKept);
