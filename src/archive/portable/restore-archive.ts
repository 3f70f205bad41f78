import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { type Database, poolOf } from "#database/connect.ts";
import { migrations } from "#database/migrations/index.ts";
import { fillIndex } from "#search/fill-index.ts";
import { makeShape, within } from "./shape.ts";
import { findDamage, type Manifest, ORIGINALS, readManifest } from "./manifest.ts";
import { FILES } from "./tables.ts";

export type Restored = { ok: true; rows: number; originals: number } | { ok: false; message: string };

/**
 * Puts an exported archive in the place of an empty one, or with `replace` of any. Sums are checked before anything is
 * changed, and all is done in one transaction. An export from an older program is brought to today's shape.
 */
export async function restoreArchive(
  db: Database,
  folder: string,
  options: { replace?: boolean } = {},
): Promise<Restored> {
  const manifest = await readManifest(folder);
  if (!manifest) return fail(`${folder} er ikke en hel eksport: ${folder}/manifest.json mangler eller er beskadiget.`);
  const newer = manifest.migrations.find((name) => !(name in migrations));
  if (newer) return fail(`Eksporten er fra en nyere udgave af Sagsgang (${newer}). Brug den udgave eller en nyere.`);
  const damage = await findDamage(folder, manifest);
  if (damage) return fail(damage);

  const client = await poolOf(db).connect();
  try {
    await client.query("begin");
    if (!options.replace && (await holdsSomething(client)))
      return fail("Arkivet er ikke tomt. Tilføj --replace for at erstatte alt, hvad der er i det.");
    const before = await client.query<{ revision: number }>("select revision from archive_state");
    const finish = await makeShape(client, manifest);
    for (const table of manifest.tables) await restoreTable(client, folder, table);
    await finish();
    // An export from before there was an index.
    if (!manifest.tables.some(({ name }) => name === "search_item")) await fillIndex(within(client));
    await setSequences(client, manifest);
    // Beyond both, so that nobody takes the restored archive for the one that was here.
    await client.query(
      `with raised as (update archive_state set revision = greatest(revision, $1) + 1 returning revision)
       select pg_notify('sagsgang_archive', revision::text) from raised`,
      [before.rows[0]?.revision ?? 0],
    );
    await client.query("commit");
    return {
      ok: true,
      rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
      originals: manifest.originals.length,
    };
  } finally {
    // Ends a transaction that was not committed, and a copy that was broken off.
    client.release(true);
  }
}

function fail(message: string): Restored {
  return { ok: false, message };
}

async function holdsSomething(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query("select exists (select from municipality) as something");
  return rows[0].something;
}

async function restoreTable(client: PoolClient, folder: string, table: Manifest["tables"][number]): Promise<void> {
  const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(", ");
  const isFiles = table.name === FILES.table;
  const target = isFiles ? "listed_original" : client.escapeIdentifier(table.name);
  if (isFiles) await client.query("create temporary table listed_original (like original) on commit drop");
  if (isFiles) await client.query("alter table listed_original alter content drop not null");
  const copy = copyFrom(`copy ${target} (${columns}) from stdin (format csv, header match)`);
  await pipeline(createReadStream(join(folder, table.file)), client.query(copy));
  if (isFiles) await restoreOriginals(client, folder, columns);
}

async function restoreOriginals(client: PoolClient, folder: string, columns: string): Promise<void> {
  const { rows } = await client.query<{ sha256: string }>("select distinct sha256 from listed_original");
  for (const { sha256 } of rows) {
    const content = await readFile(join(folder, ORIGINALS, sha256));
    await client.query({
      name: "restore_original",
      text: `insert into original (${columns}, content) select ${columns}, $2 from listed_original where sha256 = $1`,
      values: [sha256, content],
    });
  }
}

/** Only forward: what has been handed out in the meantime must not be handed out again. */
async function setSequences(client: PoolClient, manifest: Manifest): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'S'",
  );
  const there = new Set(rows.map(({ name }) => name));
  for (const { name, last, called } of manifest.sequences.filter((sequence) => there.has(sequence.name)))
    await client.query(
      `select setval($1::regclass, greatest($2, last_value), $3 or is_called) from ${client.escapeIdentifier(name)}`,
      [name, last, called],
    );
}
