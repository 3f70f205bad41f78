import { connect } from "#database/connect.ts";
import { runBackground } from "#import-review/testing.ts";

/** The background work of the web import in a process of its own, for a test that kills it: `node web-import-worker.ts URL`. */
const db = connect(process.argv[2] as string);
await runBackground(db);
await db.destroy();
