import { parseArgs } from "node:util";
import { development } from "#factcheck/evaluate/development/phrasebook.ts";
import { meetRealDocuments, realDocuments } from "#factcheck/evaluate/real-documents.ts";
import { figuresTable, missesText } from "#factcheck/evaluate/report.ts";
import { evaluate } from "#factcheck/evaluate/run.ts";
import { documentsTable } from "#factcheck/evaluate/score-documents.ts";

export const summary = "mål, hvor godt kontrollerne finder plantede fejl";

export const help = `
Brug: sagsgang evaluate-checks [--documents N] [--seed N] [--show-misses [--most N]]

Skriver opdigtede dagsordener og referater med plantede fejl blandt rigtige tal, efterregner dem, og viser, hvor mange
fejl der blev fundet, og hvor mange fund der var falske, for hver kontrol. Står de fem rigtige referater i
../shared/minutes, holdes de op mod listen over deres kendte fejl.

  --documents N    så mange dokumenter (300)
  --seed N         begynd et andet sted (1)
  --show-misses    vis også det, der blev overset, og de falske fund
  --most N         højst så mange af hver (20)

Afslutningskode: 0, eller 2 når kommandoen er skrevet forkert.
`;

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      documents: { type: "string", default: "300" },
      seed: { type: "string", default: "1" },
      most: { type: "string", default: "20" },
      "show-misses": { type: "boolean" },
    },
  });
  const [documents, seed, most] = [values.documents, values.seed, values.most].map(Number) as [number, number, number];
  if (![documents, seed, most].every((number) => Number.isInteger(number) && number >= 0) || documents === 0) {
    process.stderr.write("Skriv hele tal. Se 'sagsgang evaluate-checks --help'.\n");
    return 2;
  }
  const score = evaluate(development, seed, documents);
  process.stdout.write(`${figuresTable(score)}\n`);
  const real = realDocuments();
  if (real) process.stdout.write(`\nDe fem rigtige referater\n${documentsTable(meetRealDocuments(real))}\n`);
  if (values["show-misses"]) process.stdout.write(`\n${missesText(score, most)}\n`);
  return 0;
}
