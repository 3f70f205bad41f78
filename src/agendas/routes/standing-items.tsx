import { data, redirect } from "react-router";
import { findNumbering, listStandingItems, setStandingItems } from "#agendas/standing-items-operations.ts";
import { standingVersion } from "#agendas/standing-items.ts";
import { mayBuildAgenda } from "#agendas/policy.ts";
import { findCommittee } from "#committee/queries.ts";
import { appOf, signedIn } from "#web/context.ts";
import { Choice, ErrorSummary, type FormErrors } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { langOfMinutes, languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/standing-items";
import { buildingMessages } from "./agenda-messages.ts";
import { typedText } from "#web/typed-text.ts";
import { readStanding, rowsOf, standingValues } from "./standing-form.ts";
import { standingMessages } from "./standing-messages.ts";
import { StandingFields } from "./StandingFields.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const committee = await findCommittee(db, params.municipality, params.committee);
  if (!committee) throw notFound();
  const place = { municipalityId: committee.municipalityId, committeeId: committee.id };
  if (!mayBuildAgenda(actor, place)) throw notFound();
  const [items, numbering] = await Promise.all([listStandingItems(db, place), findNumbering(db, place)]);
  return {
    committee: { slug: committee.slug, name: committee.name, municipality: committee.municipality },
    values: standingValues(items),
    numbering,
    seen: standingVersion(items, numbering),
    saved: new URL(request.url).searchParams.has("gemt"),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const language = languageOf(new URL(request.url).pathname);
  const t = standingMessages[language];
  const committee = await findCommittee(db, params.municipality, params.committee);
  if (!committee) throw notFound();
  const place = { municipalityId: committee.municipalityId, committeeId: committee.id };
  if (!mayBuildAgenda(actor, place)) throw notFound();
  const form = await request.formData();
  const values = Object.fromEntries([...form].map(([name, value]) => [name, typedText(value)]));
  const refuse = (errors: FormErrors, status: number) => data({ values, errors }, { status });
  const read = readStanding(values, language);
  if (!read.ok) return refuse(read.errors, 400);
  const numbering = values["numbering"] === "meeting" ? "meeting" : "year";
  const set = await setStandingItems(db, actor, place, { items: read.items, numbering, seen: values["seen"] ?? "" });
  if (!set.ok) return refuse({ form: t.changed }, 409);
  return redirect(links[language].standingItems(params.municipality, params.committee, { gemt: "ja" }), 303);
}

export default function StandingItems({ loaderData, actionData }: Route.ComponentProps) {
  const { committee, numbering, seen, saved } = loaderData;
  const { municipality } = committee;
  const { t, to, language } = useLanguage(standingMessages);
  const building = useLanguage(buildingMessages).t;
  const values: Record<string, string> = actionData?.values ?? loaderData.values;
  const errors = actionData?.errors;
  // An empty row more than are filled.
  const filled = Array.from({ length: rowsOf(values) }, (_, index) => index).filter(
    (index) => values[`title-${index}`],
  );
  const rows = Math.max(0, ...filled.map((index) => index + 1)) + 1;
  return (
    <Page
      title={t.of(committee.name)}
      municipality={municipality}
      trail={[{ text: building.meetings, href: to.agendas(municipality.slug) }, { text: t.title }]}
    >
      <p className="overline" {...langOfMinutes(language)}>
        {committee.name}
      </p>
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      {saved && !actionData && <output className="notice">{t.saved}</output>}
      <ErrorSummary errors={errors} />
      <form method="post" className="narrow" noValidate>
        <input type="hidden" name="seen" value={seen} />
        {Array.from({ length: rows }, (_, index) => (
          <StandingFields key={index} row={index} isNew={index === rows - 1} values={values} errors={errors} />
        ))}
        <Choice
          label={t.numbering}
          name="numbering"
          hint={t.numberingHint}
          value={values["numbering"] ?? numbering}
          choices={(["year", "meeting"] as const).map((value) => ({ value, text: t.numberings[value] }))}
        />
        <button type="submit" className="button button-primary">
          {t.save}
        </button>
      </form>
    </Page>
  );
}
