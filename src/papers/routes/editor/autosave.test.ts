import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RichText } from "#rich-text/model.ts";
import { richText } from "#rich-text/testing.ts";
import { textOf } from "#rich-text/text-of.ts";
import { createAutosave, type SaveState } from "./autosave.ts";
import type { SaveAnswer } from "./save.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const ok = (version: number, more: object = {}): SaveAnswer => ({
  ok: true,
  version,
  clock: "13.42",
  others: [],
  merged: null,
  ...more,
});

/** An editor with a text, and a server that answers as it is told. */
function anEditor(answers: (SaveAnswer | null | Error)[]) {
  const editor = { text: richText("Begyndelse."), kept: null as RichText | null, forgotten: 0 };
  const states: SaveState[] = [];
  const sent: { text: string; version: number }[] = [];
  const left: typeof sent = [];
  const autosave = createAutosave({
    version: 1,
    read: () => editor.text,
    take: (text) => {
      editor.text = text;
    },
    async send(body, version) {
      sent.push({ text: textOf(body).trim(), version });
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer ?? null;
    },
    async keep(body) {
      editor.kept = body;
      return true;
    },
    keepAtOnce: (body, version) => void left.push({ text: textOf(body).trim(), version }),
    async forget() {
      editor.kept = null;
      editor.forgotten++;
    },
    onState: (state) => states.push(state),
    onSaved: () => undefined,
  });
  const write = (...paragraphs: string[]) => {
    editor.text = richText(...paragraphs);
    autosave.changed();
  };
  return { editor, states, sent, left, autosave, write, last: () => states.at(-1) };
}

test("a text is saved a second after the last key, and not before", async () => {
  const { sent, write, last, editor } = anEditor([ok(2)]);
  write("A");
  await vi.advanceTimersByTimeAsync(900);
  write("AB");
  await vi.advanceTimersByTimeAsync(900);
  expect(sent).toEqual([]);
  expect(last()).toEqual({ kind: "writing" });
  expect(editor.kept).not.toBeNull();
  await vi.advanceTimersByTimeAsync(200);
  expect(sent).toEqual([{ text: "AB", version: 1 }]);
  expect(last()).toEqual({ kind: "saved", clock: "13.42" });
  expect(editor.kept).toBeNull();
});

test("without a connection the text is kept, and saved when it is back", async () => {
  const { sent, write, last, editor, autosave } = anEditor([new TypeError("fetch failed"), ok(2)]);
  write("A");
  await vi.advanceTimersByTimeAsync(1100);
  expect(last()).toEqual({ kind: "offline", kept: true });
  expect(editor.kept).toEqual(richText("A"));
  await autosave.flush();
  expect(sent).toHaveLength(2);
  expect(last()).toEqual({ kind: "saved", clock: "13.42" });
  expect(editor.kept).toBeNull();
});

test("a server that fails is asked again by itself", async () => {
  const { sent, write, last } = anEditor([null, ok(2)]);
  write("A");
  await vi.advanceTimersByTimeAsync(1100);
  expect(last()).toEqual({ kind: "failed", kept: true });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toHaveLength(2);
  expect(last()).toMatchObject({ kind: "saved" });
});

test.each(["signed-out", "gone", "forbidden"] as const)(
  "whoever is %s keeps the text, and nothing is tried in vain",
  async (reason) => {
    const { sent, write, last, editor } = anEditor([{ ok: false, reason }]);
    write("A");
    await vi.advanceTimersByTimeAsync(1100);
    expect(last()).toEqual({ kind: reason, kept: true });
    write("AB");
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sent).toHaveLength(1);
    expect(editor.kept).toEqual(richText("AB"));
  },
);

test("what others wrote is taken in, with what was written while the answer was on its way", async () => {
  const { editor, write, sent, last } = anEditor([]);
  const answers: SaveAnswer[] = [
    ok(3, { merged: { body: richText("Min.", "Andens."), by: "Signe", clock: "13.40", changes: [] } }),
    ok(4),
  ];
  const slow = createAutosave({
    version: 1,
    read: () => editor.text,
    take: (text) => {
      editor.text = text;
    },
    async send(body, version) {
      sent.push({ text: textOf(body).trim(), version });
      if (sent.length === 1) {
        editor.text = richText("Min egen.", "Gammel.");
        slow.changed();
      }
      return answers.shift() ?? null;
    },
    keep: async () => true,
    keepAtOnce: () => undefined,
    forget: async () => undefined,
    onState: () => undefined,
    onSaved: () => undefined,
  });
  editor.text = richText("Min.", "Gammel.");
  slow.changed();
  await vi.advanceTimersByTimeAsync(1100);
  expect(editor.text).toEqual(richText("Min egen.", "Andens."));
  await vi.advanceTimersByTimeAsync(1100);
  expect(sent.at(-1)).toEqual({ text: "Min egen.\n\nAndens.", version: 3 });
  expect(write).toBeDefined();
  expect(last()).toBeUndefined();
});

test("two requests are never on their way at once", async () => {
  const { sent, write, autosave } = anEditor([ok(2), ok(3)]);
  write("A");
  void autosave.flush();
  await vi.advanceTimersByTimeAsync(0);
  write("AB");
  expect(sent).toEqual([{ text: "A", version: 1 }]);
  await autosave.flush();
  expect(sent.at(-1)).toEqual({ text: "AB", version: 2 });
});

test("a page that is closed keeps what is on its way, and what was written after it, before anything is awaited", () => {
  const { left, sent, write, autosave } = anEditor([ok(2), ok(3)]);
  autosave.leave();
  expect(left).toEqual([]);
  write("A");
  autosave.leave();
  expect(left).toEqual([{ text: "A", version: 1 }]);
  expect(sent).toEqual([{ text: "A", version: 1 }]);
  write("AB");
  autosave.leave();
  expect(left.at(-1)).toEqual({ text: "AB", version: 1 });
});
