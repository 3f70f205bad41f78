import { findLook } from "#archive/look-queries.ts";
import { allChanges } from "#documents/agenda-changes.ts";
import { onAnotherDay } from "#documents/on-another-day.ts";
import { printInBackground } from "#documents/print-in-background.ts";
import { holdsClosed, noteClosedReads } from "#reading/closed-reads.ts";
import { findMeeting, readDispatches } from "#reading/meeting-queries.ts";
import { offlineHeaders } from "#reading/offline-headers.ts";
import { visibleTo } from "#reading/policy.ts";
import { appOf, signedIn } from "#web/context.ts";
import { notFound } from "../../web/not-found.ts";
import type { Route } from "./+types/pdf";

/** The agenda as it was last sent, with what this person may see of it, and with when and where the meeting is now. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const head = await findMeeting(db, params.municipality, Number(params.meeting));
  if (!head) throw notFound();
  const numbers = Array.from({ length: head.dispatches }, (_, number) => number);
  const dispatches = numbers.length > 0 ? await readDispatches(db, head, numbers) : new Map<number, never>();
  const shown = numbers.flatMap((number) => {
    const agenda = dispatches.get(number);
    const visible = agenda && visibleTo(actor, head, agenda);
    return visible ? [visible.agenda] : [];
  });
  const agenda = shown.at(-1);
  if (!agenda || agenda.dispatchNumber !== head.dispatches - 1) throw notFound();
  await noteClosedReads(db, actor, head.municipalityId, agenda.items);
  const look = await findLook(db, params.municipality);
  const pdf = await printInBackground(onAnotherDay(agenda, head), {
    accent: look?.accent ?? null,
    changes: allChanges(shown),
    change: head,
  });
  return new Response(new Uint8Array(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="dagsorden-${head.committee.slug}-${head.date}.pdf"`,
      ...offlineHeaders(actor.userId, holdsClosed(agenda.items)),
    },
  });
}
