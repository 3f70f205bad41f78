import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * The portal as the browser tests see it: the real start script on a data folder of its own, with the example
 * municipality, so that a test meets what a newcomer meets.
 */
process.env["SAGSGANG_DATA"] ??= mkdtempSync(join(tmpdir(), "sagsgang-e2e-"));
await import("../../scripts/start.ts");
