import { availableParallelism } from "node:os";
import type { Logger } from "pino";
import type { Database } from "#database/connect.ts";
import type { Work } from "#queue/start-queue.ts";
import { createCheckPool } from "./check-pool.ts";
import { anyDue, wantOutdated } from "./due.ts";
import { recompute } from "./recompute.ts";

const TELL = 10_000;

/** The recomputation as background work, on two processors at most and behind whoever waits for a page. */
export function recomputation(db: Database, log: Logger): Work {
  return {
    name: "findings",
    async isDue() {
      await wantOutdated(db);
      return anyDue(db);
    },
    async run(signal) {
      const pool = createCheckPool(Math.min(2, availableParallelism()));
      const close = () => void pool.close();
      signal.addEventListener("abort", close);
      const began = Date.now();
      let told = began;
      const onProgress = (progress: { done: number; total: number; failed: number }) => {
        if (Date.now() - told < TELL) return;
        told = Date.now();
        log.info(progress, "recomputing figures");
      };
      try {
        const sum = await recompute(db, pool, { signal, onProgress });
        if (sum.documents > 0) log.info({ ...sum, seconds: (Date.now() - began) / 1000 }, "figures recomputed");
      } finally {
        signal.removeEventListener("abort", close);
        await pool.close();
      }
    },
  };
}
