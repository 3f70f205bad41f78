import { parseArgs } from "node:util";
import { importPaths } from "#archive/import/import-paths.ts";
import type { ImportReport } from "#archive/import/report.ts";
import { progressBar } from "../progress.ts";
import { withDatabase } from "../with-database.ts";

export const summary = "læs referater ind i arkivet";

export const help = `
Brug: sagsgang import STI... [--municipality NAVN] [--closed-text-is-public]

Læser referater og dagsordener (tekst, Markdown, HTML, PDF, DOCX) ind i arkivet. En mappe eller en ZIP-fil læses med
alt, hvad der er i den, undtagen skjulte filer og README. Et dokument, der er i arkivet, ændrer intet; et ændret dokument bliver en ny
revision, og den gamle bliver liggende. Referater afløser dagsordenen til samme møde.

  --municipality NAVN      kommunen, for dokumenter der ikke selv siger det
  --closed-text-is-public  læs også dokumenter ind, hvor lukkede punkter har tekst: du siger dermed, at teksten er
                           offentliggjort. Ellers bliver de ude, for det, der er i arkivet, kan alle læse

En mappe kan have en fil kommune.json med det, dokumenterne i den ikke selv siger:

  { "name": "Prøvested", "example": true,
    "successors": [{ "from": "Teknikudvalget", "to": "Klima- og Teknikudvalget" }] }

En fil, der ikke kan læses ind, giver én linje på standard error; de andre bliver læst ind alligevel.

Afslutningskode: 0 alt er læst ind, 1 mindst én fil kunne ikke, 2 kommandoen er skrevet forkert.
`;

export async function run(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    options: { municipality: { type: "string" }, "closed-text-is-public": { type: "boolean", default: false } },
    allowPositionals: true,
  });
  if (positionals.length === 0) {
    process.stderr.write("Skriv mindst én fil eller mappe. Se 'sagsgang import --help'.\n");
    return 2;
  }
  return withDatabase(async (db, signal) => {
    const bar = progressBar();
    const { municipality } = values;
    const report = await importPaths(db, positionals, {
      ...(municipality ? { municipality } : {}),
      closedTextIsPublic: values["closed-text-is-public"],
      signal,
      onProgress: bar.show,
    }).finally(bar.clear);
    for (const { file, message } of [...report.failures, ...report.remarks])
      process.stderr.write(`${file}: ${message}\n`);
    process.stdout.write(reportTable(report));
    if (signal.aborted) process.stderr.write("Afbrudt: resten er ikke læst ind. Kør kommandoen igen.\n");
    return report.failures.length > 0 || signal.aborted ? 1 : 0;
  });
}

/** The closing table, a figure a line. */
export function reportTable(report: ImportReport): string {
  const { documents, items, decisions, warnings, failures, passedOver, seconds } = report;
  const all = documents.new + documents.revised + documents.unchanged;
  const rows: [string, number | string][] = [
    ["Dokumenter", all],
    ["  nye", documents.new],
    ["  nye revisioner", documents.revised],
    ["  uændrede", documents.unchanged],
    ["Punkter", items],
    ["Beslutninger", decisions],
    ["Advarsler", warnings],
    ["Fejl", failures.length],
    ...(passedOver > 0 ? [["Andre filer, sprunget over", passedOver] satisfies [string, number]] : []),
    ["Sekunder", seconds.toLocaleString("da-DK", { maximumFractionDigits: 1 })],
  ];
  return `${rows.map(([label, figure]) => label.padEnd(28) + String(figure).padStart(8)).join("\n")}\n`;
}
