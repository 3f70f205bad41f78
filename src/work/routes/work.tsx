import { dayInDenmark } from "#follow-up/due-state.ts";
import { mayManageAccess, mayReadAudit } from "#identity/policy.ts";
import { mayImport } from "#import-review/policy.ts";
import { listMunicipalityNames } from "#meetings/municipality-queries.ts";
import { listWork } from "#work/work-list.ts";
import { appOf, signedIn } from "#web/context.ts";
import { wordFor } from "#web/word-for.ts";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { Page } from "../../web/components/Page.tsx";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/work";
import { workMessages } from "./messages.ts";
import { shortcutsOf } from "./shortcuts.ts";
import { Shortcuts } from "./Shortcuts.tsx";
import { WorkGroup } from "./WorkGroup.tsx";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const names = await listMunicipalityNames(db);
  const rolesIn = (id: number) => [
    ...new Set(actor.grants.filter((grant) => grant.municipalityId === id).map(({ role }) => role)),
  ];
  const own = names.filter(({ id }) => rolesIn(id).length > 0);
  const today = dayInDenmark(new Date());
  return {
    name: actor.name,
    isOperator: actor.isOperator,
    done: new URL(request.url).searchParams.get("gjort"),
    work: await listWork(db, actor, own, today),
    places: (actor.isOperator ? names : own).map(({ id, slug, name }) => ({
      slug,
      name,
      roles: rolesIn(id),
      shortcuts: shortcutsOf(rolesIn(id), {
        access: mayManageAccess(actor, id),
        audit: mayReadAudit(actor, id),
        imports: mayImport(actor, id),
      }),
    })),
  };
}

export default function Work({ loaderData }: Route.ComponentProps) {
  const { name, isOperator, done, work, places } = loaderData;
  const { t } = useLanguage(workMessages);
  const roles = places.flatMap((place) => place.roles);
  const isEmpty = Object.values(work).every((entries) => entries.length === 0);
  const group = { several: places.length > 1 };
  return (
    <Page title={t.title} search={false}>
      <p className="overline">{name}</p>
      <h1>{t.title}</h1>
      {wordFor(t.done, done) && <output className="notice">{wordFor(t.done, done)}</output>}
      {isOperator && <p>{t.operatorLead}</p>}
      <div className="columns work">
        <div>
          {places.length === 0 ? (
            <EmptyState title={t.noRoles}>
              <p>{t.noRolesLead}</p>
            </EmptyState>
          ) : (
            isEmpty &&
            roles.length > 0 && (
              <EmptyState title={t.nothing}>
                <p>{t.nothingFor[kindOfReader(roles)]}</p>
              </EmptyState>
            )
          )}
          <WorkGroup id="overdue" title={t.overdue} entries={work.overdue} {...group} />
          <WorkGroup id="waiting" title={t.waiting} entries={work.waiting} {...group} />
          <WorkGroup id="drafts" title={t.drafts} entries={work.drafts} {...group} />
          <WorkGroup id="under-way" title={t.underWay} entries={work.underWay} {...group} />
        </div>
        <Shortcuts places={places} />
      </div>
    </Page>
  );
}

/** Who the empty page speaks to: by what comes to the person most. */
function kindOfReader(roles: string[]): "secretary" | "approver" | "writer" | "member" | "other" {
  if (roles.includes("secretary")) return "secretary";
  if (roles.some((role) => ["head", "director", "mayor"].includes(role))) return "approver";
  if (roles.includes("writer")) return "writer";
  return roles.some((role) => ["member", "substitute", "guest"].includes(role)) ? "member" : "other";
}
