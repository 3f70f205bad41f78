import type { Finding } from "../model.ts";
import type { Reading } from "../reading.ts";

/** Totals of rows and columns, shares, differences and growth inside tables. */
export function checkTables(_reading: Reading): Finding[] {
  return [];
}
