import { Worker } from "node:worker_threads";
import type { CheckBatch, CheckedDocument } from "./batch.ts";

export type CheckPool = {
  size: number;
  /** Rejects when the thread died or took too long over it. */
  check(batch: CheckBatch): Promise<CheckedDocument[]>;
  /** What is under way is broken off. */
  close(): Promise<void>;
};

/** A batch takes half a second; one that takes longer than this is given up. */
const PATIENCE = 60_000;

/** Threads that check documents, so that nobody who waits for a page waits for a sum. */
export function createCheckPool(size: number, options: { patience?: number } = {}): CheckPool {
  const idle: Worker[] = [];
  const waiting: { resolve: (worker: Worker) => void; reject: (error: Error) => void }[] = [];
  const all = new Set<Worker>();
  let closed = false;

  const start = () => {
    const worker = new Worker(new URL("./check-thread.ts", import.meta.url));
    worker.on("error", () => all.delete(worker));
    worker.unref();
    all.add(worker);
    return worker;
  };
  const acquire = async () => {
    if (closed) throw new Error("the pool is closed");
    const worker = idle.pop();
    if (worker && all.has(worker)) return worker;
    if (all.size < size) return start();
    return new Promise<Worker>((resolve, reject) => waiting.push({ resolve, reject }));
  };
  const release = (worker: Worker) => {
    if (closed) return;
    const usable = all.has(worker) ? worker : start();
    const next = waiting.shift();
    if (next) next.resolve(usable);
    else idle.push(usable);
  };

  return {
    size,
    async check(batch) {
      const worker = await acquire();
      try {
        return await ask(worker, batch, options.patience ?? PATIENCE);
      } catch (error) {
        all.delete(worker);
        await worker.terminate();
        throw error;
      } finally {
        release(worker);
      }
    },
    async close() {
      closed = true;
      for (const { reject } of waiting.splice(0)) reject(new Error("the pool is closed"));
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

function ask(worker: Worker, batch: CheckBatch, patience: number): Promise<CheckedDocument[]> {
  return new Promise((resolve, reject) => {
    const finish = (end: () => void) => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      end();
    };
    const onMessage = (checked: CheckedDocument[]) => finish(() => resolve(checked));
    const onError = (error: Error) => finish(() => reject(error));
    const onExit = () => finish(() => reject(new Error("the thread ended")));
    const timer = setTimeout(() => onError(new Error("too slow")), patience);
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(batch, []);
  });
}
