import { randomUUID } from "node:crypto";
import { redirect } from "react-router";
import { z } from "zod";
import { listCommitteeChoices, listTemplateChoices } from "#papers/choice-queries.ts";
import { createPaper } from "#papers/create-paper.ts";
import { mayCreate } from "#papers/policy.ts";
import { listStaff } from "#papers/staff-queries.ts";
import { Choice, ErrorSummary, Field } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { langOfMinutes } from "../../web/language.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/new-paper";
import { again, enterWork } from "./enter.ts";
import { formText } from "./form-text.ts";
import { readHead, readHeadValues } from "./head-form.ts";
import { HeadFields } from "./HeadFields.tsx";
import { paperMessages } from "./messages.ts";
import { formMessages } from "./messages-forms.ts";

/** The committees the person may begin papers for, and the one that the address names or that is the only one. */
async function enter(args: Route.LoaderArgs | Route.ActionArgs) {
  const entered = await enterWork(args);
  const { actor, db, municipality, url } = { ...entered, url: new URL(args.request.url) };
  const all = await listCommitteeChoices(db, municipality.id);
  const committees = all.filter(({ id }) => mayCreate(actor, { municipalityId: municipality.id, committeeId: id }));
  if (committees.length === 0) throw notFound({ municipality });
  const asked = committees.find(({ slug }) => slug === url.searchParams.get("udvalg"));
  return { ...entered, committees, committee: asked ?? (committees.length === 1 ? committees[0] : undefined) };
}

export async function loader(args: Route.LoaderArgs) {
  const { actor, db, municipality, committees, committee } = await enter(args);
  const [staff, templates] = committee
    ? await Promise.all([
        listStaff(db, municipality.id, committee.id),
        listTemplateChoices(db, municipality.id, committee.id),
      ])
    : [[], []];
  return {
    municipality: { slug: municipality.slug, name: municipality.name },
    committees: committees.map(({ slug, name }) => ({ slug, name })),
    committee: committee && { slug: committee.slug, name: committee.name },
    staff,
    templates,
    me: actor.userId,
    formKey: randomUUID(),
  };
}

export async function action(args: Route.ActionArgs) {
  const { actor, db, municipality, committee, language, to } = await enter(args);
  const t = formMessages[language];
  const form = await args.request.formData();
  const text = (name: string) => formText(form, name);
  const formKey = z.uuid().safeParse(form.get("key"));
  const values = { ...readHeadValues(form), number: text("number"), template: text("template"), key: text("key") };
  if (!committee) return again({ committee: t.committeeWrong }, values, null);
  const read = readHead(values, language);
  if (!read.ok || !formKey.success) return again(read.ok ? { form: t.newLead } : read.errors, values, null);
  const made = await createPaper(db, actor, municipality.id, {
    head: read.head,
    committeeId: committee.id,
    templateId: values.template === "" ? null : Number(values.template) || 0,
    reference: values.number === "" ? null : values.number,
    formKey: formKey.data,
  });
  if (made.ok) return redirect(to.paper(municipality.slug, made.id, { gjort: "oprettet" }), 303);
  const errors = {
    forbidden: { form: paperMessages[language].forbidden },
    "unknown-committee": { committee: t.committeeWrong },
    "unknown-template": { template: t.templateWrong },
    "unknown-person": { responsible: t.responsibleWrong },
    "reference-form": { number: t.numberWrong },
  };
  return again(errors[made.reason], values, null, made.reason === "forbidden" ? 403 : 400);
}

export default function NewPaper({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, committees, committee, staff, templates, me, formKey } = loaderData;
  const { t, to, language } = useLanguage(formMessages);
  const { t: words } = useLanguage(paperMessages);
  const { errors, values } = actionData ?? {};
  return (
    <Page
      title={t.newTitle}
      municipality={municipality}
      trail={[
        { text: words.work, href: to.work() },
        { text: words.papers, href: to.papers(municipality.slug) },
        { text: t.newTitle },
      ]}
    >
      {committee && (
        <p className="overline" {...langOfMinutes(language)}>
          {committee.name}
        </p>
      )}
      <h1>{t.newTitle}</h1>
      <p className="lead">{t.newLead}</p>
      <ErrorSummary errors={errors} />
      <div className="narrow">
        {committee ? (
          <form method="post" noValidate>
            <input type="hidden" name="key" value={values?.key || formKey} />
            {templates.length > 0 && (
              <Choice
                label={t.template}
                name="template"
                value={values?.template}
                none={t.standard}
                choices={templates.map(({ id, name }) => ({ value: String(id), text: name }))}
                errors={errors}
              />
            )}
            <HeadFields values={{ responsible: me, ...values }} errors={errors} staff={staff} />
            <Field
              label={t.number}
              name="number"
              hint={t.numberHint}
              value={values?.number}
              errors={errors}
              required={false}
            />
            <button type="submit" className="button button-primary">
              {t.create}
            </button>
          </form>
        ) : (
          <form method="get" action={to.newPaper(municipality.slug)}>
            <Choice
              label={t.committee}
              name="udvalg"
              hint={t.committeeHint}
              choices={committees.map(({ slug, name }) => ({ value: slug, text: name }))}
            />
            <button type="submit" className="button button-primary">
              {t.goOn}
            </button>
          </form>
        )}
      </div>
    </Page>
  );
}
