import { check } from "#factcheck/check.ts";
import type { Check, Finding } from "#factcheck/model.ts";
import type { Span } from "#minutes/model.ts";
import { isMinutes, readMinutes } from "#minutes/read-minutes.ts";
import type { Plant, Sample } from "./model.ts";

/** How a finding relates to what was planted: at a planted place, a consequence of one (its evidence is), or neither. */
export type Judged = { finding: Finding; plants: Plant[]; relation: "hit" | "echo" | "false-alarm"; sentence: string };

/** How a planted error was found; `strict`: as the kind it is. */
export type Outcome = { plant: Plant; found: "error" | "warning" | null; strict: boolean; sentence: string };

export type Score = { findings: Judged[]; outcomes: Outcome[]; documents: number; held: number };

/** Below this a planted place is so short (a number, a name) that its whole line counts as the place. */
const SHORT = 40;

/** Runs the checks over some papers and holds what they find against what was planted. */
export function scoreSamples(samples: Iterable<Sample>): Score {
  const score: Score = { findings: [], outcomes: [], documents: 0, held: 0 };
  for (const sample of samples) scoreSample(sample, score);
  return score;
}

function scoreSample({ documents, plants, known }: Sample, score: Score): void {
  const texts = new Map(documents.map(({ file, text }) => [file, text]));
  const findings = check(
    documents.map(({ file, text }) => {
      const minutes = readMinutes({ format: "text", text, pages: null, warnings: [] }, { file, sha256: "" });
      return { file, text, minutes: isMinutes(minutes) ? minutes : null };
    }),
    known,
  );
  score.documents += documents.length;
  score.held += findings.filter(({ verdict }) => verdict === "ok").length;
  const planted = plants.map((plant) => ({
    plant,
    places: plant.places.map(({ file, span }) => ({ file, span: widened(texts.get(file) ?? "", span) })),
  }));
  const at = (file: string, span: Span): Plant[] =>
    planted.flatMap(({ plant, places }) =>
      places.some((place) => place.file === file && place.span.start < span.end && span.start < place.span.end)
        ? plant
        : [],
    );
  const judged = findings.flatMap((finding): Judged[] => {
    if (finding.verdict === "ok") return [];
    const hit = at(finding.file, finding.span);
    const echo = hit.length > 0 ? [] : finding.evidence.flatMap(({ file, span }) => at(file, span));
    const relation = hit.length > 0 ? "hit" : echo.length > 0 ? "echo" : "false-alarm";
    const sentence = around(texts.get(finding.file) ?? "", finding.span);
    return [{ finding, plants: hit.length > 0 ? hit : echo, relation, sentence }];
  });
  score.findings.push(...judged);
  for (const plant of plants) {
    const hits = judged.filter((finding) => finding.plants.includes(plant));
    const best = hits.some(({ finding }) => finding.verdict === "error") ? "error" : hits.length > 0 ? "warning" : null;
    const strict = hits.some(({ finding, relation }) => relation === "hit" && plant.checks.includes(finding.check));
    const place = plant.places[0];
    const sentence = place ? around(texts.get(place.file) ?? "", place.span) : "";
    score.outcomes.push({ plant, found: best, strict, sentence });
  }
}

function widened(text: string, { start, end }: Span): Span {
  if (end - start >= SHORT) return { start, end };
  const next = text.indexOf("\n", end);
  return { start: text.lastIndexOf("\n", Math.max(0, start - 1)) + 1, end: next < 0 ? text.length : next };
}

/** The words of a place with a little of what stands before and after it in its paragraph. */
function around(text: string, { start, end }: Span): string {
  const from = Math.max(text.lastIndexOf("\n\n", start) + 2, start - 60);
  const stop = text.indexOf("\n\n", end);
  return text
    .slice(from, Math.min(stop < 0 ? text.length : stop, end + 60, from + 420))
    .replace(/\n/g, " / ")
    .replace(/\t/g, " | ");
}

export type Figures = {
  name: string;
  planted: number;
  asError: number;
  asWarning: number;
  strict: number;
  errors: { hit: number; false: number };
  warnings: { hit: number; false: number };
};

/** Figures for each kind of check, and for all together. */
export function figuresOf({ findings, outcomes }: Score): Figures[] {
  const kinds = [
    ...new Set([
      ...outcomes.map(({ plant }) => plant.checks[0] as Check),
      ...findings.map(({ finding }) => finding.check),
    ]),
  ];
  return [...kinds.toSorted().map((kind) => figures(kind, kind)), figures("i alt", null)];

  function figures(name: string, kind: Check | null): Figures {
    const own = outcomes.filter(({ plant }) => kind === null || plant.checks[0] === kind);
    const said = findings.filter(
      ({ finding, relation }) => relation !== "echo" && (kind === null || finding.check === kind),
    );
    const count = (verdict: string, relation: string): number =>
      said.filter((one) => one.finding.verdict === verdict && one.relation === relation).length;
    return {
      name,
      planted: own.length,
      asError: own.filter(({ found }) => found === "error").length,
      asWarning: own.filter(({ found }) => found === "warning").length,
      strict: own.filter(({ strict }) => strict).length,
      errors: { hit: count("error", "hit"), false: count("error", "false-alarm") },
      warnings: { hit: count("warning", "hit"), false: count("warning", "false-alarm") },
    };
  }
}

/** Recall and precision of the errors alone: what was planted as an error and reported as one. */
export function errorFigures({ findings, outcomes }: Score): { recall: number; precision: number; planted: number } {
  const planted = outcomes.filter(({ plant }) => plant.verdict === "error");
  const said = findings.filter(({ finding, relation }) => finding.verdict === "error" && relation !== "echo");
  return {
    planted: planted.length,
    recall: planted.filter(({ found }) => found === "error").length / planted.length,
    precision: said.filter(({ relation }) => relation === "hit").length / said.length,
  };
}
