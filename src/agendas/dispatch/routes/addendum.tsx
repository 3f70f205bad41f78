import { data, redirect } from "react-router";
import { dispatchAddendum } from "#agendas/dispatch/dispatch-addendum.ts";
import { openAddendumPage } from "#agendas/dispatch/page-queries.ts";
import { dayInDenmark } from "#follow-up/due-state.ts";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import { appOf, signedIn } from "#web/context.ts";
import { ErrorSummary, type FormErrors } from "../../../web/components/Form.tsx";
import { Page } from "../../../web/components/Page.tsx";
import { fullDate, longDate } from "../../../web/formats.ts";
import { langOfMinutes, languageOf } from "../../../web/language.ts";
import { links } from "../../../web/links.ts";
import { notFound } from "../../../web/not-found.ts";
import { useLanguage } from "../../../web/use-language.ts";
import { idOf } from "../../routes/agenda-buttons.ts";
import type { Route } from "./+types/addendum";
import { readAddendum, readAddendumValues } from "./addendum-form.ts";
import { AddendumForm } from "./AddendumForm.tsx";
import { dispatchMessages } from "./dispatch-messages.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const municipality = await findMunicipality(db, params.municipality);
  if (!municipality) throw notFound();
  const today = dayInDenmark(new Date());
  const meetingId = idOf(params.meeting);
  const page = await openAddendumPage(db, actor, { municipalityId: municipality.id, meetingId }, today);
  if (!page) throw notFound();
  const { committee, date, version } = page.meeting;
  return {
    ...page,
    municipality: { slug: municipality.slug, name: municipality.name },
    meeting: { id: meetingId, committee, date, version: version ?? 0 },
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const municipality = await findMunicipality(db, params.municipality);
  if (!municipality) throw notFound();
  const form = await request.formData();
  const language = languageOf(new URL(request.url).pathname);
  const values = readAddendumValues(form);
  const refuse = (errors: FormErrors, status: number) => data({ values, errors }, { status });
  const read = readAddendum(values, language);
  if (!read.ok) return refuse(read.errors, 400);
  const at = { municipalityId: municipality.id, meetingId: idOf(params.meeting), version: idOf(form.get("version")) };
  const result = await dispatchAddendum(db, actor, at, read.input);
  if (result.ok)
    return redirect(links[language].dispatch(params.municipality, at.meetingId, { sendt: "tillaeg" }), 303);
  if (result.reason === "unknown") throw notFound();
  const message = dispatchMessages[language].addendumRefusals[result.reason];
  if (result.reason === "late-without-reason") return refuse({ lateReason: message }, 400);
  return refuse({ form: message }, result.reason === "empty" ? 400 : 409);
}

export default function Addendum({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, municipality } = loaderData;
  const { t, to, language } = useLanguage(dispatchMessages);
  return (
    <Page
      title={t.addendumOf(meeting.committee, longDate(meeting.date, language))}
      municipality={municipality}
      trail={[
        { text: t.agendas, href: to.agendas(municipality.slug) },
        {
          text: t.meetingOn(meeting.committee, longDate(meeting.date, language)),
          href: to.agenda(municipality.slug, meeting.id),
        },
        { text: t.addendumTitle },
      ]}
    >
      <p className="overline" {...langOfMinutes(language)}>
        {t.meetingOn(meeting.committee, fullDate(meeting.date, language))}
      </p>
      <h1>{t.addendumTitle}</h1>
      <p className="lead">{t.addendumLead}</p>
      <ErrorSummary errors={actionData?.errors} />
      <AddendumForm {...loaderData} values={actionData?.values} errors={actionData?.errors} />
    </Page>
  );
}
