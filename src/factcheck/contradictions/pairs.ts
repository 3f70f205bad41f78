import { type Match, match } from "./match.ts";
import type { Mention } from "./mention.ts";
import { type Relation, relate } from "./values.ts";

/** Two mentions of what is at least perhaps one quantity; `earlier` stands first. */
export type Pair = Match & { earlier: Mention; later: Mention; relation: Relation };

/** A word that stands with more figures than this tells none of them apart. */
const COMMON = 200;
const MOST_LOOKED_AT = 24;

/**
 * All pairs worth judging among mentions of one field (an item, or a case through the years), found by a shared word and
 * the time: linear in the mentions.
 */
export function findPairs(mentions: Mention[], isWanted: (earlier: Mention, later: Mention) => boolean): Pair[] {
  const index = new Map<string, Mention[]>();
  const pairs: Pair[] = [];
  for (const later of mentions) {
    const tried = new Set<Mention>();
    for (const key of keysToSearch(later)) {
      const bucket = index.get(key);
      if (!bucket || bucket.length > COMMON) continue;
      for (const earlier of bucket.slice(-MOST_LOOKED_AT)) {
        if (tried.has(earlier)) continue;
        tried.add(earlier);
        if (arePeers(earlier, later)) continue;
        if (!isWanted(earlier, later)) continue;
        const alike = match(earlier, later);
        if (alike) pairs.push({ ...alike, earlier, later, relation: relate(earlier, later) });
      }
    }
    for (const key of keysToFile(later)) {
      const bucket = index.get(key);
      if (bucket) bucket.push(later);
      else index.set(key, [later]);
    }
  }
  return pairs;
}

/** Cells of one table, points of one list and figures of one sentence stand side by side to differ. */
function arePeers(a: Mention, b: Mention): boolean {
  if (a.scope !== b.scope) return false;
  return a.container === b.container || (a.block === b.block && (a.kind === "cell" || (a.isPoint && b.isPoint)));
}

const NO_TIME = "-";
const ANY_TIME = "*";

function keysToFile(mention: Mention): string[] {
  return [...mention.words].flatMap((root) => [
    `${mention.unit}|${root}|${mention.period ?? NO_TIME}`,
    `${mention.unit}|${root}|${ANY_TIME}`,
  ]);
}

function keysToSearch(mention: Mention): string[] {
  return [...mention.words].flatMap((root) => {
    const start = `${mention.unit}|${root}|`;
    return mention.period === null ? [start + ANY_TIME] : [start + mention.period, start + NO_TIME];
  });
}
