import { slipBetween, slipNote } from "../explain/slips.ts";
import { rounded } from "./cell-shares.ts";
import type { Outcome, Relation } from "./relation.ts";
import { relationsFor } from "./relations.ts";
import { nameOf, placeOf, print, type Told } from "./tell.ts";
import type { Entry, Line, View } from "./view.ts";

const SAMPLE = 80;
const MOST_DERIVED = 60;

type Tested = { across: number; stated: Entry; outcome: Outcome; holds: "exact" | "rounding" | "turned" | "off" };
/** `fits` marks the places a relation holds at. */
type Proof = { relation: Relation; right: number; wrong: number; bits: number; sign: 1 | -1; fits: string };

/** Lines reckoned from others: shares, growth, differences, prices each, indexes, running sums and averages. */
export function checkDerived(view: View): Told[] {
  const derived = view.lines.flatMap((line, index) =>
    line.role === "heading" || line.role === "total" || line.role === "label" ? [] : [index],
  );
  const told: Told[] = [];
  let tried = 0;
  for (const at of derived) {
    const relations = relationsFor(view, at);
    if (relations.length === 0) continue;
    if (++tried > MOST_DERIVED) break;
    told.push(...checkLine(view, at, relations));
  }
  return told;
}

type Found = Proof & { isProven: boolean; isSure: boolean };

/** The relation that fits a line best, and whether its figures bear it out. */
function findRelation(view: View, at: number, relations: Relation[]): Found | null {
  const proofs = relations.flatMap((relation) =>
    (relation.turnable ? ([1, -1] as const) : ([1] as const)).map((sign) => prove(view, at, relation, sign)),
  );
  const tried = proofs.filter(({ right, wrong }) => right + wrong > 0);
  const found = tried.toSorted((a, b) => rank(b) - rank(a))[0];
  if (!found) return null;
  const { relation, right, wrong, bits } = found;
  const needed = 7 + Math.log2(relations.length) - relation.prior * 3.5;
  const isProven = right > 0 && right >= wrong && (bits >= needed || (relation.prior === 2 && wrong === 0));
  // Another relation that fits as many places, but other ones, leaves it open which is meant.
  const isOpen = proofs.some(
    (other) =>
      other.fits !== found.fits &&
      other.right >= right &&
      other.wrong <= wrong &&
      other.relation.prior >= relation.prior,
  );
  const isSure =
    isProven &&
    !isOpen &&
    (relation.prior === 2 || right >= 3 || (right >= 2 && (relation.prior === 1 || bits >= needed + 6)));
  return { ...found, isProven, isSure };
}

/** Whether a line is reckoned from others, as its name says: "Besparelse" may be a change or an amount of its own. */
export function isDerived(view: View, at: number): boolean {
  const line = view.lines[at] as Line;
  const filled = line.entries.filter((entry) => entry && !entry.nothing);
  if (filled.length > 0 && filled.every((entry) => entry?.percent)) return true;
  const found = findRelation(view, at, relationsFor(view, at));
  return found !== null && (found.isProven || (found.relation.prior === 2 && line.role === "change"));
}

function checkLine(view: View, at: number, relations: Relation[]): Told[] {
  const found = findRelation(view, at, relations);
  if (!found) return [];
  const { relation, right, wrong, isProven, isSure } = found;
  if (!isProven && !(relation.prior === 2 && right === 0 && wrong === 1)) return [];
  const isMean = view.lines[at]?.role === "average";
  return testAll(view, at, relation, found.sign, Number.POSITIVE_INFINITY).flatMap((tested) => {
    const verdict = verdictOf(tested, isProven, isSure && !isMean, right);
    // A single row shows no custom of signs: the printed one is taken.
    const turned = !isProven && relation.turnable && tested.outcome.exact * found.sign * tested.stated.value < 0;
    const sign = turned ? (found.sign === 1 ? -1 : 1) : found.sign;
    return verdict ? [tell(view, at, relation, sign, tested, verdict)] : [];
  });
}

const rank = ({ right, wrong, bits, relation }: Proof) =>
  bits - wrong * 4 + relation.prior * 3 + (right > wrong ? 2 : 0);

function verdictOf(
  { holds, stated, outcome }: Tested,
  isProven: boolean,
  isSure: boolean,
  right: number,
): Told["verdict"] | null {
  if (holds === "exact" || holds === "rounding") return isProven ? "ok" : null;
  if (holds === "turned") return isProven && right >= 2 ? (isSure ? "error" : "warning") : null;
  if (isProven) return isSure ? "error" : "warning";
  return slipBetween(stated.value, rounded(outcome.exact, stated.step)) ? "error" : "warning";
}

/** How well a relation fits: what a match is worth in bits is how unlikely it is by chance. */
function prove(view: View, at: number, relation: Relation, sign: 1 | -1): Proof {
  let right = 0;
  let wrong = 0;
  let bits = 0;
  let fits = "";
  for (const { holds, stated, outcome } of testAll(view, at, relation, sign, SAMPLE)) {
    const isOff = holds === "off" || holds === "turned";
    fits += isOff ? "-" : "+";
    if (isOff) {
      wrong++;
      continue;
    }
    right++;
    const room = stated.step / 2 + outcome.slack;
    const size = Math.max(Math.abs(stated.value), relation.check === "percentage" ? 20 : 1);
    bits += stated.value === 0 ? 0.5 : Math.min(10, Math.max(0.5, Math.log2(size / room)));
  }
  return { relation, right, wrong, bits, sign, fits };
}

function testAll(view: View, at: number, relation: Relation, sign: 1 | -1, most: number): Tested[] {
  const line = view.lines[at] as Line;
  const tested: Tested[] = [];
  for (let across = 0; across < line.entries.length && tested.length < most; across++) {
    const stated = line.entries[across];
    const role = view.acrossRoles[across];
    if (!stated || stated.unknown || stated.nothing) continue;
    if (role !== "plain" && role !== "total" && role !== "maybe-total" && role !== "part-of") continue;
    const outcome = relation.at(across);
    if (!outcome || outcome.terms.some((term) => term.cell === stated.cell)) continue;
    tested.push({ across, stated, outcome, holds: holds(stated, outcome, sign, relation.turnable) });
  }
  return tested;
}

function holds({ value, step }: Entry, { exact, slack }: Outcome, sign: 1 | -1, turnable: boolean): Tested["holds"] {
  const half = step / 2 + step * 1e-6 + Math.abs(exact) * 1e-12;
  const apart = Math.abs(value - exact * sign);
  if (apart <= half) return "exact";
  if (apart <= half + slack) return "rounding";
  return turnable && value !== 0 && Math.abs(value + exact * sign) <= half + slack ? "turned" : "off";
}

function tell(
  view: View,
  at: number,
  relation: Relation,
  sign: 1 | -1,
  tested: Tested,
  verdict: Told["verdict"],
): Told {
  const { stated, outcome, across, holds: how } = tested;
  const place = placeOf(view, at, across);
  const right = rounded(outcome.exact * sign, stated.step);
  const computed = print(right, stated.step, stated);
  const printed = print(stated.value, stated.step, stated);
  const sum = `${nameOf(place)}: ${sign < 0 && relation.check === "difference" ? turnedSum(outcome) : outcome.sum} = ${computed}`;
  const told = {
    check: relation.check,
    verdict,
    entry: stated,
    row: place.row,
    stated: printed,
    computed,
    evidence: outcome.terms,
  };
  if (how === "exact") return { ...told, explanation: `${sum}, som der står.` };
  if (how === "rounding")
    return { ...told, explanation: `${sum}, og der står ${printed}; forskellen skyldes afrunding.` };
  if (how === "turned")
    return { ...told, explanation: `${sum}, men der står ${printed}; de andre rækker har det modsatte fortegn.` };
  const doubt = verdict === "warning" ? " Det kan dog være rigtigt, hvis tallet er opgjort på en anden måde." : "";
  return { ...told, explanation: `${sum}, men der står ${printed}${slipNote(stated.value, right)}.${doubt}` };
}

function turnedSum({ sum, terms }: Outcome): string {
  const [b, a] = terms;
  if (!a || !b) return sum;
  const [first, second] = sum.split(" - ");
  return first && second && a.value >= 0 && b.value >= 0 ? `${second} - ${first}` : `-(${sum})`;
}
