import { findCommittee } from "#committee/queries.ts";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import { appOf } from "#web/context.ts";
import { notFound } from "../../web/not-found.ts";
import type { Route } from "./+types/committee-findings";
import { FindingsPage } from "./FindingsPage.tsx";
import { loadFindings } from "./load-findings.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { db } = appOf(context);
  const found = await findCommittee(db, params.municipality, params.committee);
  if (!found) throw notFound({ municipality: await findMunicipality(db, params.municipality) });
  const loaded = await loadFindings(db, found.municipalityId, request.url, found.slug);
  if (!loaded) throw notFound({ municipality: found.municipality });
  return {
    municipality: found.municipality,
    committee: { slug: found.slug, name: found.name },
    committees: [],
    ...loaded,
  };
}

export default function CommitteeFindings({ loaderData }: Route.ComponentProps) {
  return <FindingsPage {...loaderData} />;
}
