import { contentDisposition } from "#archive/original.ts";
import { openAttachment } from "#papers/download.ts";
import { notFound } from "../../web/not-found.ts";
import type { Route } from "./+types/attachment-file";
import { enterWork } from "./enter.ts";

/** An attachment for whoever may read it. It is saved, never shown as a page of ours (`sandboxFiles`). */
export async function loader(args: Route.LoaderArgs) {
  const { actor, db, municipality } = await enterWork(args);
  const [paper, id] = [Number(args.params.paper), Number(args.params.attachment)];
  const file = await openAttachment(db, actor, municipality.id, paper, id);
  if (!file) throw notFound({ municipality });
  return new Response(new Uint8Array(file.content), {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(file.size),
      "Content-Disposition": contentDisposition(file.fileName, "application/octet-stream"),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
