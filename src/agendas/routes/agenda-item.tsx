import { data, redirect } from "react-router";
import { type AgendaChange, type AgendaRefusal, listAgendaChanges } from "#agendas/agenda-change.ts";
import { openItemForm } from "#agendas/agenda-item-queries.ts";
import { addNote, changeItem } from "#agendas/agenda-operations.ts";
import { changeCall } from "#agendas/guest-operations.ts";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import { appOf, signedIn } from "#web/context.ts";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { ErrorSummary, type FormErrors } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { longDate } from "../../web/formats.ts";
import { langOfMinutes, languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/agenda-item";
import { idOf } from "./agenda-buttons.ts";
import { buildingMessages } from "./agenda-messages.ts";
import { itemMessages } from "./item-messages.ts";
import { guestChoices, type ItemValues, readCall, readItem, readItemValues, valuesOf } from "./item-values.ts";
import { CallFields } from "./CallFields.tsx";
import { ItemFields } from "./ItemFields.tsx";
import { NewItemFields } from "./NewItemFields.tsx";
import { Refused } from "./Refused.tsx";

/** Of an item, or of a new one: then the address names none. */
const itemIn = (params: { item?: string | undefined }) => (params.item === undefined ? null : idOf(params.item));

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const municipality = await findMunicipality(db, params.municipality);
  if (!municipality) throw notFound();
  const meetingId = idOf(params.meeting);
  const itemId = itemIn(params);
  const form = await openItemForm(db, actor, { municipalityId: municipality.id, meetingId }, itemId ?? 0);
  if (!form) throw notFound();
  const { meeting, deadline, item, people } = form;
  const page = {
    municipality: { slug: municipality.slug, name: municipality.name },
    meeting: { id: meetingId, committee: meeting.committee, date: meeting.date, version: meeting.version ?? 0 },
    deadline,
    isNew: itemId === null,
    isSent: meeting.state === "dispatched",
    item: item && {
      id: item.id,
      number: item.number,
      kind: item.kind,
      title: item.title,
      paperClosed: item.paperClosed,
    },
    values: item ? valuesOf(item, people) : {},
    people: guestChoices(people),
  };
  // What somebody wrote of an item that is gone is shown to them still.
  return data(page, { status: item || itemId === null ? 200 : 404 });
}

type Answer = {
  values: ItemValues;
  errors?: FormErrors;
  refused?: { refused: AgendaRefusal; changes: AgendaChange[] };
};

export async function action({ context, params, request }: Route.ActionArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const language = languageOf(new URL(request.url).pathname);
  const municipality = await findMunicipality(db, params.municipality);
  if (!municipality) throw notFound();
  const form = await request.formData();
  const at = { municipalityId: municipality.id, meetingId: idOf(params.meeting), version: idOf(form.get("version")) };
  const itemId = itemIn(params);
  const opened = await openItemForm(db, actor, at, itemId ?? 0);
  if (!opened) throw notFound();
  const values = readItemValues(form);
  const answer = (rest: Omit<Answer, "values">, status: number) => data<Answer>({ values, ...rest }, { status });
  const refuse = async (refused: AgendaRefusal) => {
    const changes = refused === "changed" ? await listAgendaChanges(db, at) : [];
    const now = opened.item ? valuesOf(opened.item, opened.people) : {};
    return answer({ refused: { refused, changes }, errors: differences(values, now, language) }, 409);
  };
  if (itemId !== null && opened.meeting.state === "dispatched") {
    const read = readCall(values, opened.people, language);
    if (!read.ok) return answer({ errors: read.errors }, 400);
    const result = await changeCall(db, actor, at, itemId, read.input);
    if (result.ok) return redirect(links[language].addendum(params.municipality, at.meetingId), 303);
    return refuse(result.reason);
  }
  const read = readItem(values, opened, language);
  if (!read.ok) return answer({ errors: read.errors }, 400);
  const { title, text } = read.input;
  const result =
    itemId === null
      ? await addNote(db, actor, at, { title, text })
      : await changeItem(db, actor, at, itemId, read.input);
  if (result.ok) {
    const address = links[language].agenda(params.municipality, at.meetingId, { gemt: "ja" });
    return redirect(`${address}#punkt-${result.itemId}`, 303);
  }
  return refuse(result.reason);
}

/** Beside each field that was written otherwise: what stands there now. */
function differences(typed: ItemValues, now: ItemValues, language: "da" | "en"): FormErrors {
  const t = itemMessages[language];
  return Object.fromEntries(
    Object.entries(now).flatMap(([name, text]) =>
      typed[name] === undefined || typed[name] === text || ["place", "closed"].includes(name)
        ? []
        : [[name, text ? t.nowIs(text) : t.nowEmpty]],
    ),
  );
}

export default function AgendaItem({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, meeting, deadline, isNew, isSent, item, people } = loaderData;
  const { t, to, language } = useLanguage(itemMessages);
  const building = useLanguage(buildingMessages).t;
  const answer = actionData as Answer | undefined;
  const values = answer?.values ?? loaderData.values;
  const itemOf = isSent ? t.sentItemOf : t.itemOf;
  const heading = isNew ? t.newItem : item ? itemOf(item.number) : t.gone;
  const back = to.agenda(municipality.slug, meeting.id);
  return (
    <Page
      title={heading}
      municipality={municipality}
      trail={[
        { text: building.meetings, href: to.agendas(municipality.slug) },
        { text: `${meeting.committee} ${longDate(meeting.date, language)}`, href: back },
        { text: heading },
      ]}
    >
      {item && (
        <p className="overline" {...langOfMinutes(language)}>
          {item.title}
        </p>
      )}
      <h1>{heading}</h1>
      {answer?.refused && <Refused {...answer.refused} />}
      {!answer?.refused && <ErrorSummary errors={answer?.errors} />}
      {isNew || item ? (
        <form method="post" className="narrow" noValidate>
          <input type="hidden" name="version" value={meeting.version} />
          {item && isSent ? (
            <>
              <p>{t.sentLead}</p>
              <CallFields values={values} errors={answer?.errors} people={people} />
            </>
          ) : item ? (
            <ItemFields item={item} values={values} errors={answer?.errors} people={people} deadline={deadline} />
          ) : (
            <NewItemFields values={values} errors={answer?.errors} />
          )}
          <div className="form-buttons">
            <button type="submit" className="button button-primary">
              {item ? t.save : t.add}
            </button>
            <a href={item ? `${back}#punkt-${item.id}` : back}>{t.back}</a>
          </div>
        </form>
      ) : (
        <>
          <EmptyState title={t.gone}>
            <p>{t.goneLead}</p>
          </EmptyState>
          {answer && <Written values={answer.values} />}
          <p>
            <a href={back}>{t.back}</a>
          </p>
        </>
      )}
    </Page>
  );
}

/** What somebody wrote of an item that was taken off in the meantime, to be copied. */
function Written({ values }: { values: ItemValues }) {
  const { t } = useLanguage(itemMessages);
  const texts = ["title", "text", "closedGround", "lateReason", "guest-0", "guest-1", "guest-2", "guest-3"];
  return (
    <section>
      <h2>{t.youWrote}</h2>
      {texts.map((name) => values[name] && <p key={name}>{values[name]}</p>)}
    </section>
  );
}
