import { z } from "zod";
import type { SectionRole } from "#minutes/model.ts";

/** What a section of a template can be; checks and agendas know them by it. The Indstilling is in every paper. */
export const templateRoles = [
  "summary",
  "presentation",
  "process",
  "economy",
  "legal",
  "history",
  "other",
] as const satisfies SectionRole[];

export const templateShape = z.object({
  name: z.string().trim().min(2).max(100),
  sections: z
    .array(
      z.object({
        role: z.enum(templateRoles),
        heading: z.string().trim().min(2).max(100),
        help: z.string().trim().max(300).nullable(),
        required: z.boolean(),
      }),
    )
    .min(1)
    .max(20),
});

export type Template = z.infer<typeof templateShape>;
