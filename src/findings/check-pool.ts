import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { CheckBatch, CheckedDocument } from "./batch.ts";

export type CheckPool = {
  size: number;
  /** Rejects when the process died or took too long over it. */
  check(batch: CheckBatch): Promise<CheckedDocument[]>;
  /** What is under way is broken off. */
  close(): Promise<void>;
};

/** A batch takes half a second; one that takes longer than this is given up. */
const PATIENCE = 60_000;

/**
 * Processes that check documents, so that nobody who waits for a page waits for a sum, and what a sum takes of memory is
 * given back.
 */
export function createCheckPool(size: number, options: { patience?: number } = {}): CheckPool {
  const idle: ChildProcess[] = [];
  const waiting: { resolve: (worker: ChildProcess) => void; reject: (error: Error) => void }[] = [];
  const all = new Set<ChildProcess>();
  let closed = false;

  const start = () => {
    const worker = fork(new URL("./check-process.ts", import.meta.url), {
      serialization: "advanced",
      execArgv: ["--max-old-space-size=512"],
    });
    worker.on("error", () => all.delete(worker)).on("exit", () => all.delete(worker));
    worker.unref();
    worker.channel?.unref();
    all.add(worker);
    return worker;
  };
  const acquire = async () => {
    if (closed) throw new Error("the pool is closed");
    const worker = idle.pop();
    if (worker && all.has(worker)) return worker;
    if (all.size < size) return start();
    return new Promise<ChildProcess>((resolve, reject) => waiting.push({ resolve, reject }));
  };
  const release = (worker: ChildProcess) => {
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
        await end(worker);
        throw error;
      } finally {
        release(worker);
      }
    },
    async close() {
      closed = true;
      for (const { reject } of waiting.splice(0)) reject(new Error("the pool is closed"));
      await Promise.all([...all].map(end));
    },
  };
}

function ask(worker: ChildProcess, batch: CheckBatch, patience: number): Promise<CheckedDocument[]> {
  return new Promise((resolve, reject) => {
    const finish = (end: () => void) => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      end();
    };
    const onMessage = (checked: CheckedDocument[]) => finish(() => resolve(checked));
    const onError = (error: Error) => finish(() => reject(error));
    const onExit = () => finish(() => reject(new Error("the process ended")));
    const timer = setTimeout(() => onError(new Error("too slow")), patience);
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.send(batch, (error) => error && onError(error));
  });
}

async function end(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null || worker.pid === undefined) return;
  const gone = once(worker, "exit");
  worker.kill("SIGKILL");
  await gone;
}
