import type { Finding, Known } from "../model.ts";
import type { Reading } from "../reading.ts";

/** Dates, numbering, contents, attachments, names, attendance and references. */
export function checkStructure(_reading: Reading, _known: Known): Finding[] {
  return [];
}
