import type { AgendaItem } from "#documents/model.ts";
import type { RichNode, RichText } from "#rich-text/model.ts";

const words = (text: string): RichNode => ({ type: "text", text });
const p = (...parts: (string | RichNode)[]): RichNode => ({
  type: "paragraph",
  content: parts.map((part) => (typeof part === "string" ? words(part) : part)),
});
const doc = (...blocks: (string | RichNode)[]): RichText => ({
  type: "doc",
  content: blocks.map((block) => (typeof block === "string" ? p(block) : block)),
});
const h = (text: string): RichNode => ({ type: "heading", attrs: { level: 2 }, content: [words(text)] });
const list = (...items: string[]): RichNode => ({
  type: "bulletList",
  content: items.map((item) => ({ type: "listItem", content: [p(item)] })),
});
const table = (caption: string, ...rows: string[][]): RichNode => ({
  type: "table",
  attrs: { caption },
  content: rows.map((cells, row) => ({
    type: "tableRow",
    content: cells.map((cell) => ({
      type: row === 0 ? "tableHeader" : "tableCell",
      attrs: { colspan: 1, rowspan: 1, colwidth: null },
      content: [p(cell)],
    })),
  })),
});

const anItem = (over: Partial<AgendaItem> & Pick<AgendaItem, "id" | "number" | "title" | "kind">): AgendaItem => ({
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
});

const forecast = (amount: string): RichText =>
  doc(
    `Forvaltningen forventer ved årets slutning et merforbrug på ${amount} på det specialiserede børneområde. Det skyldes især flere anbringelser og højere takster.`,
    h("Tre forklaringer"),
    list(
      "Antallet af anbragte børn er steget fra 61 til 68.",
      "Taksterne på de regionale tilbud er sat op med 3,4 pct.",
      "To forebyggende forløb er forsinket til næste år.",
    ),
    p(
      "Der er ikke fundet tegn på, at udgifterne falder af sig selv.",
      { type: "footnote", attrs: { text: "Opgjort på grundlag af forbruget til og med oktober." } },
      " Forvaltningen foreslår derfor, at pengene findes inden for udvalgets egen ramme.",
    ),
    table(
      "Forventet forbrug (mio. kr.)",
      ["Område", "Budget", "Forventet", "Afvigelse"],
      ["Anbringelser", "48,2", "51,9", "3,7"],
      ["Forebyggelse", "21,5", "20,8", "-0,7"],
      ["Særlige dagtilbud", "12,4", "13,6", "1,2"],
    ),
  );

const share = (amount: string, percent: string): RichText =>
  doc(`Et merforbrug på ${amount} svarer til ${percent} af rammen. Der er ingen reserve at tage af.`);

const opening = anItem({ id: 1, number: 88, title: "Godkendelse af dagsorden", kind: "standing" });

const budget = anItem({
  id: 2,
  number: 89,
  title: "Tredje budgetopfølgning: merforbrug på det specialiserede børneområde",
  kind: "paper",
  reference: "26-000871",
  startsAt: "15:40",
  minutes: 40,
  guests: [{ name: "Økonomichef Trine Aagreen", from: "15:40", until: "16:20" }],
  path: [
    { committee: "Børne- og Skoleudvalget", role: "recommends", date: "2026-11-17", result: "Anbefalet" },
    { committee: "Økonomiudvalget", role: "recommends", date: null, result: null },
    { committee: "Byrådet", role: "decides", date: null, result: null },
  ],
  recommendations: [
    { number: 1, text: "at budgetopfølgningen tages til efterretning," },
    { number: 2, text: "at merforbruget dækkes inden for udvalgets egen ramme." },
  ],
  sections: [
    {
      role: "summary",
      heading: "Resumé",
      body: doc(
        "Årets tredje budgetopfølgning viser et merforbrug på børneområdet. Udvalget skal tage stilling til, hvor pengene findes, før byrådet behandler sagen.",
      ),
    },
    { role: "presentation", heading: "Sagsfremstilling", body: forecast("3,9 mio. kr.") },
    {
      role: "economy",
      heading: "Økonomi",
      body: share("3,9 mio. kr.", "4,8 pct."),
    },
  ],
  attachments: [
    {
      paperId: 1,
      id: 1,
      name: "Budgetopfølgning, hele tabellen",
      closed: false,
      sha256: "Budgetopfølgning 3: Eksempelkøbing Kommune. Tallene i dette bilag er opdigtede.",
    },
    {
      paperId: 1,
      id: 2,
      name: "Takster for 2027",
      closed: false,
      sha256: "Takster for 2027. Tallene i dette bilag er opdigtede.",
    },
  ],
});

const hall = anItem({
  id: 3,
  number: 90,
  title: "Helhedsplan for Kornhuset: fra tomt lager til kulturhus",
  kind: "paper",
  reference: "26-000652",
  startsAt: "16:20",
  minutes: 30,
  recommendations: [{ number: 1, text: "at helhedsplanen sendes i høring i otte uger." }],
  sections: [
    {
      role: "summary",
      heading: "Resumé",
      body: doc(
        "Kornhuset har stået tomt i syv år. En gruppe borgere og foreninger har sammen med forvaltningen lavet en plan for huset.",
      ),
    },
    {
      role: "presentation",
      heading: "Sagsfremstilling",
      body: doc(
        "Huset ligger midt mellem havnen og gågaden. Det er sundt i konstruktionen, men taget skal skiftes, og der mangler en elevator.",
        "Planen deler arbejdet i tre etaper, så de første rum kan tages i brug allerede efter et år. Foreningerne har givet tilsagn om 1,1 mio. kr. og mange timers arbejde.",
        "Forvaltningen vurderer, at planen kan holdes, hvis fonden svarer inden sommer. Ellers skal etape to udskydes.",
      ),
    },
    { role: "process", heading: "Den videre proces", body: doc("Efter høringen kommer sagen tilbage til udvalget.") },
    { role: "economy", heading: "Økonomi", body: doc("Første etape koster 6,3 mio. kr. og er i budgettet.") },
  ],
  attachments: [
    {
      paperId: 2,
      id: 1,
      name: "Helhedsplan for Kornhuset",
      closed: false,
      sha256: "Helhedsplan for Kornhuset. Et opdigtet bilag.",
    },
    {
      paperId: 2,
      id: 2,
      name: "Tilbud fra entreprenører",
      closed: true,
      sha256: "Tilbud på taget. Et opdigtet, lukket bilag.",
    },
  ],
});

const purchase = anItem({
  id: 4,
  number: 91,
  title: "Køb af areal ved Nordre Ringvej",
  kind: "paper",
  reference: "26-000904",
  closed: true,
  closedGround: "Styrelseslovens § 10: forhandling om pris",
  recommendations: [{ number: 1, text: "at forvaltningen forhandler inden for den nævnte ramme." }],
  sections: [
    {
      role: "presentation",
      heading: "Sagsfremstilling",
      body: doc("Ejeren har budt arealet til salg. En vurdering ligger i bilaget."),
    },
  ],
});

const signatures = anItem({ id: 5, number: 92, title: "Underskriftsark", kind: "standing" });

const late = anItem({
  id: 6,
  number: 93,
  title: "Haster: midlertidige lokaler til Engskolen efter vandskaden",
  kind: "paper",
  reference: "26-000931",
  cameWith: 1,
  lateReason: "Skaden skete, efter at dagsordenen var sendt, og eleverne skal have lokaler fra næste uge.",
  recommendations: [{ number: 1, text: "at der lejes pavilloner til tre klasser i seks måneder." }],
  sections: [
    {
      role: "presentation",
      heading: "Sagsfremstilling",
      body: doc("Et sprængt rør har lukket fem klasselokaler. To klasser kan være på biblioteket, tre kan ikke."),
    },
    {
      role: "economy",
      heading: "Økonomi",
      body: doc("Lejen er 410.000 kr. og dækkes i første omgang af forsikringen."),
    },
  ],
});

/** The agenda as it was first sent. */
export const firstItems: AgendaItem[] = [opening, budget, hall, purchase, signatures];

/** The agenda with its addendum: an item that came late, and figures put right. */
export const addendumItems: AgendaItem[] = [
  opening,
  {
    ...budget,
    sections: budget.sections.map((section) => {
      if (section.role === "presentation") return { ...section, body: forecast("4,2 mio. kr.") };
      return section.role === "economy" ? { ...section, body: share("4,2 mio. kr.", "5,1 pct.") } : section;
    }),
  },
  hall,
  late,
  purchase,
  signatures,
];
