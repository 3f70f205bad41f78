import { parseArgs } from "node:util";
import { listBodiesOutside, listGaps } from "#archive/gap-queries.ts";
import { gapSentence, rangesText } from "#archive/gaps.ts";
import { municipalityName, slugOf } from "#archive/keys.ts";
import type { Database } from "#database/connect.ts";
import { withDatabase } from "../with-database.ts";

export const summary = "sig, hvad arkivet mangler";

export const help = `
Brug: sagsgang gaps [--municipality NAVN] [--json]

Punkter nummereres for hvert udvalg og kalenderår. Manglende numre, møder, der er nævnt, og henvisninger ud af arkivet
viser, hvad der ikke er læst ind.

  --municipality NAVN   kun den kommune
  --json                ét JSON-objekt pr. udvalg og år, ét pr. linje

Afslutningskode: 0 (også når der mangler noget), 1 når arkivet ikke kan åbnes, 2 kommandoen er skrevet forkert.
`;

type Municipality = { id: number; slug: string; name: string };

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { municipality: { type: "string" }, json: { type: "boolean" } } });
  return withDatabase(async (db) => {
    const municipalities = await findMunicipalities(db, values.municipality);
    if (municipalities.length === 0 && values.municipality !== undefined) {
      process.stderr.write(`Kommunen ${values.municipality} er ikke i arkivet.\n`);
      return 1;
    }
    for (const municipality of municipalities)
      process.stdout.write(await (values.json ? asJson(db, municipality) : asText(db, municipality)));
    return 0;
  });
}

async function findMunicipalities(db: Database, name: string | undefined): Promise<Municipality[]> {
  const all = await db.selectFrom("municipality").select(["id", "slug", "name"]).orderBy("slug").execute();
  return name === undefined ? all : all.filter(({ slug }) => slug === slugOf(municipalityName(name)));
}

async function asJson(db: Database, { id, slug }: Municipality): Promise<string> {
  const committees = await listGaps(db, { municipalityId: id });
  const lines = committees.flatMap((committee) =>
    committee.years.map((year) =>
      JSON.stringify({ municipality: slug, committee: committee.name, ...year, sentence: gapSentence(year) }),
    ),
  );
  return lines.map((line) => `${line}\n`).join("");
}

async function asText(db: Database, { id, name }: Municipality): Promise<string> {
  const lines = [name];
  for (const committee of await listGaps(db, { municipalityId: id })) {
    if (committee.years.length === 0) continue;
    lines.push("", `  ${committee.name}`);
    for (const year of committee.years) {
      lines.push(`    ${gapSentence(year)}`);
      const { missing, missingItems, missingMeetings, missingDays, outside } = year;
      if (missingItems > 0) lines.push(`      mangler ${missingItems} punkter: ${rangesText(missing)}`);
      if (missingMeetings > 0)
        lines.push(
          `      mangler skønsmæssigt ${missingMeetings} ${missingMeetings === 1 ? "møde" : "møder"}${daysText(missingDays)}`,
        );
      if (outside > 0) lines.push(`      ${outside} ${outside === 1 ? "henvisning" : "henvisninger"} ud af arkivet`);
    }
  }
  const outside = await listBodiesOutside(db, id);
  if (outside.length > 0) lines.push("", "  Nævnt, men ikke i arkivet");
  for (const body of outside)
    lines.push(
      `    ${body.name}: ${body.citations} ${body.citations === 1 ? "gang" : "gange"}, ${body.first} til ${body.last}`,
    );
  return `${lines.join("\n")}\n\n`;
}

function daysText(days: string[]): string {
  return days.length === 0 ? "" : `, heraf nævnt: ${days.join(", ")}`;
}
