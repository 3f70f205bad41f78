import type { ReactNode } from "react";
import { renderToReadableStream, renderToString } from "react-dom/server";
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from "react-router";
import { appOf } from "#web/context.ts";

/**
 * Renders a page whole: nothing here is slow enough to stream, and a whole page can be cached and measured. A page with
 * scripts carries its data behind it, which only React's slower renderer waits for.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: RouterContextProvider,
) {
  headers.set("Content-Type", "text/html; charset=utf-8");
  const { nonce } = appOf(loadContext);
  const page = onlyItsRoutes(context);
  const html = hydrates(page)
    ? await renderAll(<ServerRouter context={page} url={request.url} nonce={nonce} />, nonce)
    : Buffer.from(`<!DOCTYPE html>${renderToString(<ServerRouter context={page} url={request.url} />)}`);
  // Bytes: a text would be copied and encoded again by each who holds the response.
  return new Response(html, { status, headers });
}

/** Without the other routes of the portal: `ServerRouter` prepares every route it is given, for every page. */
function onlyItsRoutes(context: EntryContext): EntryContext {
  const { manifest, staticHandlerContext } = context;
  const routes = Object.fromEntries(
    staticHandlerContext.matches.map(({ route }) => [route.id, manifest.routes[route.id]]),
  );
  return { ...context, manifest: { ...manifest, routes } };
}

function hydrates({ staticHandlerContext, routeModules }: EntryContext): boolean {
  return staticHandlerContext.matches.some(
    ({ route }) => (routeModules[route.id]?.handle as { hydrate?: boolean } | undefined)?.hydrate === true,
  );
}

/** This renderer writes the document's type itself. */
async function renderAll(page: ReactNode, nonce: string): Promise<ArrayBuffer> {
  const stream = await renderToReadableStream(page, { nonce });
  await stream.allReady;
  return new Response(stream).arrayBuffer();
}

/** What went wrong is written down without the address that was asked for; a page that is not there is no error. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  appOf(context).log.error({ err: error }, "a page could not be made");
};
