import type { Finding } from "../model.ts";
import type { Reading } from "../reading.ts";

/** The same quantity (measure, population, period, body) stated twice with different values, within and across texts. */
export function checkContradictions(_readings: Reading[]): Finding[] {
  return [];
}
