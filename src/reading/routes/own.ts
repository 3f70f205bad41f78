import { openMeeting } from "#reading/open-meeting.ts";
import { actorOf, appOf } from "#web/context.ts";
import { notFound } from "../../web/not-found.ts";
import type { Route } from "./+types/own";
import { keepOwn } from "./own-form.ts";

const statusOf = { changed: 409, "too-long": 400, "no-such-words": 409, "too-many": 400, unknown: 404 } as const;

/**
 * What scripts keep, also what was written without a connection and is sent later: the same form as the page's, with an
 * answer that a script reads. 401: sign in first, and send it again.
 */
export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = actorOf(context);
  if (!actor) return Response.json({ ok: false, reason: "signed-out" }, { status: 401 });
  const { db } = appOf(context);
  const meeting = await openMeeting(db, actor, params.municipality, Number(params.meeting));
  if (!meeting) return Response.json({ ok: false, reason: "unknown" }, { status: 404 });
  const kept = await keepOwn(db, actor, meeting, await request.formData());
  // The moment after which a page made by us knows it.
  const answer = kept.ok ? { ...kept, at: Date.now() } : kept;
  return Response.json(answer, { status: kept.ok ? 200 : statusOf[kept.reason] });
}

export function loader() {
  throw notFound();
}
