import { contentDisposition } from "#archive/original.ts";
import { findOriginal, getOriginalContent } from "#archive/original-queries.ts";
import { appOf } from "#web/context.ts";
import { notFound } from "../../web/not-found.ts";
import type { Route } from "./+types/original";

/** The imported file as it was. Its address is its content, but it may be taken away: a browser asks before reusing it. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { db } = appOf(context);
  const original = await findOriginal(db, params.municipality, params.sha256);
  if (!original) throw notFound();
  const headers = {
    ETag: `"${params.sha256}"`,
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
  };
  if (matches(request.headers.get("If-None-Match"), headers.ETag)) return new Response(null, { status: 304, headers });
  const content = await getOriginalContent(db, params.municipality, params.sha256);
  return new Response(new Uint8Array(content), {
    headers: {
      ...headers,
      "Content-Type": original.mediaType,
      "Content-Length": String(original.size),
      "Content-Disposition": contentDisposition(original.fileName, original.mediaType),
    },
  });
}

function matches(asked: string | null, etag: string): boolean {
  return (asked ?? "").split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
