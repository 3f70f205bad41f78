import { parseArgs } from "node:util";
import { restoreArchive } from "#archive/portable/restore-archive.ts";
import { withDatabase } from "../with-database.ts";

export const summary = "læs et arkiv ind fra filer";

export const help = `
Brug: sagsgang restore MAPPE [--replace]

Læser et arkiv ind, som 'sagsgang export' har skrevet, i den indbyggede database eller i den, DATABASE_URL peger på.
Alle filers summer bliver kontrolleret, før noget ændres, og alt sker i én transaktion.

  --replace   erstat alt, hvad der er i arkivet; uden det må arkivet være tomt

Afslutningskode: 0 læst ind, 1 det gik ikke, og intet er ændret, 2 kommandoen er skrevet forkert.
`;

export async function run(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    options: { replace: { type: "boolean" } },
    allowPositionals: true,
  });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) {
    process.stderr.write("Skriv én mappe. Se 'sagsgang restore --help'.\n");
    return 2;
  }
  return withDatabase(async (db) => {
    const restored = await restoreArchive(db, folder, { replace: values.replace ?? false });
    if (!restored.ok) process.stderr.write(`${restored.message}\n`);
    else process.stdout.write(`${restored.rows} rækker og ${restored.originals} filer er læst ind fra ${folder}\n`);
    return restored.ok ? 0 : 1;
  });
}
