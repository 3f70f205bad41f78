import { importDocument } from "#archive/import/import-document.ts";
import type { Database } from "#database/connect.ts";
import { readDocument } from "#minutes/read-document.ts";

type Item = {
  number: number;
  title: string;
  case?: string;
  closed?: boolean;
  /** Lines of the printed path: "Byrådet (godkender), 27.05.2025". */
  path?: string[];
  /** Decisions as printed under the heading: "Byrådet, 27.05.2025" and below it the words. */
  decisions: { by: string; words: string }[];
  text?: string;
  attachments?: string[];
};

export type Sitting = { committee: string; /** "13-05-2025" */ date: string; participants: string; items: Item[] };

/** Minutes as a committee system prints them, of meetings that never were. */
function minutesOf(municipality: string, { committee, date, participants, items }: Sitting): string {
  return [
    `# REFERAT ${committee} 2022-2025 d. ${date}`,
    `Mødedato Tirsdag d. ${date} kl. 15:00`,
    `Mødested Mødelokale 4, ${municipality} Rådhus`,
    `Mødedeltagere ${participants}`,
    "## Indholdsfortegnelse",
    ...items.map(({ title, number }) => `${title}.....${number}`),
    ...items.flatMap((item) => [
      `# Punkt ${item.number}: ${item.closed ? "Lukket: " : ""}${item.title}`,
      ...(item.case ? [item.case] : []),
      ...(item.path ? ["## Politisk behandling", ...item.path] : []),
      "## Beslutning",
      ...item.decisions.flatMap(({ by, words }) => [by, words]),
      ...(item.text ? ["## Sagsfremstilling", item.text] : []),
      ...(item.attachments ? ["## Bilag", ...item.attachments] : []),
    ]),
  ].join("\n\n");
}

/** Brings meetings of one municipality into the archive the way every document comes in. Returns the municipality's id. */
export async function importMinutes(db: Database, sittings: Sitting[], municipality = "Birkeby"): Promise<number> {
  let municipalityId = 0;
  for (const sitting of sittings) {
    const fileName = `${sitting.committee} ${sitting.date}.md`;
    const bytes = new TextEncoder().encode(minutesOf(municipality, sitting));
    const read = await readDocument(bytes, fileName);
    if (!read.ok) throw new Error(`${fileName}: ${read.message}`);
    const imported = await importDocument(db, municipality, { ...read, bytes, fileName });
    if (imported.result === "failed") throw new Error(`${fileName}: ${imported.message}`);
    municipalityId = imported.municipalityId;
  }
  return municipalityId;
}
