import fc from "fast-check";
import { expect, test } from "vitest";
import { passwordFault } from "./passwords.ts";

const ida = { name: "Ida Holm", email: "ida.holm@eksempelkoebing.dk", words: ["Birkeby Kommune"] };

test.each([
  "korrekt hest batteri",
  "tre-blaa-stole-i-regn",
  "Vq8!mZ2#pLw9",
  "æbler og pærer på række",
  "🦊🐝🦉 tre dyr i skoven",
])("%j can be used", (password) => {
  expect(passwordFault(password, ida)).toBeNull();
});

test.each([
  ["kort-kode", "too-short"],
  ["🦊🐝🦉🦊🐝🦉", "too-short"],
  ["a".repeat(129), "too-long"],
  ["1qaz2wsx3edc", "known"],
  ["Unbelievable", "known"],
  ["sunshine123456", "known"],
  ["!!!Dragon2026!!!", "known"],
  ["dragondragondragon", "known"],
  ["Undervisning", "known"],
  ["undervisning2026", "known"],
  ["aaaaaaaaaaaaaaaa", "known"],
  ["Adgangskode1234", "known"],
  ["AdgangskodeVelkommen1", "easy"],
  ["Sommer2026Sommer2026", "easy"],
  ["idaholm-idaholm1", "easy"],
  ["Eksempelkoebing2026!", "easy"],
  ["BirkebyKommune2026", "easy"],
  ["qwertyqwerty12345", "known"],
] as const)("%j is %s", (password, fault) => {
  expect(passwordFault(password, ida)).toBe(fault);
});

test("any text at all gets an answer, and soon", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200, unit: "grapheme" }), (password) => {
      expect([null, "too-short", "too-long", "known", "easy"]).toContain(passwordFault(password, ida));
    }),
    { numRuns: 50 },
  );
});
