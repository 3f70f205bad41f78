import { mergeTexts, settle } from "#rich-text/merge.ts";
import type { RichText } from "#rich-text/model.ts";
import type { SaveAnswer } from "./save.ts";

/** How it stands with the text, to be told in words. `kept`: whether this browser has it. */
export type SaveState =
  | { kind: "saved"; clock: string | null }
  | { kind: "writing" | "saving" }
  | { kind: "offline" | "failed" | "signed-out" | "gone" | "forbidden" | "too-long"; kept: boolean }
  | { kind: "conflict"; by: string | null; kept: boolean };

export type Saved = Extract<SaveAnswer, { ok: true }>;

type Options = {
  version: number;
  /** The text as it stands in the editor. */
  read: () => RichText;
  /** Puts a text in its place that holds what others wrote. */
  take: (text: RichText) => void;
  /** Asks the server; throws when it cannot be reached. `leaving`: the page is being closed. */
  send: (body: RichText, baseVersion: number, leaving: boolean) => Promise<SaveAnswer | null>;
  /** Keeps the text in the browser; false when the browser will not. */
  keep: (body: RichText, baseVersion: number) => Promise<boolean>;
  /** The same while the page is being closed, when nothing can be awaited. */
  keepAtOnce: (body: RichText, baseVersion: number) => void;
  forget: () => Promise<void>;
  onState: (state: SaveState) => void;
  onSaved: (answer: Saved) => void;
};

/** After the last key, and before another try. */
const PAUSE = 1000;
const AGAIN = 10_000;
const KEEP_PAUSE = 250;

/**
 * Saves a text while it is written: one request at a time, a second after the last key. What is not saved is kept in the
 * browser until it is. After a conflict, or when the person may not save, it only keeps.
 */
export function createAutosave(options: Options) {
  const { read, take, send, keep, keepAtOnce, forget, onState, onSaved } = options;
  let { version } = options;
  let [dirty, busy, stopped, kept] = [false, false, false, true];
  let running: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let keepTimer: ReturnType<typeof setTimeout> | undefined;

  function plan(after: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), after);
  }

  async function keepNow(): Promise<void> {
    clearTimeout(keepTimer);
    keepTimer = undefined;
    kept = await keep(read(), version);
  }

  function save(leaving = false): Promise<void> {
    clearTimeout(timer);
    if (!dirty || busy || stopped) return Promise.resolve();
    running = sendNow(leaving);
    return running;
  }

  async function sendNow(leaving: boolean): Promise<void> {
    busy = true;
    dirty = false;
    onState({ kind: "saving" });
    const body = read();
    let answer: SaveAnswer | null;
    try {
      answer = await send(body, version, leaving);
    } catch {
      answer = null;
      await failed("offline");
    }
    busy = false;
    if (answer === null) {
      if (!dirty) await failed("failed");
    } else if (answer.ok) await saved(answer, body);
    else await refused(answer);
  }

  /** Kept, and tried again. */
  async function failed(kind: "offline" | "failed"): Promise<void> {
    if (dirty) return;
    dirty = true;
    await keepNow();
    onState({ kind, kept });
    plan(AGAIN);
  }

  async function saved(answer: Saved, sent: RichText): Promise<void> {
    version = answer.version;
    if (answer.merged) {
      const { body } = answer.merged;
      // What was written while the answer was on its way is merged into it here.
      const merge = dirty ? mergeTexts(sent, read(), body) : null;
      take(merge === null ? body : merge.ok ? merge.text : settle(merge.parts, []));
    }
    onSaved(answer);
    if (dirty) {
      await keepNow();
      plan(PAUSE);
      return;
    }
    clearTimeout(keepTimer);
    keepTimer = undefined;
    await forget();
    onState({ kind: "saved", clock: answer.clock });
  }

  async function refused(answer: Extract<SaveAnswer, { ok: false }>): Promise<void> {
    dirty = true;
    // A text that is too long becomes shorter by writing; the others need the person to do something.
    stopped = answer.reason !== "too-long";
    await keepNow();
    onState(answer.reason === "conflict" ? { kind: "conflict", by: answer.by, kept } : { kind: answer.reason, kept });
  }

  return {
    /** To be called for each change of the text. */
    changed(): void {
      dirty = true;
      keepTimer ??= setTimeout(() => void keepNow(), KEEP_PAUSE);
      if (stopped) return;
      if (!busy) onState({ kind: "writing" });
      plan(PAUSE);
    },
    /** Saves what is not saved yet, at once: when the connection is back, or before something that needs it. */
    async flush(): Promise<void> {
      // What is on its way is not what was written last.
      await running;
      await save();
    },
    /**
     * To be called when the page may be closed. What is not saved is sent, and kept: the next page may be made before it is
     * there, and what was written while a request was on its way is not in that.
     */
    leave(): void {
      if (!dirty && !busy) return;
      keepAtOnce(read(), version);
      void keepNow();
      void save(true);
    },
    isDirty: (): boolean => dirty || busy,
    version: (): number => version,
    /** A text from the browser was taken up: it was written from `base`. */
    takeUp(base: number): void {
      version = base;
    },
    stop(): void {
      clearTimeout(timer);
      clearTimeout(keepTimer);
      stopped = true;
    },
  };
}

export type Autosave = ReturnType<typeof createAutosave>;
