import { listMunicipalities } from "#meetings/municipality-queries.ts";
import { mayManageAccess, mayReadAudit } from "#identity/policy.ts";
import { appOf, signedIn } from "#web/context.ts";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { Page } from "../../web/components/Page.tsx";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/work";
import { workMessages } from "./messages-work.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = signedIn(context, request);
  const municipalities = await listMunicipalities(appOf(context).db);
  return {
    name: actor.name,
    isOperator: actor.isOperator,
    places: municipalities.flatMap(({ id, slug, name }) => {
      const roles = [...new Set(actor.grants.filter((grant) => grant.municipalityId === id).map(({ role }) => role))];
      if (roles.length === 0 && !actor.isOperator) return [];
      return { slug, name, roles, access: mayManageAccess(actor, id), audit: mayReadAudit(actor, id) };
    }),
  };
}

export default function Work({ loaderData }: Route.ComponentProps) {
  const { name, isOperator, places } = loaderData;
  const { t, to } = useLanguage(workMessages);
  return (
    <Page title={t.work} search={false}>
      <p className="overline">{name}</p>
      <h1>{t.work}</h1>
      {isOperator && <p>{t.operatorLead}</p>}
      {places.length === 0 && (
        <EmptyState title={t.workNothing}>
          <p>{t.workNothingLead}</p>
        </EmptyState>
      )}
      {places.map(({ slug, name, roles, access, audit }) => (
        <section key={slug}>
          <h2>
            <a href={to.municipality(slug)}>{name}</a>
          </h2>
          {roles.length > 0 && (
            <p className="row-facts">
              {t.rolesHere}: {roles.map((role) => t.roles[role]).join(", ")}
            </p>
          )}
          <ul>
            {access && (
              <li>
                <a href={to.access(slug)}>{t.manageAccess}</a>
              </li>
            )}
            {audit && (
              <li>
                <a href={to.audit(slug)}>{t.audit}</a>
              </li>
            )}
          </ul>
        </section>
      ))}
      <p>
        <a href={to.account()}>{t.account}</a>
      </p>
      <form method="post" action={to.signOut()}>
        <button type="submit" className="button button-secondary">
          {t.signOut}
        </button>
      </form>
    </Page>
  );
}
