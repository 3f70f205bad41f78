import fc from "fast-check";
import { expect, test } from "vitest";
import { parseQuery } from "./query.ts";

test("words must be there, phrases in their order, and what has a minus not at all", () => {
  const { wanted, excluded } = parseQuery('klager "godt liv i lokalområder" -budget -"første gang"');
  expect(wanted).toEqual([
    {
      kind: "phrase",
      text: "godt liv i lokalområder",
      lexemes: ["godt", "liv", "lokalomraad"],
    },
    { kind: "word", text: "klager", lexeme: "klag" },
  ]);
  expect(excluded.map(({ kind, text }) => [kind, text])).toEqual([
    ["word", "budget"],
    ["phrase", "første gang"],
  ]);
});

test.each(["15.00.00-G01-39-18S", "15.00.00 G01 39 18", "15.00.00-g01-39-18", "15.00.00-G01-0039-18"])(
  "the case number %s is one case however it is typed",
  (typed) => {
    expect(parseQuery(typed).wanted).toEqual([{ kind: "case", text: typed, key: "#15-0-0-g1-39-18" }]);
  },
);

test.each(["24-002766", "24-2766", "24/002766"])("the short case number %s loses its zeros", (typed) => {
  expect(parseQuery(typed).wanted).toEqual([{ kind: "case", text: typed, key: "#24-2766" }]);
});

test("an unfinished quotation is a phrase to the end", () => {
  expect(parseQuery('"budget 2025').wanted).toMatchObject([{ kind: "phrase", text: "budget 2025" }]);
});

test("too much is cut and said", () => {
  expect(parseQuery("ord ".repeat(5000))).toMatchObject({ cut: true, wanted: [{ text: "ord" }] });
  const many = Array.from({ length: 60 }, (_, at) => `uniktord${at}`).join(" ");
  expect(parseQuery(many).cut).toBe(true);
  expect(parseQuery(many).wanted.length).toBe(20);
});

test("nothing typed makes it fail", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^["\- a-zæøå0-9'\\%&|!:*<>().]{0,80}$/u)),
      (typed) => {
        const { wanted, excluded } = parseQuery(typed);
        expect(wanted.length + excluded.length).toBeLessThanOrEqual(40);
      },
    ),
    { numRuns: 3000 },
  );
});
