import { expect, test } from "vitest";
import { passwordFault } from "./passwords.ts";

const ida = { name: "Ida Holm", email: "ida.holm@eksempelkoebing.dk" };

test.each(["korrekt hest batteri", "tre-blaa-stole-i-regn", "Vq8!mZ2#pLw9"])("%j can be used", (password) => {
  expect(passwordFault(password, ida)).toBeNull();
});

test.each([
  ["kort-kode", "too-short"],
  ["a".repeat(129), "too-long"],
  ["aaaaaaaaaaaaaaaa", "easy"],
  ["Adgangskode1234", "easy"],
  ["Sommer2026Sommer2026", "easy"],
  ["idaholm-idaholm1", "easy"],
  ["Eksempelkoebing2026!", "easy"],
  ["qwertyqwerty12345", "easy"],
] as const)("%j is %s", (password, fault) => {
  expect(passwordFault(password, ida)).toBe(fault);
});
