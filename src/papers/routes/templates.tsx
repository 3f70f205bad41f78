import { redirect } from "react-router";
import { listCommitteeChoices } from "#papers/choice-queries.ts";
import { standardSections } from "#papers/paper.ts";
import { mayKeepTemplates } from "#papers/policy.ts";
import { endTemplate, keepTemplate, listTemplates } from "#papers/templates.ts";
import { wordFor } from "#web/word-for.ts";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { ErrorSummary } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { langOfMinutes } from "../../web/language.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/templates";
import { again, enterWork } from "./enter.ts";
import { paperMessages } from "./messages.ts";
import { templateMessages } from "./messages-templates.ts";
import { readTemplate, rowOf, type TemplateValues } from "./template-form.ts";
import { TemplateForm } from "./TemplateForm.tsx";

/** The committees whose templates the person keeps; whether those of the whole municipality too. */
async function enter(args: Route.LoaderArgs | Route.ActionArgs) {
  const entered = await enterWork(args);
  const { actor, db, municipality } = entered;
  const place = { municipalityId: municipality.id };
  const committees = (await listCommitteeChoices(db, municipality.id)).filter(({ id }) =>
    mayKeepTemplates(actor, { ...place, committeeId: id }),
  );
  if (committees.length === 0) throw notFound({ municipality });
  return { ...entered, committees, forAll: mayKeepTemplates(actor, place) };
}

export async function loader(args: Route.LoaderArgs) {
  const { actor, db, municipality, committees, forAll } = await enter(args);
  const templates = await listTemplates(db, actor, municipality.id);
  const query = new URL(args.request.url).searchParams;
  const changing = templates.find(({ id }) => String(id) === query.get("ret"));
  const shown: TemplateValues = {
    id: changing ? String(changing.id) : "",
    name: changing?.name ?? "",
    committee: changing?.committeeId?.toString() ?? "",
    rows: (changing?.sections ?? standardSections).map(rowOf),
  };
  return {
    municipality: { slug: municipality.slug, name: municipality.name },
    committees: committees.map(({ id, name }) => ({ value: String(id), text: name })),
    forAll,
    templates: templates.map(({ id, name, committeeId, sections }) => ({
      id,
      name,
      committee: committees.find((committee) => committee.id === committeeId)?.name ?? null,
      headings: sections.map(({ heading }) => heading),
    })),
    shown,
    changing: changing?.name ?? null,
    done: query.get("gjort"),
  };
}

export async function action(args: Route.ActionArgs) {
  const { actor, db, municipality, language, to } = await enter(args);
  const t = templateMessages[language];
  const form = await args.request.formData();
  const done = (gjort: string) => redirect(to.paperTemplates(municipality.slug, { gjort }), 303);
  if (form.get("do") === "end") {
    const ended = await endTemplate(db, actor, municipality.id, Number(form.get("id")));
    return ended.ok ? done("slut") : again({ form: t.unknown }, null, null, 409);
  }
  const { values, template, errors } = readTemplate(form, language);
  if (form.get("do") === "more") return again({}, values, null, 200);
  if (!template) return again(errors, values, null);
  const place = {
    municipalityId: municipality.id,
    committeeId: values.committee === "" ? null : Number(values.committee) || 0,
  };
  const kept = await keepTemplate(db, actor, place, template, values.id === "" ? null : Number(values.id));
  if (kept.ok) return done("gemt");
  if (kept.reason === "taken") return again({ name: t.taken }, values, null, 409);
  return again({ form: kept.reason === "unknown" ? t.unknown : t.forbidden }, values, null, 409);
}

export default function Templates({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, committees, forAll, templates, shown, changing, done } = loaderData;
  const { t, to, language } = useLanguage(templateMessages);
  const { t: words } = useLanguage(paperMessages);
  const lang = langOfMinutes(language);
  const said: Record<string, string> = { gemt: t.saved, slut: t.ended };
  return (
    <Page
      title={t.title}
      municipality={municipality}
      trail={[
        { text: words.work, href: to.work() },
        { text: words.papers, href: to.papers(municipality.slug) },
        { text: words.templates },
      ]}
    >
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      {!actionData && wordFor(said, done) && <output className="notice">{wordFor(said, done)}</output>}
      <ErrorSummary errors={actionData?.errors} />
      {templates.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneLead}</p>
        </EmptyState>
      ) : (
        <ul className="rows">
          {templates.map(({ id, name, committee, headings }) => (
            <li key={id} className="paper-row">
              <div>
                <h2 className="row-title" {...lang}>
                  {name}
                </h2>
                <p className="row-facts">
                  <span {...(committee && lang)}>{committee ?? t.everyCommittee}</span>
                  <span>{t.sections(headings.length)}</span>
                </p>
                <p className="row-facts" {...lang}>
                  {headings.join(", ")}
                </p>
              </div>
              <form method="post" className="form-buttons">
                <input type="hidden" name="id" value={id} />
                <a href={`${to.paperTemplates(municipality.slug, { ret: id })}#skabelon`} aria-label={t.editOf(name)}>
                  {t.edit}
                </a>
                <button
                  type="submit"
                  name="do"
                  value="end"
                  className="button button-tertiary"
                  aria-label={t.endOf(name)}
                >
                  {t.end}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <TemplateForm
        municipality={municipality.slug}
        title={changing ? t.editTitle(changing) : t.newTitle}
        values={actionData?.values ?? shown}
        errors={actionData?.errors}
        committees={committees}
        forAll={forAll}
        isNew={changing === null}
      />
    </Page>
  );
}
