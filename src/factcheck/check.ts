import { checkContradictions } from "./contradictions/check-contradictions.ts";
import type { Finding, Known, Source } from "./model.ts";
import { checkProse } from "./prose/check-prose.ts";
import { type Reading, readSource } from "./reading.ts";
import { checkStructure } from "./structure/check-structure.ts";
import { checkTables } from "./tables/check-tables.ts";

/**
 * Does the sums of texts again, each by itself and against the others. Never throws; linear in the texts.
 * Findings come in the order of the sources and of their texts, with those that hold ("ok") among them.
 */
export function check(sources: Source[], known: Known = {}): Finding[] {
  const readings = sources.map(readSource);
  const findings = [
    ...readings.flatMap(checkAlone),
    ...checkStructure(readings, known),
    ...checkContradictions(readings),
  ];
  const order = new Map(sources.map(({ file }, index) => [file, index]));
  return findings.sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.span.start - b.span.start);
}

/** The findings of one text among others that came before it; the others are only compared with. */
export function checkAmong(reading: Reading, others: Reading[], known: Known = {}): Finding[] {
  const compared = checkContradictions([...others, reading], [reading]).filter(
    ({ file }) => file === reading.source.file,
  );
  const structure = checkStructure([...others, reading], known, [reading]);
  return [...checkAlone(reading), ...structure, ...compared].sort((a, b) => a.span.start - b.span.start);
}

function checkAlone(reading: Reading): Finding[] {
  return [...checkTables(reading), ...checkProse(reading)];
}
