import { expect, test } from "vitest";
import { findDissents } from "./dissents.ts";
import { unwrapped } from "./wrapped-lines.ts";

test.each([
  ["Ib Kjær (V) kan\nikke tiltræde.", "Ib Kjær (V) kan ikke tiltræde."],
  ["Sagen blev taget af\ndagsordenen.", "Sagen blev taget af dagsordenen."],
  ["Ib Kjær (V) og\nEva Rask (A) stemte imod.", "Ib Kjær (V) og Eva Rask (A) stemte imod."],
  ["Fristen er senest den\n1. juni 2020.", "Fristen er senest den 1. juni 2020."],
])("a line that goes on is made whole: %j", (text, whole) => expect(unwrapped(text)).toBe(whole));

test.each([
  "Godkendt.\nIb Kjær (V) stemte imod.",
  "Følgende stemte imod:\nIb Kjær (V)\nEva Rask (A)",
  "Udvalget beslutter,\n1. at planen vedtages",
  "a) Godkendt\nb) Udsat",
  "Ad 1: Godkendt\nad 2: Udsat",
  "Godkendt af udvalget\n\nog ikke mere.",
])("lines that stand for themselves stay: %j", (text) => expect(unwrapped(text)).toBe(text));

test("who dissents is found across lines", () => {
  const text = unwrapped("Et mindretal bestående af Dansk Folkeparti og\nEnhedslisten kan ikke støtte\nstrategien.");
  expect(findDissents(text).map(({ by }) => by)).toEqual([["Dansk Folkeparti", "Enhedslisten"]]);
});
