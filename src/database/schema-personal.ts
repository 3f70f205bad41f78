import type { Generated } from "kysely";

/** Whose it is, and of which meeting. */
type Own = { municipality_id: number; user_id: string; planned_meeting_id: number };

/** How a highlight looks; each colour has a line of its own, so that nobody needs to see the colour. */
export type HighlightColour = "yellow" | "green" | "blue";

/** The tables of migration 0010. Only `reading/own-*.ts` reads and writes them, and only for the person who asks. */
export type PersonalSchema = {
  "personal.note": Own & { item_id: number; text: string; version: Generated<number>; updated_at: Generated<Date> };
  "personal.highlight": Own & {
    id: string;
    item_id: number;
    part: string;
    start: number;
    quote: string;
    prefix: string;
    suffix: string;
    colour: HighlightColour;
    made_at: Generated<Date>;
  };
  "personal.read_mark": Own & { item_id: number; dispatch: number; read_at: Generated<Date> };
  "personal.visit": Own & { seen: number };
};
