import { existsSync } from "node:fs";
import { keepExampleAgenda } from "#agendas/example-agenda.ts";
import { keepExamplePlan } from "#agendas/example-plan.ts";
import { dispatchArchive, dispatchMails } from "#agendas/dispatch/background.ts";
import { dayInDenmark } from "#follow-up/due-state.ts";
import { openDatabase, type OpenDatabase } from "#database/open.ts";
import { firstOperatorToken } from "#identity/access-operations.ts";
import { keepExampleUsers } from "#identity/example-users.ts";
import { readSecret } from "#identity/secret.ts";
import { readSignOn } from "#identity/sign-on.ts";
import { type Mailer, openMail } from "#mail/mail.ts";
import { links } from "#web/links.ts";
import { webImport } from "#import-review/background.ts";
import { createLog } from "#web/log.ts";
import { keepExamplePapers } from "#papers/example-papers.ts";
import { keepExampleDispatch } from "#reading/example-dispatch.ts";
import { recomputation } from "#findings/background.ts";
import { reminding } from "#papers/approval/background.ts";
import { writeNotice } from "#papers/approval/routes/mails.ts";
import { type Queue, startQueue } from "#queue/start-queue.ts";
import { type Server, startServer } from "#web/server.ts";
import { ensureBuild } from "./build.ts";
import { fillArchive } from "./fill-archive.ts";

const paths = process.argv.slice(2);
const log = createLog();

process.exitCode = await start();

/** Opens the archive, imports what was asked for, and serves until it is told to stop. Returns the exit code. */
async function start(): Promise<number> {
  const missing = paths.find((path) => !existsSync(path));
  if (missing) return complain(`${missing}: findes ikke. Ret stien og start igen.`);

  const stopping = stopSignal();
  let database: OpenDatabase | undefined;
  let server: Server | undefined;
  let queue: Queue | undefined;
  let mail: Mailer | null = null;
  try {
    const build = ensureBuild();
    database = await openDatabase();
    if (stopping.aborted) return 0;
    await fillArchive(database.db, paths, stopping);
    if (stopping.aborted) return 0;
    const address = publicAddress(process.env["SAGSGANG_ADDRESS"]);
    const home = address ?? `http://localhost:${process.env["PORT"] ?? 3000}`;
    const signOnFile = process.env["SAGSGANG_SIGN_ON"];
    const example = process.env["SAGSGANG_EXAMPLE"] !== "0";
    await keepExampleUsers(database.db, example);
    if (example) {
      await keepExamplePlan(database.db, dayInDenmark(new Date()));
      await keepExamplePapers(database.db, dayInDenmark(new Date()));
      await keepExampleAgenda(database.db, dayInDenmark(new Date()));
      await keepExampleDispatch(database.db, dayInDenmark(new Date()));
    }
    mail = openMail(log);
    server = await startServer({
      db: database.db,
      databaseUrl: database.url,
      port: Number(process.env["PORT"] ?? 3000),
      log,
      build,
      address,
      mail,
      behindProxy: process.env["SAGSGANG_PROXY"] === "1",
      secret: await readSecret(database.db),
      signOn: signOnFile ? await readSignOn(signOnFile, home) : [],
      cachePages: process.env["SAGSGANG_PAGE_CACHE"] !== "0",
    });
    console.log(`Sagsgang er klar: ${server.url}`);
    queue = await startQueue(database.url, log, [
      recomputation(database.db, log),
      webImport(database.db, log, () => dayInDenmark(new Date())),
      reminding(database.db, mail, writeNotice(home), log),
      dispatchArchive(database.db, log),
      ...(mail
        ? [
            dispatchMails(database.db, log, mail, {
              home,
              reading: (language, ...meeting) => links[language].readingMeeting(...meeting),
              plan: (language, ...committee) => links[language].plan(...committee),
            }),
          ]
        : []),
    ]);
    const token = await firstOperatorToken(database.db);
    if (token) console.log(`Opret den første administrator: ${address ?? server.url}/adgangskode/${token}`);
    if (!stopping.aborted)
      await new Promise<void>((resolve) => stopping.addEventListener("abort", () => resolve(), { once: true }));
    return 0;
  } catch (error) {
    return complain(sentence(error));
  } finally {
    await Promise.all([server?.stop(), queue?.stop()]);
    mail?.close();
    await database?.close();
  }
}

/** "https://moeder.eksempel.dk/" without its last slash. Throws a sentence when it is no such address. */
function publicAddress(value: string | undefined): string | null {
  if (!value) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== "/" || url.search || url.hash)
    throw new Error(`SAGSGANG_ADDRESS er "${value}". Skriv portalens adresse uden sti: https://moeder.eksempel.dk`);
  return url.origin;
}

/** Aborts at the first Ctrl-C or SIGTERM; a second one ends the process at once. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(1);
      controller.abort();
    });
  }
  return controller.signal;
}

function complain(message: string): number {
  console.error(message);
  return 1;
}

function sentence(error: unknown): string {
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE")
    return `Port ${process.env["PORT"] ?? 3000} er optaget af et andet program. Luk det, eller vælg en anden: PORT=3001 npm start`;
  log.error({ err: error }, "could not start");
  return error instanceof Error ? error.message : String(error);
}
