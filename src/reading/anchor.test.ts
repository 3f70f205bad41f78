import fc from "fast-check";
import { expect, test } from "vitest";
import { anchor, quoteOf } from "./anchor.ts";

const text = [
  "Forvaltningen forventer et merforbrug på 3,9 mio. kr. på børneområdet.",
  "Udgifterne er steget. Udgifterne er steget i to år.",
  "Der er ikke fundet tegn på, at udgifterne falder af sig selv.",
].join("\n");

const rangeOf = (words: string, nth = 0) => {
  let from = -1;
  for (let n = 0; n <= nth; n++) from = text.indexOf(words, from + 1);
  return { from, to: from + words.length };
};

test("a quotation is found where it was", () => {
  const range = rangeOf("et merforbrug på 3,9 mio. kr.");
  expect(anchor(text, quoteOf(text, range))).toEqual(range);
});

test("of two equal places the one with the same neighbours is found", () => {
  for (const nth of [0, 1]) {
    const range = rangeOf("Udgifterne er steget", nth);
    expect(anchor(text, { ...quoteOf(text, range), start: 0 })).toEqual(range);
  }
});

test("a browser's line breaks and spaces are those of the text", () => {
  const quote = { start: 0, quote: "børneområdet.Udgifterne  er\u00a0steget.", prefix: "", suffix: "" };
  const found = anchor(text, quote);
  expect(found && text.slice(found.from, found.to)).toBe("børneområdet.\nUdgifterne er steget.");
});

test("words that are changed are not found", () => {
  const quote = quoteOf(text, rangeOf("et merforbrug på 3,9 mio. kr."));
  expect(anchor(text.replace("3,9", "4,2"), quote)).toBeNull();
});

test("a short quotation is not found among strangers", () => {
  const quote = quoteOf(text, rangeOf("er"));
  expect(anchor("Sagen er en anden, og alle er glade.", quote)).toBeNull();
});

const bare = (words: string) => words.replace(/\s/g, "");

const lines = fc.array(fc.stringMatching(/^[a-zæøå]{1,8}( [a-zæøå]{1,8}){3,12}\.$/), { minLength: 2, maxLength: 8 });

test("a highlight survives every change around it, and points at its own words", () => {
  fc.assert(
    fc.property(lines, lines, lines, fc.nat(), fc.nat(), (before, own, after, at, length) => {
      const sentence = own.join(" ");
      const whole = [...before, sentence, ...after].join("\n");
      const start = whole.indexOf(sentence);
      const from = start + (at % Math.max(1, sentence.length - 30));
      const range = { from, to: Math.min(start + sentence.length, from + 25 + (length % 60)) };
      const quote = quoteOf(whole, range);
      if (bare(quote.quote).length < 24) return;
      const changed = [...after, sentence, ...before, ...own].join("\n");
      const found = anchor(changed, quote);
      expect(found).not.toBeNull();
      if (found) expect(bare(changed.slice(found.from, found.to))).toBe(bare(quote.quote));
    }),
  );
});

test("what is found are always the quoted words, whatever the text has become", () => {
  fc.assert(
    fc.property(lines, lines, fc.nat(), fc.nat(), (first, second, at, length) => {
      const [whole, changed] = [first.join("\n"), [...second, ...first.slice(1)].join("\n")];
      const from = at % whole.length;
      const quote = quoteOf(whole, { from, to: from + 1 + (length % 40) });
      const found = anchor(changed, quote);
      if (found) expect(bare(changed.slice(found.from, found.to))).toBe(bare(quote.quote));
      else if (bare(quote.quote) !== "" && !bare(changed).includes(bare(quote.quote))) expect(found).toBeNull();
      if (bare(quote.quote) !== "") expect(anchor(whole, quote)).not.toBeNull();
    }),
  );
});
