import { Worker } from "node:worker_threads";
import type { Told } from "../corrections/apply-corrections.ts";
import type { Reading } from "../corrections/correct-reading.ts";
import type { Correction, ItemAnchor } from "../corrections/correction.ts";
import type { PreparedDocument } from "./prepare.ts";

export type ReadRequest = {
  bytes: Uint8Array;
  fileName: string;
  /** Set right by hand in the reading. */
  corrections?: Correction[];
  /** The file is read already, and this is what it said. */
  reading?: Reading;
  /** True gives the reading back, as it was before the corrections. */
  keepReading?: boolean;
};
/** The bytes come back, for they are moved and not copied. */
export type ReadAnswer =
  | {
      ok: true;
      document: PreparedDocument;
      bytes: Uint8Array;
      told: Told[];
      /** Closed items whose words nobody has said are published. */
      heldBack: ItemAnchor[];
      reading?: Reading;
    }
  | { ok: false; message: string; bytes: Uint8Array };

export type ReadPool = { read(request: ReadRequest): Promise<ReadAnswer>; close(): Promise<void> };

/** A document that takes longer than this is given up; a hundred pages take a second. */
const PATIENCE = 120_000;

/**
 * Threads that read documents, so that a PDF holds nobody up. A thread that dies or hangs over a document costs that
 * document alone.
 */
export function createReadPool(size: number): ReadPool {
  const idle: Worker[] = [];
  const waiting: ((worker: Worker) => void)[] = [];
  const all = new Set<Worker>();

  const start = () => {
    const worker = new Worker(new URL("./read-worker.ts", import.meta.url));
    // A thread may fail while nobody waits for it; whoever uses it next is told.
    worker.on("error", () => all.delete(worker));
    worker.unref();
    all.add(worker);
    return worker;
  };
  const acquire = async () => {
    const worker = idle.pop();
    if (worker && all.has(worker)) return worker;
    if (all.size < size) return start();
    return new Promise<Worker>((resolve) => waiting.push(resolve));
  };
  const release = (worker: Worker) => {
    const usable = all.has(worker) ? worker : start();
    const next = waiting.shift();
    if (next) next(usable);
    else idle.push(usable);
  };

  return {
    async read(request) {
      const worker = await acquire();
      try {
        return await ask(worker, request);
      } catch (error) {
        all.delete(worker);
        await worker.terminate();
        const message = `Filen kunne ikke læses, læsningen gik i stå (${(error as Error).message}).`;
        return { ok: false, message, bytes: new Uint8Array() };
      } finally {
        release(worker);
      }
    },
    async close() {
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

function ask(worker: Worker, request: ReadRequest): Promise<ReadAnswer> {
  return new Promise((resolve, reject) => {
    const finish = (end: () => void) => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      end();
    };
    const onMessage = (answer: ReadAnswer) => finish(() => resolve(answer));
    const onError = (error: Error) => finish(() => reject(error));
    const onExit = () => finish(() => reject(new Error("the thread ended")));
    const timer = setTimeout(() => onError(new Error("too slow")), PATIENCE);
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(request, [request.bytes.buffer as ArrayBuffer]);
  });
}
