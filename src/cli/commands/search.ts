import { parseArgs } from "node:util";
import { openDatabase } from "#database/open.ts";
import { type SearchResult, search } from "#search/operations.ts";

export const summary = "søger i arkivet og skriver fundene som NDJSON";

export const help = `Brug: npm run -s sagsgang -- search 'ord' [--municipality KOMMUNE] [--limit N]

Søger efter punkter og skriver et JSON-objekt pr. linje, det bedste først:
rank, score, municipality, committee, date, itemNumber, title, url, excerpt.

  'klage budget'       begge ord skal være der; bøjninger og sammensatte ord tæller med
  '"godt liv" -enø'    ordene i rækkefølge, og uden Enø
  '24-002766'          et sagsnummer, som det nu skrives

  --municipality K     kun denne kommune (som i adressen, fx naestved)
  --sort date          nyeste først
  --limit N            højst N fund (20)`;

const MOST = 10_000;

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { municipality: { type: "string" }, sort: { type: "string" }, limit: { type: "string", default: "20" } },
  });
  const limit = Number(values.limit);
  if (positionals.length === 0 || !Number.isInteger(limit) || limit < 1 || limit > MOST) {
    console.error(`Skriv, hvad der skal søges efter, og et antal mellem 1 og ${MOST}. Se 'sagsgang search --help'.`);
    return 2;
  }
  const { db, close } = await openDatabase();
  try {
    const result = await search(db, {
      query: positionals.join(" "),
      municipality: values.municipality,
      sort: values.sort === "date" ? "date" : "relevance",
      limit,
      offset: 0,
    });
    print(result);
    return 0;
  } finally {
    await close();
  }
}

function print({ total, hits, understood }: SearchResult): void {
  for (const { from, to } of understood.corrected) console.error(`'${from}' findes ikke; viser fund for '${to}'.`);
  if (understood.mode === "any") console.error("Intet punkt har alle ordene; viser dem, der har nogle af dem.");
  if (total === 0) console.error("Ingen fund. Prøv færre eller andre ord.");
  hits.forEach((hit, at) => {
    const line = {
      rank: at + 1,
      score: Math.round(hit.score * 100) / 100,
      municipality: hit.municipalityName,
      committee: hit.committeeName,
      date: hit.date,
      itemNumber: hit.number,
      title: hit.title,
      url: `/${hit.municipality}/udvalg/${hit.committee}/${hit.date}${hit.sitting > 1 ? `-${hit.sitting}` : ""}/${hit.item}`,
      excerpt: hit.excerpt.map(({ text }) => text).join(""),
    };
    console.log(JSON.stringify(line));
  });
  if (total > hits.length) console.error(`${hits.length} af ${total} fund er vist; --limit viser flere.`);
}
