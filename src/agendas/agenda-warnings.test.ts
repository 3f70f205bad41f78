import { describe, expect, test } from "vitest";
import {
  type AgendaFacts,
  agendaWarnings,
  type AgendaWarning,
  isHindrance,
  type ItemFacts,
  type PaperOfItem,
} from "./agenda-warnings.ts";

const paper: PaperOfItem = {
  reference: "26-000041",
  state: "ready",
  changed: false,
  before: [],
  onPath: true,
  recommendations: 1,
  sections: [
    { heading: "Resumé", role: "summary", required: true, empty: false },
    { heading: "Økonomi", role: "economy", required: true, empty: false },
  ],
  text: "Legepladsen koster 40.000 kr.",
  attachments: [],
  openFindings: 0,
};
const item: ItemFacts = {
  id: 7,
  kind: "paper",
  closed: false,
  closedGround: null,
  startsAt: null,
  minutes: null,
  lateReason: null,
  paper,
};
const agenda: AgendaFacts = {
  today: "2027-01-20",
  deadline: "2027-01-27",
  committee: "Skoleudvalget",
  date: "2027-02-02",
  start: "13:00",
  end: "15:00",
  extraordinary: false,
  calledBy: null,
  recipients: 5,
  seats: 7,
  unsentBefore: [],
  items: [item],
};
const ofPaper = (change: Partial<PaperOfItem>) =>
  agendaWarnings({ ...agenda, items: [{ ...item, paper: { ...paper, ...change } }] });
const ofItem = (change: Partial<ItemFacts>, whole: Partial<AgendaFacts> = {}) =>
  agendaWarnings({ ...agenda, ...whole, items: [{ ...item, ...change }] });
const school = { committee: "Skoleudvalget", treated: false };

test("an agenda with all in order has none", () => {
  expect(agendaWarnings(agenda)).toEqual([]);
});

describe("a paper", () => {
  test.each<[string, Partial<PaperOfItem>, Partial<AgendaWarning>[]]>([
    ["that is a draft", { state: "draft" }, [{ code: "paper-not-ready", state: "draft" } as never]],
    ["that was withdrawn", { state: "withdrawn" }, [{ code: "paper-not-ready", state: "withdrawn" } as never]],
    ["that another body has got already", { state: "dispatched" }, []],
    ["that was changed after it was put on", { changed: true }, [{ code: "paper-changed" }]],
    ["that is not on its way here", { onPath: false }, [{ code: "not-on-path" }]],
    ["that an earlier body has treated", { before: [{ ...school, date: "2027-03-02", treated: true }] }, []],
    ["that an earlier body treats before", { before: [{ ...school, date: "2027-01-26" }] }, []],
    ["that an earlier body treats the same day", { before: [{ ...school, date: "2027-02-02" }] }, []],
    [
      "that skips a body",
      { before: [{ ...school, date: null }] },
      [{ code: "path-skipped", committee: "Skoleudvalget" } as never],
    ],
    [
      "that an earlier body gets later",
      { before: [{ ...school, date: "2027-02-09" }] },
      [{ code: "path-later", committee: "Skoleudvalget", date: "2027-02-09" } as never],
    ],
    ["without a point for this body", { recommendations: 0 }, [{ code: "no-recommendation" }]],
    [
      "without its Økonomi",
      { sections: [paper.sections[0] as never, { heading: "Økonomi", role: "economy", required: true, empty: true }] },
      [{ code: "section-empty", heading: "Økonomi" } as never],
    ],
    ["whose template has no Økonomi", { sections: paper.sections.slice(0, 1) }, [{ code: "no-economy" }]],
    [
      "whose Økonomi may be empty and is",
      { sections: [{ heading: "Økonomi", role: "economy", required: false, empty: true }] },
      [{ code: "no-economy" }],
    ],
    [
      "with an empty section that need not be there",
      {
        sections: [...paper.sections, { heading: "Den videre proces", role: "process", required: false, empty: true }],
      },
      [],
    ],
    [
      "that speaks of an attachment it has not",
      { text: "Se bilag 2 om prisen.", attachments: ["Kort"] },
      [{ code: "attachment-missing", words: "bilag 2" } as never],
    ],
    [
      "that says something is enclosed",
      { text: "Kortet er vedlagt." },
      [{ code: "attachment-missing", words: "vedlagt" } as never],
    ],
    ["with figures nobody has answered for", { openFindings: 3 }, [{ code: "open-findings", count: 3 } as never]],
  ])("%s", (_what, change, expected) => {
    expect(ofPaper(change)).toEqual(expected.map((warning) => ({ item: 7, ...warning })));
  });
});

describe("an item", () => {
  test.each<[string, Partial<ItemFacts>, Partial<AgendaFacts>, string[]]>([
    ["that is closed without ground", { closed: true, closedGround: " " }, {}, ["closed-without-ground"]],
    ["that is closed with one", { closed: true, closedGround: "Personforhold" }, {}, []],
    ["on the last day", {}, { today: "2027-01-27" }, []],
    ["a day too late", {}, { today: "2027-01-28" }, ["late-without-reason"]],
    ["too late with a reason", { lateReason: "Fristen fra ministeriet" }, { today: "2027-01-28" }, []],
    ["before the meeting begins", { startsAt: "12:30", minutes: 10 }, {}, ["slot-outside"]],
    ["past the meeting's end", { startsAt: "14:50", minutes: 20 }, {}, ["slot-outside"]],
    ["up to the meeting's end", { startsAt: "14:40", minutes: 20 }, {}, []],
    ["after an end nobody has set", { startsAt: "19:40", minutes: 20 }, { end: null }, []],
    ["longer than the meeting", { minutes: 150 }, {}, ["time-runs-out"]],
  ])("%s", (_what, change, whole, codes) => {
    expect(ofItem(change, whole).map(({ code }) => code)).toEqual(codes);
  });

  test("that every agenda has is never late", () => {
    const standing = { ...item, id: 1, kind: "standing" as const, paper: null };
    const late = { ...agenda, today: "2027-02-01", items: [standing, { ...item, lateReason: "Haster" }] };
    expect(agendaWarnings(late)).toEqual([]);
  });

  test("that takes the next one's time is told at the next one", () => {
    const two = [
      { ...item, startsAt: "13:00", minutes: 30 },
      { ...item, id: 8, paper: { ...paper, reference: "26-000042" }, startsAt: "13:20", minutes: 10 },
    ];
    expect(agendaWarnings({ ...agenda, items: two })).toEqual([{ item: 8, code: "slot-overlap", minutes: 10 }]);
    const back = [two[1], two[0]] as ItemFacts[];
    expect(agendaWarnings({ ...agenda, items: back })).toEqual([{ item: 7, code: "slot-order" }]);
  });

  test("of a case that is on already", () => {
    const two = [item, { ...item, id: 8 }];
    expect(agendaWarnings({ ...agenda, items: two })).toEqual([{ item: 8, code: "same-case", reference: "26-000041" }]);
  });
});

describe("the whole", () => {
  test.each<[string, Partial<AgendaFacts>, string[]]>([
    ["with standing items only", { items: [{ ...item, kind: "standing", paper: null }] }, ["nothing-to-treat"]],
    ["that nobody gets", { recipients: 0 }, ["nobody-to-send-to"]],
    ["that fewer than half the members get", { recipients: 3 }, ["few-recipients"]],
    ["that half the members get", { recipients: 4 }, []],
    ["of a committee whose seats are not known", { recipients: 1, seats: null }, []],
    ["extraordinary and nobody has asked for it", { extraordinary: true }, ["no-caller"]],
    ["extraordinary because the chair wants it", { extraordinary: true, calledBy: "chair" }, []],
    ["with an earlier one not sent", { unsentBefore: [{ date: "2027-01-26", items: 6 }] }, ["unsent-before"]],
  ])("%s", (_what, change, codes) => {
    expect(agendaWarnings({ ...agenda, ...change }).map(({ code }) => code)).toEqual(codes);
  });

  test("is hindered by what the law asks for, not by what may be as it should", () => {
    const found = agendaWarnings({
      ...agenda,
      today: "2027-02-01",
      recipients: 0,
      items: [{ ...item, closed: true, paper: { ...paper, state: "withdrawn", recommendations: 0 } }],
    });
    expect(found.map((warning) => [warning.code, isHindrance(warning)])).toEqual([
      ["nobody-to-send-to", true],
      ["paper-not-ready", true],
      ["no-recommendation", false],
      ["closed-without-ground", true],
      ["late-without-reason", true],
    ]);
  });
});
