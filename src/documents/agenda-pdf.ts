import { type AgendaChange } from "./agenda-changes.ts";
import { type MeetingChange, printAgenda } from "./agenda-print.ts";
import { agendaTemplate } from "./agenda-template.ts";
import type { AgendaDocument } from "./model.ts";
import { typeset } from "./typst.ts";

/** The design system's own blue, for municipalities that have set no colour. */
const ACCENT = "#0059b3";

export type AgendaPdfOptions = {
  /** The municipality's colour, "#rrggbb". */
  accent?: string | null;
  /** What addenda changed of items that were there before (`allChanges`). */
  changes?: readonly AgendaChange[];
  /** What became of the meeting since the agenda was sent, as the plan says it. */
  change?: MeetingChange;
  /** Of which version of the meeting's plan it tells: two versions are never the same file, byte for byte. */
  edition?: number;
};

/**
 * An agenda as a PDF after PDF/UA-1: tagged, with bookmarks, contents with links, and tables with heads. All of the
 * agenda is printed: for the public give it `publicAgenda(agenda)`. Takes about 2 ms a page and nothing is awaited.
 */
export function agendaPdf(
  agenda: AgendaDocument,
  { accent, changes = [], change, edition }: AgendaPdfOptions = {},
): Buffer {
  const colour = /^#[\da-f]{6}$/i.test(accent ?? "") ? (accent as string) : ACCENT;
  return typeset(agendaTemplate, { ...printAgenda(agenda, colour, changes, change), edition: edition ?? null });
}
