import { expect, test } from "vitest";
import { saysMore } from "./says-more.ts";

test.each([
  "Godkendt.",
  "Til efterretning",
  "Dagsordenen blev herefter godkendt.",
  "Anbefales godkendt.",
  " ",
  "Drøftet.",
])("%j says no more than its tag", (text) => expect(saysMore(text)).toBe(false));

test.each([
  "Godkendt, idet udvalget ønsker en status.",
  "Ad. 1: Anbefales",
  "Anbefales med model A.",
  "Ikke godkendt.",
])("%j says more than its tag", (text) => expect(saysMore(text)).toBe(true));
