import { isPlain, stepOfNoun } from "./lexicon.ts";
import type { Mention } from "./mention.ts";
import { isCertain } from "./periods.ts";

/** How sure it is that two mentions tell of one quantity: 0 not at all, 1 perhaps, 2 likely, 3 certain. */
export type Likeness = 0 | 1 | 2 | 3;

/**
 * Compares what two mentions count. Certain needs the same marks and time and each one's words known to the other;
 * one word unknown to the other makes it likely, two only perhaps.
 */
export function likeness(a: Mention, b: Mention): Likeness {
  if (a.unit !== b.unit || a.marks !== b.marks || !stepsMeet(a, b) || !headsMeet(a, b)) return 0;
  const time = sameTime(a, b);
  if (time === 0) return 0;
  const shared = [...a.core].filter((root) => b.core.has(root) || knows(b, root)).length;
  if (![...a.core].some((root) => b.core.has(root))) return 0;
  const strange = unknown(a, b) + unknown(b, a) + headingsApart(a, b) + namesApart(a, b) + (time === 1 ? 1 : 0);
  if (shared === 0 || strange > 2) return 0;
  return (3 - strange) as Likeness;
}

/** The same thing is counted; a table must name it itself, the title above is not enough. */
function headsMeet(a: Mention, b: Mention): boolean {
  if (a.unit !== "count") return true;
  if (a.head !== null && b.head !== null) return a.head === b.head;
  const [head, other] = a.head === null ? [b.head, a] : [a.head, b];
  return head === null || (other.told ?? other.core).has(head);
}

const stepsMeet = (a: Mention, b: Mention): boolean =>
  a.steps.size === 0 || b.steps.size === 0 || [...a.steps].some((step) => b.steps.has(step)) || (asked(a) && asked(b));

const asked = ({ steps }: Mention): boolean => [...steps].every((step) => step === "ind" || step === "ansøgt");

/** 2 the same time told at both places (or at none), 1 one of them leaves it out, 0 another time or an unclear one. */
function sameTime(a: Mention, b: Mention): 0 | 1 | 2 {
  if (a.period === b.period) return a.period === null || isCertain(a.period) || a.unit === "kr" ? 2 : 0;
  if (a.period !== null && b.period !== null) return 0;
  return isCertain(a.period ?? b.period ?? "?") ? 1 : 0;
}

const knows = (mention: Mention, root: string): boolean =>
  mention.core.has(root) ||
  mention.context.has(root) ||
  mention.scope.own.has(root) ||
  isPlain(root) ||
  mention.steps.has(stepOfNoun(root) ?? "");

/** Words of one mention that the other does not have anywhere around. */
function unknown(a: Mention, b: Mention): number {
  let count = 0;
  for (const root of a.core) if (!knows(b, root)) count += a.named.has(root) || a.tail.has(root) ? 2 : 1;
  return count;
}

/** Narrowing headings and captions: two different ones part what stands under them. */
function headingsApart(a: Mention, b: Mention): number {
  return (
    apart(
      [...a.heading].some((root) => isStrange(b, root)),
      [...b.heading].some((root) => isStrange(a, root)),
    ) +
    (a.kind === "cell" && b.kind === "cell"
      ? apart(
          [...a.caption].some((root) => isStrange(b, root)),
          [...b.caption].some((root) => isStrange(a, root)),
        )
      : 0)
  );
}

const apart = (mine: boolean, other: boolean): number => (mine && other ? 3 : mine || other ? 1 : 0);

/** Neither the word nor a compound beginning with it is known: "høring" is known where "høringssvar" is. */
const isStrange = (mention: Mention, root: string): boolean =>
  !knows(mention, root) &&
  !mention.caption.has(root) &&
  !mention.scope.title.has(root) &&
  ![...mention.core].some((known) => known.startsWith(root));

function namesApart(a: Mention, b: Mention): number {
  const mine = [...a.names].some((root) => isStrange(b, root));
  const other = [...b.names].some((root) => isStrange(a, root));
  return mine && other ? 2 : mine || other ? 1 : 0;
}
