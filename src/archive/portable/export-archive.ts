import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { type Database, poolOf } from "#database/connect.ts";
import { findDone } from "#database/migrate.ts";
import { type Manifest, MANIFEST, ORIGINALS } from "./manifest.ts";
import { FILES, listSequences, listTables, type PortableTable } from "./tables.ts";

export type Exported = { ok: true; tables: number; rows: number; originals: number } | { ok: false; message: string };

/**
 * Writes the whole archive into an empty folder: a CSV file with a heading line for each table, the imported files as
 * they were, and `manifest.json`, which comes last and makes it whole. One snapshot, while others read and write.
 */
export async function exportArchive(db: Database, folder: string): Promise<Exported> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0)
    return { ok: false, message: `Mappen ${folder} er ikke tom. Vælg en ny mappe.` };
  await mkdir(join(folder, ORIGINALS));
  const [tables, migrations] = [await listTables(db), await findDone(db)];
  const client = await poolOf(db).connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    const written: Manifest["tables"] = [];
    for (const table of tables) written.push(await exportTable(client, table, folder));
    const originals = await exportOriginals(client, folder);
    await client.query("commit");
    const manifest: Manifest = {
      format: "sagsgang-archive",
      version: 1,
      exportedAt: new Date().toISOString(),
      migrations,
      tables: written,
      // Read last: at least as far as the rows of the snapshot.
      sequences: await listSequences(db),
      originals,
    };
    await writeFile(join(folder, `${MANIFEST}.part`), `${JSON.stringify(manifest, null, 2)}\n`);
    await rename(join(folder, `${MANIFEST}.part`), join(folder, MANIFEST));
    const rows = written.reduce((sum, table) => sum + table.rows, 0);
    return { ok: true, tables: written.length, rows, originals: originals.length };
  } finally {
    // Not given back: a copy that was broken off leaves its connection in the middle of it.
    client.release(true);
  }
}

async function exportTable(
  client: PoolClient,
  table: PortableTable,
  folder: string,
): Promise<Manifest["tables"][number]> {
  const columns = table.columns.filter((column) => table.name !== FILES.table || column !== FILES.column);
  const list = columns.map((column) => client.escapeIdentifier(column)).join(", ");
  const order = table.key.map((column) => client.escapeIdentifier(column)).join(", ");
  const from = client.escapeIdentifier(table.name);
  const copy = copyTo(
    `copy (select ${list} from ${from}${order && ` order by ${order}`}) to stdout (format csv, header)`,
  );
  const hash = createHash("sha256");
  const file = `${table.name}.csv`;
  const listen = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const query = client.query(copy);
  await pipeline(query, listen, createWriteStream(join(folder, file)));
  return { name: table.name, columns, file, rows: query.rowCount, sha256: hash.digest("hex") };
}

/** One at a time: a file may be large, an archive holds many. */
async function exportOriginals(client: PoolClient, folder: string): Promise<string[]> {
  const { rows } = await client.query<{ sha256: string }>("select distinct sha256 from original order by sha256");
  for (const { sha256 } of rows) {
    const found = await client.query<{ content: Buffer }>("select content from original where sha256 = $1 limit 1", [
      sha256,
    ]);
    await writeFile(join(folder, ORIGINALS, sha256), found.rows[0]?.content as Buffer);
  }
  return rows.map(({ sha256 }) => sha256);
}
