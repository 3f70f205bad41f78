import type { Finding } from "../model.ts";
import type { Reading } from "../reading.ts";

/** Sums, shares, differences and growth that sentences and lists tell. */
export function checkProse(_reading: Reading): Finding[] {
  return [];
}
