import type { AgendaChange } from "./agenda-changes.ts";
import { longDay, momentInWords, shortDay, timeSpan } from "./danish.ts";
import type { AgendaDocument, AgendaItem } from "./model.ts";
import type { PrintBlock } from "./print-model.ts";
import { printLine, printText, printWords } from "./print-text.ts";

const roles: Record<AgendaItem["path"][number]["role"], string> = {
  approves: "godkender",
  decides: "beslutter",
  recommends: "anbefaler",
  discusses: "drøfter",
  notes: "til efterretning",
  other: "behandler",
};

/** Stand before the way through the bodies, as in the minutes municipalities print. */
const first = new Set(["summary", "treatment"]);

type Mark = { kind: "closed" | "new" | "changed" | "withdrawn" | "late"; label: string; text: string };
/** `reason` is given for either. */
export type MeetingChange = { cancelled: boolean; movedFrom: string | null; reason: string | null };
export type PrintAgenda = ReturnType<typeof printAgenda>;

/** An agenda as the template of `agenda-template.ts` is given it. */
export function printAgenda(
  agenda: AgendaDocument,
  accent: string,
  changes: readonly AgendaChange[],
  change?: MeetingChange,
) {
  const { committee, date, dispatchNumber } = agenda;
  const hasClosed = agenda.items.some(
    ({ closed, reference, text, sections }) => closed && (reference !== null || text !== "" || sections.length > 0),
  );
  return {
    accent,
    title: printLine(`Dagsorden ${committee} d. ${date.split("-").toReversed().join("-")}`),
    municipality: printLine(agenda.municipality),
    committee: printLine(committee),
    kind: agenda.extraordinary ? "Dagsorden for ekstraordinært møde" : "Dagsorden",
    facts: [
      ...changeOf(change),
      { label: "Mødedato", text: `${capital(longDay(date))} ${timeSpan(agenda.start, agenda.end)}` },
      { label: "Mødested", text: printLine(agenda.place) },
      ...(agenda.dispatchedAt
        ? [{ label: "Udsendt", text: momentInWords(agenda.dispatchedAt) }]
        : [{ label: "Udkast", text: "Dagsordenen er ikke udsendt endnu." }]),
      ...(dispatchNumber > 0
        ? [{ label: "Tillæg", text: `Med tillægsdagsorden ${dispatchNumber}. Hvad der er nyt, er mærket.` }]
        : []),
    ],
    confidential: hasClosed ? "Medlemmernes udgave med lukkede punkter. Må ikke gives videre." : null,
    running: printLine(`${committee}, ${longDay(date)}`),
    items: agenda.items.map((item) => printItem(item, changes)),
  };
}

function changeOf(change: MeetingChange | undefined) {
  const because = change?.reason ? ` Begrundelse: ${change.reason}` : "";
  if (change?.cancelled) return [{ label: "Aflyst", text: printLine(`Mødet er aflyst.${because}`) }];
  if (!change?.movedFrom) return [];
  return [{ label: "Flyttet", text: printLine(`Mødet er flyttet fra ${longDay(change.movedFrom)}.${because}`) }];
}

function printItem(item: AgendaItem, changes: readonly AgendaChange[]) {
  const marks = marksOf(item, changes);
  const facts = [
    ...(item.reference ? [`Sag ${item.reference}`] : []),
    ...(item.startsAt ? [timeSpan(item.startsAt, null)] : []),
    ...(item.minutes ? [`${item.minutes} minutter`] : []),
  ];
  return {
    id: `punkt-${item.id}`,
    number: String(item.number),
    title: printLine(item.title),
    facts: printLine(facts.join(" · ")),
    guests: printLine(
      item.guests
        .map(({ name, from, until }) => `${name}${from || until ? ` (${timeSpan(from, until)})` : ""}`)
        .join(", "),
    ),
    marks,
    ownPage: item.kind === "paper" && !item.withdrawn && item.sections.length > 0,
    sections: item.withdrawn ? [] : printSections(item),
  };
}

function marksOf(
  { closed, closedGround, cameWith, withdrawn, lateReason, id }: AgendaItem,
  changes: readonly AgendaChange[],
): Mark[] {
  const marks: Mark[] = [];
  if (closed)
    marks.push({
      kind: "closed",
      label: "Lukket",
      text: closedGround ? `Behandles for lukkede døre: ${closedGround}` : "",
    });
  if (cameWith > 0 && !withdrawn)
    marks.push({ kind: "new", label: "Nyt", text: `Kom på dagsordenen med tillægsdagsorden ${cameWith}.` });
  const changed = changes.filter((change) => change.id === id && change.kind === "changed");
  if (!withdrawn)
    for (const { parts, with: number } of changed)
      marks.push({
        kind: "changed",
        label: "Ændret",
        text: `Ændret med tillægsdagsorden ${number}: ${parts.join(", ")}.`,
      });
  if (withdrawn)
    marks.push({
      kind: "withdrawn",
      label: "Trukket tilbage",
      text: `Taget af dagsordenen med tillægsdagsorden ${withdrawn.with}.${withdrawn.reason ? ` Begrundelse: ${withdrawn.reason}` : ""}`,
    });
  if (lateReason)
    marks.push({
      kind: "late",
      label: "Sendt efter fristen",
      text: `Punktet er sendt efter fristen. Det kan ikke vente: ${lateReason}`,
    });
  return marks.map((mark) => ({ ...mark, text: printLine(mark.text) }));
}

function printSections({ sections, path, recommendations, attachments, text }: AgendaItem) {
  const written = (wanted: (role: string) => boolean) =>
    sections
      .filter(({ role }) => wanted(role))
      .map(({ heading, body }) => ({ heading: printLine(heading), blocks: printText(body, 3) }));
  const [asked] = sections.filter(({ role }) => role === "recommendation");
  return [
    ...(text ? [{ heading: "", blocks: printWords(text) }] : []),
    ...written((role) => first.has(role)),
    ...(path.length > 0 ? [{ heading: "Politisk behandling", blocks: [printPath(path)] }] : []),
    ...(recommendations.length > 0 || asked
      ? [
          {
            heading: printLine(asked?.heading ?? "Indstilling"),
            blocks: [
              ...(asked ? printText(asked.body, 3) : [sentence(leadOf(recommendations))]),
              ...printPoints(recommendations),
            ],
          },
        ]
      : []),
    ...written((role) => role !== "recommendation" && !first.has(role)),
    ...(attachments.length > 0 ? [{ heading: "Bilag", blocks: [printAttachments(attachments)] }] : []),
  ].filter(({ blocks }) => blocks.length > 0);
}

/** What stands before the points; each of them may say its own "at". */
const leadOf = (points: AgendaItem["recommendations"]): string =>
  `Administrationen indstiller,${points.every(({ text }) => /^at\s/i.test(text)) ? "" : " at"}`;

function printPoints(points: AgendaItem["recommendations"]): PrintBlock[] {
  return points.map(({ number, text }) => ({ k: "numbers", start: number, items: [printWords(text)] }));
}

/** Line by line as municipalities print it: "Byrådet (beslutter), 30. juni 2026: Godkendt". */
function printPath(path: AgendaItem["path"]): PrintBlock {
  const items = path.map(({ committee, role, date, result }) => [
    sentence(`${committee} (${roles[role]})${date ? `, ${shortDay(date)}` : ""}${result ? `: ${result}` : ""}`),
  ]);
  return { k: "bullets", items };
}

function printAttachments(attachments: AgendaItem["attachments"]): PrintBlock {
  const items = attachments.map(({ name, closed }) => [sentence(closed ? `${name} (lukket bilag)` : name)]);
  return { k: "bullets", items };
}

const sentence = (words: string): PrintBlock => ({ k: "paragraph", c: [{ k: "text", s: printLine(words) }] });
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
