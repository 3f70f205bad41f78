import { findBodies } from "./bodies.ts";
import { parseDanishDate } from "./dates.ts";
import { ROOM } from "./header-place.ts";
import type { Line } from "./lines.ts";

/**
 * Bodies whose names have no such word: "Social og Sundhed - 02-06-2020", "Social og sundheds møde den 17. april 2023",
 * "Referat Opvækst, Uddannelse og Kultur".
 */
export function unusualCommittee(free: Line[], kind: RegExp): string | null {
  for (const { label } of free.slice(0, 12)) {
    const name = /^([A-ZÆØÅ][^.:;()]{4,70}?)(?:\s[-–]\s|s møde (?:den|d\.) |s møde )(?=.*\d{4}|\d)/.exec(label)?.[1];
    if (name && parseDanishDate(label) && !kind.test(name))
      return findBodies(name).at(-1)?.name ?? (/["“”]/.test(name) ? null : name);
  }
  const day = free
    .slice(0, 14)
    .findIndex(({ label }) => /^(?:man|tirs|ons|tors|fre)dag (?:den|d\.) \d.* kl\b/i.test(label));
  const above = free[day - 1]?.label ?? "";
  if (day > 0 && NAME.test(above) && above.length > 5 && !kind.test(above) && !ROOM.test(above)) return above;
  for (const { label } of free.slice(0, 12)) {
    const name = BEHIND_KIND.exec(label)?.[1];
    if (name && name.length < 70 && NAME.test(name) && !kind.test(name) && !ROOM.test(name) && !NO_BODY.test(name))
      return name;
  }
  return null;
}

const NAME = /^[A-ZÆØÅ][\p{L}-]+(?:,? (?:og |& )?[\p{L}-]+){0,5}$/u;
const BEHIND_KIND = /^(?:Referat|Dagsorden|Beslutningsprotokol)(?: fra| for)? (\p{Lu}[\p{L}-]+(?:,? (?:og|&) |, ).+)$/u;
const NO_BODY = /møde|kommune|side|udskrift/i;
