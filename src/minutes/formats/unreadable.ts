import type { Unreadable } from "../model.ts";

/** A file larger than this is refused before it is read. Minutes are text: a hundred pages take a few hundred kB. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** No part of a packed file is unpacked beyond this. */
export const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;

/** Why a file cannot be read, and what the person who gave it can do. The codes are stable. */
const REASONS = {
  empty: "Filen er tom. Hent den igen fra det sted, den kommer fra.",
  "too-large": "Filen er over 50 MB og bliver ikke læst. Del den op, eller gem den uden billeder og bilag.",
  binary: "Filen indeholder ikke læsbar tekst. Brug en PDF-, DOCX-, HTML-, Markdown- eller tekstfil.",
  image:
    "Filen er et billede uden tekst. Læg en udgave med tekst ind, for eksempel den oprindelige PDF- eller DOCX-fil.",
  "old-format": "Filformatet læses ikke. Åbn filen, og gem den som PDF eller DOCX.",
  "not-docx": "Filen er et ZIP-arkiv og ikke et Word-dokument. Pak den ud, og brug filerne i den.",
  "no-text": "Der er ingen tekst i filen. Undersøg, om det er den rigtige fil.",
  "docx-truncated": "Word-filen er ikke hel, slutningen mangler. Hent filen igen.",
  "docx-damaged": "Word-filen er beskadiget og kan ikke læses. Åbn den i Word, og gem den igen.",
  "docx-bomb":
    "Word-filen fylder urimeligt meget, når den pakkes ud, og bliver ikke læst. Gem den igen som DOCX eller PDF.",
  "docx-password": "Word-filen er beskyttet med adgangskode. Gem en udgave uden adgangskode.",
  "html-too-deep": "HTML-filen er opbygget så dybt, at den ikke kan læses. Gem siden som PDF i stedet.",
  "pdf-password": "PDF-filen er beskyttet med adgangskode. Gem en udgave uden adgangskode.",
  "pdf-truncated": "PDF-filen er ikke hel, slutningen mangler. Hent filen igen.",
  "pdf-damaged": "PDF-filen er beskadiget og kan ikke læses. Hent filen igen, eller gem den på ny som PDF.",
  "pdf-bomb": "PDF-filen fylder urimeligt meget, når den pakkes ud, og bliver ikke læst. Gem den på ny som PDF.",
  "pdf-scanned": "PDF-filen er skannet, så siderne er billeder uden tekst. Kør tekstgenkendelse (OCR) på den først.",
  "pdf-no-letters":
    "PDF-filens skrifttyper siger ikke, hvilke bogstaver der vises. Kør tekstgenkendelse (OCR) på den først.",
  "pdf-too-complex": "PDF-filen er for omfattende til at blive læst. Del den op i mindre filer.",
  "not-minutes": "Filen er hverken et referat eller en dagsorden. Undersøg, om det er den rigtige fil.",
} as const;

export type UnreadableCode = keyof typeof REASONS;

export function unreadable(code: UnreadableCode): Unreadable {
  return { ok: false, code, message: REASONS[code] };
}
