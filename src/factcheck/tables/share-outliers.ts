import { danish } from "../explain/danish-numbers.ts";
import { slipNote } from "../explain/slips.ts";
import { isPrintedAs } from "./compare.ts";
import { nameOf, placeOf, printBare, type Told } from "./tell.ts";
import type { Entry, View } from "./view.ts";

type Pair = { entry: Entry; share: number; step: number; line: number; across: number };

const FEW = 3;
const MANY = 200;

/**
 * Counts with their shares and no total: when all shares fit one whole but for a single count, that count is the slip.
 * (A wrong share instead of a wrong count is found by the sum of the counts.)
 */
export function checkShareOutliers(down: View, turned: View): Told[] {
  return [...groupsOf(turned), ...sharedCells(down)].flatMap((pairs) => {
    if (pairs.length < FEW || pairs.length > MANY) return [];
    const sum = pairs.reduce((all, { entry }) => all + entry.value, 0);
    const shares = pairs.reduce((all, { share }) => all + share, 0);
    const step = pairs[0]?.step ?? 1;
    if (sum <= 0 || Math.abs(shares - 100) > (step * (pairs.length + 1)) / 2) return [];
    if (
      pairs.filter((pair) => isPrintedAs(pair.share, (pair.entry.value / sum) * 100, pair.step)).length * 2 >
      pairs.length
    )
      return [];
    const culprits = pairs.flatMap((pair) => {
      const whole = wholeWithout(pairs, pair);
      return whole ? [{ pair, whole }] : [];
    });
    const [culprit] = culprits;
    return culprit && culprits.length === 1 ? [tell(pairs, culprit.pair, culprit.whole, down)] : [];
  });
}

/** The whole that all the other counts fit, when the counts are whole numbers; null when there is none. */
function wholeWithout(pairs: Pair[], left: Pair): number | null {
  const others = pairs.filter((pair) => pair !== left);
  const rest = others.reduce((all, { entry }) => all + entry.value, 0);
  if (left.share >= 100 || left.entry.step !== 1) return null;
  // The count left out is unknown within the rounding of its share.
  const middle = Math.round((rest * left.share) / (100 - left.share));
  const reach = Math.min(50, Math.ceil((rest * left.step) / (100 - left.share)));
  for (let away = 0; away <= reach; away++)
    for (const count of [middle + away, middle - away]) {
      const whole = rest + count;
      if (count < 0 || count === left.entry.value || whole <= 0) continue;
      if (
        isPrintedAs(left.share, (count / whole) * 100, left.step) &&
        others.every((pair) => isPrintedAs(pair.share, (pair.entry.value / whole) * 100, pair.step))
      )
        return whole;
    }
  return null;
}

/** Columns of counts each with the column of shares beside it, where no total is printed. */
function groupsOf(view: View): Pair[][] {
  if (view.acrossRoles.includes("total")) return [];
  return view.lines.flatMap((line, at) => {
    const counts = view.lines[at - 1];
    if (line.role !== "share" || counts?.role !== "plain") return [];
    const pairs = line.entries.flatMap((entry, across): Pair[] => {
      const count = counts.entries[across];
      const isPlain = view.acrossRoles[across] === "plain";
      if (!entry || !count || entry.unknown || count.unknown || count.nothing || !isPlain || count.percent) return [];
      return [{ entry: count, share: entry.value, step: entry.step, line: across, across: at - 1 }];
    });
    return [pairs];
  });
}

function sharedCells(view: View): Pair[][] {
  if (view.lines.some(({ role }) => role === "total")) return [];
  return view.across.map((_, across) =>
    view.lines.flatMap(({ entries, role }, line): Pair[] => {
      const entry = entries[across];
      const share = entry?.cell.number?.share;
      return entry && share && role === "plain" ? [{ entry, share: share.value, step: share.step, line, across }] : [];
    }),
  );
}

function tell(pairs: Pair[], { entry, share, line, across }: Pair, whole: number, down: View): Told {
  const place = placeOf(down, line, across);
  const rest = pairs.reduce((all, pair) => all + (pair.entry === entry ? 0 : pair.entry.value), 0);
  const right = whole - rest;
  return {
    check: "percentage",
    verdict: "error",
    entry,
    row: place.row,
    stated: printBare(entry.value, entry.step),
    computed: printBare(right, entry.step),
    explanation: `${nameOf(place)}: de andre antal og andele passer med ${printBare(whole, 1)} i alt, og ${danish(share)} % deraf er ${printBare(right, 1)}, men der står ${printBare(entry.value, entry.step)}${slipNote(entry.value, right)}.`,
    evidence: pairs.map((pair) => pair.entry),
  };
}
