import { type AgendaChange } from "./agenda-changes.ts";
import { printAgenda } from "./agenda-print.ts";
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
};

/**
 * An agenda as a PDF after PDF/UA-1: tagged, with bookmarks, contents with links, and tables with heads. All of the
 * agenda is printed: for the public give it `publicAgenda(agenda)`. Takes about 2 ms a page and nothing is awaited.
 */
export function agendaPdf(agenda: AgendaDocument, { accent, changes = [] }: AgendaPdfOptions = {}): Buffer {
  return typeset(
    agendaTemplate,
    printAgenda(agenda, /^#[\da-f]{6}$/i.test(accent ?? "") ? (accent as string) : ACCENT, changes),
  );
}
