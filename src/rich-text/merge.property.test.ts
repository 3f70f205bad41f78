import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeTexts, settle } from "./merge.ts";
import type { RichNode, RichText } from "./model.ts";
import { bullets, paragraph, tableOf } from "./testing.ts";
import { textOf } from "./text-of.ts";

const sentence = fc
  .array(fc.constantFrom("vej", "sti", "bro", "budget", "klage", "12", "2026"), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(" "));
const block: fc.Arbitrary<RichNode> = fc.oneof(
  sentence.map((text) => paragraph(text)),
  fc.array(sentence, { minLength: 1, maxLength: 3 }).map((items) => bullets(...items)),
  fc.array(fc.tuple(sentence, sentence), { maxLength: 3 }).map((rows) => tableOf(["a", "b"], ...rows)),
);
const text = fc.array(block, { minLength: 1, maxLength: 6 }).map((content): RichText => ({ type: "doc", content }));

test("whoever changed nothing takes the other's text", () => {
  fc.assert(
    fc.property(text, text, (base, other) => {
      expect(mergeTexts(base, base, other)).toMatchObject({ ok: true, text: other });
      expect(mergeTexts(base, other, base)).toMatchObject({ ok: true, text: other });
      expect(mergeTexts(base, other, other)).toMatchObject({ ok: true, text: other });
    }),
  );
});

test("no word that either wrote is lost, whatever the texts", () => {
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      const merged = mergeTexts(base, mine, theirs);
      const whole = wordsIn(merged.ok ? merged.text : settle(merged.parts, []));
      const before = wordsIn(base);
      for (const written of [mine, theirs])
        for (const word of wordsIn(written)) expect(whole.has(word) || before.has(word)).toBe(true);
    }),
  );
});

test("changes of different blocks never ask anybody", () => {
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 2, maxLength: 8 }), fc.nat(), fc.nat(), (sentences, first, second) => {
      const [at, to] = [first % sentences.length, second % sentences.length];
      fc.pre(at !== to);
      // Numbered, for two equal paragraphs cannot be told apart.
      const blocks = sentences.map((text, index) => paragraph(`${index}. ${text}`));
      const written = (where: number) => blocks.with(where, paragraph(`${where}. ny tekst`));
      const merged = mergeTexts(doc(blocks), doc(written(at)), doc(written(to)));
      expect(merged).toMatchObject({ ok: true, text: doc(written(at).with(to, paragraph(`${to}. ny tekst`))) });
    }),
  );
});

const doc = (content: RichNode[]): RichText => ({ type: "doc", content });
const wordsIn = (text: RichText) => new Set(textOf(text).match(/[\p{L}\p{N}]+/gu));
