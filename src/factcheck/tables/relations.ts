import { differences, growth, steps } from "./changes.ts";
import { indexes, ratios, shares } from "./ratios.ts";
import { isPercent, isPlainAmount, type Relation } from "./relation.ts";
import { averages, running } from "./running.ts";
import type { Line, View } from "./view.ts";

const NEAREST = 12;
const DERIVED = new Set(["share", "growth", "index", "rate", "cumulative", "average", "change"]);

/** The relations line `at` may stand in to other lines of its view, by its role. */
export function relationsFor(view: View, at: number): Relation[] {
  const line = view.lines[at] as Line;
  const role = line.role === "plain" || line.role === "maybe-total" ? (isPercent(line) ? "share" : null) : line.role;
  if (line.role === "maybe-total" && !isPercent(line))
    return differences(view, at, nearest(view, at)).filter(({ prior }) => prior === 2);
  if (role === null || !DERIVED.has(role)) return [];
  const amounts = nearest(view, at).filter((index) => isPlainAmount(view.lines[index] as Line));
  if (role === "share")
    return [...shares(view, at, amounts), ...ratios(view, at, amounts, 100), ...growth(view, at, amounts, 0)];
  if (role === "growth") return [...growth(view, at, amounts, 1), ...steps(view, at, amounts, true)];
  if (role === "index") return [...indexes(view, at, amounts), ...ratios(view, at, amounts, 100)];
  if (role === "rate") return ratios(view, at, amounts, 1);
  if (role === "cumulative") return running(view, at, amounts);
  if (role === "average") return averages(view, at);
  if (role === "change")
    return isPercent(line)
      ? [
          ...growth(view, at, amounts, 1),
          ...steps(view, at, amounts, true),
          ...differences(view, at, nearest(view, at)),
        ]
      : [...differences(view, at, nearest(view, at)), ...steps(view, at, amounts, false)];
  return [];
}

/** The lines of figures nearest to a line, in order; in a long table no more than a few. */
function nearest(view: View, at: number): number[] {
  const found: number[] = [];
  const take = (index: number) => {
    const role = view.lines[index]?.role;
    if (role !== undefined && role !== "heading" && role !== "label") found.push(index);
  };
  for (let away = 1; away < view.lines.length && away < NEAREST * 3 && found.length < NEAREST; away++) {
    take(at - away);
    take(at + away);
  }
  return found.toSorted((a, b) => a - b);
}
