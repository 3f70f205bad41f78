import { describe, expect, it } from "vitest";
import { danish, danishIn, placesOf, sumOf } from "./danish-numbers.ts";
import { slipBetween, slipNote } from "./slips.ts";

describe("Danish numbers", () => {
  it("writes thousands with dots and decimals with a comma", () => {
    expect(danish(14_219_290)).toBe("14.219.290");
    expect(danish(38.8)).toBe("38,8");
    expect(danish(82, 1)).toBe("82,0");
    expect(danish(-1272)).toBe("-1.272");
    expect(danish(-0.01, 1)).toBe("0,0");
    expect(danish(999)).toBe("999");
  });

  it("writes in the scale of the neighbours", () => {
    expect(danishIn(2_740_339, 100_000, "kr")).toBe("2,7 mio. kr.");
    expect(danishIn(96_500_000_000, 100_000_000, "kr")).toBe("96,5 mia. kr.");
    expect(danishIn(38.849, 0.1, "percent")).toBe("38,8 %");
    expect(danishIn(8, 1, "points")).toBe("8 procentpoint");
    expect(danishIn(936_000, 1, "kr")).toBe("936.000 kr.");
    expect(danishIn(595, 1, "klager")).toBe("595");
    expect(placesOf(0.01)).toBe(2);
  });

  it("writes sums with minus instead of plus before negative terms", () => {
    expect(sumOf(["1.883", "-5", "66"])).toBe("1.883 - 5 + 66");
  });
});

describe("slips of the pen", () => {
  it.each([
    [14_219_920, 14_219_290, "to cifre byttet om"],
    [597, 595, "ét ciffer afviger"],
    [1547, 15_477, "et ciffer mangler"],
    [15_477, 1547, "et ciffer for meget"],
    [-5, 5, "fortegnet er vendt"],
    [38.4, 39, null],
    [75.3, 75.2, null],
    [64.7, 67.4, "to cifre byttet om"],
    [7, 9, null],
    [595, 595, null],
    [100, 250, null],
  ])("%d for %d is %s", (stated, computed, slip) => {
    expect(slipBetween(stated, computed)).toBe(slip);
  });

  it("makes a parenthesis to end a sentence with", () => {
    expect(slipNote(14_219_920, 14_219_290)).toBe(" (to cifre byttet om)");
    expect(slipNote(100, 250)).toBe("");
  });
});
