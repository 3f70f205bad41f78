import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import type { Logger } from "pino";
import { createRequestHandler, RouterContextProvider, type ServerBuild } from "react-router";
import type { Database } from "#database/connect.ts";
import { provideApp } from "./context.ts";
import { health } from "./health.ts";
import { isPublicPage, PageCache, sendPage } from "./page-cache.ts";
import { securityHeaders } from "./security-headers.ts";

type Options = {
  db: Database;
  /** Where the database is heard from; the page cache is emptied by what it says. */
  databaseUrl: string;
  port: number;
  log: Logger;
  /** The folder `react-router build` made. */
  build: string;
  /** Where the public finds the portal; see `App`. */
  address?: string | null;
  /** False renders every page anew (for measurements). */
  cachePages?: boolean;
};

export type Server = { url: string; stop(): Promise<void> };

/** Starts the portal. Rejects when the port is taken. `stop` lets requests in flight finish first. */
export async function startServer(options: Options): Promise<Server> {
  const { db, log } = options;
  const build = (await import(pathToFileURL(`${options.build}/server/index.js`).href)) as ServerBuild;
  const cache = new PageCache();
  const cachePages = options.cachePages !== false;
  const render = createRequestHandler(build, "production");

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(securityHeaders);
  app.route("/", health(db));
  app.use("/assets/*", async (c, next) => {
    await next();
    if (c.res.ok) c.header("Cache-Control", "public, max-age=31536000, immutable");
  });
  app.use(serveStatic({ root: `${options.build}/client` }));
  app.all("*", async (c) => {
    const generation = cache.generation;
    const context = new RouterContextProvider();
    provideApp(context, { db, log, address: options.address ?? null });
    const response = await render(c.req.raw, context);
    if (!cachePages || !isPublicPage(c.req.raw, response)) return response;
    const body = Buffer.from(await response.arrayBuffer());
    cache.put(c.env.incoming.url ?? "/", generation, Object.fromEntries(response.headers), body);
    return new Response(body, response);
  });
  app.onError((error, c) => {
    log.error({ err: error }, "a request failed");
    return c.text("Der skete en fejl. Prøv igen om lidt.\n", 500);
  });

  const answer = getRequestListener(app.fetch);
  const server = createServer((request, response) => {
    const page = request.method === "GET" && !request.headers.cookie ? cache.get(request.url ?? "/") : undefined;
    if (page) sendPage(page, request, response);
    else void answer(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, resolve);
  });
  const news = cachePages ? cache.listen(options.databaseUrl, log) : undefined;

  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    async stop() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
      await news?.stop();
    },
  };
}
