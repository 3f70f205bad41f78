import { data, redirect } from "react-router";
import { dayInDenmark } from "#follow-up/due-state.ts";
import { listMunicipalityNames } from "#meetings/municipality-queries.ts";
import { deputyShape, endDeputy, setDeputy } from "#papers/approval/deputy-operations.ts";
import { listDeputies, listPossibleDeputies } from "#papers/approval/deputy-queries.ts";
import { mayHaveDeputy } from "#papers/approval/policy.ts";
import { appOf, signedIn } from "#web/context.ts";
import { EmptyState } from "../../../web/components/EmptyState.tsx";
import { ErrorSummary, type FormErrors } from "../../../web/components/Form.tsx";
import { Page } from "../../../web/components/Page.tsx";
import { languageOf } from "../../../web/language.ts";
import { links } from "../../../web/links.ts";
import { notFound } from "../../../web/not-found.ts";
import { useLanguage } from "../../../web/use-language.ts";
import type { Route } from "./+types/deputies";
import { DeputyForm } from "./DeputyForm.tsx";
import { DeputyList } from "./DeputyList.tsx";
import { deputyMessages } from "./messages-deputies.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const today = dayInDenmark(new Date());
  const places = await Promise.all(
    (await listMunicipalityNames(db))
      .filter(({ id }) => actor.grants.some(({ municipalityId }) => municipalityId === id))
      .map(async ({ id, slug, name }) => {
        const mayHave = mayHaveDeputy(actor, id);
        const [deputies, colleagues] = await Promise.all([
          listDeputies(db, id, actor.userId),
          mayHave ? listPossibleDeputies(db, id) : [],
        ]);
        const shown = deputies.map((one) => ({ ...one, isNow: one.fromOn <= today }));
        return {
          slug,
          name,
          mayHave,
          mine: shown.filter(({ person }) => person.id === actor.userId),
          others: shown.filter(({ deputy }) => deputy.id === actor.userId),
          colleagues: colleagues.filter(({ userId }) => userId !== actor.userId),
        };
      }),
  );
  return {
    today,
    places: places.filter(({ mayHave, others }) => mayHave || others.length > 0),
    done: new URL(request.url).searchParams.get("gjort"),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const language = languageOf(new URL(request.url).pathname);
  const t = deputyMessages[language];
  const form = await request.formData();
  const slug = String(form.get("municipality"));
  const municipality = (await listMunicipalityNames(db)).find((one) => one.slug === slug);
  if (!municipality) throw notFound();
  const done = (what: string) => redirect(links[language].deputies({ gjort: what }), 303);
  const text = (name: string) => String(form.get(`${name}-${slug}`) ?? "").trim();
  const values = { deputy: text("deputy"), from: text("from"), until: text("until") };
  const refuse = (errors: FormErrors, status: number) => data({ slug, errors, values }, { status });
  if (form.get("do") === "end") {
    const ended = await endDeputy(db, actor, municipality.id, Number(form.get("id")));
    return ended.ok ? done("afsluttet") : refuse({ form: t.gone }, 404);
  }
  const read = deputyShape.safeParse({ deputyId: values.deputy, fromOn: values.from, untilOn: values.until });
  if (!read.success) {
    const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
    return refuse(
      {
        ...(wrong.has("deputyId") && { [`deputy-${slug}`]: t.personWrong }),
        ...(wrong.has("fromOn") && { [`from-${slug}`]: t.fromWrong }),
        ...(wrong.has("untilOn") && { [`until-${slug}`]: t.untilWrong }),
      },
      400,
    );
  }
  const set = await setDeputy(db, actor, municipality.id, read.data);
  if (set.ok) return done("gemt");
  if (set.reason === "forbidden") throw notFound();
  return refuse({ [`deputy-${slug}`]: t.personWrong }, 400);
}

export default function Deputies({ loaderData, actionData }: Route.ComponentProps) {
  const { places, done, today } = loaderData;
  const { t, to } = useLanguage(deputyMessages);
  return (
    <Page title={t.title} search={false} trail={[{ text: t.account, href: to.account() }, { text: t.title }]}>
      <div className="narrow">
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        {!actionData && done === "gemt" && <output className="notice">{t.doneSet}</output>}
        {!actionData && done === "afsluttet" && <output className="notice">{t.doneEnded}</output>}
        <ErrorSummary errors={actionData?.errors} />
        {places.length === 0 && (
          <EmptyState title={t.notYours}>
            <p>{t.notYoursLead}</p>
          </EmptyState>
        )}
        {places.map((place) => (
          <section key={place.slug} aria-label={place.name}>
            {places.length > 1 && <h2>{place.name}</h2>}
            <DeputyList place={place} />
            {place.mayHave && (
              <DeputyForm
                place={place}
                today={today}
                errors={actionData?.errors}
                values={actionData?.slug === place.slug ? actionData.values : undefined}
              />
            )}
          </section>
        ))}
      </div>
    </Page>
  );
}
