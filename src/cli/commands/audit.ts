import { parseArgs } from "node:util";
import { type BrokenLink, INSTALLATION, verifyAudit } from "#identity/audit-queries.ts";
import { withDatabase } from "../with-database.ts";

export const summary = "efterprøv protokollen over, hvem der gjorde hvad";

export const help = `
Brug: sagsgang audit verify

Regner hele kæden efter, kommune for kommune. Hver post bærer en sum over sig selv og posten før, så en post, der er
ændret, fjernet eller skudt ind, kan ses. Det første brud nævnes.

Afslutningskode: 0 kæden holder, 1 den er brudt eller kan ikke læses, 2 kommandoen er skrevet forkert.
`;

export async function run(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
  if (positionals.length !== 1 || positionals[0] !== "verify") {
    process.stderr.write("Skriv 'sagsgang audit verify'. Se 'sagsgang audit --help'.\n");
    return 2;
  }
  return withDatabase(async (db) => {
    const { entries, broken } = await verifyAudit(db);
    if (broken.length === 0) {
      process.stdout.write(`Kæden holder: ${entries} poster er regnet efter.\n`);
      return 0;
    }
    const names = await db.selectFrom("municipality").select(["id", "name"]).execute();
    for (const link of broken)
      process.stderr.write(
        sentence(
          link,
          names.find(({ id }) => id === link.municipalityId),
        ),
      );
    return 1;
  });
}

function sentence({ municipalityId, number, reason }: BrokenLink, municipality: { name: string } | undefined): string {
  const place =
    municipalityId === INSTALLATION ? "installationen" : (municipality?.name ?? `kommune ${municipalityId}`);
  const what = reason === "missing" ? "mangler" : "er ikke, som den blev skrevet";
  return `Kæden er brudt: post ${number} for ${place} ${what}. Sammenlign med en sikkerhedskopi fra før.\n`;
}
