import { setTimeout as sleep } from "node:timers/promises";
import { type Database, poolOf } from "#database/connect.ts";
import type { CheckPool } from "./check-pool.ts";
import { type DueDocument, listDue, loadBatch } from "./due.ts";
import { type Outcome, storeFindings } from "./store.ts";

export type Recomputed = { documents: number; ok: number; warnings: number; errors: number; failed: number };

type Options = {
  /** Ends the work; what has been found is kept. */
  signal?: AbortSignal;
  onProgress?: (progress: { done: number; total: number; failed: number }) => void;
};

/** So many documents go to a process together: most of their neighbours are among them. */
const BATCH = 12;
/** Findings are written when so many documents or milliseconds have gathered, so that the page cache lives meanwhile. */
const GATHERED = { documents: 120, milliseconds: 2000 };
/** One recomputation of an archive at a time, in whatever process. */
const ALONE = 7_274_003;

/**
 * Checks every document that waits for it. It may be ended or killed anywhere: what is not stored waits still. What one
 * document does to the checks costs that document alone.
 */
export async function recompute(db: Database, pool: CheckPool, options: Options = {}): Promise<Recomputed> {
  const sum: Recomputed = { documents: 0, ok: 0, warnings: 0, errors: 0, failed: 0 };
  await alone(db, options.signal, async () => {
    for (;;) {
      const due = await listDue(db);
      const before = sum.documents;
      if (due.length > 0) await checkAll(db, pool, due, sum, options);
      if (due.length === 0 || options.signal?.aborted || sum.documents === before) return;
    }
  });
  return sum;
}

async function checkAll(
  db: Database,
  pool: CheckPool,
  due: DueDocument[],
  sum: Recomputed,
  { signal, onProgress }: Options,
) {
  const batches = cut(due);
  const total = sum.documents + due.length;
  let gathered: Outcome[] = [];
  let stored = Date.now();
  let storing = Promise.resolve();
  const flush = () => {
    const outcomes = gathered;
    [gathered, stored] = [[], Date.now()];
    storing = storing.then(() => (outcomes.length > 0 ? storeFindings(db, outcomes) : undefined));
    return storing;
  };
  const work = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      if (signal?.aborted) return;
      const outcomes = await checkSome(db, pool, batch, signal);
      gathered.push(...outcomes);
      for (const outcome of outcomes) count(sum, outcome);
      onProgress?.({ done: sum.documents, total, failed: sum.failed });
      if (gathered.length >= GATHERED.documents || Date.now() - stored > GATHERED.milliseconds) await flush();
    }
  };
  // One more than there are processes, so that the next batch is read while they work.
  await Promise.all(Array.from({ length: pool.size + 1 }, work)).finally(flush);
}

/** Documents of one municipality, a committee's meetings after one another. */
function cut(due: DueDocument[]): DueDocument[][] {
  const batches: DueDocument[][] = [];
  for (const document of due) {
    const last = batches.at(-1);
    if (last && last.length < BATCH && last[0]?.municipalityId === document.municipalityId) last.push(document);
    else batches.push([document]);
  }
  return batches;
}

async function checkSome(
  db: Database,
  pool: CheckPool,
  batch: DueDocument[],
  signal: AbortSignal | undefined,
): Promise<Outcome[]> {
  const shown = batch.filter(({ isCurrent }) => isCurrent);
  const hidden: Outcome[] = batch.filter(({ isCurrent }) => !isCurrent).map((due) => ({ due, found: [] }));
  if (shown.length === 0) return hidden;
  const municipalityId = shown[0]?.municipalityId as number;
  const ready = await loadBatch(
    db,
    municipalityId,
    shown.map(({ documentId }) => documentId),
  );
  const checked = await pool.check(ready).catch(() => null);
  // The pool may have been closed under it: then the documents are not to blame.
  if (!checked && signal?.aborted) return hidden;
  if (!checked && shown.length > 1) {
    const alone = [];
    for (const one of shown) alone.push(...(await checkSome(db, pool, [one], signal)));
    return [...hidden, ...alone];
  }
  const found = new Map(checked?.map(({ id, findings }) => [id, findings]));
  const outcomes = shown.map((due): Outcome => ({
    due,
    found: checked ? (found.get(due.documentId) ?? []) : "failed",
  }));
  return [...hidden, ...outcomes];
}

function count(sum: Recomputed, { found }: Outcome): void {
  sum.documents++;
  if (found === "failed") sum.failed++;
  else for (const { verdict } of found) sum[verdict === "ok" ? "ok" : verdict === "error" ? "errors" : "warnings"]++;
}

/** Waits for its turn; the lock is gone with the process that holds it, however that ends. */
async function alone(db: Database, signal: AbortSignal | undefined, work: () => Promise<void>): Promise<void> {
  const client = await poolOf(db).connect();
  try {
    for (;;) {
      if (signal?.aborted) return;
      const { rows } = await client.query("select pg_try_advisory_lock($1) as mine", [ALONE]);
      if (rows[0].mine) return await work();
      await sleep(500);
    }
  } finally {
    await client.query("select pg_advisory_unlock_all()").catch(() => undefined);
    client.release();
  }
}
