import type { AgendaDocument, AgendaItem } from "#documents/model.ts";
import { findCommitments } from "#minutes/commitments.ts";
import { splitLines } from "#minutes/lines.ts";
import type { Item, Minutes, Section, SectionRole } from "#minutes/model.ts";
import { findReferences } from "#minutes/references.ts";
import { readTables } from "#minutes/tables.ts";
import { textOf } from "#rich-text/text-of.ts";

/** The agenda's text as it grows; `write` gives where what it wrote stands. */
type Writer = { text: string; write(part: string): { start: number; end: number } };

/**
 * An agenda as the archive keeps one: the text with every item and section at its place in it, written as the reader of
 * minutes would have taken it out of a file. Give it `publicAgenda(agenda)`: all it says is public.
 */
export function agendaMinutes(
  agenda: AgendaDocument,
  source: { file: string; sha256: string; pages: number | null },
): { minutes: Minutes; text: string } {
  const writer: Writer = {
    text: "",
    write(part) {
      const start = writer.text.length;
      writer.text += part;
      return { start, end: start + part.trimEnd().length };
    },
  };
  const { committee, date, start, end, place } = agenda;
  writer.write(`# Dagsorden ${committee} ${date}\n\nMødedato: ${date} kl. ${start}${end ? `-${end}` : ""}\n\n`);
  writer.write(`Mødested: ${place}\n\n`);
  const items = agenda.items.map((item) => writeItem(writer, item, { committee, date }));
  const minutes: Minutes = {
    source: { ...source, format: "pdf" },
    kind: "agenda",
    municipality: agenda.municipality,
    committee,
    term: null,
    date,
    startTime: start,
    endTime: end,
    place,
    participants: [],
    tableOfContents: agenda.items.map(({ number, title, closed }) => ({
      number: String(number),
      title,
      page: null,
      closed,
    })),
    items,
    warnings: [],
  };
  return { minutes, text: writer.text };
}

type Meeting = { committee: string; date: string };

function writeItem(writer: Writer, item: AgendaItem, meeting: Meeting): Item {
  const { start } = writer.write(`# Punkt ${item.number}: ${line(item.title)}\n\n`);
  if (item.reference) writer.write(`Sag ${item.reference}\n\n`);
  const sections = partsOf(item).map(([role, heading, text]) => writeSection(writer, role, heading, text));
  const read = sections.filter(({ role }) => role !== "attachments" && role !== "treatment");
  return {
    number: String(item.number),
    title: line(item.title),
    caseNumber: item.reference,
    closed: item.closed,
    attachments: item.withdrawn ? [] : item.attachments.map(({ name }) => name),
    sections,
    treatment: item.path.map(({ committee, role, date }) => ({ committee, roles: [role], date })),
    recommendations: item.recommendations.map(({ number, text }) => ({ number, text, by: "Administrationen" })),
    decisions: [],
    references: read.flatMap(({ text }) => findReferences(text, meeting)),
    commitments: read.flatMap(({ text, role }) => findCommitments(text, role, meeting)),
    span: { start, end: writer.text.trimEnd().length },
  };
}

type Part = [role: SectionRole, heading: string, text: string];

/** What stands in an item, in the order of the printed agenda. Of a withdrawn one that it is, and why. */
function partsOf(item: AgendaItem): Part[] {
  const { withdrawn, text, sections, path, recommendations, attachments, lateReason } = item;
  if (withdrawn) {
    const reason = withdrawn.reason ? ` Begrundelse: ${withdrawn.reason}` : "";
    return [
      ["other", "Trukket tilbage", `Punktet er taget af dagsordenen med tillægsdagsorden ${withdrawn.with}.${reason}`],
    ];
  }
  const of = (wanted: (role: SectionRole) => boolean): Part[] =>
    sections.filter(({ role }) => wanted(role)).map(({ role, heading, body }) => [role, heading, textOf(body).trim()]);
  const isFirst = (role: SectionRole) => role === "summary" || role === "treatment";
  const points = recommendations.map((point) => `${point.number}. ${line(point.text)}`).join("\n");
  const guests = item.guests.map(({ name }) => name).join(", ");
  const asked = of((role) => role === "recommendation").map(([, , words]) => words);
  const parts: Part[] = [
    ["other", "", text],
    ["other", "", guests && `Deltager under punktet: ${guests}`],
    ["other", "Sendt efter fristen", lateReason ?? ""],
    ...of(isFirst),
    ["treatment", "Politisk behandling", path.map(treatmentLine).join("\n")],
    [
      "recommendation",
      "Indstilling",
      [...asked, points && leadOf(recommendations), points].filter(Boolean).join("\n\n"),
    ],
    ...of((role) => role !== "recommendation" && !isFirst(role)),
    ["attachments", "Bilag", attachments.map(({ name }) => `- ${line(name)}`).join("\n")],
  ];
  return parts.filter(([, , words]) => words.trim() !== "");
}

/** What stands before the points; each of them may say its own "at". */
const leadOf = (points: AgendaItem["recommendations"]): string =>
  `Administrationen indstiller,${points.every(({ text }) => /^at\s/i.test(text)) ? "" : " at"}`;

const roles: Record<AgendaItem["path"][number]["role"], string> = {
  approves: "godkender",
  decides: "beslutter",
  recommends: "anbefaler",
  discusses: "drøfter",
  notes: "til efterretning",
  other: "behandler",
};

const treatmentLine = ({ committee, role, date, result }: AgendaItem["path"][number]): string =>
  `${line(committee)} (${roles[role]})${date ? `, ${date}` : ""}${result ? `: ${line(result)}` : ""}`;

function writeSection(writer: Writer, role: SectionRole, heading: string, text: string): Section {
  const { start } = writer.write(heading ? `## ${line(heading)}\n\n` : "");
  const { end } = writer.write(`${text}\n\n`);
  const lines = splitLines(text);
  return {
    heading: line(heading),
    role,
    text,
    tables: readTables(text, lines, 0, lines.length),
    sections: [],
    span: { start, end },
  };
}

const line = (words: string): string => words.replace(/\s+/g, " ").trim();
