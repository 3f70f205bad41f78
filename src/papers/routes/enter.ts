import { data } from "react-router";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import type { EditRefusal } from "#papers/edit-paper.ts";
import { openPaper } from "#papers/queries.ts";
import { appOf, signedIn } from "#web/context.ts";
import type { FormErrors } from "../../web/components/Form.tsx";
import { moment } from "../../web/formats.ts";
import { type Language, languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import { notFound } from "../../web/not-found.ts";
import { paperMessages } from "./messages.ts";

type Args = {
  context: Parameters<typeof appOf>[0];
  request: Request;
  params: { municipality: string };
};

/** Whoever asks, signed in, and the municipality of the address. */
export async function enterWork({ context, request, params }: Args) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const municipality = await findMunicipality(db, params.municipality);
  if (!municipality) throw notFound();
  const language = languageOf(new URL(request.url).pathname);
  return { actor, db, municipality, language, to: links[language] };
}

/** The paper of the address, for somebody who may read it as it is being written; for others the page is not there. */
export async function enterPaper(args: Args & { params: { municipality: string; paper: string } }) {
  const entered = await enterWork(args);
  const { actor, db, municipality } = entered;
  const paper = await openPaper(db, actor, municipality.id, Number(args.params.paper));
  if (!paper) throw notFound({ municipality });
  return { ...entered, paper };
}

/** What the pages of a paper say of it above their own. */
export const headOf = ({ paper, municipality }: Awaited<ReturnType<typeof enterPaper>>) => ({
  municipality: { slug: municipality.slug, name: municipality.name },
  paper: {
    id: paper.id,
    reference: paper.reference,
    title: paper.title,
    committee: paper.committee,
    state: paper.facts.state,
    closed: paper.facts.closed,
    version: paper.facts.version,
  },
});

/** What a refused change tells, and its status. That the paper is not there (any longer) is a page of its own. */
export function refused(
  result: EditRefusal,
  language: Language,
  municipality: { slug: string; name: string },
): { errors: FormErrors; status: number; stale: boolean } {
  const t = paperMessages[language];
  if (result.reason === "unknown") throw notFound({ municipality });
  if (result.reason !== "changed") return { errors: { form: t.forbidden }, status: 403, stale: false };
  const { last } = result;
  const form = last ? t.changedBy(last.by, moment(last.at, language)) : t.changedMeanwhile;
  return { errors: { form }, status: 409, stale: true };
}

/**
 * A page again with what was typed and what is wrong with it. `version`: what the form was made from; a form that came
 * too late (`stale`) is shown with how the paper stands now, and sending it again then counts.
 */
export const again = <V>(
  errors: FormErrors,
  values: V,
  version: FormDataEntryValue | null,
  status = 400,
  stale = false,
) => data({ errors, values, version: stale || version === null ? null : Number(version), stale }, { status });
