import { auditClosedRead } from "#identity/audit-closed-read.ts";
import { findStoredFile } from "#reading/attachment-queries.ts";
import { offlineHeaders } from "#reading/offline-headers.ts";
import { openMeeting } from "#reading/open-meeting.ts";
import { appOf, signedIn } from "#web/context.ts";
import { notFound } from "../../web/not-found.ts";
import type { Route } from "./+types/attachment";

/** What a browser shows by itself without running anything; everything else is saved as a file (`sandboxFiles`). */
const SHOWN = new Set(["application/pdf", "image/png", "image/jpeg", "text/plain"]);

/** An attachment as it was when the agenda was sent. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const meeting = await openMeeting(db, actor, params.municipality, Number(params.meeting));
  const found = meeting?.items
    .flatMap(({ item }) => item.attachments.map((attachment) => ({ ...attachment, inClosed: item.closed })))
    .find(({ paperId, id }) => paperId === Number(params.paper) && id === Number(params.attachment));
  const { municipalityId } = meeting?.head ?? {};
  if (!found || municipalityId === undefined) throw notFound();
  const file = await findStoredFile(db, municipalityId, found);
  if (!file) throw notFound();
  const closed = found.closed || found.inClosed;
  if (closed) await auditClosedRead(db, actor, municipalityId, [`paper:${found.paperId}/attachment:${found.id}`]);
  const shown = SHOWN.has(file.mediaType);
  const name = encodeURIComponent(file.name ?? found.name);
  return new Response(new Uint8Array(file.content), {
    headers: {
      "Content-Type": file.mediaType === "text/plain" ? "text/plain; charset=utf-8" : file.mediaType,
      "Content-Disposition": `${shown ? "inline" : "attachment"}; filename*=UTF-8''${name}`,
      "X-Content-Type-Options": "nosniff",
      ...offlineHeaders(actor.userId, closed),
    },
  });
}
