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

/** Starts the portal. Rejects when the port is taken. `stop` lets requests in flight finish first. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const build = (await import(pathToFileURL(`${options.build}/server/index.js`).href)) as ServerBuild;
  const cache = new PageCache();
  let answer: ReturnType<typeof getRequestListener>;
  const server = createServer((request, response) => {
    const page = request.method === "GET" && !request.headers.cookie ? cache.get(request.url ?? "/") : undefined;
    if (page) sendPage(page, request, response);
    else {
      nameCaller(request, options.behindProxy ?? false);
      void answer(request, response);
    }
  });
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
