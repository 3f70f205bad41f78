import type { Logger } from "pino";
import { PgBoss } from "pg-boss";

/** Work that is done in the background, in one piece, whenever there is some. */
export type Work = {
  /** The queue's name in the database. */
  name: string;
  /** Cheap: asked every other second. */
  isDue(): Promise<boolean>;
  /** Does all there is to do, or ends when `signal` says so. It may be killed anywhere, and may run twice. */
  run(signal: AbortSignal): Promise<void>;
};

export type Queue = { stop(): Promise<void> };

/** One job at most waits; one whose server was killed is given to another when its heart has stopped. */
const QUEUE = {
  policy: "short",
  heartbeatSeconds: 30,
  expireInSeconds: 24 * 3600 - 1,
  retryLimit: 2,
  retryDelay: 60,
  deleteAfterSeconds: 7 * 24 * 3600,
} as const;

/** Milliseconds between two looks for work. */
const LOOK = 2000;
/** After work that failed. */
const REST = 60_000;
const PATIENCE = 10_000;

/** Starts the background work. `stop` ends what is under way and closes every connection. */
export async function startQueue(databaseUrl: string, log: Logger, works: Work[]): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: "sagsgang queue",
    max: 2,
    schedule: false,
    registerInstance: false,
  });
  boss.on("error", (error) => log.warn({ err: error }, "the queue had an error"));
  const stopping = new AbortController();
  await boss.start();
  for (const work of works) await startWork(boss, log, work, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: PATIENCE });
    },
  };
}

async function startWork(boss: PgBoss, log: Logger, work: Work, stopping: AbortSignal): Promise<void> {
  const { name } = work;
  let notBefore = 0;
  let running = false;
  await boss.createQueue(name, QUEUE);
  await boss.work(name, { pollingIntervalSeconds: 1 }, async () => {
    running = true;
    try {
      await work.run(stopping);
    } catch (error) {
      notBefore = Date.now() + REST;
      log.error({ err: error, work: name }, "background work failed and will be tried again");
      throw error;
    } finally {
      running = false;
    }
  });
  const look = async () => {
    if (stopping.aborted) return;
    try {
      if (!running && Date.now() >= notBefore && (await work.isDue())) await boss.send(name, {});
    } catch (error) {
      if (!stopping.aborted) log.warn({ err: error, work: name }, "could not look for background work");
    }
    if (!stopping.aborted) setTimeout(look, LOOK).unref();
  };
  void look();
}
