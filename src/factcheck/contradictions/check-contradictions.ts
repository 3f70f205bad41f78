import type { Finding } from "../model.ts";
import type { Reading } from "../reading.ts";
import { checkAnnouncedPoints } from "./announced-points.ts";
import { checkEventDates } from "./event-dates.ts";
import { findingOf } from "./explain.ts";
import { byCase, byDocument, byItem } from "./fields.ts";
import { type Field, judge } from "./judge.ts";
import type { Mention } from "./mention.ts";
import { findPairs } from "./pairs.ts";
import { proseMentions } from "./prose-mentions.ts";
import { scopesOf } from "./scopes.ts";
import { tableMentions } from "./table-mentions.ts";

/**
 * The same quantity (measure, population, period, body) stated twice with different values, within and across texts.
 * With `only` the others are just compared with; what is found of them across texts is then to be left out.
 */
export function checkContradictions(readings: Reading[], only: Reading[] = readings): Finding[] {
  const own = only.flatMap(mentionsOf);
  const findings = [
    ...compare(byItem(own), "item"),
    ...compare(byDocument(own), "document"),
    ...compare(readings.length > 1 ? byCase(readings.flatMap(mentionsOf)) : [], "documents"),
  ];
  return [...withoutRepeats(findings), ...only.flatMap(checkAnnouncedPoints), ...only.flatMap(checkEventDates)];
}

/** A text that is compared with several others is read for its mentions once. */
const known = new WeakMap<Reading, Mention[]>();

function mentionsOf(reading: Reading): Mention[] {
  const found = known.get(reading);
  if (found) return found;
  const scopes = scopesOf(reading);
  const mentions = [...tableMentions(reading, scopes), ...proseMentions(reading, scopes)].toSorted(
    (a, b) => a.span.start - b.span.start,
  );
  known.set(reading, mentions);
  return mentions;
}

function compare(groups: Mention[][], field: Field): Finding[] {
  const isWanted = (earlier: Mention, later: Mention): boolean =>
    field === "item" ||
    (field === "document" ? earlier.scope !== later.scope : earlier.scope.reading !== later.scope.reading);
  return groups.flatMap((mentions) => judge(findPairs(mentions, isWanted), field).map(findingOf));
}

/** One finding a figure: what its own item says of it comes first, then the document, then other papers. */
function withoutRepeats(findings: Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ file, span, stated, verdict }) => {
    const key = `${file} ${span.start} ${stated} ${verdict === "ok"}`;
    return !seen.has(key) && seen.add(key);
  });
}
