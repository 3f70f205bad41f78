import type { AgendaDocument, AgendaItem } from "#documents/model.ts";
import { type Actor, hasRole, type Place } from "#identity/actor.ts";
import { maySeeClosed, maySeeClosedPart, mayWorkIn } from "#identity/policy.ts";

type Committee = { municipalityId: number; committeeId: number };

/**
 * An item as it was sent out: everybody who works in the committee reads what is open; what is closed
 * (kommunestyrelsesloven § 10), those who see closed items there. Guests and substitutes who are named for an item read
 * that item.
 */
export function mayReadItem(actor: Actor | null, place: Committee, item: Pick<AgendaItem, "id" | "closed">): boolean {
  const at = { ...place, itemId: item.id };
  return maySeeClosed(actor, at) || (!item.closed && mayWorkIn(actor, at));
}

/** Those whom agendas are sent to: what they have not read waits for them. */
export const isSeated = (actor: Actor | null, place: Place): boolean =>
  hasRole(actor, place, ["member", "substitute", "mayor", "guest"]);

/**
 * The agenda with nothing in it that the person may not see, and how many items that left out; null when nothing is
 * left for them. Who is let in to single items is not told of others.
 */
export function visibleTo(
  actor: Actor | null,
  place: Committee,
  agenda: AgendaDocument,
): { agenda: AgendaDocument; hidden: number } | null {
  const inCommittee = mayWorkIn(actor, place);
  const items = agenda.items
    .filter((item) => mayReadItem(actor, place, item))
    .map((item) => {
      const attachments = item.attachments.filter(
        ({ closed }) => !closed || item.closed || maySeeClosedPart(actor, { ...place, itemId: item.id }),
      );
      // The same object where nothing is hidden: what was worked out of it is known (`partsOf`).
      return attachments.length === item.attachments.length ? item : { ...item, attachments };
    });
  if (items.length === 0 && !inCommittee) return null;
  return { agenda: { ...agenda, items }, hidden: inCommittee ? agenda.items.length - items.length : 0 };
}
