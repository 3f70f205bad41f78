import { contentDisposition } from "#archive/original.ts";
import { mediaTypeOf } from "#archive/media-type.ts";
import { mayReview } from "#import-review/policy.ts";
import { findContent, findFile } from "#import-review/queries.ts";
import { notFound } from "../../web/not-found.ts";
import type { Route } from "./+types/given-file";
import { enter } from "./enter.ts";

/** The file as it was given. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, db, municipality } = await enter(args);
  const file = await findFile(db, municipality.id, Number(args.params.batch), Number(args.params.file));
  if (!file?.reading || !mayReview(actor, { municipalityId: municipality.id, begunBy: file.begunBy })) throw notFound();
  const content = await findContent(db, municipality.id, file.id);
  if (!content) throw notFound();
  const mediaType = mediaTypeOf(file.reading.extracted.format);
  return new Response(new Uint8Array(content), {
    headers: {
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
      "Content-Type": mediaType,
      "Content-Length": String(content.length),
      "Content-Disposition": contentDisposition(file.name.slice(file.name.lastIndexOf("/") + 1), mediaType),
    },
  });
}
