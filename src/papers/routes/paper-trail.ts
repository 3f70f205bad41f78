import type { Crumb } from "../../web/components/Page.tsx";
import type { Language } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import { paperMessages } from "./messages.ts";

/** The way down to a page of a paper; to the paper itself when no page is named. */
export function paperTrail(
  language: Language,
  municipality: { slug: string },
  paper: { id: number; reference: string },
  page?: string,
): Crumb[] {
  const [t, to] = [paperMessages[language], links[language]];
  return [
    { text: t.work, href: to.work() },
    { text: t.papers, href: to.papers(municipality.slug) },
    ...(page
      ? [{ text: paper.reference, href: to.paper(municipality.slug, paper.id) }, { text: page }]
      : [{ text: paper.reference }]),
  ];
}
