import { isPageChrome } from "./page-chrome.ts";

/** What is said by a line that stands above several items: that they are open or closed, or what they are for. */
export type Group = { closed: boolean | null };

const OPENNESS =
  /^(?:[A-H]\.\s+)?(åbent?|åbne|lukkede?|lukket) (?:sager|punkter|dagsordenspunkter|møde|dagsorden|del)\s*:?$|^(?:dagsordenens|mødets) (åbne|lukkede) del\s*:?$|^(åbne|lukkede)\s*:?$|for (åbne|lukkede) døre(?:\s*[.…]*\s*(?:\d+|[ivxl]+))?$/i;
const PURPOSE =
  /^(?:[A-H]\.\s+)?(?:efterretningssager|beslutningssager|orienteringssager|sager (?:til|fra) [a-zæøå /]{3,50}|sager til .{3,60}|punkter til [a-zæøå /]{3,40}|til (?:efterretning|orientering|beslutning|drøftelse|behandling))\s*:?$/i;
const LETTERED = /^[A-H]\.\s+[A-ZÆØÅ][^.:]{3,60}$/;
const COLUMNS =
  /^(?:punkt(?: ?nr\.?)?\s+(?:titel|tekst|emne)(?:\s+side)?|pkt\.? tekst|(?:sag(?:snr|s)?\.?(?: nr)?:?|punkt(?: ?nr\.?)?|titel)?\s*side(?:nr\.?)?:?|dagsorden)$/i;

/** Reads a line such as "Lukkede sager", "SAGER TIL ORIENTERING" or "B. Sager til afgørelse i udvalget"; null for others. */
export function readGroup(label: string): Group | null {
  if (label.length < 4 || label.length > 90) return null;
  const openness = OPENNESS.exec(label);
  if (openness) return { closed: /^l/i.test((openness[1] ?? openness[2] ?? openness[3] ?? openness[4]) as string) };
  return PURPOSE.test(label) || COLUMNS.test(label) ? { closed: null } : null;
}

/** A line between two items that belongs to neither: a group, "A. …" above an item, or what a page puts there. */
export function standsBetweenItems(label: string): boolean {
  return (
    readGroup(label) !== null || LETTERED.test(label) || (isPageChrome(label) && /^(?:kopier|side|punkt)/i.test(label))
  );
}
