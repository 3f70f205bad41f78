import type { AgendaDocument, AgendaItem } from "#documents/model.ts";
import { aList, aTable, anAgenda, anAgendaItem, richText } from "#documents/testing.ts";
import type { PrintAgenda } from "#documents/agenda-print.ts";
import type { PrintBlock, PrintInline } from "#documents/print-model.ts";

const ITEMS = 20;

const words =
  "kommunen udvalget byrådet forvaltningen borgerne planen skolerne havnen budgettet støjen trafikken klimatilpasningen vedtog foreslår undersøgte sendte samlede et en den de som og i på til med for at ikke også efter under mellem 2025 12 84 samarbejdsaftalen grundvandsbeskyttelsen høringssvarene dagtilbuddene anlægsbevillingen tidsplanen beredskabet".split(
    " ",
  );

/** An invented agenda of a little over sixty pages; another one for each seed. Every second item has a table. */
export function agendaToPrint(seed: number): AgendaDocument {
  let state = seed * 7919 + 1;
  const next = (below: number) => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  const sentence = (length: number) =>
    `${Array.from({ length }, () => words[next(words.length)]).join(" ")}.`.replace(/^./, (first) =>
      first.toUpperCase(),
    );
  const paragraph = () => Array.from({ length: 5 }, () => sentence(10 + next(12))).join(" ");
  const figures = () => Array.from({ length: 5 }, () => String(next(90_000)));
  const table = () =>
    aTable([
      ["Område", "2022", "2023", "2024", "2025", "2026"],
      ...Array.from({ length: 10 }, () => [sentence(3), ...figures()]),
    ]);
  const items = Array.from({ length: ITEMS }, (_, index): AgendaItem =>
    anAgendaItem({
      id: index + 1,
      number: index + 1,
      kind: "paper",
      title: sentence(9),
      reference: `26-${String(seed * 100 + index).padStart(6, "0")}`,
      path: [
        { committee: "Teknik- og Klimaudvalget", role: "recommends", date: "2026-06-09", result: null },
        { committee: "Byrådet", role: "decides", date: "2026-06-30", result: null },
      ],
      recommendations: [1, 2, 3].map((number) => ({ number, text: sentence(14) })),
      sections: [
        { role: "summary", heading: "Resumé", body: richText(paragraph()) },
        {
          role: "presentation",
          heading: "Sagsfremstilling",
          body: richText(
            ...Array.from({ length: 9 }, paragraph),
            aList("bulletList", sentence(8), sentence(12), sentence(9)),
            ...(index % 2 === 0 ? [table()] : []),
          ),
        },
        { role: "economy", heading: "Økonomi", body: richText(paragraph(), paragraph()) },
      ],
      attachments: [1, 2].map((id) => ({ paperId: index, id, name: sentence(4), closed: false, sha256: "" })),
    }),
  );
  return anAgenda({ items });
}

/** The same agenda as HTML that prints to the same page: what a portal with a browser behind it would print. */
export function agendaHtml({ title, committee, facts, items }: PrintAgenda): string {
  const contents = items.map(({ id, number, title }) => `<li><a href="#${id}">${number} ${escape(title)}</a></li>`);
  const sections = items.map(
    (item) =>
      `<h2 id="${item.id}">Punkt ${item.number}: ${escape(item.title)}</h2><p>${escape(item.facts)}</p>${item.sections
        .map(({ heading, blocks }) => `<h3>${escape(heading)}</h3>${blocks.map(block).join("")}`)
        .join("")}`,
  );
  return `<!doctype html><html lang="da"><title>${escape(title)}</title><style>${STYLE}</style><h1>${escape(committee)}</h1>
    <dl>${facts.map(({ label, text }) => `<dt>${label}<dd>${escape(text)}`).join("")}</dl><ol>${contents.join("")}</ol>${sections.join("")}`;
}

const STYLE = `body { font: 10.5pt/1.38 "IBM Plex Sans", sans-serif; margin: 0 } p, ul, ol { margin: 0.6em 0 } h2 { break-before: page }
  table { border-collapse: collapse; font-size: 9.5pt } thead { display: table-header-group } li p, td p, th p { margin: 0 }
  th, td { padding: 4.5pt 5pt; border-bottom: 0.5pt solid #c6c6c6; text-align: left }`;

function block(part: PrintBlock): string {
  if (part.k === "paragraph") return `<p>${inline(part.c)}</p>`;
  if (part.k === "heading") return `<h4>${inline(part.c)}</h4>`;
  if (part.k === "bullets") return `<ul>${part.items.map(item).join("")}</ul>`;
  if (part.k === "numbers") return `<ol start="${part.start}">${part.items.map(item).join("")}</ol>`;
  const rows = Array.from({ length: part.rows }, (_, y) =>
    part.cells
      .filter((cell) => cell.y === y)
      .map(({ head, c }) => (head ? `<th>${c.map(block).join("")}</th>` : `<td>${c.map(block).join("")}</td>`))
      .join(""),
  ).map((row) => `<tr>${row}</tr>`);
  return `<table><thead>${rows.slice(0, part.head).join("")}</thead><tbody>${rows.slice(part.head).join("")}</tbody></table>`;
}

const item = (blocks: PrintBlock[]) => `<li>${blocks.map(block).join("")}</li>`;

const inline = (parts: PrintInline[]) => parts.map((part) => (part.k === "text" ? escape(part.s) : "")).join("");

const escape = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
