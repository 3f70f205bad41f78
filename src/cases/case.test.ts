import { describe, expect, test } from "vitest";
import { caseTimeline, type TreatedItem, type TreatmentElsewhere } from "./case.ts";

function anItem(committeeKey: string, date: string): TreatedItem {
  return {
    kind: "item",
    id: 1,
    committeeKey,
    committee: committeeKey,
    committeeName: committeeKey,
    date,
    sitting: 1,
    item: "1",
    number: "1",
    title: "Ungehus",
    closed: false,
    outcome: "recommended",
    text: "Anbefales.",
    attachments: [],
  };
}

function aStep(committeeKey: string, date: string | null, rest: Partial<TreatmentElsewhere> = {}): TreatmentElsewhere {
  return {
    kind: "elsewhere",
    committeeKey,
    committeeName: committeeKey,
    date,
    roles: ["recommends"],
    outcome: null,
    text: null,
    meeting: null,
    toldOn: "2024-06-11",
    ...rest,
  };
}

const shown = (items: TreatedItem[], told: TreatmentElsewhere[]) =>
  caseTimeline(items, told).map((step) => `${step.date} ${step.committeeKey} ${step.kind}`);

describe("caseTimeline", () => {
  test("stands newest first, whichever body treated it", () => {
    expect(shown([anItem("byraadet", "2024-06-25"), anItem("ku", "2024-06-11")], [aStep("oeu", "2024-06-17")])).toEqual(
      ["2024-06-25 byraadet item", "2024-06-17 oeu elsewhere", "2024-06-11 ku item"],
    );
  });

  test("leaves a step that is an item in the archive to the item", () => {
    expect(shown([anItem("ku", "2024-06-11")], [aStep("ku", "2024-06-11")])).toEqual(["2024-06-11 ku item"]);
  });

  test("tells a step once that many items print, with the decision that one of them quotes", () => {
    const told = [
      aStep("oeu", "2024-06-17"),
      aStep("oeu", "2024-06-17", { roles: [], outcome: "approved", text: "Godkendt." }),
    ];
    expect(caseTimeline([anItem("ku", "2024-06-11")], told)[0]).toMatchObject({
      committeeKey: "oeu",
      roles: ["recommends"],
      outcome: "approved",
      text: "Godkendt.",
    });
  });

  test("tells a step without a day only of a body that is not met otherwise, and above the item that tells of it", () => {
    expect(shown([anItem("ku", "2024-06-11")], [aStep("ku", null), aStep("byraadet", null)])).toEqual([
      "null byraadet elsewhere",
      "2024-06-11 ku item",
    ]);
    expect(shown([], [aStep("oeu", null), aStep("oeu", "2024-06-17")])).toEqual(["2024-06-17 oeu elsewhere"]);
  });
});
