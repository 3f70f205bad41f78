import type { RichNode, RichText } from "#rich-text/model.ts";
import type { AgendaDocument, AgendaItem } from "./model.ts";

/** An invented agenda for tests, with what is given in place of its own. */
export function anAgenda(over: Partial<AgendaDocument> = {}): AgendaDocument {
  return {
    municipality: "Eksempelkøbing",
    committee: "Teknik- og Klimaudvalget",
    date: "2026-06-09",
    start: "15:00",
    end: "17:30",
    place: "Rådhuset, lokale 3, Eksempelkøbing Kommune",
    extraordinary: false,
    deadline: "2026-06-02",
    dispatchedAt: "2026-06-02T09:15:00.000Z",
    dispatchNumber: 0,
    items: [
      anAgendaItem({ id: 1, number: 36, title: "Godkendelse af dagsorden", kind: "standing" }),
      anAgendaItem({ id: 2, number: 37, title: "Helhedsplan for havnen", ...harbour }),
      anAgendaItem({ id: 3, number: 38, title: "Underskriftsark", kind: "standing" }),
    ],
    ...over,
  };
}

export function anAgendaItem(over: Partial<AgendaItem> = {}): AgendaItem {
  return {
    id: 1,
    number: 1,
    title: "Meddelelser",
    kind: "note",
    reference: null,
    closed: false,
    closedGround: null,
    startsAt: null,
    minutes: null,
    guests: [],
    text: "",
    path: [],
    recommendations: [],
    sections: [],
    attachments: [],
    lateReason: null,
    cameWith: 0,
    withdrawn: null,
    ...over,
  };
}

export const paragraph = (...content: (string | RichNode)[]): RichNode => ({
  type: "paragraph",
  content: content.map((part) => (typeof part === "string" ? { type: "text", text: part } : part)),
});

export const richText = (...content: (string | RichNode)[]): RichText => ({
  type: "doc",
  content: content.map((block) => (typeof block === "string" ? paragraph(block) : block)),
});

/** A table of plain cells; the first row is its head. */
export const aTable = (rows: string[][], caption: string | null = null): RichNode => ({
  type: "table",
  attrs: { caption },
  content: rows.map((cells, row) => ({
    type: "tableRow",
    content: cells.map((cell) => ({ type: row === 0 ? "tableHeader" : "tableCell", content: [paragraph(cell)] })),
  })),
});

export const aList = (type: "bulletList" | "orderedList", ...items: string[]): RichNode => ({
  type,
  content: items.map((item) => ({ type: "listItem", content: [paragraph(item)] })),
});

const harbour: Partial<AgendaItem> = {
  kind: "paper",
  reference: "26-000417",
  startsAt: "15:20",
  minutes: 30,
  guests: [{ name: "Havnechef Grethe Ankerdal", from: "15:20", until: "15:50" }],
  path: [
    { committee: "Teknik- og Klimaudvalget", role: "recommends", date: "2026-06-09", result: null },
    { committee: "Økonomiudvalget", role: "recommends", date: "2026-06-17", result: null },
    { committee: "Byrådet", role: "decides", date: "2026-06-30", result: null },
  ],
  recommendations: [
    { number: 1, text: "anbefale Byrådet at godkende helhedsplanen," },
    { number: 2, text: "sende forslaget i høring i otte uger." },
  ],
  sections: [
    {
      role: "summary",
      heading: "Resumé",
      body: richText("Udvalget skal tage stilling til en helhedsplan for havnens østlige del."),
    },
    {
      role: "presentation",
      heading: "Sagsfremstilling",
      body: richText(
        "Havnen har gennem ti år mistet trafik, mens byen er vokset tæt på kajen.",
        { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Tre delområder" }] },
        aList("bulletList", "Østkajen til boliger", "Kornpakhuset til kultur", "Lystbådehavnen til friluftsliv"),
        paragraph(
          "Høringen gav 84 svar.",
          { type: "footnote", attrs: { text: "To svar kom efter fristen." } },
          " De deler sig sådan:",
        ),
        aTable(
          [
            ["Emne", "Svar", "Andel"],
            ["Støj", "42", "50,0 %"],
            ["Parkering", "28", "33,3 %"],
            ["Andet", "14", "16,7 %"],
          ],
          "Høringssvar efter emne",
        ),
      ),
    },
    { role: "economy", heading: "Økonomi", body: richText("Planen koster 4,2 mio. kr. over tre år.") },
  ],
  attachments: [
    { paperId: 1, id: 1, name: "Helhedsplan", closed: false, sha256: "a" },
    { paperId: 1, id: 2, name: "Tilbud fra entreprenører", closed: true, sha256: "b" },
  ],
};
