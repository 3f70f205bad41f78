import type { Finding } from "../model.ts";
import type { Span } from "#minutes/model.ts";
import { evidenceAt, type Page, tell } from "./page.ts";

const NAMED =
  /(?<![\p{L}-])(?<name>\p{Lu}\p{L}+(?:[ \u00a0](?:\p{Lu}[\p{L}.'’-]*|von|van|de|der|den|af|el|al)){1,4}) \((?<party>[A-ZÆØÅ]|UFP|u\.?p\.?)\)/gu;

/** One person with two party letters in one document. Between meetings people do change party, and that is no slip. */
export function checkParties(page: Page): Finding[] {
  const first = new Map<string, { party: string; span: Span }>();
  const told = new Set<string>();
  const findings: Finding[] = [];
  for (const match of page.text.matchAll(NAMED)) {
    const { name = "", party = "" } = match.groups ?? {};
    const span = { start: match.index, end: match.index + match[0].length };
    const before = first.get(name);
    if (!before) first.set(name, { party, span });
    if (!before || before.party === party || told.has(`${name} ${party}`)) continue;
    told.add(`${name} ${party}`);
    findings.push(
      tell(page, {
        check: "name",
        verdict: "warning",
        span,
        stated: party,
        computed: before.party,
        explanation: `${name} står her med (${party}), men med (${before.party}) tidligere i dokumentet; det kan være to personer eller et partiskifte.`,
        evidence: [evidenceAt(page, before.span)],
      }),
    );
  }
  return findings;
}
