import { errorFigures, figuresOf, type Score } from "./score.ts";

const share = (part: number, all: number): string =>
  all === 0 || Number.isNaN(part)
    ? "-"
    : (part / all).toLocaleString("da-DK", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** The table of a run, in Danish. */
export function figuresTable(score: Score): string {
  const heads = [
    "kontrol",
    "plantet",
    "fundet",
    "genkaldelse",
    "som fejl",
    "rette slags",
    "fejl: falske",
    "præcision",
    "advarsler: falske",
    "præcision",
  ];
  const rows = figuresOf(score).map(({ name, planted, asError, asWarning, strict, errors, warnings }) => [
    name,
    String(planted),
    String(asError + asWarning),
    share(asError + asWarning, planted),
    share(asError, planted),
    share(strict, planted),
    `${errors.false} af ${errors.hit + errors.false}`,
    share(errors.hit, errors.hit + errors.false),
    `${warnings.false} af ${warnings.hit + warnings.false}`,
    share(warnings.hit, warnings.hit + warnings.false),
  ]);
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: string[]): string =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join("  ");
  const { recall, precision, planted } = errorFigures(score);
  return [
    line(heads),
    ...rows.map(line),
    "",
    `Fejl: genkaldelse ${share(recall, 1)} af ${planted} plantede, præcision ${share(precision, 1)}. ${score.documents} dokumenter, ${score.held} påstande stemmer.`,
  ].join("\n");
}

/** What was missed and what was said wrongly, with the words, for those who improve the checks. */
export function missesText({ findings, outcomes }: Score, most: number): string {
  const missed = outcomes.filter(({ found }) => found === null);
  const wrong = findings.filter(({ relation }) => relation === "false-alarm");
  const kinds = Map.groupBy(missed, ({ plant }) => plant.what);
  return [
    `Falske fejl (${wrong.filter(({ finding }) => finding.verdict === "error").length}):`,
    ...lines(
      wrong.filter(({ finding }) => finding.verdict === "error"),
      most,
    ),
    "",
    `Falske advarsler (${wrong.filter(({ finding }) => finding.verdict === "warning").length}):`,
    ...lines(
      wrong.filter(({ finding }) => finding.verdict === "warning"),
      most,
    ),
    "",
    `Overset (${missed.length}): ${[...kinds].map(([what, all]) => `${what} ${all.length}`).join(", ")}`,
    ...missed
      .slice(0, most)
      .map(({ plant, sentence }) => `  [${plant.checks[0]}: ${plant.what}] ${plant.places[0]?.file}: ${sentence}`),
  ].join("\n");
}

function lines(judged: Score["findings"], most: number): string[] {
  return judged
    .slice(0, most)
    .map(
      ({ finding, sentence }) => `  [${finding.check}] ${finding.file}: ${sentence}\n      -> ${finding.explanation}`,
    );
}
