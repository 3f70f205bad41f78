import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clusterIn } from "#database/cluster.ts";
import type { Database } from "#database/connect.ts";
import { openDatabase } from "#database/open.ts";
import { findPostmaster } from "#database/postmaster.ts";
import { testDatabase } from "#database/testing.ts";
import { generateMinutes } from "../../../bench/generate/index.ts";
import { importPaths } from "./import-paths.ts";

const main = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));
const DOCUMENTS = 60;

let folder: string;
let files: string;
let data: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sagsgang-kill-"));
  files = await mkdtemp(join(folder, "referater-"));
  data = join(folder, "data");
  for (let index = 0; index < DOCUMENTS; index++) {
    const { fileName, text } = generateMinutes(index);
    await writeFile(join(files, fileName), text);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("an import that is killed again and again ends as one that was left in peace", async () => {
  const counts: number[] = [];
  for (let round = 0; round < 5; round++) {
    const command = startImport();
    const ended = once(command, "exit");
    await documentsBeyond(counts.at(-1) ?? 0, ended);
    await sleep(Math.random() * 150);
    command.kill("SIGKILL");
    await ended;
    // The third time the database dies with it.
    if (round === 2) process.kill((await findPostmaster(clusterIn(data).folder))?.pid as number, "SIGKILL");
    counts.push(await countDocuments());
  }
  expect(counts).toEqual([...counts].sort((left, right) => left - right));
  expect(await once(startImport(), "exit")).toEqual([0, null]);
  expect(await findPostmaster(clusterIn(data).folder)).toBeNull();

  const peace = await testDatabase();
  await importPaths(peace.db, [files]);
  const killed = await openDatabase({ databaseUrl: null, dataFolder: data });
  const [survived, expected] = [await contentOf(killed.db), await contentOf(peace.db)];
  await killed.close();
  await peace.drop();
  expect(survived.length).toBeGreaterThan(DOCUMENTS * 20);
  expect(survived).toEqual(expected);
});

function startImport() {
  const env = { ...process.env, DATABASE_URL: "", SAGSGANG_DATA: data };
  return spawn(process.execPath, [main, "import", files], { env, stdio: "ignore" });
}

/** Returns once the import has committed more documents than before, or has ended. */
async function documentsBeyond(before: number, ended: Promise<unknown>): Promise<void> {
  let over = false;
  void ended.then(() => (over = true));
  const isOver = () => over;
  while (!isOver()) {
    const running = await findPostmaster(clusterIn(data).folder);
    if (running?.ready && (await countDocuments()) > before) return;
    await sleep(30);
  }
}

async function countDocuments(): Promise<number> {
  const database = await openDatabase({ databaseUrl: null, dataFolder: data });
  const { rows } = await sql<{ n: number }>`select count(*) as n from document`.execute(database.db);
  await database.close();
  return rows[0]?.n ?? 0;
}

/** Everything an archive holds, by names and numbers instead of identifiers, a line a row. */
async function contentOf(db: Database): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    with at as (
      select item.municipality_id, item.id, concat_ws('/', committee.name_key, item.held_on, item.slug) as place
      from item join committee on committee.municipality_id = item.municipality_id and committee.id = item.committee_id
    )
    select concat_ws('|', 'original', sha256, file_name, size) as line from original
    union all select concat_ws('|', 'revision', revision, sha256, md5(text), table_of_contents::text) from document_revision
    union all select concat_ws('|', 'meeting', committee.name_key, held_on, sitting, start_time, place, meeting.kind)
      from meeting join committee on committee.id = committee_id
    union all select concat_ws('|', 'attendance', person.name, attendance.name, party, attendance, substitute_for)
      from attendance join person on person.id = person_id
    union all select concat_ws('|', 'item', place, position, number, title, outcome, reference, closed)
      from item join at using (municipality_id, id) left join case_file on case_file.id = case_id
    union all select concat_ws('|', 'section', place, position, parent_position, role, heading, md5(text))
      from section join at on at.id = item_id
    union all select concat_ws('|', 'table', place, section_position, position, md5(rows::text)) from section_table join at on at.id = item_id
    union all select concat_ws('|', 'decision', place, position, is_own, committee_key, decided_on, outcome, md5(text))
      from decision join at on at.id = item_id
    union all select concat_ws('|', 'part', place, decision_position, position, number, outcome) from decision_part join at on at.id = item_id
    union all select concat_ws('|', 'reference', place, position, committee_key, referred_on, number_value) from reference join at on at.id = item_id
    union all select concat_ws('|', 'commitment', place, position, due_on, md5(text)) from commitment join at on at.id = item_id
    union all select concat_ws('|', 'attachment', place, position, name) from attachment join at on at.id = item_id
    union all select concat_ws('|', 'search', place) from search_item join at on at.id = item_id
    union all select concat_ws('|', 'person', name, slug) from person
    order by 1`.execute(db);
  return rows.map(({ line }) => line);
}
