import { z } from "zod";
import type { ConsultationRole, PaperState, TemplateSection } from "#database/schema-papers.ts";

export const paperStates = [
  "draft",
  "in-approval",
  "ready",
  "dispatched",
  "finished",
  "withdrawn",
] as const satisfies PaperState[];

export const consultationRoles = [
  "approves",
  "decides",
  "recommends",
  "discusses",
  "notes",
] as const satisfies ConsultationRole[];

/** What the rules of who may do what need to know of a paper, for the person who asks. */
export type PaperFacts = {
  municipalityId: number;
  id: number;
  committeeId: number;
  state: PaperState;
  closed: boolean;
  responsibleId: string;
  version: number;
  /** The bodies on its path. */
  pathCommittees: number[];
  /** As which items of which bodies' agendas it was sent to members. */
  dispatchedTo: { committeeId: number; itemId: number; closed: boolean }[];
  /** The person stands in today for somebody who approves in its committee. */
  standsIn: boolean;
};

const TITLE_LENGTH = 300;

/** What is said of a paper besides its text. `closedGround`: the paragraph and the reason it is closed by. */
export const headShape = z
  .object({
    title: z.string().trim().min(3).max(TITLE_LENGTH),
    responsibleId: z.string().min(1),
    deadline: z.iso.date().nullable(),
    closed: z.boolean(),
    closedGround: z.string().trim().max(500).nullable(),
  })
  .refine(({ closed, closedGround }) => !closed || (closedGround ?? "").length >= 5, { path: ["closedGround"] });

export type PaperHead = z.infer<typeof headShape>;

/** The sections of a paper where neither municipality nor committee has a template of its own. */
export const standardSections: TemplateSection[] = [
  { role: "summary", heading: "Resumé", help: "Hvad sagen handler om, i få linjer.", required: true },
  {
    role: "presentation",
    heading: "Sagsfremstilling",
    help: "Baggrund, vurdering og det, udvalget skal tage stilling til.",
    required: true,
  },
  { role: "process", heading: "Den videre proces", help: "Hvad der sker bagefter, og hvornår.", required: false },
  {
    role: "economy",
    heading: "Økonomi",
    help: "Udgifter, indtægter og hvor pengene findes; også når der ingen er.",
    required: true,
  },
];
