import type { Warning } from "./model.ts";

/** What can be said of a document that was read but not wholly understood. Codes are stable; messages are Danish. */
const MESSAGES = {
  "no-header": "Dokumentets hoved kunne ikke læses: hverken udvalg eller mødedato blev fundet.",
  "no-committee": "Udvalgets navn blev ikke fundet.",
  "no-date": "Mødets dato blev ikke fundet.",
  "no-items": "Der blev ikke fundet nogen dagsordenspunkter.",
  "no-title": "Et punkt har ingen titel i dokumentet.",
  "not-minutes": "Dokumentet ligner hverken et referat eller en dagsorden.",
  "unplaced-text": "Tekst uden genkendt overskrift er lagt i et afsnit for sig.",
  "toc-mismatch": "Indholdsfortegnelsen og punkterne stemmer ikke overens.",
  "damaged-word": "Et ord ser ud til at være beskadiget i omsætningen.",
  "name-spelling": "Et navn staves på to måder.",
} as const;

export type WarningCode = keyof typeof MESSAGES;

/** A warning with the message of its code, and what the case at hand adds. `line` counts from 1. */
export function warning(code: WarningCode, line: number | null, detail = ""): Warning {
  return { code, message: detail === "" ? MESSAGES[code] : `${MESSAGES[code].replace(/\.$/, "")}: ${detail}`, line };
}
