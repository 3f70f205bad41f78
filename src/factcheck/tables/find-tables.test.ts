import { describe, expect, it } from "vitest";
import { findTables, type FigureTable } from "./find-tables.ts";

const find = (text: string) => findTables({ file: "sag.txt", text, minutes: null });
const only = (text: string): FigureTable => {
  const tables = find(text);
  expect(tables).toHaveLength(1);
  return tables[0] as FigureTable;
};
const values = (table: FigureTable) =>
  table.rows.map((row) => [row.name, ...row.cells.map((cell) => cell?.number?.value ?? cell?.state ?? null)]);

describe("findTables", () => {
  it("reads tables with tabs, their unit, caption and notes", () => {
    const text = `Tabel 3: Budget for 2026

i 1.000 kr.\tBudget ¹⁾\tForventet regnskab
Bibliotek\t12.300\t12.100
Udvalget i alt\t12.300\t12.100

Anm. 1) Korrigeret budget
Mere tekst.`;
    const table = only(text);
    expect(table).toMatchObject({
      corner: "i 1.000 kr.",
      columns: ["Budget", "Forventet regnskab"],
      unit: "kr",
      scale: 1000,
    });
    expect(table.notes).toHaveLength(1);
    expect(text.slice(table.caption?.start, table.caption?.end)).toBe("Tabel 3: Budget for 2026");
    expect(values(table)).toEqual([
      ["Bibliotek", 12_300, 12_100],
      ["Udvalget i alt", 12_300, 12_100],
    ]);
  });

  it("points every cell to its place in the text", () => {
    const text = "Før.\n\n| Skole | 2024 | 2025 |\n|---|---:|---:|\n| Åskolen | 312 | 1.298 (76,5 %) |\n";
    const table = only(text);
    for (const row of table.rows)
      for (const cell of row.cells) expect(text.slice(cell?.span.start, cell?.span.end)).toBe(cell?.text);
    expect(table.rows[0]?.cells[1]?.number?.share?.value).toBe(76.5);
  });

  it("reads pipes without a rule row", () => {
    expect(values(only("Affald | 2023 | 2024\nPap | 120 | 131\nGlas | 80 | 77"))).toEqual([
      ["Pap", 120, 131],
      ["Glas", 80, 77],
    ]);
  });

  it("reads columns aligned by blanks, with a cell missing in the middle", () => {
    const table = only(`Område            2023     2024     2025
Nord               120      131      140
Syd                 80                90
I alt              200      131      230`);
    expect(table.columns).toEqual(["2023", "2024", "2025"]);
    expect(values(table)[1]).toEqual(["Syd", 80, null, 90]);
  });

  it("joins heads over several lines and over several columns", () => {
    const table = only("\t2025\t\t2024\t\nSkole\tDrenge\tPiger\tDrenge\tPiger\nØst\t10\t12\t11\t13");
    expect(table.columns).toEqual(["2025 Drenge", "2025 Piger", "2024 Drenge", "2024 Piger"]);
    const wrapped = only("Område\tForventet\tAfvi-\n\tregnskab\tgelse\nVej\t10\t12");
    expect(wrapped.columns).toEqual(["Forventet regnskab", "Afvigelse"]);
  });

  it("gives a head that lost its empty first cell back to its columns", () => {
    expect(only("2023\t2022\nKlager\t12\t14\nRos\t3\t4").columns).toEqual(["2023", "2022"]);
  });

  it("reads years as names of columns and as names of rows", () => {
    expect(values(only("År\tFødte\tDøde\n2022\t410\t380\n2023\t402\t391"))).toEqual([
      ["2022", 410, 380],
      ["2023", 402, 391],
    ]);
  });

  it("takes the names out of cells that hold both name and number", () => {
    const table = only(
      "2024\t2023\nJa 30 (75,0 procent)\tJa 12 (60,0 procent)\nNej 10 (25,0 procent)\tNej 8 (40,0 procent)",
    );
    expect(table.columns).toEqual(["2024", "2023"]);
    expect(values(table)).toEqual([
      ["Ja", 30, 12],
      ["Nej", 10, 8],
    ]);
  });

  it("joins wrapped row names and keeps group headings", () => {
    const table = only("Konto\t2025\nDrift\t\nLøn og\npension\t40\nAnlæg\t\nVeje\t12");
    expect(values(table)).toEqual([
      ["Drift", null],
      ["Løn og pension", 40],
      ["Anlæg", null],
      ["Veje", 12],
    ]);
  });

  it("reads dashes as nothing and kept back figures as unknown", () => {
    expect(values(only("Lov\t2024\t2025\nEn\t-\t<5\nTo\t–\t..\nTre\t4\t9"))).toEqual([
      ["En", "nothing", "unknown"],
      ["To", "nothing", "unknown"],
      ["Tre", 4, 9],
    ]);
  });

  it("goes on after a page break, with the head repeated or not", () => {
    const table = only("Sted\tAntal\nA\t1\nB\t2\n\nSide 4 af 9\n\nSted\tAntal\nC\t3\nI alt\t6");
    expect(table.rows).toHaveLength(4);
    expect(only("Sted\tAntal\nA\t1\nB\t2\n\n5\n\nC\t3\nI alt\t6").rows).toHaveLength(4);
  });

  it("reads a frame built line by line without a head", () => {
    const table = only(
      "Teknisk ramme 2026\t1.236 mio. kr.\nLøn\t-3 mio. kr.\nElevtal\t+14 mio. kr.\nForslag 2026\t1.247 mio. kr.",
    );
    expect(table.headed).toBe(false);
    expect(values(table).map(([, value]) => value)).toEqual([1_236_000_000, -3_000_000, 14_000_000, 1_247_000_000]);
  });

  it("leaves prose, lists and tables of contents alone", () => {
    expect(find("Punkt et.....\t3\nEt langt punkt uden prikker\t5\nPunkt tre.....\t7")).toEqual([]);
    expect(find("Det er  en tekst med  to blanke.\nOg en linje til  uden tal.")).toEqual([]);
    expect(find("")).toEqual([]);
  });

  it("reads wide, long and broken input in linear time", () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => `Række ${index}\t${index}\t${index * 2}`);
    expect(only(`Navn\tA\tB\n${rows.join("\n")}`).rows).toHaveLength(10_000);
    expect(find("a\t1  |".repeat(700_000))).toEqual([]);
    expect(find("a\t1\n\n\n\nb  2\n".repeat(20_000)).length).toBeLessThan(40_000);
    expect(find("\t\n|\n||||\n-|-\n  \u00a0  \n".repeat(20_000))).toEqual([]);
  });
});
