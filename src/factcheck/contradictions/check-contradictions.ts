import type { Finding } from "../model.ts";
import type { Reading } from "../reading.ts";
import { checkAnnouncedPoints } from "./announced-points.ts";
import { findingOf } from "./explain.ts";
import { judge } from "./judge.ts";
import type { Mention } from "./mention.ts";
import { findPairs } from "./pairs.ts";
import { proseMentions } from "./prose-mentions.ts";
import { scopesOf } from "./scopes.ts";
import { tableMentions } from "./table-mentions.ts";

/** The same quantity (measure, population, period, body) stated twice with different values, within and across texts. */
export function checkContradictions(readings: Reading[]): Finding[] {
  const mentions = readings.flatMap(mentionsOf);
  return [...withinItems(mentions), ...readings.flatMap(checkAnnouncedPoints)];
}

function mentionsOf(reading: Reading): Mention[] {
  const scopes = scopesOf(reading);
  return [...tableMentions(reading, scopes), ...proseMentions(reading, scopes)].toSorted(
    (a, b) => a.span.start - b.span.start,
  );
}

function withinItems(mentions: Mention[]): Finding[] {
  const items = Map.groupBy(mentions, ({ scope }) => scope);
  return [...items.values()].flatMap((inside) =>
    judge(
      findPairs(inside, () => true),
      true,
    ).map(findingOf),
  );
}
