import { describe, expect, it } from "vitest";
import { findingsIn, verdictOf } from "./testing.ts";

describe("multiples in words", () => {
  it.each([
    "Antallet af udlån er fordoblet fra 1.200 til 2.410.",
    "Ventetiden er halveret fra 30 til 15 dage.",
    "Antallet af henvendelser er mere end fordoblet fra 40 i 2021 til 95 i 2023.",
    "Antallet af ladestandere er tredoblet fra 21 i 2022 til 64 i 2024.",
    "Udgiften er næsten fordoblet fra 2,1 mio. kr. til 3,9 mio. kr.",
    "Der var 64 ladestandere i 2024 mod 32 i 2023, altså en fordobling.",
  ])("holds: %s", (text) => expect(verdictOf(text)).toBe("ok"));

  it.each([
    "Antallet af udlån er fordoblet fra 1.200 til 1.450.",
    "Ventetiden er halveret fra 30 til 24 dage.",
    "Antallet af henvendelser er mere end fordoblet fra 40 i 2021 til 65 i 2023.",
    "Antallet af ladestandere er tredoblet fra 21 i 2022 til 42 i 2024.",
    "Udgiften er næsten fordoblet fra 2,1 mio. kr. til 2,4 mio. kr.",
    "Der var 48 ladestandere i 2024 mod 32 i 2023, altså en fordobling.",
  ])("does not hold: %s", (text) => expect(["error", "warning"]).toContain(verdictOf(text)));

  it.each([
    "Målet er, at antallet skal fordobles fra 12 til 30.",
    "Antallet er fordoblet siden 2019.",
    "Kommunen ønsker antallet halveret, og der er gået fra 30 til 28.",
  ])("silent: %s", (text) => expect(verdictOf(text)).toBe("silent"));

  it("writes the quotient out", () => {
    const [finding] = findingsIn("Antallet af udlån er fordoblet fra 1.200 til 1.450.");
    expect(finding).toMatchObject({ stated: "fordoblet", computed: "1,21", verdict: "error" });
    expect(finding?.explanation).toBe("1.450 / 1.200 = 1,21, og det er ikke en fordobling (2).");
  });
});
