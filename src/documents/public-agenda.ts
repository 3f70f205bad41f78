import type { AgendaDocument, AgendaItem } from "./model.ts";

/** What everybody may know of a closed item (kommunestyrelsesloven § 8, stk. 7 and § 10): that there is one. */
const CLOSED_TITLE = "Lukket punkt";

/**
 * An agenda as the public reads it: open items whole but for their closed attachments, of closed ones the number and a
 * neutral title. Built anew from what may be told, so that a field that is added later is not told by itself.
 */
export function publicAgenda(agenda: AgendaDocument): AgendaDocument {
  return { ...agenda, items: agenda.items.map(publicItem) };
}

function publicItem(item: AgendaItem): AgendaItem {
  if (!item.closed) return { ...item, attachments: item.attachments.filter(({ closed }) => !closed) };
  const { id, number, kind, cameWith, withdrawn } = item;
  return {
    id,
    number,
    title: CLOSED_TITLE,
    kind,
    reference: null,
    closed: true,
    closedGround: null,
    startsAt: null,
    minutes: null,
    guests: [],
    text: "",
    path: [],
    recommendations: [],
    sections: [],
    attachments: [],
    lateReason: null,
    cameWith,
    withdrawn: withdrawn && { with: withdrawn.with, reason: "" },
  };
}
