import { data, redirect } from "react-router";
import { dispatchDeadline } from "#agendas/dispatch-deadline.ts";
import { cancelMeeting, moveMeeting, planMeeting, setRules } from "#agendas/plan-operations.ts";
import { findRules, listPlanned } from "#agendas/plan-queries.ts";
import { reasonShape, rulesShape } from "#agendas/planned-meeting.ts";
import { mayPlan } from "#agendas/policy.ts";
import { findCommittee } from "#committee/queries.ts";
import { dayInDenmark } from "#follow-up/due-state.ts";
import { actorOf, appOf, signedIn } from "#web/context.ts";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { ErrorSummary, type FormErrors } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { langOfMinutes, languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/plan";
import { idOf } from "./agenda-buttons.ts";
import { ChangeMeeting, NewMeeting, Rules } from "./PlanForms.tsx";
import { agendaMessages } from "./messages.ts";
import { type PlanValues, readMeeting, readValues } from "./plan-form.ts";
import { PlannedList } from "./PlannedList.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { db } = appOf(context);
  const committee = await findCommittee(db, params.municipality, params.committee);
  if (!committee) throw notFound();
  const { municipalityId, id: committeeId } = committee;
  const today = dayInDenmark(new Date());
  const query = new URL(request.url).searchParams;
  const [planned, rules] = await Promise.all([
    listPlanned(db, { municipalityId, committeeId, from: `${today.slice(0, 4)}-01-01` }),
    findRules(db, municipalityId, committeeId),
  ]);
  const meetings = planned.map(({ startsAt: _start, endsAt: _end, ...meeting }) => ({
    ...meeting,
    dispatchBy: meeting.cancelled || meeting.date < today ? undefined : dispatchDeadline(meeting.date, rules),
  }));
  return {
    committee: { slug: committee.slug, name: committee.name, municipality: committee.municipality },
    coming: meetings.filter(({ date }) => date >= today),
    earlier: meetings.filter(({ date }) => date < today),
    rules,
    mayPlan: mayPlan(actorOf(context), { municipalityId, committeeId }),
    changing: Number(query.get("ret")) || null,
    saved: query.has("gemt"),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const language = languageOf(new URL(request.url).pathname);
  const t = agendaMessages[language];
  const committee = await findCommittee(db, params.municipality, params.committee);
  if (!committee) throw notFound();
  const place = { municipalityId: committee.municipalityId, committeeId: committee.id };
  const done = () => redirect(links[language].plan(params.municipality, params.committee, { gemt: "ja" }), 303);
  const form = await request.formData();
  const values = readValues(form);
  const refuse = (errors: FormErrors, status = 400) =>
    data({ errors, values: values as Partial<PlanValues> }, { status });
  const seen = { id: idOf(form.get("id")), version: Number(form.get("version")) };
  const what = form.get("do");
  if (what === "rules") {
    const rules = rulesShape.safeParse({
      days: Number(form.get("days") || Number.NaN),
      saturdayCounts: form.get("saturday") === "yes",
      meetingDayCounts: form.get("meetingDay") === "yes",
    });
    if (!rules.success) return refuse({ days: t.daysWrong });
    const set = await setRules(db, actor, place, rules.data);
    return set.ok ? done() : refuse({ form: t.forbidden }, 403);
  }
  let result;
  if (what === "cancel") {
    const reason = reasonShape.safeParse(values.reason);
    if (!reason.success) return refuse({ reason: t.reasonWrong });
    result = await cancelMeeting(db, actor, place, seen, reason.data);
  } else {
    const read = readMeeting(values, what === "move", language);
    if (!read.ok) return refuse(read.errors);
    result =
      what === "move"
        ? await moveMeeting(db, actor, place, seen, read.meeting, values.reason)
        : await planMeeting(db, actor, place, read.meeting);
  }
  return result.ok ? done() : refuse({ form: t[result.reason] }, result.reason === "forbidden" ? 403 : 409);
}

export default function Plan({ loaderData, actionData }: Route.ComponentProps) {
  const { committee, coming, earlier, rules, mayPlan, changing, saved } = loaderData;
  const { municipality } = committee;
  const { t, to, language } = useLanguage(agendaMessages);
  const form = { values: actionData?.values ?? {}, errors: actionData?.errors };
  const changed = [...coming, ...earlier].find(({ id }) => id === changing);
  return (
    <Page
      title={t.plan(committee.name)}
      municipality={municipality}
      trail={[
        { text: committee.name, href: to.committee(municipality.slug, committee.slug), fromMinutes: true },
        { text: t.planTitle },
      ]}
    >
      <p className="overline" {...langOfMinutes(language)}>
        {committee.name}
      </p>
      <h1>{t.planTitle}</h1>
      {saved && !actionData && <output className="notice">{t.saved}</output>}
      <ErrorSummary errors={actionData?.errors} />
      {coming.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneHelp}</p>
        </EmptyState>
      ) : (
        <PlannedList meetings={coming}>
          {(meeting) =>
            mayPlan &&
            !meeting.cancelled && (
              <a href={`${to.plan(municipality.slug, committee.slug, { ret: meeting.id })}#ret`}>{t.change}</a>
            )
          }
        </PlannedList>
      )}
      <p>
        <a href={to.planCalendar(municipality.slug, committee.slug)}>{t.subscribe}</a>
      </p>
      <p className="row-facts">{t.subscribeHelp}</p>
      {mayPlan && (
        <div className="plan-forms">
          {changed ? <ChangeMeeting meeting={changed} {...form} /> : <NewMeeting {...form} />}
          <Rules rules={rules} errors={form.errors} />
        </div>
      )}
      {earlier.length > 0 && (
        <section>
          <h2>{t.earlier}</h2>
          <PlannedList meetings={earlier} />
        </section>
      )}
    </Page>
  );
}
