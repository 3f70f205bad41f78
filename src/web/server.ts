import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import type { SecureHeadersVariables } from "hono/secure-headers";
import type { Logger } from "pino";
import { createRequestHandler, RouterContextProvider, type ServerBuild } from "react-router";
import type { Database } from "#database/connect.ts";
import { createAuth } from "#identity/auth.ts";
import type { SignOn } from "#identity/sign-on.ts";
import type { Mailer } from "#mail/mail.ts";
import { nameCaller } from "./caller.ts";
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
  /** True behind a proxy of one's own: it says in X-Forwarded-For who called. */
  behindProxy?: boolean;
  signOn?: SignOn[];
  mail?: Mailer | null;
  secret: string;
  /** False renders every page anew (for measurements). */
  cachePages?: boolean;
};

/** All that a browser or a sign-on may ask of better-auth by itself; everything else goes through our pages. */
const OPEN_DOORS = [
  "/api/auth/passkey/generate-register-options",
  "/api/auth/passkey/verify-registration",
  "/api/auth/passkey/generate-authenticate-options",
  "/api/auth/passkey/verify-authentication",
  "/api/auth/sso/callback/:provider",
  "/api/auth/sso/saml2/sp/acs/:provider",
  "/api/auth/sso/saml2/sp/metadata",
];

export type Server = { url: string; stop(): Promise<void> };

/** Starts the portal. Rejects when the port is taken. `stop` lets requests in flight finish first. */
export async function startServer(options: Options): Promise<Server> {
  const { db, log } = options;
  const build = (await import(pathToFileURL(`${options.build}/server/index.js`).href)) as ServerBuild;
  const cache = new PageCache();
  const cachePages = options.cachePages !== false;
  const render = createRequestHandler(build, "production");

  const home = options.address ?? `http://localhost:${options.port}`;
  const signOn = options.signOn ?? [];
  const auth = createAuth({
    db,
    address: home,
    secret: options.secret,
    signOn: signOn.map(({ provider }) => provider),
    log,
  });

  const app = new Hono<{ Bindings: HttpBindings; Variables: SecureHeadersVariables }>();
  app.use(securityHeaders);
  app.use(csrf({ origin: (origin, c) => origin === home || hostOf(origin) === c.req.header("Host") }));
  app.route("/", health(db));
  app.use("/assets/*", async (c, next) => {
    await next();
    if (c.res.ok) c.header("Cache-Control", "public, max-age=31536000, immutable");
  });
  app.on(["GET", "POST"], OPEN_DOORS, (c) => auth.handler(c.req.raw));
  app.use(serveStatic({ root: `${options.build}/client` }));
  app.all("*", async (c) => {
    const generation = cache.generation;
    const context = new RouterContextProvider();
    const nonce = c.get("secureHeadersNonce") ?? "";
    provideApp(context, { db, log, address: options.address ?? null, auth, signOn, mail: options.mail ?? null, nonce });
    const response = await render(c.req.raw, context);
    if (c.req.raw.headers.has("Cookie")) response.headers.set("Cache-Control", "private, no-store");
    if (!cachePages || !isPublicPage(c.req.raw, response)) return response;
    const body = Buffer.from(await response.arrayBuffer());
    cache.put(c.env.incoming.url ?? "/", generation, Object.fromEntries(response.headers), body);
    return new Response(body, response);
  });
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 403)
      return c.text("Formularen blev sendt fra en anden side, og intet er gemt. Gå tilbage, og prøv igen.\n", 403);
    log.error({ err: error }, "a request failed");
    return c.text("Der skete en fejl. Prøv igen om lidt.\n", 500);
  });

  const answer = getRequestListener(app.fetch);
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

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
