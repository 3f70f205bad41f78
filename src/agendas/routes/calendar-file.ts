import { calendarFile } from "#agendas/calendar.ts";
import { listPlanned } from "#agendas/plan-queries.ts";
import { findCommittee } from "#committee/queries.ts";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import { appOf } from "#web/context.ts";
import { links } from "../../web/links.ts";
import { notFound } from "../../web/not-found.ts";
import type { Route } from "./+types/calendar-file";

/** A municipality's or a committee's planned meetings, from a year back on, for a calendar to subscribe to. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { db, home } = appOf(context);
  const municipality = await findMunicipality(db, params.municipality);
  const slug = (params as { committee?: string }).committee;
  const committee = slug ? await findCommittee(db, params.municipality, slug) : undefined;
  if (!municipality || (slug && !committee)) throw notFound();
  const from = new Date(Date.now() - 365 * 86_400_000).toISOString().slice(0, 10);
  const meetings = await listPlanned(db, { municipalityId: municipality.id, committeeId: committee?.id, from });
  const name = committee ? `${committee.name}, ${municipality.name}` : `Møder i ${municipality.name}`;
  const address = (committee: string) => links.da.plan(municipality.slug, committee);
  return new Response(calendarFile(name, meetings, { home, municipality: municipality.slug, address }), {
    headers: { "Content-Type": "text/calendar; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
