import { data } from "react-router";
import { endGrant, grantShape, invite, personShape } from "#identity/access-operations.ts";
import { findCommitteeId, listAccess } from "#identity/access-queries.ts";
import { roles } from "#identity/actor.ts";
import { mayManageAccess, mayReadAudit } from "#identity/policy.ts";
import { findMunicipality, listCommittees } from "#meetings/municipality-queries.ts";
import { appOf, signedIn } from "#web/context.ts";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { Choice, ErrorSummary, Field, type FormErrors } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/access";
import { AccessList } from "./AccessList.tsx";
import { passwordMail } from "./mails.ts";
import { accessMessages } from "./messages-access.ts";

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
  const [people, committees] = await Promise.all([
    listAccess(db, municipality.id),
    listCommittees(db, municipality.id),
  ]);
  return {
    municipality: { slug: municipality.slug, name: municipality.name },
    people,
    committees: committees.filter(({ isFormer }) => !isFormer).map(({ slug, name }) => ({ slug, name })),
    audit: mayReadAudit(actor, municipality.id),
  };
}

export async function action(args: Route.ActionArgs) {
  const { actor, db, municipality } = await enter(args);
  const { home, mail } = appOf(args.context);
  const language = languageOf(new URL(args.request.url).pathname);
  const t = accessMessages[language];
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "").trim();
  if (form.get("do") === "end") {
    const ended = await endGrant(db, actor, municipality.id, Number(form.get("grant")));
    if (ended.ok) return data({ done: t.ended, link: null, errors: undefined, values: undefined });
    const message = ended.reason === "last-administrator" ? t.lastAdministrator : t.gone;
    return data({ done: null, link: null, errors: { form: message }, values: undefined }, { status: 409 });
  }
  const values = {
    name: text("name"),
    email: text("email"),
    role: text("role"),
    committee: text("committee"),
    until: text("until"),
  };
  const refuse = (errors: FormErrors) => data({ done: null, link: null, errors, values }, { status: 400 });
  const person = personShape.safeParse(values);
  const committeeId = values.committee === "" ? null : await findCommitteeId(db, municipality.id, values.committee);
  const grant = grantShape.safeParse({ role: values.role, committeeId, untilOn: values.until || null });
  if (!person.success || !grant.success) {
    const wrong = new Set([...(person.error?.issues ?? []), ...(grant.error?.issues ?? [])].map(({ path }) => path[0]));
    return refuse({
      ...(wrong.has("name") && { name: t.nameWrong }),
      ...(wrong.has("email") && { email: t.emailWrong }),
      ...(wrong.has("role") && { role: t.missing(t.role) }),
      ...(wrong.has("committeeId") && { committee: t.missing(t.where) }),
      ...(wrong.has("untilOn") && { until: t.missing(t.until) }),
    });
  }
  const invited = await invite(db, actor, municipality.id, person.data, grant.data);
  if (!invited.ok) return refuse({ form: t.gone });
  const { name, email } = person.data;
  if (!invited.token) return data({ done: t.inviteDone(name), link: null, errors: undefined, values: undefined });
  const link = home + links[language].choosePassword(invited.token);
  const mailed = await mail?.send({ to: { name, email }, ...passwordMail("invitation", link, language) });
  return mailed
    ? data({ done: t.mailed(name), link: null, errors: undefined, values: undefined })
    : data({ done: t.inviteLink(name), link, errors: undefined, values: undefined });
}

export default function Access({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, people, committees, audit } = loaderData;
  const { t, to } = useLanguage(accessMessages);
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
        <AccessList people={people} />
      ) : (
        <EmptyState title={t.noAccess}>
          <p>{t.noAccessLead}</p>
        </EmptyState>
      )}
      <section className="narrow">
        <h2>{t.inviteTitle}</h2>
        <form method="post" noValidate>
          <Field label={t.name} name="name" value={values?.name} errors={errors} />
          <Field label={t.email} name="email" type="email" value={values?.email} errors={errors} />
          <Choice
            label={t.role}
            name="role"
            value={values?.role}
            none=""
            choices={roles.map((role) => ({ value: role, text: t.roles[role] }))}
            errors={errors}
          />
          <Choice
            label={t.where}
            name="committee"
            value={values?.committee}
            none={t.wholeMunicipality}
            choices={committees.map(({ slug, name }) => ({ value: slug, text: name }))}
            errors={errors}
          />
          <Field
            label={t.until}
            name="until"
            type="date"
            hint={t.untilHint}
            value={values?.until}
            errors={errors}
            required={false}
          />
          <button type="submit" name="do" value="invite" className="button button-primary">
            {t.invite}
          </button>
        </form>
      </section>
    </Page>
  );
}
