import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import type { CheckBatch } from "./batch.ts";
import { checkBatch } from "./check-batch.ts";

// Behind those who wait for a page. On Linux 0 is this thread; elsewhere the whole process is not to be slowed.
if (process.platform === "linux") setPriority(0, 10);

parentPort?.on("message", (batch: CheckBatch) => parentPort?.postMessage(checkBatch(batch), []));
