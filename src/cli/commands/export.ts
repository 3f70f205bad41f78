import { parseArgs } from "node:util";
import { exportArchive } from "#archive/portable/export-archive.ts";
import { withDatabase } from "../with-database.ts";

export const summary = "skriv hele arkivet som filer";

export const help = `
Brug: sagsgang export MAPPE

Skriver hele arkivet til en tom eller ny mappe, som det så ud i ét øjeblik, også mens portalen kører: en CSV-fil med
overskrifter for hver tabel, de importerede filer, som de var (originals/), og manifest.json med antal og summer. Læs
den ind igen med 'sagsgang restore'.

Afslutningskode: 0 skrevet, 1 det gik ikke, 2 kommandoen er skrevet forkert.
`;

export async function run(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) {
    process.stderr.write("Skriv én mappe. Se 'sagsgang export --help'.\n");
    return 2;
  }
  return withDatabase(async (db) => {
    const exported = await exportArchive(db, folder);
    if (!exported.ok) process.stderr.write(`${exported.message}\n`);
    else
      process.stdout.write(
        `${exported.rows} rækker fra ${exported.tables} tabeller og ${exported.originals} filer er skrevet til ${folder}\n`,
      );
    return exported.ok ? 0 : 1;
  });
}
