import { findMunicipality } from "#meetings/municipality-queries.ts";
import { listFindings } from "#papers/findings/findings.ts";
import { openPaper } from "#papers/queries.ts";
import { actorOf, appOf } from "#web/context.ts";
import { languageOf } from "../../../web/language.ts";
import type { Route } from "./+types/findings-file";
import { shownFinding } from "./load-section.ts";

/** The paper's findings for the editor's margin, as JSON. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = actorOf(context);
  if (!actor) return Response.json(null, { status: 401 });
  const { db } = appOf(context);
  const municipality = await findMunicipality(db, params.municipality);
  const paper = municipality && (await openPaper(db, actor, municipality.id, Number(params.paper)));
  if (!paper) return Response.json(null, { status: 404 });
  const findings = await listFindings(db, municipality.id, paper.id);
  const language = languageOf(new URL(request.url).pathname);
  return Response.json(findings.map((finding) => shownFinding(finding, language)));
}
