import { expect, test } from "vitest";
import { extractText } from "#minutes/formats/extract-text.ts";
import { readMinutes } from "#minutes/read-minutes.ts";
import type { RichNode } from "#rich-text/model.ts";
import { allChanges } from "./agenda-changes.ts";
import { printAgenda } from "./agenda-print.ts";
import { agendaPdf, type AgendaPdfOptions } from "./agenda-pdf.ts";
import type { AgendaDocument } from "./model.ts";
import { printInBackground } from "./print-in-background.ts";
import { publicAgenda } from "./public-agenda.ts";
import { anAgenda, anAgendaItem, aTable, paragraph, richText } from "./testing.ts";

async function textOf(agenda: AgendaDocument, options?: AgendaPdfOptions): Promise<string> {
  const read = await extractText(new Uint8Array(agendaPdf(agenda, options)), "dagsorden.pdf");
  if (!read.ok) throw new Error(read.message);
  return read.extracted.text;
}

/** An agenda with one paper whose presentation is this. */
const saying = (...blocks: (string | RichNode)[]) =>
  anAgenda({
    items: [
      anAgendaItem({
        kind: "paper",
        number: 5,
        title: "Sagen",
        sections: [{ role: "presentation", heading: "Sagsfremstilling", body: richText(...blocks) }],
      }),
    ],
  });

const streets = ["Åvej", "Kirkestræde", "Havnegade", "Møllebakken", "Torvet", "Skovbrynet", "Engdraget"];
const squeezed = (text: string) => text.replace(/[\s\u200b]/g, "");

test("our own reader reads a printed agenda back into the same meeting and items", async () => {
  const agenda = anAgenda();
  const pdf = new Uint8Array(agendaPdf(agenda));
  const read = await extractText(pdf, "dagsorden.pdf");
  if (!read.ok) throw new Error(read.message);
  const minutes = readMinutes(read.extracted, { file: "dagsorden.pdf", sha256: "0" });
  expect(minutes).toMatchObject({
    kind: "agenda",
    municipality: "Eksempelkøbing",
    committee: "Teknik- og Klimaudvalget",
    date: "2026-06-09",
    startTime: "15:00",
    endTime: "17:30",
  });
  expect(minutes.items.map(({ number, title }) => [number, title])).toEqual(
    agenda.items.map(({ number, title }) => [String(number), title]),
  );
  const harbour = minutes.items[1];
  expect(harbour).toMatchObject({
    caseNumber: "26-000417",
    attachments: ["Helhedsplan", "Tilbud fra entreprenører (lukket bilag)"],
    treatment: [
      { committee: "Teknik- og Klimaudvalget", roles: ["recommends"], date: "2026-06-09" },
      { committee: "Økonomiudvalget", roles: ["recommends"], date: "2026-06-17" },
      { committee: "Byrådet", roles: ["decides"], date: "2026-06-30" },
    ],
    recommendations: [
      { number: 1, text: "anbefale Byrådet at godkende helhedsplanen,", by: "Administrationen" },
      { number: 2, text: "sende forslaget i høring i otte uger.", by: "Administrationen" },
    ],
  });
  expect(harbour?.sections.map(({ heading }) => heading)).toEqual(
    expect.arrayContaining(["Resumé", "Politisk behandling", "Indstilling", "Sagsfremstilling", "Økonomi", "Bilag"]),
  );
  expect(harbour?.sections.flatMap(({ sections }) => sections).flatMap(({ tables }) => tables)[0]?.rows).toEqual([
    ["Emne", "Svar", "Andel"],
    ["Støj", "42", "50,0 %"],
    ["Parkering", "28", "33,3 %"],
    ["Andet", "14", "16,7 %"],
  ]);
});

test("what is new, changed, withdrawn, late and closed is said in words", async () => {
  const before = anAgenda();
  const after = anAgenda({
    dispatchNumber: 1,
    items: [
      ...before.items.map((item) =>
        item.id === 2
          ? { ...item, lateReason: "Fristen for ansøgning er den 12. juni.", attachments: [] }
          : { ...item, withdrawn: item.id === 3 ? { with: 1, reason: "Underskrives digitalt." } : null },
      ),
      anAgendaItem({ id: 4, number: 39, title: "Ny cykelsti", cameWith: 1 }),
      anAgendaItem({ id: 5, number: 40, title: "Grundkøb", closed: true, closedGround: "forvaltningsloven § 27" }),
    ],
  });
  const text = await textOf(after, { changes: allChanges([before, after]) });
  expect(text).toContain("Ændret med tillægsdagsorden 1: bilag.");
  expect(text).toContain("Kom på dagsordenen med tillægsdagsorden 1.");
  expect(text).toContain("Taget af dagsordenen med tillægsdagsorden 1. Begrundelse: Underskrives digitalt.");
  expect(text).toContain("Det kan ikke vente: Fristen for ansøgning er den 12. juni.");
  expect(text).toContain("Behandles for lukkede døre: forvaltningsloven § 27");
});

test("the public's agenda has nothing of a closed item but its number", async () => {
  const secret = (word: string) => `hemmelig${word}`;
  const agenda = anAgenda({
    items: [
      anAgendaItem({
        id: 7,
        number: 12,
        kind: "paper",
        closed: true,
        title: secret("titel"),
        closedGround: secret("grund"),
        reference: secret("sag"),
        text: secret("tekst"),
        startsAt: "16:45",
        minutes: 99,
        guests: [{ name: secret("gaest"), from: null, until: null }],
        path: [{ committee: secret("udvalg"), role: "notes", date: null, result: secret("resultat") }],
        recommendations: [{ number: 1, text: secret("indstilling") }],
        sections: [{ role: "other", heading: secret("overskrift"), body: richText(secret("afsnit")) }],
        attachments: [{ paperId: 1, id: 1, name: secret("bilag"), closed: false, sha256: secret("sum") }],
        lateReason: secret("hast"),
        withdrawn: { with: 1, reason: secret("aarsag") },
      }),
      anAgendaItem({
        id: 8,
        number: 13,
        title: "Åben sag",
        attachments: [{ paperId: 2, id: 1, name: secret("lukketbilag"), closed: true, sha256: "a" }],
      }),
    ],
  });
  const told = publicAgenda(agenda);
  expect(JSON.stringify(told)).not.toMatch(/hemmelig|16:45|99/);
  const text = await textOf(told);
  expect(text).toContain("Punkt 12: Lukket punkt");
  expect(text).not.toContain("hemmelig");
  expect(printAgenda(agenda, "#000000", []).confidential).toContain("Må ikke gives videre");
  expect(printAgenda(told, "#000000", []).confidential).toBe(null);
});

test.each([
  '#import "/etc/passwd": *',
  "#panic() $x^2$ @mål <mål> `kode` *fed* _kursiv_ // intet /* intet */ \\ \\u{41} ~ -- --- ...",
  '"}; #read("/etc/passwd") {"',
  "= Overskrift\n== Punkt 6: Falsk",
  '\\"; \\n \\ ${process.env} {{x}} <script>alert(1)</script> &amp;',
  "Æ ø Å é ü ß ł ž Ω Ж ½ m² CO₂ → ≥ € § “citat” – — … ‑",
])("%s is printed as it is written", async (words) => {
  const text = await textOf(saying(words));
  expect(squeezed(text)).toContain(squeezed(words).replace("‑", "-"));
});

test("letters of other scripts, emoji, joiners, halves of letters and controls stop nothing", async () => {
  const odd = "漢字 a שלום عربي b 😀 👨‍👩‍👧 e\u0301 \ud83d \u0000\u0007\u202e\u2028 \ufeff\ue000\uffff slut";
  const agenda = saying(odd, `Før ${odd} efter`);
  const text = await textOf({ ...agenda, place: odd, items: agenda.items.map((item) => ({ ...item, title: odd })) });
  expect(text).toMatch(/漢字|\[U\+6F22\]\[U\+5B57\]/);
  expect(text).toMatch(/Før[\s\S]*slut efter/);
});

test("a word that no line holds is broken and keeps its letters", async () => {
  const word = "Speciallægepraksisplanlægningsstabiliseringsperiode".repeat(12);
  expect(
    squeezed(
      await textOf(
        saying(
          word,
          aTable([
            ["Ord", "Tal"],
            [word, "1"],
          ]),
        ),
      ),
    ),
  ).toContain(word);
});

test("tables with spans that do not fit, without rows or without cells are printed", async () => {
  const cell = (text: string, attrs: Record<string, unknown> = {}): RichNode => ({
    type: "tableCell",
    attrs,
    content: [paragraph(text)],
  });
  const text = await textOf(
    saying(
      { type: "table", content: [] },
      { type: "table", content: [{ type: "tableRow", content: [] }] },
      {
        type: "table",
        content: [
          { type: "tableRow", content: [cell("a", { colspan: 2, rowspan: 99 }), cell("b", { rowspan: 2 })] },
          { type: "tableRow", content: [cell("c", { colspan: 1e9 })] },
          { type: "tableRow", content: [cell("d", { colspan: -1 }), cell("e"), cell("f"), cell("g")] },
        ],
      },
    ),
  );
  for (const letter of "abcdefg") expect(text).toMatch(new RegExp(`(^|\\s)${letter}(\\s|$)`));
});

test("headings never skip a level, whatever the editor kept", async () => {
  const heading = (level: number, text: string): RichNode => ({
    type: "heading",
    attrs: { level },
    content: [{ type: "text", text }],
  });
  const text = await textOf(saying(heading(4, "Først"), heading(2, "Så"), heading(4, "Sidst"), "Slut"));
  expect(text.match(/^#+ (Først|Så|Sidst)$/gm)).toEqual(["### Først", "### Så", "#### Sidst"]);
});

test("a thousand rows are printed with their head on each page, off the thread that serves pages", async () => {
  const rows = Array.from({ length: 1000 }, (_, row) => [
    `${streets[row % 7]} ${streets[row % 5]} ${row}`,
    String(row),
  ]);
  const pdf = await printInBackground(saying(aTable([["Navn", "Tal"], ...rows])));
  const read = await extractText(new Uint8Array(pdf), "dagsorden.pdf");
  if (!read.ok) throw new Error(read.message);
  for (const [name] of rows) expect(read.extracted.text).toContain(`${name}\t`);
});

test("an agenda without items, and one with empty texts, are printed", async () => {
  expect(await textOf(anAgenda({ items: [] }))).toContain("Dagsorden");
  expect(await textOf(saying({ type: "paragraph" }, { type: "bulletList", content: [] }))).toContain("Punkt 5: Sagen");
});
