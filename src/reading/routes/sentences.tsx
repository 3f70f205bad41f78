import { randomUUID } from "node:crypto";
import { data, redirect } from "react-router";
import { quoteOf } from "#reading/anchor.ts";
import { noteClosedReads } from "#reading/closed-reads.ts";
import { openMeeting, type ReadItem, type ReadMeeting } from "#reading/open-meeting.ts";
import { addHighlight, highlightShape } from "#reading/own-operations.ts";
import { paragraphsOf } from "#reading/sentences.ts";
import { appOf, signedIn } from "#web/context.ts";
import { ErrorSummary } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { longDate } from "../../web/formats.ts";
import { langOfMinutes, languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/sentences";
import { chosenRanges } from "./chosen-ranges.ts";
import { colours } from "./colours.ts";
import { Highlights } from "./Highlights.tsx";
import { readingMessages } from "./messages.ts";
import { keepOwn } from "./own-form.ts";
import { partName } from "./part-name.ts";

async function openItem({ context, params, request }: Route.LoaderArgs | Route.ActionArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const meeting = await openMeeting(db, actor, params.municipality, Number(params.meeting));
  const view = meeting?.items.find(({ item }) => item.id === Number(params.item));
  if (!meeting || !view) throw notFound();
  return { db, actor, meeting, view };
}

const dispatchOf = ({ head }: ReadMeeting) => head.dispatches - 1;

export async function loader(args: Route.LoaderArgs) {
  const { db, actor, meeting, view } = await openItem(args);
  await noteClosedReads(db, actor, meeting.head.municipalityId, [view.item]);
  const { id, number, title } = view.item;
  const { municipality, committee, id: meetingId, date } = meeting.head;
  return {
    municipality,
    committee: committee.name,
    date,
    meetingId,
    item: { id, number, title },
    dispatch: dispatchOf(meeting),
    highlights: view.highlights,
    parts: partsToChooseFrom(view),
  };
}

const partsToChooseFrom = ({ parts }: ReadItem) =>
  parts.map(({ key, heading, text }) => ({
    key,
    heading,
    paragraphs: paragraphsOf(text).map(({ from, to, sentences }) => ({
      from,
      to,
      sentences: sentences.map((range) => ({ ...range, text: text.slice(range.from, range.to) })),
    })),
  }));

export async function action(args: Route.ActionArgs) {
  const { db, actor, meeting, view } = await openItem(args);
  const form = await args.request.formData();
  const to = links[languageOf(new URL(args.request.url).pathname)];
  const { municipality, meeting: meetingId } = args.params;
  if (form.get("do") === "remove") {
    await keepOwn(db, actor, meeting, form);
    throw redirect(to.readingItem(municipality, Number(meetingId), view.item.id), 303);
  }
  if (Number(form.get("dispatch")) !== dispatchOf(meeting)) return data({ reason: "moved" as const }, { status: 409 });
  const colour = highlightShape.shape.colour.safeParse(form.get("colour"));
  const ranges = chosenRanges(form.getAll("words").map(String), view.parts);
  if (!colour.success || ranges.length === 0) return data({ reason: "nothing" as const }, { status: 400 });
  for (const { part, text, range } of ranges) {
    const quote = { id: randomUUID(), part, colour: colour.data, ...quoteOf(text, range) };
    const added = await addHighlight(db, actor, meeting, view.item.id, quote);
    if (!added.ok) return data({ reason: added.reason }, { status: 400 });
  }
  throw redirect(`${to.readingMeeting(municipality, Number(meetingId))}#punkt-${view.item.id}`, 303);
}

/** Marks sentences and paragraphs by ticking them: without a pointer, and without scripts. */
export default function Sentences({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, committee, date, meetingId, item, dispatch, parts, highlights } = loaderData;
  const { t, to, language } = useLanguage(readingMessages);
  const lang = langOfMinutes(language);
  const page = to.readingMeeting(municipality.slug, meetingId);
  const message =
    actionData &&
    {
      moved: t.textMoved,
      nothing: t.nothingChosen,
      unknown: t.textMoved,
      "no-such-words": t.noSuchWords,
      "too-many": t.tooManyMarks,
    }[actionData.reason];
  let number = 0;
  return (
    <Page
      title={t.sentencesTitle(item.number)}
      municipality={municipality}
      trail={[
        { text: t.toMeetings, href: to.reading(municipality.slug) },
        { text: `${committee} ${longDate(date, language)}`, href: page, fromMinutes: true },
        { text: t.item(item.number) },
      ]}
    >
      <div className="sentences">
        <p className="overline" {...lang}>
          {item.title}
        </p>
        <h1>{t.sentencesTitle(item.number)}</h1>
        <p>{t.sentencesLead}</p>
        <ErrorSummary errors={message ? { form: message } : undefined} />
        <form method="post">
          <input type="hidden" name="dispatch" value={dispatch} />
          {parts.map(({ key, heading, paragraphs }) => (
            <section key={key}>
              <h2 {...lang}>{partName(t, key, heading)}</h2>
              {paragraphs.map(({ from, to, sentences }) => {
                number++;
                const id = `afsnit-${number}`;
                return (
                  <fieldset key={from} className="sentence-choice">
                    <legend className="sr-only">{t.paragraph(number)}</legend>
                    {sentences.map((sentence) => (
                      <label key={sentence.from} className="sentence-choice__one">
                        <input type="checkbox" name="words" value={`${key} ${sentence.from} ${sentence.to}`} />
                        <span {...lang}>{sentence.text}</span>
                      </label>
                    ))}
                    {sentences.length > 1 && (
                      <label className="sentence-choice__one sentence-choice__all" htmlFor={id}>
                        <input id={id} type="checkbox" name="words" value={`${key} ${from} ${to}`} />
                        <span>
                          {t.wholeParagraph}
                          <span className="sr-only"> {number}</span>
                        </span>
                      </label>
                    )}
                  </fieldset>
                );
              })}
            </section>
          ))}
          <div className="sentence-foot">
            <fieldset>
              <legend>{t.colour}</legend>
              {colours.map((colour, index) => (
                <label key={colour}>
                  <input type="radio" name="colour" value={colour} defaultChecked={index === 0} />
                  <mark className={`highlight highlight--${colour}`}>{t.colours[colour]}</mark>
                </label>
              ))}
            </fieldset>
            <div className="form-buttons">
              <button type="submit" className="button button-primary">
                {t.addMarks}
              </button>
              <a href={`${page}#punkt-${item.id}`}>{t.backToItem(item.number)}</a>
            </div>
          </div>
        </form>
        <Highlights item={item.id} number={item.number} highlights={highlights} />
      </div>
    </Page>
  );
}
