import { describe, expect, test } from "vitest";
import { meetRealDocuments, realDocuments } from "./real-documents.ts";

const sources = realDocuments();
if (!sources) console.info("De fem rigtige referater (../shared/minutes) er her ikke; prøverne på dem springes over.");

describe.runIf(sources)("the five real documents", () => {
  const met = meetRealDocuments(sources ?? []);
  const said = (id: string) => met.find(({ expectation }) => expectation.id === id)?.said;

  test("the transposed total and the growth of the whole printed for a part are errors", () => {
    expect([said("I17"), said("I01"), said("I19"), said("I05"), said("I29")]).toEqual(Array(5).fill("error"));
  });

  test("nothing that holds, looks alike or was damaged by conversion is an error", () => {
    const wrong = met.filter(
      ({ expectation, said: verdict }) => ["holds", "conversion"].includes(expectation.verdict) && verdict === "error",
    );
    expect(wrong.map(({ expectation }) => expectation.id)).toEqual([]);
  });
});
