import { Worker } from "node:worker_threads";
import type { AgendaPdfOptions } from "./agenda-pdf.ts";
import type { Printed, PrintOrder } from "./agenda-pdf-worker.ts";
import type { AgendaDocument } from "./model.ts";

type Waiting = { resolve: (pdf: Buffer) => void; reject: (error: Error) => void };

let worker: Worker | undefined;
let next = 0;
const waiting = new Map<number, Waiting>();

/**
 * `agendaPdf` on a thread of its own, one document after the other: nobody who waits for a page waits for somebody's
 * thousand rows. The thread is made when first asked for and keeps no process alive.
 */
export function printInBackground(agenda: AgendaDocument, options: AgendaPdfOptions = {}): Promise<Buffer> {
  const printer = (worker ??= start());
  const id = next++;
  return new Promise<Buffer>((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    printer.ref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
    printer.postMessage({ id, agenda, options } satisfies PrintOrder);
  });
}

function start(): Worker {
  const started = new Worker(new URL("./agenda-pdf-worker.ts", import.meta.url));
  started.on("message", (printed: Printed) => {
    const order = waiting.get(printed.id);
    waiting.delete(printed.id);
    if (waiting.size === 0) started.unref();
    if ("pdf" in printed) order?.resolve(Buffer.from(printed.pdf.buffer));
    else order?.reject(new Error(printed.error));
  });
  started.on("error", (error) => lose(error as Error));
  started.on("exit", () => lose(new Error("the printing thread ended")));
  return started;
}

/** A thread that died takes what waits with it; the next document gets a new one. */
function lose(error: Error): void {
  worker = undefined;
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}
