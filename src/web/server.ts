import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import { getRequestListener } from "@hono/node-server";
import type { Logger } from "pino";
import type { ServerBuild } from "react-router";
import type { Database } from "#database/connect.ts";
import type { SignOn } from "#identity/sign-on.ts";
import type { Mailer } from "#mail/mail.ts";
import { createApp } from "./app.ts";
import { nameCaller } from "./caller.ts";
import { PageCache, sendPage } from "./page-cache.ts";

export type ServerOptions = {
  db: Database;
  /** Where the database is heard from; the page cache is emptied by what it says. */
  databaseUrl: string;
  port: number;
  log: Logger;
  /** The folder `react-router build` made. */
  build: string;
  /** Where the public finds the portal; see `App`. */
  address?: string | null;
  /** True behind a proxy of one's own: it says in X-Forwarded-For who called. */
  behindProxy?: boolean;
  signOn?: SignOn[];
  mail?: Mailer | null;
  secret: string;
  /** False renders every page anew (for measurements). */
  cachePages?: boolean;
};

export type Server = { url: string; stop(): Promise<void> };

/**
 * How long a caller may take, in milliseconds: for what stands before a request's body, and for all of it. Files come on
 * slow lines; forms are not waited for that long (`wholeForm`).
 */
const PATIENCE = { headersTimeout: 15_000, requestTimeout: 30 * 60_000, connectionsCheckingInterval: 5000 };

/** A line on which nothing has come or gone for so long is shut. */
const SILENCE = 2 * 60_000;

/** Starts the portal. Rejects when the port is taken. `stop` lets requests in flight finish first. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const build = (await import(pathToFileURL(`${options.build}/server/index.js`).href)) as ServerBuild;
  const cache = new PageCache();
  let answer: ReturnType<typeof getRequestListener>;
  const server = createServer(PATIENCE, (request, response) => {
    const page = request.method === "GET" && !request.headers.cookie ? cache.get(request.url ?? "/") : undefined;
    if (page) sendPage(page, request, response);
    else {
      nameCaller(request, options.behindProxy ?? false);
      void answer(request, response);
    }
  });
  server.setTimeout(SILENCE);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, resolve);
  });
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  // Before anybody can have asked: whoever connected is heard after this.
  answer = getRequestListener(createApp(options, build, cache, options.address ?? url).fetch);
  const news = cache.listen(options.databaseUrl, options.log);

  return {
    url,
    async stop() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
      await news.stop();
    },
  };
}
