import { redirect } from "react-router";
import type { FindingAnswer, ListedFinding } from "#papers/findings/findings.ts";
import { listFindings } from "#papers/findings/findings.ts";
import { mayEdit } from "#papers/policy.ts";
import { listSections } from "#papers/queries.ts";
import { listOtherWriters, type Writer } from "#papers/writers-queries.ts";
import { toMarkdown } from "#rich-text/markdown.ts";
import { textOf } from "#rich-text/text-of.ts";
import type { RichText } from "#rich-text/model.ts";
import { clock, moment } from "../../../web/formats.ts";
import type { Language } from "../../../web/language.ts";
import { notFound } from "../../../web/not-found.ts";
import { enterPaper, headOf } from "../enter.ts";

type Args = Parameters<typeof enterPaper>[0] & { params: { municipality: string; paper: string; section: string } };

/** All that the page where a section is written shows. */
export async function loadSection(args: Args) {
  const entered = await enterPaper(args);
  const { actor, db, municipality, paper, language, to } = entered;
  if (!mayEdit(actor, paper.facts)) throw redirect(to.paper(municipality.slug, paper.id), 303);
  const [sections, findings, others] = await Promise.all([
    listSections(db, municipality.id, paper.id),
    listFindings(db, municipality.id, paper.id),
    listOtherWriters(db, municipality.id, paper.id, actor.userId),
  ]);
  const section = sections.find(({ id }) => id === Number(args.params.section));
  if (!section) throw notFound({ municipality });
  const query = new URL(args.request.url).searchParams;
  return {
    ...headOf(entered),
    person: { id: actor.userId, name: actor.name },
    outline: sections.map(({ id, heading, required, body }) => ({ id, heading, required, empty: isEmpty(body) })),
    section: {
      id: section.id,
      heading: section.heading,
      help: section.help,
      version: section.version,
      body: section.body,
      markdown: toMarkdown(section.body),
      savedAt: section.updatedAt.getTime(),
      saved: section.updatedBy === null ? null : { by: section.updatedBy, when: moment(section.updatedAt, language) },
    },
    findings: findings.map((finding) => shownFinding(finding, language)),
    others: others.map((writer) => shownWriter(writer, language)),
    plain: query.has("ren"),
    done: query.get("gjort"),
  };
}

const isEmpty = (body: RichText): boolean => textOf(body) === "";

/** A finding as the margin shows it. */
export type ShownFinding = Omit<ListedFinding, "answer" | "check"> & {
  answer: (Omit<FindingAnswer, "at"> & { when: string }) | null;
};

export function shownFinding({ answer, check: _check, ...finding }: ListedFinding, language: Language): ShownFinding {
  return {
    ...finding,
    answer: answer && { reason: answer.reason, by: answer.by, when: moment(answer.at, language) },
  };
}

/** Somebody else at work, as the page shows them. */
export type ShownWriter = Omit<Writer, "at"> & { clock: string };

export function shownWriter({ at, ...writer }: Writer, language: Language): ShownWriter {
  return { ...writer, clock: clockOf(at, language) };
}

/** What a clock in Denmark shows: "13.42". */
export const clockOf = (at: Date, language: Language): string => clock(time.format(at), language);

const time = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen", timeStyle: "short" });
