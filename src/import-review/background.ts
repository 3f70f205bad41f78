import { availableParallelism } from "node:os";
import type { Logger } from "pino";
import { createImporter, type Importer } from "#archive/import/importer.ts";
import { createReadPool, type ReadPool } from "#archive/import/read-pool.ts";
import type { Database } from "#database/connect.ts";
import type { Work } from "#queue/start-queue.ts";
import { commitFile } from "./commit-file.ts";
import { readFile } from "./read-file.ts";

/** Files that are looked up together. */
const MOST = 50;

/** Reads what was uploaded and puts into the archive what is wanted there, in threads of its own. */
export function webImport(db: Database, log: Logger, today: () => string): Work {
  return {
    name: "web-import",
    isDue: async () => (await findDue(db)).length > 0,
    async run(signal) {
      const pool = createReadPool(Math.max(1, Math.min(2, availableParallelism() - 1)));
      try {
        await workThrough({
          db,
          pool,
          importer: createImporter(db),
          today: today(),
          signal,
          onError: (error, file) => log.error({ err: error, file }, "a file could not be imported"),
        });
      } finally {
        await pool.close();
      }
    },
  };
}

type Job = { municipalityId: number; id: number; name: string; state: "waiting" | "wanted" };
export type Tools = {
  db: Database;
  pool: ReadPool;
  importer: Importer;
  today: string;
  signal: AbortSignal;
  onError: (error: unknown, file: number) => void;
};

/** Until there is nothing left to do. Files that wait are read two at a time; one is written after the other. */
export async function workThrough(tools: Tools): Promise<void> {
  const failed = new Set<number>();
  while (!tools.signal.aborted) {
    const due = (await findDue(tools.db)).filter(({ id }) => !failed.has(id));
    if (due.length === 0) return;
    const lane = async (jobs: Job[]) => {
      for (let job = jobs.shift(); job && !tools.signal.aborted; job = jobs.shift()) await attempt(tools, job, failed);
    };
    const waiting = due.filter(({ state }) => state === "waiting");
    await Promise.all([lane(waiting), lane(waiting), lane(due.filter(({ state }) => state === "wanted"))]);
  }
}

/** One file that goes wrong stops no other; it is tried again with the next round of work. */
async function attempt({ db, pool, importer, today, onError }: Tools, job: Job, failed: Set<number>): Promise<void> {
  try {
    if (job.state === "waiting") await readFile(db, pool, job, today);
    else await commitFile({ db, pool, importer }, job.municipalityId, job.id);
  } catch (error) {
    failed.add(job.id);
    onError(error, job.id);
  }
}

async function findDue(db: Database): Promise<Job[]> {
  const rows = await db
    .selectFrom("import_file")
    .select(["municipality_id as municipalityId", "id", "name", "state"])
    .where("state", "in", ["waiting", "wanted"])
    .orderBy("id")
    .limit(MOST)
    .execute();
  return rows as Job[];
}
