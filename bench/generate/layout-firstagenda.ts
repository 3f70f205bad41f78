import { dashedDay, dottedDay, longDay, weekdayName } from "./calendar.ts";
import type { Decision, Item, Meeting } from "./item.ts";
import type { Member } from "./people.ts";

/** How headings and rules are shown; everything else is the same in text and in Markdown. */
type Marks = {
  heading(level: number, text: string): string;
  bold(text: string): string;
  rule: string;
  lineEnd: string;
};

const plain: Marks = { heading: (_, text) => text, bold: (text) => text, rule: "", lineEnd: "\n" };
const markdown: Marks = {
  heading: (level, text) => `${"#".repeat(level)} ${text}`,
  bold: (text) => `**${text}**`,
  rule: "---\n\n",
  lineEnd: "  \n",
};

const label = ({ name, party }: Member): string => `${name} (${party})`;
const shownTitle = (item: Item): string => (item.closed ? `Lukket: ${item.title}` : item.title);

function decision(marks: Marks, { body, day, attendance, text, remarks }: Decision): string {
  let out = `${marks.heading(4, `${body}, ${dottedDay(day)}`)}\n\n`;
  if (attendance !== null && attendance.absent.length > 0)
    out += `Fraværende: ${attendance.absent.map(label).join(", ")}\n\n`;
  if (attendance?.substitute) out += `Stedfortræder: ${label(attendance.substitute.member)}\n\n`;
  return `${out}${[text, ...remarks].join("\n\n")}\n\n`;
}

function item(marks: Marks, entry: Item): string {
  const { number, attachments, treatment, recommendation, blocks } = entry;
  const title = shownTitle(entry);
  const { heading, rule } = marks;
  const files = attachments.length === 0 ? "" : `${heading(3, marks.bold("Bilag"))}\n\n${attachments.join("\n\n")}\n\n`;
  let out = `${heading(2, marks.bold(`Punkt ${number}: ${title}`))}\n\n`;
  if (entry.caseNumber !== null) out += `${entry.caseNumber}\n\n`;
  out += `${files}${heading(2, `${number}. ${title}`)}\n\n`;
  if (treatment.length > 0) {
    const path = treatment.map(({ body, role, day }) => `${body} (${role}), ${dottedDay(day)}`).join(marks.lineEnd);
    out += `${heading(3, "Resumé")}\n\n${rule}${heading(4, "Politisk behandling")}\n\n${path}\n\n${entry.summary.join("\n\n")}\n\n`;
  }
  if (recommendation !== null) {
    const points = recommendation.points.map((point, index) => `${index + 1}. ${point}`).join("\n");
    out += `${heading(3, "Indstilling")}\n\n${rule}${recommendation.lead}${points === "" ? "." : `\n\n${points}`}\n\n`;
  }
  if (entry.decisions.length > 0)
    out += `${heading(3, "Beslutning")}\n\n${rule}${entry.decisions.map((one) => decision(marks, one)).join("")}`;
  if (blocks.length > 0 || attachments.length > 0)
    out += `${heading(number % 2 === 0 ? 2 : 3, "Sagsfremstilling")}\n\n`;
  for (const block of blocks)
    out += `${typeof block === "string" ? block : heading(number % 3 === 0 ? 4 : 3, block.heading)}\n\n`;
  if (entry.economy !== null) out += `${heading(2, "Økonomi")}\n\n${rule}${entry.economy}\n\n`;
  return out + files;
}

function participants({ attendance }: Meeting): string {
  const { present, absent, substitute } = attendance;
  const names = [...present.map(({ name }) => name), ...absent.map(({ name }) => `${name} (Afbud)`)];
  if (substitute) names.push(`${substitute.member.name} (Stedfortræder for ${substitute.for.name})`);
  return names.join(", ").replace(/(.{60,76}) /g, "$1\n");
}

/** Long titles are cut in the table of contents, as FirstAgenda cuts them. */
function contents({ items }: Meeting): string {
  let page = 3;
  return items
    .map((entry) => {
      const title = shownTitle(entry);
      const line = title.length > 98 ? `${title.slice(0, 98)}\t${page}` : `${title}.....\t${page}`;
      page += 1 + Math.floor(entry.blocks.length / 4);
      return line;
    })
    .join("\n");
}

/** Minutes as FirstAgenda's PDFs become when they are turned into text or Markdown (layouts A1). */
export function writeFirstAgenda(meeting: Meeting, asMarkdown: boolean): string {
  const marks = asMarkdown ? markdown : plain;
  const { body, term, day, place } = meeting;
  const field = (name: string, value: string): string => `${marks.bold(name)} ${value}\n\n`;
  let out = `${marks.heading(1, marks.bold(`REFERAT ${body} ${term}-${term + 3} d. ${dashedDay(day)}`))}\n\n`;
  out += field("Mødedato", `${weekdayName(day)} d. ${longDay(day)} kl. 15:00`);
  out += field("Mødested", place) + field("Mødedeltagere", participants(meeting));
  out += `${marks.heading(2, "Indholdsfortegnelse")}\n\n${contents(meeting)}\n\n`;
  for (const entry of meeting.items) out += item(marks, entry);
  return out;
}
