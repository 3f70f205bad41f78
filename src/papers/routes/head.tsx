import { redirect } from "react-router";
import { changeHead } from "#papers/change-head.ts";
import { mayEdit } from "#papers/policy.ts";
import { listStaff } from "#papers/staff-queries.ts";
import { ErrorSummary } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/head";
import { again, enterPaper, headOf, refused } from "./enter.ts";
import { readHead, readHeadValues } from "./head-form.ts";
import { HeadFields } from "./HeadFields.tsx";
import { formMessages } from "./messages-forms.ts";
import { paperTrail } from "./paper-trail.ts";
import { PaperHeading } from "./PaperHeading.tsx";
import { SeeNow } from "./SeeNow.tsx";

export async function loader(args: Route.LoaderArgs) {
  const entered = await enterPaper(args);
  const { actor, db, municipality, paper, to } = entered;
  if (!mayEdit(actor, paper.facts)) throw redirect(to.paper(municipality.slug, paper.id), 303);
  const staff = await listStaff(db, municipality.id, paper.facts.committeeId);
  const { responsibleId, closed } = paper.facts;
  return {
    ...headOf(entered),
    staff: staff.some(({ userId }) => userId === responsibleId)
      ? staff
      : [...staff, { userId: responsibleId, name: paper.responsibleName }],
    shown: {
      title: paper.title,
      responsible: responsibleId,
      deadline: paper.deadline ?? "",
      openness: closed ? "closed" : "open",
      ground: paper.closedGround ?? "",
    },
  };
}

export async function action(args: Route.ActionArgs) {
  const { actor, db, municipality, paper, language, to } = await enterPaper(args);
  const form = await args.request.formData();
  const values = readHeadValues(form);
  const read = readHead(values, language);
  const version = form.get("version");
  if (!read.ok) return again(read.errors, values, version);
  const seen = { municipalityId: municipality.id, id: paper.id, version: Number(version) };
  const result = await changeHead(db, actor, seen, read.head);
  if (result.ok) return redirect(to.paper(municipality.slug, paper.id, { gjort: "gemt" }), 303);
  if (result.reason === "unknown-person")
    return again({ responsible: formMessages[language].responsibleWrong }, values, version);
  const { errors, status, stale } = refused(result, language, municipality);
  return again(errors, values, version, status, stale);
}

export default function Head({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, paper, staff, shown } = loaderData;
  const { t, to, language } = useLanguage(formMessages);
  const { errors, values, stale } = actionData ?? {};
  return (
    <Page
      title={t.headTitle}
      municipality={municipality}
      trail={paperTrail(language, municipality, paper, t.headTitle)}
    >
      <PaperHeading paper={paper} page={t.headTitle} />
      <ErrorSummary errors={errors} />
      {stale && <SeeNow municipality={municipality.slug} paper={paper.id} />}
      <div className="narrow">
        <form method="post" noValidate>
          <input type="hidden" name="version" value={actionData?.version ?? paper.version} />
          <HeadFields values={values ?? shown} errors={errors} staff={staff} />
          <p className="form-buttons">
            <button type="submit" className="button button-primary">
              {t.save}
            </button>
            <a href={to.paper(municipality.slug, paper.id)}>{t.cancel}</a>
          </p>
        </form>
      </div>
    </Page>
  );
}
