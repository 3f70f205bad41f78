import type { AgendaDocument } from "./model.ts";

/** An agenda that was sent, with when and where its meeting is now; a step of an item's path that is this meeting moves along. */
export function onAnotherDay(
  agenda: AgendaDocument,
  now: Pick<AgendaDocument, "date" | "start" | "end" | "place">,
): AgendaDocument {
  const { date, start, end, place } = now;
  return {
    ...agenda,
    date,
    start,
    end,
    place,
    items: agenda.items.map((item) => ({
      ...item,
      path: item.path.map((step) =>
        step.committee === agenda.committee && step.date === agenda.date ? { ...step, date } : step,
      ),
    })),
  };
}
