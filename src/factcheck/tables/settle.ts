import { isDerived } from "./derived.ts";
import { isAlsoAmount } from "./roles.ts";
import type { View } from "./view.ts";

const MOST = 60;

/**
 * Lines that only sound reckoned ("Besparelse", "Fald", "Takster") are amounts like their neighbours unless their figures
 * follow from others.
 */
export function settleRoles(down: View, turned: View): void {
  // A column called "Ventetid" may be added across, but its own figures are not added down.
  const rates = turned.lines.map(({ role }) => role === "rate");
  for (const view of [down, turned]) {
    const unsure = view.lines.flatMap((line, index) =>
      isAlsoAmount(line.role, line.name, view.turned) ? [index] : [],
    );
    for (const at of unsure.slice(0, MOST)) {
      const line = view.lines[at];
      if (line && !isDerived(view, at)) line.role = "plain";
    }
  }
  for (const view of [down, turned]) promoteTotals(view);
  down.acrossRoles = turned.lines.map(({ role }, index) => (rates[index] ? "rate" : role));
  turned.acrossRoles = down.lines.map(({ role }) => role);
}

/** "Hele kommunen" or "Året" below its parts is a total where it is about as large as their sum. */
function promoteTotals(view: View): void {
  const at = view.lines.findLastIndex(({ role }) => role !== "part-of" && role !== "heading");
  const line = view.lines[at];
  const above = view.lines.slice(0, at).filter(({ role }) => role !== "total" && role !== "heading");
  const parts = above.filter(({ role }) => role === "plain");
  if (line?.role !== "maybe-total" || parts.length < 2 || parts.length < above.length) return;
  const fits = line.entries.flatMap((entry, across) => {
    const values = parts.flatMap((part) => part.entries[across]?.value ?? []);
    if (!entry || entry.unknown || entry.nothing || values.length < 2 || values.some((value) => value < 0)) return [];
    const sum = values.reduce((all, value) => all + value, 0);
    return [entry.value > Math.max(...values) && Math.abs(entry.value - sum) <= sum * 0.3];
  });
  if (fits.length > 0 && fits.every(Boolean)) line.role = "total";
}
