import { describe, expect, it } from "vitest";
import type { ItemDecision } from "./item-queries.ts";
import { pathOf } from "./path.ts";
import type { Treatment } from "./trail-queries.ts";

const own = { committee: { name: "Teknikudvalget", key: "teknikudvalget" }, date: "2024-06-11" };

function aTreatment(committeeName: string, date: string | null): Treatment {
  return { committeeName, committeeKey: committeeName.toLowerCase(), roles: ["recommends"], date, item: null };
}

function aDecision(committeeName: string | null, decidedOn: string | null, isOwn = false): ItemDecision {
  return {
    isOwn,
    committeeName,
    committeeKey: committeeName?.toLowerCase() ?? null,
    decidedOn,
    outcome: "recommended",
    text: "Anbefales.",
    parts: [],
    attendance: [],
    dissents: [],
  };
}

describe("an item's path through the bodies", () => {
  it("puts each body's decision at its step and knows its own", () => {
    const steps = pathOf(
      [
        aTreatment("Skoleudvalget", "2024-06-05"),
        aTreatment("Teknikudvalget", "2024-06-11"),
        aTreatment("Byrådet", "2024-06-25"),
      ],
      [aDecision("Skoleudvalget", "2024-06-05"), aDecision("Teknikudvalget", "2024-06-11", true)],
      own,
    );
    expect(steps.map((step) => [step.committeeName, step.isOwn, step.decision !== null])).toEqual([
      ["Skoleudvalget", false, true],
      ["Teknikudvalget", true, true],
      ["Byrådet", false, false],
    ]);
  });

  it("adds bodies that decided without being listed, by day", () => {
    const steps = pathOf([aTreatment("Teknikudvalget", "2024-06-11")], [aDecision("Seniorrådet", "2024-06-03")], own);
    expect(steps.map((step) => step.committeeName)).toEqual(["Seniorrådet", "Teknikudvalget"]);
  });

  it("gives a body that treats the item twice the decision of each day", () => {
    const steps = pathOf(
      [aTreatment("Teknikudvalget", "2024-05-14"), aTreatment("Teknikudvalget", "2024-06-11")],
      [aDecision("Teknikudvalget", "2024-06-11", true)],
      own,
    );
    expect(steps.map((step) => step.decision !== null)).toEqual([false, true]);
  });
});
