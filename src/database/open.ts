import { fileURLToPath } from "node:url";
import { connect, type Database } from "./connect.ts";
import { joinEmbedded } from "./embedded.ts";
import { checkServer, explain } from "./external.ts";
import { migrate } from "./migrate.ts";

export type DatabaseConfig = {
  /** A PostgreSQL of one's own; without it the embedded one in `dataFolder` is used. */
  databaseUrl: string | null;
  dataFolder: string;
  /** At most so many connections at once. */
  connections: number;
  /** False only where the data may be lost with the machine: test databases. */
  fsync: boolean;
};

export type OpenDatabase = {
  db: Database;
  url: string;
  /** Closes every connection of ours; the last process to do so also stops the embedded PostgreSQL. */
  close(): Promise<void>;
};

/** As the environment says: `DATABASE_URL`, `SAGSGANG_DATA`. */
function databaseConfig(): DatabaseConfig {
  return {
    databaseUrl: process.env["DATABASE_URL"] || null,
    dataFolder: process.env["SAGSGANG_DATA"] || fileURLToPath(new URL("../../data", import.meta.url)),
    connections: 8,
    fsync: true,
  };
}

/**
 * Opens the archive's database, starting PostgreSQL where it must, and brings its tables up to date. Throws an Error
 * with one Danish sentence saying what to do.
 */
export async function openDatabase(config: Partial<DatabaseConfig> = {}): Promise<OpenDatabase> {
  const { databaseUrl, dataFolder, connections, fsync } = { ...databaseConfig(), ...config };
  const embedded = databaseUrl ? null : await joinEmbedded(dataFolder, { fsync });
  const url = embedded?.url ?? (databaseUrl as string);
  const db = connect(url, { connections });
  const close = async () => {
    await db.destroy();
    await embedded?.leave();
  };
  try {
    if (!embedded) await checkServer(db);
    await migrate(db);
  } catch (error) {
    await close();
    throw embedded ? error : explain(error, url);
  }
  return { db, url, close };
}
