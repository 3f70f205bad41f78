import type { HttpBindings } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import type { SecureHeadersVariables } from "hono/secure-headers";
import { RouterContextProvider, type ServerBuild } from "react-router";
import type { Auth } from "#identity/auth.ts";
import { SESSION_COOKIE, sessionToken } from "#identity/session-cookie.ts";
import { limitBody } from "./body-limit.ts";
import { type App, provideApp } from "./context.ts";
import { health } from "./health.ts";
import { isPublicPage, type PageCache } from "./page-cache.ts";
import { pagesByLength } from "./pages-by-length.ts";
import { sandboxFiles, securityHeaders } from "./security-headers.ts";
import type { ServerOptions } from "./server.ts";
import { limitUploads } from "./uploads.ts";
import { wholeForm } from "./whole-form.ts";

/** Where a municipality's sign-on (SAML) has the browser post its answer. */
const SIGNED_FORMS = "/api/auth/sso/saml2/sp/acs/";

/** All that a browser or a sign-on may ask of better-auth by itself; everything else goes through our pages. */
const OPEN_DOORS = [
  "/api/auth/passkey/generate-register-options",
  "/api/auth/passkey/verify-registration",
  "/api/auth/passkey/generate-authenticate-options",
  "/api/auth/passkey/verify-authentication",
  "/api/auth/sso/callback/:provider",
  `${SIGNED_FORMS}:provider`,
  "/api/auth/sso/saml2/sp/metadata",
];

/** What a request passes on its way to a page. `home`: where people find the portal. */
export function createApp(options: ServerOptions, build: ServerBuild, cache: PageCache, home: string) {
  const { db, log, address = null, mail = null, signOn = [] } = options;
  const pages = pagesByLength(build);
  let loaded: Promise<Auth> | undefined;
  const remember: App["remember"] = (key, read) => cache.remember(key, read);
  const auth = () => (loaded ??= loadAuth());
  const loadAuth = async () =>
    (await import("#identity/auth.ts")).createAuth({
      db,
      address: home,
      secret: options.secret,
      signOn: signOn.map(({ provider }) => provider),
      log,
    });

  const sessionOf = async (headers: Headers) =>
    headers.get("Cookie")?.includes(SESSION_COOKIE) ? sessionToken(await auth(), headers) : null;

  const app = new Hono<{ Bindings: HttpBindings; Variables: SecureHeadersVariables }>();
  app.use(sandboxFiles);
  app.use(securityHeaders);
  const ours = csrf({ origin: (origin, c) => origin === home || hostOf(origin) === c.req.header("Host") });
  // A sign-on's answer is a form of another site by its nature; it carries a signature instead.
  app.use((c, next) => (c.req.path.startsWith(SIGNED_FORMS) ? next() : ours(c, next)));
  app.use(limitBody(async (headers) => (await sessionOf(headers)) !== null));
  app.use(limitUploads(sessionOf));
  app.route("/", health(db));
  app.use("/assets/*", async (c, next) => {
    await next();
    if (c.res.ok) c.header("Cache-Control", "public, max-age=31536000, immutable");
  });
  app.on(["GET", "POST"], OPEN_DOORS, async (c) => (await auth()).handler(c.req.raw));
  app.use("/assets/*", serveStatic({ root: `${options.build}/client` }));
  app.all("*", async (c) => {
    const request = await wholeForm(c.req.raw);
    if (request === "slow") return c.text("Formularen var for længe undervejs, og intet er gemt. Prøv igen.\n", 408);
    if (request === "broken")
      return c.text("Formularen kom ikke helt frem, og intet er gemt. Gå tilbage, og prøv igen.\n", 400);
    const generation = cache.generation;
    const context = new RouterContextProvider();
    const nonce = c.get("secureHeadersNonce") ?? "";
    provideApp(context, { db, log, address, home, auth, signOn, mail, nonce, remember });
    const response = await pages(c.req.path)(request, context);
    if (c.req.raw.headers.has("Cookie")) response.headers.set("Cache-Control", "private, no-store");
    if (options.cachePages === false || !isPublicPage(c.req.raw, response)) return response;
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
  return app;
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
