import { describe, expect, it } from "vitest";
import { readSource } from "../reading.ts";
import { checkContradictions } from "./check-contradictions.ts";

/** What is found in a text without items: verdict, printed figure and the figure it is held against. */
function found(text: string): string[] {
  return checkContradictions([readSource({ file: "referat.txt", text, minutes: null })])
    .filter(({ verdict }) => verdict !== "ok")
    .map(({ verdict, stated, computed }) => `${verdict}: ${stated} / ${computed}`);
}

describe("two places that tell the same quantity", () => {
  it("finds a summary that says another total than the table", () => {
    const text = `Resume

Biblioteket modtog i 2023 i alt 595 ansøgninger.

Sagsfremstilling

Ansøgninger	2023	2022
Ansøgninger fra børn	414	399
Ansøgninger fra voksne	145	137
Ansøgninger i alt	559	536
`;
    expect(found(text)).toEqual(["error: 595 / 559"]);
  });

  it("says nothing of two years", () => {
    const text = `Biblioteket modtog i 2023 i alt 595 ansøgninger.

Der er tale om en stor søgning.

Biblioteket modtog i 2022 i alt 559 ansøgninger.
`;
    expect(found(text)).toEqual([]);
  });
});
