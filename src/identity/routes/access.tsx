import { data } from "react-router";
import { endGrant, invite } from "#identity/access-operations.ts";
import { findCommitteeId, listAccess, listEndedAccess, listGuestItems } from "#identity/access-queries.ts";
import { mayManageAccess, mayReadAudit } from "#identity/policy.ts";
import { findMunicipality, listCommittees } from "#meetings/municipality-queries.ts";
import { appOf, signedIn } from "#web/context.ts";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { ErrorSummary, type FormErrors } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { ListCount, Pagination } from "../../web/components/Pagination.tsx";
import { count } from "../../web/formats.ts";
import { languageOf } from "../../web/language.ts";
import { links, queryString } from "../../web/links.ts";
import { pageOf } from "../../web/list-query.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/access";
import { AccessList } from "./AccessList.tsx";
import { type AccessValues, readAccess, readValues } from "./access-form.ts";
import { InviteForm } from "./InviteForm.tsx";
import { passwordMail } from "./mails.ts";
import { accessMessages } from "./messages-access.ts";

const PAGE_SIZE = 50;

/** The municipality, for somebody who may give access there; for everybody else the page is not there. */
async function enter({ context, request, params }: Route.LoaderArgs | Route.ActionArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const municipality = await findMunicipality(db, params.municipality);
  if (!municipality || !mayManageAccess(actor, municipality.id)) throw notFound({ municipality });
  return { actor, db, municipality };
}

export async function loader(args: Route.LoaderArgs) {
  const { actor, db, municipality } = await enter(args);
  const query = new URL(args.request.url).searchParams;
  const page = pageOf(query);
  const [people, ended, committees, items] = await Promise.all([
    listAccess(db, municipality.id),
    listEndedAccess(db, municipality.id, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    listCommittees(db, municipality.id),
    listGuestItems(db, municipality.id),
  ]);
  return {
    municipality: { slug: municipality.slug, name: municipality.name },
    people,
    ended,
    page,
    committees: committees.filter(({ isFormer }) => !isFormer).map(({ slug, name }) => ({ slug, name })),
    items,
    audit: mayReadAudit(actor, municipality.id),
  };
}

type Answer = {
  done: string | null;
  link: string | null;
  errors: FormErrors | undefined;
  values: AccessValues | undefined;
};

const answer = (said: Partial<Answer>, status = 200) =>
  data<Answer>({ done: null, link: null, errors: undefined, values: undefined, ...said }, { status });

export async function action(args: Route.ActionArgs) {
  const { actor, db, municipality } = await enter(args);
  const { home, mail } = appOf(args.context);
  const language = languageOf(new URL(args.request.url).pathname);
  const t = accessMessages[language];
  const form = await args.request.formData();
  if (form.get("do") === "end") {
    const ended = await endGrant(db, actor, municipality.id, Number(form.get("grant")));
    if (ended.ok) return answer({ done: t.ended });
    return answer({ errors: { form: ended.reason === "last-administrator" ? t.lastAdministrator : t.gone } }, 409);
  }
  const values = readValues(form);
  const committeeId = values.committee === "" ? null : await findCommitteeId(db, municipality.id, values.committee);
  const read = readAccess(values, committeeId, t);
  if (!read.ok) return answer({ errors: read.errors, values }, 400);
  const invited = await invite(db, actor, municipality.id, read.person, read.grant);
  if (!invited.ok) return answer({ errors: { [fieldOf[invited.reason]]: t.refused[invited.reason] }, values }, 400);
  const { name, email } = read.person;
  if (!invited.token) return answer({ done: t.inviteDone(name) });
  const link = home + links[invited.language].choosePassword(invited.token);
  const mailed = await mail?.send({ to: { name, email }, ...passwordMail("invitation", link, invited.language) });
  return mailed ? answer({ done: t.mailed(name) }) : answer({ done: t.inviteLink(name), link });
}

/** Beside which field it is said why access was not given. */
const fieldOf = {
  forbidden: "form",
  "unknown-committee": "committee",
  "committee-needed": "committee",
  "period-needed": "until",
  "ends-before-it-begins": "until",
  "unknown-item": "item",
  "item-needed": "item",
  "item-unwanted": "item",
} as const;

export default function Access({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, people, ended, page, committees, items, audit } = loaderData;
  const { t, to, language } = useLanguage(accessMessages);
  const { errors, values } = actionData ?? {};
  return (
    <Page
      title={t.accessTitle}
      municipality={municipality}
      trail={[{ text: t.work, href: to.work() }, { text: t.accessTitle }]}
    >
      <h1>{t.accessTitle}</h1>
      <p>{t.accessLead}</p>
      {audit && (
        <p>
          <a href={to.audit(municipality.slug)}>{t.audit}</a>
        </p>
      )}
      {actionData?.done && (
        <output className="notice">
          {actionData.done} {actionData.link && <code className="link-to-copy">{actionData.link}</code>}
        </output>
      )}
      <ErrorSummary errors={errors} />
      {people.length > 0 ? (
        <AccessList rows={people} caption={`${count(people.length, language)} ${t.invited(people.length)}`} />
      ) : (
        <EmptyState title={t.noAccess}>
          <p>{t.noAccessLead}</p>
        </EmptyState>
      )}
      <section className="narrow">
        <h2>{t.inviteTitle}</h2>
        <InviteForm {...{ values, errors, committees, items }} />
      </section>
      {ended.total > 0 && (
        <section id="tidligere">
          <h2>{t.earlier}</h2>
          <ListCount
            from={(page - 1) * PAGE_SIZE + 1}
            shown={ended.rows.length}
            total={ended.total}
            what={t.invited(ended.total)}
          />
          <AccessList rows={ended.rows} caption={t.earlier} />
          <Pagination
            page={page}
            pages={Math.ceil(ended.total / PAGE_SIZE)}
            href={(page) =>
              `${to.access(municipality.slug)}${queryString({ side: page > 1 ? page : undefined })}#tidligere`
            }
          />
        </section>
      )}
    </Page>
  );
}
