import type { AgendaDocument, AgendaItem } from "./model.ts";

/** An agenda that was sent, with when and where its meeting is now; a step of an item's path that is this meeting moves along. */
export function onAnotherDay(
  agenda: AgendaDocument,
  now: Pick<AgendaDocument, "date" | "start" | "end" | "place">,
): AgendaDocument {
  const { date, start, end, place } = now;
  if (date === agenda.date && start === agenda.start && end === agenda.end && place === agenda.place) return agenda;
  const isThis = (step: AgendaItem["path"][number]) => step.committee === agenda.committee && step.date === agenda.date;
  return {
    ...agenda,
    date,
    start,
    end,
    place,
    items: agenda.items.map((item) =>
      item.path.some(isThis)
        ? { ...item, path: item.path.map((step) => (isThis(step) ? { ...step, date } : step)) }
        : item,
    ),
  };
}
