import { readSource } from "../reading.ts";
import type { Finding, Verdict } from "../model.ts";
import { checkProse } from "./check-prose.ts";

/** The findings of the prose checks for a text without a reader's understanding of it. */
export const findingsIn = (text: string): Finding[] => checkProse(readSource({ file: "sag.txt", text, minutes: null }));

/** The verdicts of a text, worst first and each once; "silent" when nothing was checked. */
export function verdictOf(text: string): Verdict | "silent" {
  const verdicts = new Set(findingsIn(text).map(({ verdict }) => verdict));
  return (["error", "warning", "ok"] as const).find((verdict) => verdicts.has(verdict)) ?? "silent";
}
