import { dashedDay, longDay, weekdayName } from "./calendar.ts";
import type { Decision, Item, Meeting, Outcome } from "./item.ts";

const sentences: Record<Outcome, (body: string) => string> = {
  approved: (body) => `${body} godkendte indstillingen.`,
  recommended: (body) => `${body} anbefalede indstillingen over for Byrådet.`,
  noted: (body) => `${body} tog orienteringen til efterretning.`,
  discussed: (body) => `${body} drøftede sagen.`,
  postponed: (body) => `${body} udsatte sagen.`,
  rejected: (body) => `${body} forkastede indstillingen.`,
  withdrawn: () => "Sagen blev taget af dagsordenen.",
  referred: () => "Sagen blev oversendt til Økonomiudvalget.",
};

/** A recommendation is answered in a sentence; agendas and announcements in the words of the decision. */
function decision({ body, outcome, text, remarks, attendance }: Decision, isAnswer: boolean): string {
  const away = attendance?.absent.map(({ name }) => name) ?? [];
  const absence = away.length === 0 ? [] : [`${away.join(" og ")} deltog ikke i mødet.`];
  return [isAnswer ? sentences[outcome](body) : text, ...remarks, ...absence].join("\n\n");
}

function item(entry: Item, body: string): string {
  const { number, title, closed, caseNumber, recommendation, decisions, attachments, treatment } = entry;
  let out = `Punkt ${number}: ${closed ? "Lukket: " : ""}${title}\n\n`;
  if (caseNumber !== null) out += `${caseNumber}\n\n`;
  const decided = decisions.at(-1);
  if (closed) return `${out}${decided === undefined ? "" : decision(decided, true)}\n\n`;
  const final = treatment.at(-1)?.body ?? body;
  if (recommendation !== null) {
    out += `Resume\n\n${entry.summary.join("\n\n")}\n\nSagen afsluttes i ${final}.\n\n`;
    const points =
      recommendation.points.length === 0
        ? [recommendation.lead.replace(/^Administrationen indstiller, at /, "")]
        : recommendation.points;
    out += `Indstilling\n\nDirektionen indstiller, at:\n\n${points.map((point, index) => `${index + 1}. ${point.replace(/^at /, "").replace(/\.?$/, ".")}`).join("\n")}\n\n`;
  }
  if (decided !== undefined) out += `Beslutning\n\n${decision(decided, recommendation !== null)}\n\n`;
  if (entry.blocks.length > 0) out += "Sagsfremstilling\n\n";
  for (const block of entry.blocks) out += `${typeof block === "string" ? block : block.heading}\n\n`;
  if (entry.economy !== null) out += `Økonomi\n\n${entry.economy}\n\n`;
  if (attachments.length > 0) out += `Bilag\n\n${attachments.join("\n\n")}\n\n`;
  return out;
}

/** Minutes with KLE numbers, decisions as whole sentences and no list of members, as Horsens writes them. */
export function writeKle({ body, day, place, items }: Meeting): string {
  let out = `REFERAT ${body} d. ${dashedDay(day)}\n\nMødedato ${weekdayName(day)} d. ${longDay(day)} kl. 15:00\n\nMødested ${place}\n\n`;
  const entries = items.map(({ closed, title }, index) => `${closed ? "Lukket: " : ""}${title}.....\t${index * 2 + 3}`);
  out += `Indholdsfortegnelse\n\n${entries.join("\n")}\n\n`;
  for (const entry of items) out += item(entry, body);
  return out;
}
