import { data, redirect } from "react-router";
import { dispatchAgenda, warningsKey } from "#agendas/dispatch/dispatch-agenda.ts";
import { openDispatchPage } from "#agendas/dispatch/page-queries.ts";
import { dayInDenmark } from "#follow-up/due-state.ts";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import { appOf, signedIn } from "#web/context.ts";
import { ErrorSummary } from "../../../web/components/Form.tsx";
import { Page } from "../../../web/components/Page.tsx";
import { fullDate, longDate, moment } from "../../../web/formats.ts";
import { langOfMinutes, languageOf } from "../../../web/language.ts";
import { links } from "../../../web/links.ts";
import { notFound } from "../../../web/not-found.ts";
import { useLanguage } from "../../../web/use-language.ts";
import { idOf } from "../../routes/agenda-buttons.ts";
import type { Route } from "./+types/dispatch";
import { dispatchMessages } from "./dispatch-messages.ts";
import { SendForm } from "./SendForm.tsx";
import { SentList } from "./SentList.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = signedIn(context, request);
  const { db, mail } = appOf(context);
  const municipality = await findMunicipality(db, params.municipality);
  if (!municipality) throw notFound();
  const today = dayInDenmark(new Date());
  const meetingId = idOf(params.meeting);
  const page = await openDispatchPage(db, actor, { municipalityId: municipality.id, meetingId }, today);
  if (!page) throw notFound();
  const { meeting, document, ...rest } = page;
  const { committee, date, version, cancelled } = meeting;
  return {
    ...rest,
    municipality: { slug: municipality.slug, name: municipality.name },
    meeting: { id: meetingId, committee, date, version: version ?? 0, over: cancelled || date < today },
    deadline: document.deadline,
    items: document.items.map(({ id, number, closed }) => ({ id, number, closed })),
    answers: warningsKey(page.warnings),
    hasMail: mail !== null,
    today,
    done: new URL(request.url).searchParams.get("sendt"),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const municipality = await findMunicipality(db, params.municipality);
  if (!municipality) throw notFound();
  const form = await request.formData();
  const answered = form.get("answered");
  const at = { municipalityId: municipality.id, meetingId: idOf(params.meeting), version: idOf(form.get("version")) };
  const language = languageOf(new URL(request.url).pathname);
  const result = await dispatchAgenda(db, actor, at, { answered: typeof answered === "string" ? answered : null });
  if (result.ok)
    return redirect(links[language].dispatch(params.municipality, at.meetingId, { sendt: "dagsorden" }), 303);
  if (result.reason === "unknown") throw notFound();
  const t = dispatchMessages[language];
  const form_ =
    result.reason === "dispatched" ? t.dispatchedBy(result.by, moment(result.at, language)) : t.refusals[result.reason];
  const isAnswer = result.reason === "unanswered";
  return data({ errors: { [isAnswer ? "answered" : "form"]: form_ } }, { status: isAnswer ? 400 : 409 });
}

export default function Dispatch({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, municipality, sent, done } = loaderData;
  const { t, to, language } = useLanguage(dispatchMessages);
  const isSent = sent.length > 0;
  const errors = actionData?.errors;
  return (
    <Page
      title={t.of(meeting.committee, longDate(meeting.date, language))}
      municipality={municipality}
      trail={[
        { text: t.agendas, href: to.agendas(municipality.slug) },
        {
          text: t.meetingOn(meeting.committee, longDate(meeting.date, language)),
          href: to.agenda(municipality.slug, meeting.id),
        },
        { text: isSent ? t.sentTitle : t.title },
      ]}
    >
      <p className="overline" {...langOfMinutes(language)}>
        {t.meetingOn(meeting.committee, fullDate(meeting.date, language))}
      </p>
      <h1>{isSent ? t.sentTitle : t.title}</h1>
      {done && !errors && <output className="notice">{done === "tillaeg" ? t.addendumDone : t.done}</output>}
      <ErrorSummary errors={errors} />
      {isSent ? <SentList {...loaderData} /> : <SendForm {...loaderData} error={errors?.["answered"]} />}
    </Page>
  );
}
