import type { Database } from "#database/connect.ts";
import { openDatabase } from "#database/open.ts";

/**
 * Opens the archive for one command and closes it afterwards, whatever happens. Ctrl-C and SIGTERM abort `signal`, so
 * that what is under way can finish; a second one ends the process at once. What cannot be opened is said in one line.
 */
export async function withDatabase(run: (db: Database, signal: AbortSignal) => Promise<number>): Promise<number> {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  let database;
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  try {
    database = await openDatabase();
    return await run(database.db, controller.signal);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  } finally {
    await database?.close();
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
}
