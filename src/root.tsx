import type { ReactNode } from "react";
import { data, isRouteErrorResponse, Links, Meta, Outlet, Scripts, useLocation, useMatches } from "react-router";
import { findLook } from "#archive/look-queries.ts";
import { findActor } from "#identity/actor-queries.ts";
import { SESSION_COOKIE } from "#identity/session-cookie.ts";
import { keepDeviceTo } from "#reading/device.ts";
import { actorOf, appOf, provideActor } from "#web/context.ts";
import { takesFiles } from "#web/body-limit.ts";
import { type Site, useSite } from "#web/site.ts";
import { writeBudget } from "#web/write-budget.ts";
import { isWrittenForm, type WrittenForm, wordsIn } from "#web/written-form.ts";
import type { Route } from "./+types/root";
import { keepForm } from "./identity/routes/keep-form.ts";
import { isKeptForm } from "./identity/routes/kept-form.ts";
import { KeptFormPage } from "./identity/routes/KeptFormPage.tsx";
import { ErrorPage } from "./web/components/ErrorPage.tsx";
import { WrittenFormPage } from "./web/components/WrittenFormPage.tsx";
import { languageOf } from "./web/language.ts";
import { notFound } from "./web/not-found.ts";
import { headLinks } from "./web/styles/head-links.ts";

export const links: Route.LinksFunction = () => headLinks;

/** No address of ours holds a NUL, and PostgreSQL takes none in a text. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ request }) => {
    if (request.url.includes("%00")) throw notFound();
  },
  async ({ request, context }, next) => {
    if (!request.headers.get("Cookie")?.includes(SESSION_COOKIE)) return next();
    const { auth, db } = appOf(context);
    const look = async () => findActor(await auth(), db, request.headers);
    const actor = await look();
    provideActor(context, actor, look);
    const response = await next();
    if (actor) keepDeviceTo(actor.userId, request, response);
    return response;
  },
  async ({ request, context }, next) => {
    if (request.method !== "POST") return next();
    const actor = actorOf(context);
    if (!actor) {
      await keepForm(context, request);
      return next();
    }
    const writtenForm = await wordsIn(request);
    const bytes = Number(request.headers.get("Content-Length"));
    const isUpload = takesFiles(new URL(request.url).pathname);
    if (!isUpload && !writeBudget.take(actor.userId, bytes))
      throw data<WrittenForm>({ writtenForm, why: "too-often" }, { status: 429, headers: { "Retry-After": "60" } });
    const response = await next();
    const isPage = response.headers.get("Content-Type")?.startsWith("text/html");
    if (response.status === 404 && isPage && writtenForm.length > 0)
      throw data<WrittenForm>({ writtenForm, why: "gone" }, { status: 404 });
    return response;
  },
];

export async function loader({ context, params }: Route.LoaderArgs): Promise<Site> {
  const { db, address, nonce, remember } = appOf(context);
  const actor = actorOf(context);
  const municipality = (params as { municipality?: string }).municipality;
  const look = municipality ? await remember(`look ${municipality}`, () => findLook(db, municipality)) : undefined;
  return { address, look: look ?? null, person: actor && { name: actor.name }, nonce };
}

/** A page sends scripts only when a matched route exports `handle = { hydrate: true }`. */
function needsScripts(matches: { handle: unknown }[]): boolean {
  return matches.some(({ handle }) => (handle as { hydrate?: boolean } | undefined)?.hydrate === true);
}

export function Layout({ children }: { children: ReactNode }) {
  const matches = useMatches();
  const { nonce } = useSite();
  return (
    <html lang={languageOf(useLocation().pathname)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {needsScripts(matches) && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  if (isRouteErrorResponse(error) && isKeptForm(error.data)) return <KeptFormPage {...error.data} />;
  if (isRouteErrorResponse(error) && isWrittenForm(error.data)) return <WrittenFormPage {...error.data} />;
  return <ErrorPage error={error} />;
}
