import { isDerived } from "./derived.ts";
import { isAlsoAmount } from "./roles.ts";
import type { View } from "./view.ts";

const MOST = 60;

/**
 * Lines that only sound reckoned ("Besparelse", "Fald", "Takster") are amounts like their neighbours unless their figures
 * follow from others.
 */
export function settleRoles(down: View, turned: View): void {
  for (const view of [down, turned]) {
    const unsure = view.lines.flatMap((line, index) =>
      isAlsoAmount(line.role, line.name, view.turned) ? [index] : [],
    );
    for (const at of unsure.slice(0, MOST)) {
      const line = view.lines[at];
      if (line && !isDerived(view, at)) line.role = "plain";
    }
  }
  down.acrossRoles = turned.lines.map(({ role }) => role);
  turned.acrossRoles = down.lines.map(({ role }) => role);
}
