import { longDate, shortDate } from "./danish.ts";
import { takeMarks } from "./marks.ts";
import type { Paper, PaperItem } from "./paper.ts";
import type { Random } from "./random.ts";

type Layout = (paper: Paper) => string;

const layouts: Layout[] = [agendaSystem, markdown, caseNumbers, printed];

/** Text as committee systems export it. */
function agendaSystem({ body, municipality, day, weekday, place, members, contents, items }: Paper): string {
  const head = [
    `REFERAT\n${body}\nd. ${shortDate(day, "-")}`,
    `Mødedato\n${capital(weekday)} d. ${longDate(day)} kl. 16:00`,
    `Mødested\n${place}, ${municipality} Kommune`,
    `Mødedeltagere\n${members.map(({ name, party }) => `${name} (${party})`).join(", ")}`,
    `Indholdsfortegnelse\n${contents.map((title, at) => `${title}.....\t${at + 2}`).join("\n")}`,
  ];
  const body_ = items.map((item) =>
    sections(item, [
      `Punkt ${item.number}: ${item.title}`,
      item.caseNumber,
      `${item.number}. ${item.title}`,
      `Resumé\n${item.summary}`,
      `Indstilling\nForvaltningen indstiller, at\n${numbered(item)}`,
      `Beslutning\n${body}, ${item.decision.day}${item.absent ? `\nFraværende: ${item.absent}` : ""}\n${item.decision.words.join("\n")}`,
      `Sagsfremstilling\n${item.account.join("\n\n")}`,
      item.economy && `Økonomi\n${item.economy}`,
      attachments(item, "Bilag\n"),
    ]),
  );
  return [...head, ...body_].join("\n\n");
}

function markdown({ body, municipality, day, weekday, place, members, contents, items }: Paper): string {
  const head = [
    `# REFERAT ${body} d. ${shortDate(day, "-")}`,
    `**Mødedato** ${capital(weekday)} d. ${longDate(day)} kl. 15:30`,
    `**Mødested** ${place}, ${municipality} Kommune`,
    `**Mødedeltagere** ${members.map(({ name, party }) => `${name} (${party})`).join(", ")}`,
    "## Indholdsfortegnelse",
    contents.map((title, at) => `- ${title} ${at + 2}`).join("\n"),
  ];
  const body_ = items.map((item) =>
    sections(item, [
      `# Punkt ${item.number}: ${item.title}`,
      item.caseNumber,
      `## Resumé\n\n${item.summary}`,
      `## Indstilling\n\nForvaltningen indstiller, at\n\n${numbered(item)}`,
      `## Beslutning\n\n${body}, ${item.decision.day}\n\n${item.absent ? `Fraværende: ${item.absent}\n\n` : ""}${item.decision.words.join("\n\n")}`,
      `## Sagsfremstilling\n\n${item.account.join("\n\n")}`,
      item.economy && `## Økonomi\n\n${item.economy}`,
      attachments(item, "## Bilag\n\n- "),
    ]),
  );
  return [...head, ...body_].join("\n\n");
}

function caseNumbers({ body, municipality, day, weekday, place, members, items }: Paper): string {
  const head = [
    `${municipality} Kommune`,
    `${body}\nBeslutningsprotokol`,
    `Dato: ${weekday} den ${longDate(day)}\nTidspunkt: kl. 14.00\nSted: ${place}`,
    `Medlemmer: ${members.map(({ name, party }) => `${name} (${party})`).join(", ")}`,
  ];
  const body_ = items.map((item) =>
    sections(item, [
      `Punkt ${item.number}: ${item.title}`,
      item.caseNumber,
      `Resume\n${item.summary}`,
      `Indstilling\nDirektionen indstiller, at:\n${numbered(item)}`,
      `Beslutning i ${body} den ${item.decision.day}\n${item.decision.words.join("\n")}${item.absent ? `\nFraværende: ${item.absent}` : ""}`,
      `Sagsfremstilling\n${item.account.join("\n\n")}`,
      item.economy && `Økonomiske konsekvenser\n${item.economy}`,
      attachments(item, "Bilag\n"),
    ]),
  );
  return [...head, ...body_].join("\n\n");
}

/** Lines as in print: sentences go over several. */
function printed({ body, municipality, day, weekday, place, members, items }: Paper): string {
  const head = [
    `Referat af møde i ${body}`,
    `${municipality} Kommune`,
    `Mødedato: ${weekday} den ${longDate(day)}\nMødetid: 17.00\nMødested: ${place}`,
    `Deltagere: ${members.map(({ name, party }) => `${name} (${party})`).join(", ")}`,
  ];
  const body_ = items.map((item) =>
    sections(item, [
      `Pkt. ${item.number} ${item.title}`,
      `Sagsnr. ${item.caseNumber}`,
      `Resumé\n${wrapped(item.summary)}`,
      `Sagsfremstilling\n${item.account.map(wrapped).join("\n\n")}`,
      item.economy && `Økonomi\n${wrapped(item.economy)}`,
      `Indstilling\nForvaltningen indstiller,\n${numbered(item)}`,
      attachments(item, "Bilag:\n- "),
      `Beslutning i ${body} den ${item.decision.day}\n${item.decision.words.join("\n")}${item.absent ? `\nFraværende: ${item.absent}.` : ""}`,
    ]),
  );
  return [...head, ...body_].join("\n\n");
}

const sections = (_: PaperItem, parts: string[]): string => parts.filter((part) => part !== "").join("\n\n");
const numbered = ({ recommendations }: PaperItem): string =>
  recommendations.map((text, at) => `${at + 1}. ${text}`).join("\n");
const attachments = ({ attachments: names }: PaperItem, before: string): string =>
  names.length === 0 ? "" : `${before}${names.join(before.endsWith("- ") ? "\n- " : "\n")}`;
const capital = (word: string): string => {
  const { text } = takeMarks(word);
  return word.replace(text, text.charAt(0).toUpperCase() + text.slice(1));
};

/** Broken after about ninety letters; tables stay as they are. */
function wrapped(text: string): string {
  if (text.includes("\t") || text.includes("|") || /\n/.test(text)) return text;
  return text.replace(/(.{70,90}) (?=\S)/g, "$1\n");
}

export function layOut(random: Random, paper: Paper): string {
  return `${random.pick(layouts)(paper)}\n`;
}
