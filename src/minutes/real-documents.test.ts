import { existsSync, readFileSync, readdirSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type { Item, Minutes } from "./model.ts";
import { isMinutes, readMinutes } from "./read-minutes.ts";

const folder = new URL("../../../shared/minutes/", import.meta.url);
const contract = new URL("../../../shared/contracts/minutes.schema.json", import.meta.url);
const present = existsSync(folder) && existsSync(contract);
if (!present) console.info("De fem rigtige referater (../shared/minutes) er her ikke; prøverne på dem springes over.");

const BRU = "Beskæftigelses- og Rekrutteringsudvalget";
const BI = "Beskæftigelses- og Integrationsudvalget";

function read(file: string): Minutes {
  const text = readFileSync(new URL(file, folder), "utf8");
  return readMinutes({ format: "text", text, pages: null, warnings: [] }, { file, sha256: "" });
}

function itemOf(minutes: Minutes, number: string): Item {
  return minutes.items.find((item) => item.number === number) as Item;
}

describe.runIf(present)("the five real documents", () => {
  const may = present ? read("naestved-bru-2024-05-14.txt") : ({} as Minutes);
  const october = present ? read("naestved-bru-2025-10-28.txt") : ({} as Minutes);
  const june23 = present ? read("naestved-bru-2023-06-13.txt") : ({} as Minutes);
  const june24 = present ? read("naestved-bru-2024-06-11.txt") : ({} as Minutes);
  const horsens = present ? read("horsens-bi-2024-08-28.txt") : ({} as Minutes);
  const all = [may, october, june23, june24, horsens];

  it("fit the public contract", () => {
    const validate = new Ajv2020({ strict: false, formats: { date: /^\d{4}-\d\d-\d\d$/ } }).compile(
      JSON.parse(readFileSync(contract, "utf8")),
    );
    for (const minutes of all) {
      validate(minutes);
      expect(validate.errors).toBeNull();
      expect(isMinutes(minutes)).toBe(true);
    }
    expect(readdirSync(folder)).toHaveLength(5);
  });

  it("give the head of each meeting", () => {
    const heads = all.map(({ kind, municipality, committee, term, date, startTime, endTime, place }) => [
      kind,
      municipality,
      committee,
      term,
      date,
      startTime,
      endTime,
      place,
    ]);
    expect(heads).toEqual([
      ["minutes", "Næstved", BRU, "2022-2025", "2024-05-14", "13:00", null, "Mødelokale 2, Rådmandshaven 20"],
      ["minutes", "Næstved", BRU, "2022-2025", "2025-10-28", "13:00", null, "Mødelokale 2, Rådmandshaven 20"],
      ["minutes", "Næstved", BRU, "2022-2025", "2023-06-13", "13:00", null, "Mødelokale 2, Rådmandshaven 20"],
      ["minutes", "Næstved", BRU, "2022-2025", "2024-06-11", "13:00", null, "Mødelokale 2, Rådmandshaven 20"],
      ["minutes", "Horsens", BI, null, "2024-08-28", "15:00", null, "Mødelokale 14"],
    ]);
  });

  it("have 39 items, numbered, with case numbers and closed marks", () => {
    expect(all.map(({ items }) => items.map(({ number }) => Number(number)))).toEqual([
      range(36, 42),
      range(77, 85),
      range(41, 47),
      range(43, 51),
      range(1, 7),
    ]);
    expect(all.map(({ items }) => items.flatMap(({ caseNumber }) => caseNumber ?? []))).toEqual([
      ["24-014917", "23-028633", "15.00.00-G01-39-18S", "23-003968"],
      ["25-024561", "85.00.00-Ø54-2-21S", "24-028226", "23-032509", "23-003968", "25-012545"],
      ["23-006399", "23-008095", "23-008874", "15.00.00-G01-39-18S"],
      ["24-017567", "15.00.00-A00-22-18S", "24-002766", "00.01.00-K07-3-17S", "23-005030", "15.00.00-A00-3-22S"],
      [
        "15.00.00-A00-16-24",
        "00.30.04-Ø00-1-24",
        "15.00.00-G01-409-18",
        "15.00.00-A00-14-24",
        "15.00.00-A00-17-24",
        "00.01.00-G01-214-23",
        "00.13.06-P35-3-23",
      ],
    ]);
    expect(all.flatMap(({ items }) => items.filter(({ closed }) => closed).map(({ title }) => title))).toEqual([
      `BI Underskriftsark - ${BI} d. 28. august`,
    ]);
  });

  it("keep full titles where the contents cut them", () => {
    expect(itemOf(june24, "46").title).toBe(
      "Beslutning om godkendelse af endeligt forslag til Handlingskatalog for Godt liv i lokalområder 2024-2028",
    );
    expect(itemOf(may, "38").title).toMatch(/førtidspensioner med revision$/);
    expect(june24.tableOfContents[3]).toEqual({
      number: null,
      title: expect.stringMatching(/lokalområder 202$/) as string,
      page: 12,
      closed: false,
    });
  });

  it("list the contents with pages", () => {
    expect(all.map(({ tableOfContents }) => tableOfContents.map(({ page }) => page))).toEqual([
      [3, 5, 8, 11, 14, 18, 20],
      [3, 5, 9, 12, 16, 19, 23, 27, 29],
      [3, 5, 9, 13, 16, 20, 22],
      [3, 5, 9, 12, 16, 21, 24, 28, 30],
      [3, 4, 6, 8, 10, 11, 12],
    ]);
    expect(horsens.tableOfContents[6]).toMatchObject({
      closed: true,
      title: `BI Underskriftsark - ${BI} d. 28. august`,
    });
  });

  it("say who was there, who was not, and who sat in their place", () => {
    const people = (minutes: Minutes): string[] =>
      minutes.participants.map(({ name, party, attendance }) => `${name} ${party ?? "-"} ${attendance}`);
    expect(people(june23)).toEqual([
      "Brian Hornbek - present",
      "Süleyman Yücel V present",
      "Anette Brix - present",
      "Torben Johansen C absent",
      "Charlotte Roest - present",
      "Tina Højlund Pedersen A absent",
      "Githa Nelander D present",
    ]);
    expect(people(june24)).toContain("Torben Johansen C excused");
    expect(people(june24)).toContain("Githa Nelander UFP present");
    expect(october.participants[0]).toEqual({
      name: "Christian von Benzon",
      party: "A",
      attendance: "substitute",
      substituteFor: "Tina Højlund Pedersen",
    });
    expect(people(october)).toContain("Githa Nelander O excused");
    expect(october.participants).toHaveLength(8);
    expect(people(horsens)).toEqual(["Anders Krojgaard Lund - absent", "Piratheep Rabindranath - absent"]);
  });

  it("hold every body's decision on its own", () => {
    expect(itemOf(june24, "46").decisions.map(({ committee, date, outcome }) => [committee, date, outcome])).toEqual([
      ["Plan-, Teknik- og Lokaldemokratiudvalget", "2024-05-13", "recommended"],
      ["Klima-, Miljø- og Friluftsturismeudvalget", "2024-06-03", "recommended"],
      ["Socialudvalget", "2024-06-03", "recommended"],
      ["Kultur- og Idrætsudvalget", "2024-06-03", "recommended"],
      ["Sundheds- og Forebyggelsesudvalget", "2024-06-03", "recommended"],
      [BRU, "2024-06-11", "recommended"],
    ]);
    expect(itemOf(june24, "46").decisions[4]?.absent).toEqual([
      { name: "Brian Hornbek", party: "A", attendance: "absent", substituteFor: null },
    ]);
    for (const minutes of all) {
      for (const item of minutes.items.slice(0, minutes === horsens ? 7 : -1)) {
        expect(item.decisions.at(-1)).toMatchObject({ committee: minutes.committee, date: minutes.date });
      }
    }
  });

  it("tell what was decided", () => {
    const outcomes = all.map(({ items }) => items.map(({ decisions }) => decisions.at(-1)?.outcome ?? null));
    expect(outcomes).toEqual([
      ["approved", "discussed", "approved", "approved", "noted", "noted", null],
      ["approved", "recommended", "approved", "noted", "discussed", "noted", "noted", "noted", null],
      ["approved", "approved", "discussed", "approved", "noted", "noted", null],
      ["approved", "approved", "approved", "recommended", "noted", "noted", "noted", "noted", null],
      ["noted", "noted", "noted", "noted", "noted", "noted", "approved"],
    ]);
    expect(itemOf(june24, "45").decisions[0]?.text).toBe(
      "Godkendt med udvalgets bemærkninger. Politikken sendes ud sammen med referat.",
    );
  });

  it("divide decisions into their parts", () => {
    expect(itemOf(october, "78").decisions[0]?.parts).toEqual([
      { number: 1, text: "Anbefales", outcome: "recommended" },
      { number: 2, text: "Godkendt", outcome: "approved" },
    ]);
    expect(itemOf(june23, "46").decisions[0]?.parts.map(({ number }) => number)).toEqual(range(1, 8));
    expect(itemOf(june24, "50").decisions[0]?.parts).toHaveLength(6);
    expect(itemOf(may, "41").decisions[0]?.parts.map(({ outcome }) => outcome)).toEqual([
      "noted",
      "noted",
      "noted",
      "noted",
      "noted",
      "other",
    ]);
  });

  it("name absentees and substitutes with the decision", () => {
    const decision = itemOf(october, "77").decisions[0];
    expect(decision?.absent.map(({ name, party }) => [name, party])).toEqual([
      ["Githa Nelander", "O"],
      ["Tina Højlund Pedersen", "A"],
    ]);
    expect(decision?.substitutes).toEqual([
      { name: "Christian von Benzon", party: "A", attendance: "substitute", substituteFor: "Tina Højlund Pedersen" },
    ]);
    for (const item of horsens.items)
      expect(item.decisions[0]?.absent.map(({ name }) => name)).toEqual([
        "Anders Krojgaard Lund",
        "Piratheep Rabindranath",
      ]);
    expect(itemOf(horsens, "1").decisions[0]?.text).toBe(`${BI} tog orienteringen til efterretning.`);
  });

  it("keep dissent in its own words", () => {
    expect(itemOf(june23, "44").decisions[0]?.dissents.map(({ by }) => by)).toEqual([
      ["Githa Nelander"],
      ["Süleyman Yücel"],
    ]);
    expect(itemOf(june24, "49").decisions[0]?.dissents.map(({ by }) => by)).toEqual([["Githa Nelander"]]);
    expect(itemOf(horsens, "2").decisions[0]?.dissents).toEqual([
      {
        by: ["Irene Simonsen"],
        text: expect.stringMatching(/^Et mindretal .* kunne ikke tage sagen til efterretning\.$/) as string,
      },
    ]);
    expect(
      all.flatMap(({ items }) => items.flatMap(({ decisions }) => decisions.flatMap(({ dissents }) => dissents))),
    ).toHaveLength(4);
  });

  it("follow the path through the bodies", () => {
    expect(itemOf(june24, "46").treatment.map(({ committee, roles, date }) => [committee, roles.join(), date])).toEqual(
      [
        ["Plan-, Teknik- og Lokaldemokratiudvalget", "recommends", "2024-05-13"],
        ["Klima-, Miljø- og Friluftsturismeudvalget", "recommends", "2024-06-03"],
        ["Kultur- og Idrætsudvalget", "recommends", "2024-06-03"],
        ["Socialudvalget", "recommends", "2024-06-03"],
        ["Sundheds- og Forebyggelsesudvalget", "recommends", "2024-06-03"],
        ["Børne- og Uddannelsesudvalget", "recommends", "2024-06-11"],
        [BRU, "recommends", "2024-06-11"],
        ["Byrådet", "approves", "2024-06-25"],
      ],
    );
    expect(itemOf(october, "78").treatment).toEqual([
      { committee: BRU, roles: ["recommends", "approves"], date: "2025-10-28" },
    ]);
    expect(itemOf(june24, "45").treatment[0]?.date).toBe("2024-06-11");
    expect(itemOf(june24, "49").treatment.map(({ roles }) => roles)).toEqual([["notes"], ["notes"]]);
    expect(itemOf(may, "37").treatment[0]?.roles).toEqual(["discusses"]);
    expect(itemOf(october, "79").treatment[0]?.roles).toEqual(["decides"]);
    expect(itemOf(horsens, "2").treatment).toEqual([{ committee: BI, roles: [], date: null }]);
  });

  it("number what is recommended and say by whom", () => {
    expect(itemOf(october, "78").recommendations.map(({ number, by }) => [number, by])).toEqual([
      [1, "Administrationen"],
      [2, "Administrationen"],
    ]);
    expect(itemOf(june23, "42").recommendations).toEqual([
      { number: null, text: "at budgetkontrollen godkendes.", by: "Administrationen" },
    ]);
    for (const item of horsens.items.slice(0, 6))
      expect(item.recommendations).toEqual([
        { number: 1, text: `${BI} tager orienteringen til efterretning.`, by: "Direktionen" },
      ]);
  });

  it("give both lists of attachments as one", () => {
    expect(all.map(({ items }) => items.map(({ attachments }) => attachments.length))).toEqual([
      [0, 2, 0, 3, 2, 1, 1],
      [0, 4, 0, 2, 1, 0, 2, 1, 1],
      [0, 3, 1, 0, 1, 1, 1],
      [1, 3, 3, 5, 1, 1, 0, 1, 1],
      [1, 2, 1, 0, 1, 0, 0],
    ]);
  });

  it("point to earlier cases by body, date and number", () => {
    const references = (minutes: Minutes, number: string): unknown[] =>
      itemOf(minutes, number).references.map(({ itemNumber, date, committee }) => [itemNumber, date, committee]);
    expect(references(may, "39")).toEqual([
      ["17", "2024-03-12", null],
      ["25", "2024-04-16", null],
      ["25", "2024-04-16", null],
    ]);
    expect(references(may, "40")).toEqual([
      ["41", "2022-05-17", null],
      ["77", "2023-11-14", null],
      [null, "2022-05-17", null],
    ]);
    expect(references(october, "78")).toEqual([["100", "2025-08-26", "Byrådet"]]);
    expect(references(october, "80")).toEqual([["100", "2024-12-03", null]]);
    expect(references(october, "81")).toEqual([
      ["72", "2025-09-23", null],
      ["73", "2025-09-23", null],
    ]);
    expect(references(june23, "42")).toEqual([
      [null, "2023-05-25", "Direktionen"],
      ["33", "2023-03-28", "Byrådet"],
      ["183", "2022-08-16", "Økonomiudvalget"],
      ["33", "2023-03-28", "Byrådet"],
      ["47", "2023-04-25", "Byrådet"],
    ]);
    expect(references(june24, "45")).toEqual([["33", "2021-04-13", "Beskæftigelses- og Uddannelsesudvalget"]]);
    expect(references(june24, "46")).toContainEqual(["21", "2024-02-05", "Plan-, Teknik- og Lokaldemokratiudvalget"]);
    expect(references(june24, "49")).toEqual([
      ["160", "2023-12-04", "Børne- og Uddannelsesudvalget"],
      ["81", "2023-12-05", null],
    ]);
    expect(references(horsens, "4")).toEqual([[null, "2024-03-12", "Økonomi- og Erhvervsudvalget"]]);
    expect(itemOf(october, "79").references[0]?.text).toBe("den 8. oktober 2024 (sag 76)");
  });

  it("find what is promised, and when", () => {
    const due = (minutes: Minutes, number: string): (string | null)[] =>
      itemOf(minutes, number).commitments.map((commitment) => commitment.due);
    expect(itemOf(may, "40").commitments).toEqual([
      { text: expect.stringMatching(/halvårligt.*november 2024\.$/) as string, due: "2024-11", recurs: "P6M" },
    ]);
    expect(due(may, "37")).toEqual(["2024-12", null]);
    expect(due(may, "38")).toEqual(["2025-Q1", null]);
    expect(due(october, "78")).toEqual([null, "2025-11-02", "2025-11-11"]);
    expect(due(october, "81")).toEqual(["2025-12-03"]);
    expect(itemOf(october, "82").commitments).toContainEqual({
      text: expect.stringMatching(/maj 2026\.$/) as string,
      due: "2026-05",
      recurs: "P6M",
    });
    expect(due(june23, "43")).toEqual(["2023-08-15", "2023-08-16", "2023-08"]);
    expect(due(june23, "45")).toContain("2023-11-14");
    expect(due(june23, "45")).toContain("2023-H2");
    expect(due(june24, "44")).toContain("2024-06-25");
    expect(due(june24, "45")).toContain("2025-12");
    expect(due(horsens, "4")).toEqual(["2024-H2", "2025-Q1", null]);
  });

  it("keep tables as cells with head rows and notes", () => {
    const tables = (minutes: Minutes, number: string) =>
      itemOf(minutes, number).sections.flatMap((section) => [
        ...section.tables,
        ...section.sections.flatMap((sub) => sub.tables),
      ]);
    expect(tables(october, "78").map(({ rows, headerRows, notes }) => [rows.length, headerRows, notes.length])).toEqual(
      [
        [3, 1, 2],
        [2, 1, 0],
      ],
    );
    expect(tables(june24, "44")[0]).toEqual({
      rows: [
        ["i 1.000 kr.", "Budget 1)", "Forventet regnskab", "Forventet over- eller underskud 2)"],
        ["Arbejdsmarked", "1.554.449", "1.543.964", "10.486"],
        ["Udvalget i alt", "1.554.449", "1.543.964", "10.486"],
      ],
      headerRows: 1,
      notes: ["Anm . 1) Korrigeret budget.", "Anm . 2) Minus betyder underskud og plus betyder overskud."],
    });
    expect(tables(horsens, "2").map(({ rows, headerRows }) => [rows.length, headerRows])).toEqual([[5, 0]]);
    expect(tables(horsens, "3").map(({ rows, headerRows }) => [rows.length, rows[0], headerRows])).toEqual([
      [8, ["", "2019", "2020", "2021", "2022", "2023"], 1],
      [5, ["", "2019", "2020", "2021", "2022", "2023"], 1],
    ]);
    expect(tables(october, "82").map(({ rows }) => rows.length)).toEqual([2, 4, 5]);
    expect(tables(june24, "47")[0]?.rows[0]?.[0]).toBe("");
  });

  it("put the abstract under the summary and the path inside it", () => {
    const [summary] = itemOf(october, "79").sections;
    expect(summary).toMatchObject({
      heading: "Resumé",
      role: "summary",
      sections: [{ heading: "Politisk behandling", role: "treatment" }],
    });
    expect(summary?.text).toMatch(/^På udvalgsmødet den 8\. oktober 2024/);
    expect(itemOf(october, "80").sections.map(({ role }) => role)).toEqual([
      "attachments",
      "summary",
      "recommendation",
      "decision",
      "presentation",
      "process",
      "economy",
      "attachments",
    ]);
  });

  it("suggest readings of damaged words and of a name spelt two ways", () => {
    expect(october.warnings.filter(({ code }) => code === "name-spelling")).toHaveLength(1);
    expect(
      june23.warnings.some(({ code, message }) => code === "damaged-word" && message.includes("budgetkontROLSAG")),
    ).toBe(true);
    expect(
      all
        .flatMap(({ warnings }) => warnings.map(({ code }) => code))
        .filter((code) => code !== "damaged-word" && code !== "name-spelling"),
    ).toEqual([]);
  });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
