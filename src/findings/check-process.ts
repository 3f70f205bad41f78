import { setPriority } from "node:os";
import type { CheckBatch } from "./batch.ts";
import { checkBatch } from "./check-batch.ts";

// Behind those who wait for a page.
setPriority(10);

process.on("message", (batch: CheckBatch) => process.send?.(checkBatch(batch)));
// The one who asks is gone, and with it whoever would hear the answer.
process.on("disconnect", () => process.exit());
