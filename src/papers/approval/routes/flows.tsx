import { listFlows } from "#papers/approval/flow-queries.ts";
import { mayKeepFlow } from "#papers/approval/policy.ts";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import { appOf, signedIn } from "#web/context.ts";
import { EmptyState } from "../../../web/components/EmptyState.tsx";
import { Page } from "../../../web/components/Page.tsx";
import { langOfMinutes } from "../../../web/language.ts";
import { notFound } from "../../../web/not-found.ts";
import { useLanguage } from "../../../web/use-language.ts";
import type { Route } from "./+types/flows";
import { flowMessages } from "./messages-flow.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const municipality = await findMunicipality(db, params.municipality);
  if (!municipality) throw notFound();
  const flows = (await listFlows(db, municipality.id)).filter(({ committeeId }) =>
    mayKeepFlow(actor, { municipalityId: municipality.id, committeeId }),
  );
  const isKeeper = flows.length > 0 || mayKeepFlow(actor, { municipalityId: municipality.id });
  if (!isKeeper) throw notFound({ municipality });
  return { municipality: { slug: municipality.slug, name: municipality.name }, flows };
}

export default function Flows({ loaderData }: Route.ComponentProps) {
  const { municipality, flows } = loaderData;
  const { t, to, language } = useLanguage(flowMessages);
  return (
    <Page title={t.title} municipality={municipality} trail={[{ text: t.work, href: to.work() }, { text: t.title }]}>
      <h1>{t.title}</h1>
      <p>{t.flowsLead}</p>
      {flows.length === 0 ? (
        <EmptyState title={t.noCommittees}>
          <p>{t.noCommitteesLead}</p>
        </EmptyState>
      ) : (
        <>
          <p className="list-count">{t.committees(flows.length)}</p>
          <ul className="rows">
            {flows.map(({ committee, steps, own }) => (
              <li key={committee.slug} className="form-row">
                <div>
                  <p className="row-title" {...langOfMinutes(language)}>
                    {committee.name}
                  </p>
                  <p className="row-facts">
                    <span>{steps.map(({ role }) => t.roles[role]).join(" → ")}</span>
                    {!own && <span>{t.isStandard}</span>}
                  </p>
                </div>
                <a href={to.approvalFlow(municipality.slug, committee.slug)} aria-label={t.changeOf(committee.name)}>
                  {t.change}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
