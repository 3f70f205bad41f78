import type { Finding } from "../model.ts";
import type { Reading } from "../reading.ts";
import type { FigureTable } from "./find-tables.ts";
import { checkCellShares } from "./cell-shares.ts";
import { checkDerived } from "./derived.ts";
import { repairsOf, type Repair } from "./cross-footing.ts";
import { mayOverlap } from "./judge-sums.ts";
import type { Context, Sum } from "./sum.ts";
import { contextOf, findSums } from "./totals.ts";
import { settleRoles } from "./settle.ts";
import { checkShareOutliers } from "./share-outliers.ts";
import { tellSum } from "./tell-sum.ts";
import { toFinding, type Told } from "./tell.ts";
import { viewsOf } from "./view.ts";

/** Totals of rows and columns, shares, differences and growth inside tables. */
export function checkTables(reading: Reading): Finding[] {
  return reading.tables.flatMap((table) => checkTable(reading, table).map((told) => toFinding(reading, told)));
}

function checkTable({ source }: Reading, table: FigureTable): Told[] {
  const { down, turned } = viewsOf(table);
  settleRoles(down, turned);
  const context = contextOf(source.text, down);
  const sums = [...findSums(down, context), ...findSums(turned, context)];
  const repairs = repairsOf(sums);
  const told = [
    ...withoutTwins(sums.flatMap((sum) => tellMended(sum, repairs.get(sum), context))),
    ...checkCellShares(down, turned),
    ...checkShareOutliers(down, turned),
    ...checkDerived(turned),
    ...checkDerived(down),
  ];
  // Where cells are missing, figures may stand under the wrong headings.
  return context.ragged ? told.filter(({ verdict }) => verdict === "ok") : told;
}

function tellMended(sum: Sum, repair: Repair | undefined, context: Context): Told[] {
  if (repair && !repair.innocent && !mayOverlap(sum, context))
    return [tellSum({ ...sum, verdict: "error" }, repair.sentence)];
  return repair?.innocent || sum.verdict === null ? [] : [tellSum(sum, null)];
}

/** The grand total is the sum of its column and of its row: told once when both say the same. */
function withoutTwins(told: Told[]): Told[] {
  const seen = new Set<string>();
  return told.filter(({ entry, computed, verdict }) => {
    const key = `${entry.cell.span.start} ${computed} ${verdict}`;
    return !seen.has(key) && seen.add(key);
  });
}
