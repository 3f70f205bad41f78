import { z } from "zod";
import { outcomes } from "#minutes/model.ts";

/**
 * What somebody set right by hand in the reading of a document: one small thing each, told by what the reading said
 * there, so that it finds its place again when the document is read anew or comes in a new revision.
 */

/** A line by its words, the words of the next line, and, where that is not enough, which of its like it is. */
const lineShape = z.object({ text: z.string().min(1).max(2000), after: z.string().max(2000), nth: z.int().min(1) });
export type LineAnchor = z.infer<typeof lineShape>;

/** An item by what the reading says of it. `nth`: which of those that are alike in both. */
const itemShape = z.object({ number: z.string().nullable(), title: z.string(), nth: z.int().min(1) });
export type ItemAnchor = z.infer<typeof itemShape>;

const attendances = ["present", "absent", "excused", "substitute"] as const;

const text = z.string().trim().min(1).max(500);
const day = z.iso.date();
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

const personShape = z.object({
  name: text,
  party: z.string().trim().min(1).max(40).nullable(),
  attendance: z.enum(attendances),
  substituteFor: text.nullable(),
});

const header = <F extends string, T extends z.ZodType>(field: F, to: T) =>
  z.object({ kind: z.literal("header"), field: z.literal(field), was: z.string().nullable(), to });
const item = <F extends string, T extends z.ZodType>(field: F, to: T) =>
  z.object({ kind: z.literal("item"), item: itemShape, field: z.literal(field), was: to.nullable(), to });

export const correctionShape = z.union([
  header("municipality", text),
  header("committee", text),
  header("date", day),
  header("startTime", time.nullable()),
  header("endTime", time.nullable()),
  header("place", text.nullable()),
  /** `name` null: somebody the reading lacks. `to` null: nobody who took part. */
  z.object({ kind: z.literal("participant"), name: text.nullable(), to: personShape.nullable() }),
  item("number", z.string().trim().min(1).max(20).nullable()),
  item("title", z.string().trim().max(2000)),
  item("caseNumber", text.nullable()),
  item("closed", z.boolean()),
  item("outcome", z.enum(outcomes)),
  /** No item begins at the line: what stands there belongs to the item above. */
  z.object({ kind: z.literal("not-an-item"), line: lineShape }),
  /** An item begins at the line, which the reading passed over. */
  z.object({
    kind: z.literal("start"),
    line: lineShape,
    number: z.string().trim().min(1).max(20).nullable(),
    title: z.string().trim().min(1).max(500),
    closed: z.boolean(),
  }),
  /** The item is closed, and its words are published all the same. */
  z.object({ kind: z.literal("public-text"), item: itemShape }),
]);

export type Correction = z.infer<typeof correctionShape>;
export const correctionsShape = z.array(correctionShape).max(2000);

/** Two corrections of one target are one: the later takes the place of the earlier. */
export function targetOf(correction: Correction): string {
  switch (correction.kind) {
    case "header":
      return `header ${correction.field}`;
    case "participant":
      return `participant ${JSON.stringify(correction.name ?? [correction.to?.name])}`;
    case "item":
      return `item ${JSON.stringify(correction.item)} ${correction.field}`;
    case "public-text":
      return `public-text ${JSON.stringify(correction.item)}`;
    default:
      return `line ${JSON.stringify(correction.line)}`;
  }
}

/** The corrections with one more; one that takes a value back to what was read is no correction. */
export function withCorrection(corrections: Correction[], correction: Correction): Correction[] {
  const target = targetOf(correction);
  const others = corrections.filter((other) => targetOf(other) !== target);
  const nothing =
    ((correction.kind === "header" || correction.kind === "item") && correction.was === correction.to) ||
    (correction.kind === "participant" && correction.name === null && correction.to === null);
  return nothing ? others : [...others, correction];
}

/** The same for the same corrections, whatever order their properties came back in from the database. */
export function sumOf(corrections: Correction[]): string {
  return corrections.length === 0 ? "" : JSON.stringify(correctionsShape.parse(corrections));
}
