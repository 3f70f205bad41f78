import { parseDanishDate } from "./dates.ts";
import type { Line } from "./lines.ts";

/** An address or a room on a line of its own, which is no title of the document. */
export function placeAlone(free: Line[], title: RegExp): string | null {
  let dated = false;
  for (const { label } of free.slice(0, 14)) {
    const below = dated;
    dated = label.length < 160 && parseDanishDate(label) !== null;
    if (label.length > 160 || title.test(label)) continue;
    if (below && STREET.test(label) && !dated) return label;
    const inside = /^(?:i|på) ([A-ZÆØÅ].{3,})$/.exec(label)?.[1];
    if (inside) return inside;
    if (!/[.:]$/.test(label) && (/, .*\b\d{4} [A-ZÆØÅ]/.test(label) || ROOM.test(label))) return label;
  }
  return null;
}

/** A house number in a street, on the line below the date. */
const STREET = /^[^:.]{3,80}(?:vej|gade|allé|alle|torv|torvet|stræde|plads|pladsen|boulevard|vænget?) \d/i;

/** A room, as it begins a line. */
export const ROOM =
  /^(?:(?:mødelokale|lokale|byrådssal|rådhus|rådssal|kommunalbestyrelsessal|udvalgsværelse|regionshus)(?:et|en)?\b|mødelokale|via (?:skype|teams)|skype$|teams$)|^.{0,30}\b(?:mødelokale|lokale|udvalgsværelse) \d/i;

/** The room on the line below the house. */
export const ROOM_BELOW = /^(?:(?:møde)?lokale|udvalgsværelse|mødesal|byrådssal|\d\. sal\b)/i;
