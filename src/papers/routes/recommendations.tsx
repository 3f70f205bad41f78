import { redirect } from "react-router";
import { mayEdit } from "#papers/policy.ts";
import { listPath, listRecommendations } from "#papers/queries.ts";
import { recommendationsShape, setRecommendations } from "#papers/set-recommendations.ts";
import { Choice, ErrorSummary, TextBox } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/recommendations";
import { again, enterPaper, headOf, refused } from "./enter.ts";
import { formMessages } from "./messages-forms.ts";
import { paperTrail } from "./paper-trail.ts";
import { PaperHeading } from "./PaperHeading.tsx";
import { readRows } from "./row-form.ts";
import { RowFields } from "./RowFields.tsx";
import { RowsButtons } from "./RowsButtons.tsx";
import { SeeNow } from "./SeeNow.tsx";

const MOST = 60;

export async function loader(args: Route.LoaderArgs) {
  const entered = await enterPaper(args);
  const { actor, db, municipality, paper, to } = entered;
  if (!mayEdit(actor, paper.facts)) throw redirect(to.paper(municipality.slug, paper.id), 303);
  const [points, path] = await Promise.all([
    listRecommendations(db, municipality.id, paper.id),
    listPath(db, municipality.id, paper.id),
  ]);
  return {
    ...headOf(entered),
    shown: points.map(({ text, committeeId }) => ({ text, for: committeeId?.toString() ?? "" })),
    bodies: [...new Map(path.map(({ committeeId, committee }) => [committeeId, committee.name]))].map(([id, name]) => ({
      value: String(id),
      text: name,
    })),
  };
}

export async function action(args: Route.ActionArgs) {
  const { actor, db, municipality, paper, language, to } = await enterPaper(args);
  const t = formMessages[language];
  const form = await args.request.formData();
  const rows = readRows(form, ["text", "for"], MOST);
  const version = form.get("version");
  const filled = rows.filter(({ text }) => text !== "");
  if (form.get("do") === "more") return again({}, rows, version, 200);
  const read = recommendationsShape.safeParse(
    filled.map((row) => ({ text: row["text"], committeeId: row["for"] === "" ? null : Number(row["for"]) })),
  );
  if (!read.success) {
    const wrong = read.error.issues.map(({ path }) => path[0]);
    const named = wrong.flatMap((index) => (typeof index === "number" ? [[`text-${index + 1}`, t.pointWrong]] : []));
    return again(named.length > 0 ? Object.fromEntries(named) : { form: t.tooManyPoints }, filled, version);
  }
  const seen = { municipalityId: municipality.id, id: paper.id, version: Number(version) };
  const result = await setRecommendations(db, actor, seen, read.data);
  if (result.ok) return redirect(to.paper(municipality.slug, paper.id, { gjort: "gemt" }), 303);
  if (result.reason === "not-on-path") return again({ form: t.notOnPath }, filled, version);
  const { errors, status, stale } = refused(result, language, municipality);
  return again(errors, filled, version, status, stale);
}

export default function Recommendations({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, paper, shown, bodies } = loaderData;
  const { t, to, language } = useLanguage(formMessages);
  const { errors, stale, values } = actionData ?? {};
  const rows = [...(values ?? shown), { text: "", for: "" }];
  if (rows.length < 3) rows.push({ text: "", for: "" });
  return (
    <Page
      title={t.recommendationTitle}
      municipality={municipality}
      trail={paperTrail(language, municipality, paper, t.recommendationTitle)}
    >
      <PaperHeading paper={paper} page={t.recommendationTitle} />
      <p className="lead">{t.recommendationLead}</p>
      <ErrorSummary errors={errors} />
      {stale && <SeeNow municipality={municipality.slug} paper={paper.id} />}
      <form method="post" noValidate className="rows-form">
        <input type="hidden" name="version" value={actionData?.version ?? paper.version} />
        {rows.map((row, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <RowFields key={index} index={index + 1} legend={t.point(index + 1)} order={String(index + 1)}>
            <TextBox
              label={t.pointText}
              name={`text-${index + 1}`}
              rows={2}
              value={row["text"]}
              errors={errors}
              required={false}
            />
            <Choice
              label={t.pointFor}
              name={`for-${index + 1}`}
              value={row["for"]}
              none={t.everyBody}
              choices={bodies}
            />
          </RowFields>
        ))}
        <RowsButtons more={rows.length < MOST ? t.more : undefined} back={to.paper(municipality.slug, paper.id)} />
      </form>
    </Page>
  );
}
