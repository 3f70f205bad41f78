import { findLogo } from "#archive/look-queries.ts";
import { appOf } from "#web/context.ts";
import { notFound } from "../../web/not-found.ts";
import type { Route } from "./+types/logo";

/** A municipality's arms. A drawing may hold scripts: opened by itself it is shut in (`sandboxFiles`). */
export async function loader({ context, params }: Route.LoaderArgs) {
  const logo = await findLogo(appOf(context).db, params.municipality);
  if (!logo) throw notFound();
  return new Response(new Uint8Array(logo.content), {
    headers: {
      "Content-Type": logo.mediaType,
      "Cache-Control": "public, max-age=300",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
