import { redirect } from "react-router";
import { findMovedMeeting } from "#meetings/meeting-change.ts";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import type { Database } from "#database/connect.ts";
import { meetingDay, parseMeetingDay } from "../../web/links.ts";
import { notFound } from "../../web/not-found.ts";

type Params = { municipality: string; committee: string; day: string };

/**
 * What to throw when there is no such meeting or item: the way to the same page on the day the meeting was moved to, else
 * that there is no such page. The meeting may be moved again, so nobody is to remember the way.
 */
export async function movedOrNotFound(db: Database, params: Params, request: Request) {
  const { municipality, committee } = params;
  const day = parseMeetingDay(params.day);
  const moved = day && (await findMovedMeeting(db, { ...day, municipality, committee }));
  if (!moved) return notFound({ municipality: await findMunicipality(db, municipality) });
  const { pathname, search } = new URL(request.url);
  return redirect(pathname.replace(`/${params.day}`, `/${meetingDay(moved)}`) + search, 302);
}
