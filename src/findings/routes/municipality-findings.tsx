import { listCommittees, findMunicipality } from "#meetings/municipality-queries.ts";
import { appOf } from "#web/context.ts";
import { notFound } from "../../web/not-found.ts";
import type { Route } from "./+types/municipality-findings";
import { FindingsPage } from "./FindingsPage.tsx";
import { loadFindings } from "./load-findings.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { db } = appOf(context);
  const found = await findMunicipality(db, params.municipality);
  if (!found) throw notFound();
  const municipality = { slug: found.slug, name: found.name };
  const [loaded, committees] = await Promise.all([
    loadFindings(db, found.id, request.url),
    listCommittees(db, found.id),
  ]);
  if (!loaded) throw notFound({ municipality });
  return { municipality, committee: null, committees: committees.map(({ slug, name }) => ({ slug, name })), ...loaded };
}

export default function MunicipalityFindings({ loaderData }: Route.ComponentProps) {
  return <FindingsPage {...loaderData} />;
}
