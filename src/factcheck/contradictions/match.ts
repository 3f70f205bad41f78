import { isPlain, stepOfNoun } from "./lexicon.ts";
import type { Mention } from "./mention.ts";
import { isCertain } from "./periods.ts";
import { rootOf } from "./words.ts";

/** What two mentions have in common. */
export type Match = {
  /**
   * How much speaks against one quantity: words of the one the other does not know (those that narrow what is counted
   * weigh double), headings, captions and paragraphs about something else, a time only one of them tells.
   */
  strange: number;
  /** Words both have. */
  shared: number;
  /** One of them narrows what is counted by words the other does not know. */
  narrowed: boolean;
};

const MOST_STRANGE = 5;

/** Compares what two mentions count; null when they cannot be one quantity. */
export function match(a: Mention, b: Mention): Match | null {
  if (a.unit !== b.unit || !stepsMeet(a, b) || !headsMeet(a, b)) return null;
  const marks = marksApart(a, b);
  const time = timesApart(a, b);
  if (marks === null || time === null) return null;
  let shared = 0;
  for (const root of a.words) if (b.words.has(root)) shared++;
  if (shared === 0) return null;
  const narrowed = narrows(a, b) || narrows(b, a);
  const isGrid = a.kind === "cell" && b.kind === "cell";
  if (isGrid && (marks > 0 || !sameWords(a, b) || isNameless(a) || isNameless(b))) return null;
  const around = namesApart(a, b) + time;
  const discount = around > 0 && isRepeat(a, b, shared) ? 1 : 0;
  const steps = narrowsByStep(a, b) || narrowsByStep(b, a) ? 1 : 0;
  const strange = unknown(a, b) + unknown(b, a) + marks + steps + headingsApart(a, b) + around - discount;
  return strange > MOST_STRANGE ? null : { strange, shared, narrowed };
}

/** "I alt" in a table nobody named may be the total of anything. */
const isNameless = ({ bare, caption }: Mention): boolean => bare && caption.size === 0;

/** Both places say the same words of the figure. */
export const sameWords = (a: Mention, b: Mention): boolean =>
  a.core.size === b.core.size && [...a.core].every((root) => b.core.has(root));

/** The sentence is said over again, nearly word for word. */
const isRepeat = (a: Mention, b: Mention, shared: number): boolean =>
  shared >= 4 && shared >= 0.75 * (a.words.size + b.words.size - shared);

/**
 * 0 for the same marks, 1 where one place may leave its mark out: a surplus or a deficit in a budget follow-up is a forecast
 * and a budget proposal an adjusted one, whether the sentence says so or not. Null for other marks.
 */
function marksApart(a: Mention, b: Mention): number | null {
  if (a.marks === b.marks) return 0;
  const isTold = ({ root, mark }: { root: string; mark: string }) =>
    a.core.has(root) && b.core.has(root) && without(a.marks, mark) === without(b.marks, mark);
  return SAID_OR_NOT.some(isTold) ? 1 : null;
}

const SAID_OR_NOT = [
  ...["overskud", "underskud", "merforbrug", "mindreforbrug"].map((word) => ({ root: rootOf(word), mark: "forecast" })),
  { root: rootOf("budgetforslag"), mark: "adjusted" },
];

const without = (marks: string, mark: string): string =>
  marks
    .split(" ")
    .filter((one) => one !== mark)
    .join(" ");

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

/** 0 for the same time told at both places (or at none), 1 when one leaves it out, null for another or an unclear time. */
function timesApart(a: Mention, b: Mention): number | null {
  if (a.period === b.period) {
    if (a.period === null || isCertain(a.period)) return 0;
    return a.unit === "kr" ? 1 : null;
  }
  if (a.period !== null && b.period !== null) return null;
  return isCertain(a.period ?? b.period ?? "?") ? 1 : null;
}

/** The place itself, its headings and the title name the word. */
const names = (mention: Mention, root: string): boolean =>
  mention.core.has(root) ||
  mention.heading.has(root) ||
  mention.caption.has(root) ||
  mention.scope.title.has(root) ||
  mention.scope.own.has(root) ||
  isPlain(root) ||
  mention.steps.has(stepOfNoun(root) ?? "");

/** The word stands there or in what leads to it. */
const knows = (mention: Mention, root: string): boolean => names(mention, root) || mention.context.has(root);

/** Words of one mention that the other does not have anywhere around. */
function unknown(a: Mention, b: Mention): number {
  let count = 0;
  for (const root of a.core) if (!isTold(a, b, root)) count += isNarrow(a, root) ? 2 : 1;
  return count;
}

/** What narrows must stand at the other place itself; a title both stand under does not say it of either. */
function isTold(a: Mention, b: Mention, root: string): boolean {
  if (a.limits.has(root)) return b.core.has(root) || isPlain(root);
  return isNarrow(a, root) ? names(b, root) : knows(b, root);
}

const isNarrow = (mention: Mention, root: string): boolean =>
  mention.named.has(root) || mention.limits.has(root) || (mention.head !== null && mention.tail.has(root));

/** One place counts those of a step of which the other says nothing: 238 "afgjort" of 942. */
const narrowsByStep = (a: Mention, b: Mention): boolean =>
  b.steps.size === 0 && a.unit === "count" && ["behandlet", "godkendt", "afvist"].some((step) => a.steps.has(step));

const narrows = (a: Mention, b: Mention): boolean =>
  [...a.core].some((root) => isNarrow(a, root) && !isTold(a, b, root)) || narrowsByStep(a, b);

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
  !knows(mention, root) && ![...mention.core].some((known) => known.startsWith(root));

/** Names the paragraph told before; they matter where the sentence itself says little. */
function namesApart(a: Mention, b: Mention): number {
  const mine = [...a.names].some((root) => isStrange(b, root));
  const other = [...b.names].some((root) => isStrange(a, root));
  if (mine && other) return 2;
  return (mine && a.core.size < 2) || (other && b.core.size < 2) ? 1 : 0;
}
