import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { createCheckPool } from "#findings/check-pool.ts";
import { wantAll, wantOutdated } from "#findings/due.ts";
import { type Recomputed, recompute } from "#findings/recompute.ts";
import { progressBar } from "../progress.ts";
import { withDatabase } from "../with-database.ts";

export const summary = "efterregn tallene i arkivets dokumenter";

export const help = `
Brug: sagsgang findings [--all]

Efterregner tallene i de dokumenter i arkivet, der er nye eller ændrede, eller som er efterregnet med en ældre udgave af
kontrollerne. Serveren gør det selv i baggrunden; kommandoen gør det nu og viser, hvor langt den er. Fundene vises på
punkternes sider og på kommunens side med fund.

  --all   efterregn alle dokumenter igen

Afslutningskode: 0 alt er efterregnet, 1 mindst ét dokument kunne ikke, eller der blev afbrudt, 2 kommandoen er skrevet
forkert.
`;

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { all: { type: "boolean" } } });
  return withDatabase(async (db, signal) => {
    const began = performance.now();
    const pool = createCheckPool(availableParallelism());
    signal.addEventListener("abort", () => void pool.close());
    await (values.all ? wantAll(db) : wantOutdated(db));
    const bar = progressBar();
    const sum = await recompute(db, pool, { signal, onProgress: bar.show }).finally(bar.clear);
    await pool.close();
    process.stdout.write(table(sum, (performance.now() - began) / 1000));
    if (signal.aborted) process.stderr.write("Afbrudt: resten er ikke efterregnet. Kør kommandoen igen.\n");
    return sum.failed > 0 || signal.aborted ? 1 : 0;
  });
}

function table({ documents, ok, errors, warnings, failed }: Recomputed, seconds: number): string {
  const rows: [string, number | string][] = [
    ["Dokumenter", documents],
    ["Tal, der stemmer", ok],
    ["Tal, der ikke stemmer", errors],
    ["Tal, der bør ses efter", warnings],
    ["Dokumenter, der ikke kunne efterregnes", failed],
    ["Sekunder", seconds.toLocaleString("da-DK", { maximumFractionDigits: 1 })],
  ];
  return `${rows.map(([label, figure]) => label.padEnd(40) + String(figure).padStart(8)).join("\n")}\n`;
}
