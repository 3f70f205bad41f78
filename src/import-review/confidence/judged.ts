/** How much a value that was read is to be trusted: `sure` needs no look, `unsure` a glance, `doubtful` a decision. */
export type Level = "sure" | "unsure" | "doubtful";

export type HeaderField = "municipality" | "committee" | "date" | "startTime" | "endTime" | "place";
export type ItemField = "number" | "title" | "caseNumber" | "closed" | "outcome" | "attachments" | "text";
export type Field = HeaderField | "participants" | "items" | ItemField;

const reasonCodes = [
  "by-hand",
  "not-said",
  "usually-said",
  "missing",
  "printed-but-not-read",
  "inferred",
  "not-in-head",
  "other-municipality",
  "unusual",
  "new-committee",
  "file-name-differs",
  "weekday-differs",
  "other-dates",
  "decisions-differ",
  "future",
  "ends-before-start",
  "long",
  "not-listed",
  "odd-name",
  "twice",
  "spelling",
  "substitute-for-whom",
  "fewer-than-contents",
  "not-in-contents",
  "contents-differ",
  "pages-without-text",
  "unknown-letters",
  "no-number",
  "out-of-order",
  "gap",
  "from-contents",
  "cut",
  "damaged",
  "others-have",
  "other-shape",
  "mark-printed",
  "mark-not-printed",
  "closed-with-text",
  "no-decision",
  "only-others-decided",
  "unknown-words",
  "several",
  "unread-attachments",
  "unplaced",
  "nearly-empty",
] as const;
export type ReasonCode = (typeof reasonCodes)[number];
export type Reason = { code: ReasonCode; detail?: string };

/** `item` is its place among the items, null for the meeting's own fields; `at` where in the text to look. */
export type Judged = { field: Field; item: number | null; level: Level; reasons: Reason[]; at: number | null };

const UNSURE: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  "inferred",
  "usually-said",
  "not-in-head",
  "unusual",
  "new-committee",
  "other-dates",
  "future",
  "long",
  "not-listed",
  "odd-name",
  "spelling",
  "substitute-for-whom",
  "not-in-contents",
  "unknown-letters",
  "gap",
  "from-contents",
  "cut",
  "damaged",
  "others-have",
  "other-shape",
  "mark-printed",
  "mark-not-printed",
  "closed-with-text",
  "only-others-decided",
  "unknown-words",
  "several",
  "unread-attachments",
  "unplaced",
  "nearly-empty",
]);
const HARMLESS: ReadonlySet<ReasonCode> = new Set<ReasonCode>(["by-hand", "not-said"]);

/** The level is that of the worst reason; no reason, or only harmless ones, is `sure`. */
export function levelOf(reasons: Reason[]): Level {
  const bad = reasons.filter(({ code }) => !HARMLESS.has(code));
  if (bad.length === 0) return "sure";
  return bad.every(({ code }) => UNSURE.has(code)) ? "unsure" : "doubtful";
}

/** "2O25", "l4", "Søvej l": what reading letters off a picture makes of figures. */
export const looksMisread = (text: string): boolean => /\d[OIl]|(?<!\p{L})[OIl](?=\d|$|,)/u.test(text);

/** Reasons as they are gathered: each a condition, a code, and what it is about. */
export function gather(...reasons: (Reason | false | null | undefined)[]): Reason[] {
  return reasons.filter((reason): reason is Reason => Boolean(reason));
}
