import type { Finding } from "#factcheck/model.ts";
import type { Expectation } from "./five-documents.ts";

export type Met = { expectation: Expectation; said: Finding["verdict"] | null };

/** What the checks said of each expected claim: the gravest verdict of a finding there. */
export function meetExpectations(
  expectations: Expectation[],
  findings: Finding[],
  lineOf: (file: string, at: number) => number,
): Met[] {
  const placed = findings.map((finding) => ({
    finding,
    from: lineOf(finding.file, finding.span.start),
    to: lineOf(finding.file, Math.max(finding.span.start, finding.span.end - 1)),
  }));
  return expectations.map((expectation) => {
    const [first, last] = expectation.lines;
    const there = placed.filter(
      ({ finding, from, to }) =>
        finding.file === expectation.file &&
        from <= last &&
        to >= first &&
        (expectation.stated === undefined || finding.stated.includes(expectation.stated)),
    );
    const verdicts = new Set(there.map(({ finding }) => finding.verdict));
    const said = (["error", "warning", "ok"] as const).find((verdict) => verdicts.has(verdict)) ?? null;
    return { expectation, said };
  });
}

/** One line for each kind of expectation. */
export function documentsTable(met: Met[]): string {
  const of = (verdict: Expectation["verdict"]): Met[] =>
    met.filter(({ expectation }) => expectation.verdict === verdict);
  const names = (some: Met[]): string =>
    some.length === 0
      ? ""
      : ` (${some.map(({ expectation, said }) => `${expectation.id}${said === "warning" ? " som advarsel" : ""}`).join(", ")})`;
  const [errors, warnings] = [of("error"), of("warning")];
  const missed = errors.filter(({ said }) => said !== "error");
  const unseen = warnings.filter(({ said }) => said !== "error" && said !== "warning");
  const wrong = [...of("holds"), ...of("conversion")].filter(({ said }) => said === "error");
  return [
    `Kendte fejl: ${errors.length - missed.length} af ${errors.length} fundet som fejl${names(missed).replace("(", "(mangler ")}.`,
    `Kendte tvivlstilfælde: ${warnings.length - unseen.length} af ${warnings.length} fundet${names(unseen).replace("(", "(mangler ")}.`,
    `Rigtige påstande, fælder og konverteringsskader: ${wrong.length} meldt som fejl${names(wrong)}.`,
  ].join("\n");
}
