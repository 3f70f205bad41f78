import { slipBetween, slipNote } from "../explain/slips.ts";
import type { Sum } from "./sum.ts";
import { nameOf, placeOf, print, printSum, type Told } from "./tell.ts";

/** Tells a sum in words. `repair` names the single cell that would put both its row and its column right. */
export function tellSum(sum: Sum, repair: string | null): Told {
  const { view, total, parts, computed, step, match } = sum;
  const place = placeOf(view, sum.line, sum.across);
  const terms = parts.filter((part) => !part.nothing);
  const own = Math.min(step, ...terms.map((part) => part.step), total.step);
  const right = print(computed, own, total);
  const stated = print(total.value, total.step, total);
  const sumWords = `${printSum(terms.length > 0 ? terms : parts)} = ${right}`;
  const where = nameOf(place);
  const told = {
    check: "table-total" as const,
    verdict: sum.verdict ?? "warning",
    entry: total,
    row: place.row,
    stated,
    computed: right,
    evidence: terms,
  };
  if (match === "exact") return { ...told, explanation: `${where}: ${sumWords}, som der står.` };
  if (match === "rounding" || (match === "maybe-rounding" && sum.verdict === "ok"))
    return { ...told, explanation: `${where}: ${sumWords}, og der står ${stated}; forskellen skyldes afrunding.` };
  if (match === "maybe-rounding")
    return {
      ...told,
      explanation: `${where}: ${sumWords}, men der står ${stated}; afrunding af tallene kan forklare forskellen.`,
    };
  const slip = repair ? null : slippedPart(sum);
  const end = repair
    ? ` ${repair}`
    : slip
      ? ` Tallet passer, hvis der ved »${slip.name}« står ${slip.right} i stedet for ${slip.wrong} (to cifre byttet om).`
      : "";
  const doubt =
    sum.verdict === "warning"
      ? " Det kan dog være rigtigt, hvis nogle tal er udeladt, tæller med to gange eller ikke skal lægges sammen."
      : "";
  return {
    ...told,
    explanation: `${where}: ${sumWords}, men der står ${stated}${slipNote(total.value, computed)}.${end}${doubt}`,
  };
}

/** The only part whose neighbouring digits, exchanged, would make the sum come out; null when there is none or several. */
export function slippedPart({
  view,
  total,
  parts,
  computed,
}: Sum): { name: string; right: string; wrong: string } | null {
  if (parts.length > 200 || slipBetween(total.value, computed) !== null) return null;
  const lacking = total.value - computed;
  const slipped = parts.filter(
    (part) => !part.nothing && slipBetween(part.value, part.value + lacking) === "to cifre byttet om",
  );
  const [part] = slipped;
  if (!part || slipped.length > 1) return null;
  const rows = view.table.rows;
  const at = rows.findIndex((row) => row.cells.includes(part.cell));
  const column = rows[at]?.cells.indexOf(part.cell) ?? -1;
  const name = (view.turned ? view.table.columns[column] : rows[at]?.name) ?? "";
  return name
    ? { name, right: print(part.value + lacking, part.step, part), wrong: print(part.value, part.step, part) }
    : null;
}
