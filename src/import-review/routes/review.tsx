import { data, redirect } from "react-router";
import { findItem } from "#archive/corrections/anchors.ts";
import { understand } from "#import-review/understand.ts";
import { mayReview } from "#import-review/policy.ts";
import { findBatch, findFile, findSurroundings } from "#import-review/queries.ts";
import { noteReading } from "#import-review/note-reading.ts";
import { correctFile, uncorrectFile, wantFiles } from "#import-review/review-operations.ts";
import { reviewView } from "#import-review/review-view.ts";
import { sourceView } from "#import-review/source-view.ts";
import { dayInDenmark } from "#follow-up/due-state.ts";
import { ErrorSummary } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { moment } from "../../web/formats.ts";
import { languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/review";
import { ClosedText } from "./ClosedText.tsx";
import { closedTextMessages } from "./closed-text-messages.ts";
import { CorrectionList } from "./CorrectionList.tsx";
import { Doubts } from "./Doubts.tsx";
import { enter } from "./enter.ts";
import { importMessages } from "./messages.ts";
import { MissingItem } from "./MissingItem.tsx";
import { correctionsIn, readSent } from "./review-form.ts";
import { ReviewHead } from "./ReviewHead.tsx";
import { ReviewItem } from "./ReviewItem.tsx";
import { reviewMessages } from "./review-messages.ts";
import { ReviewPeople } from "./ReviewPeople.tsx";
import { SourceText } from "./SourceText.tsx";
import { StateTag } from "./StateTag.tsx";
import { useDoubtKeys } from "./use-doubt-keys.ts";
import { useKeptText } from "./use-kept-text.ts";

export const handle = { hydrate: true };

/** The file with what was read in it; for who may not see it, or where nothing was read, it is not there. */
async function open(args: Route.LoaderArgs | Route.ActionArgs) {
  const entered = await enter(args);
  const { actor, db, municipality } = entered;
  const file = await findFile(db, municipality.id, Number(args.params.batch), Number(args.params.file));
  if (!file?.reading || !mayReview(actor, { municipalityId: municipality.id, begunBy: file.begunBy }))
    throw notFound({ municipality });
  const today = dayInDenmark(new Date());
  const around = await findSurroundings(db, municipality.id, today);
  return {
    ...entered,
    file,
    reading: file.reading,
    today,
    understood: understand(file.reading, file.corrections, around),
  };
}

export async function loader(args: Route.LoaderArgs) {
  const { actor, db, municipality, file, reading, understood } = await open(args);
  const { text } = reading.extracted;
  await noteReading(db, actor, municipality.id, file.id, understood.minutes);
  const batch = await findBatch(db, municipality.id, file.batchId);
  const others = (batch?.files ?? []).filter(({ summary }) => summary !== null).map(({ id }) => id);
  const at = others.indexOf(file.id);
  const { id, name, state, message, version } = file;
  return {
    municipality: { slug: municipality.slug, name: municipality.name },
    batch: { id: file.batchId, begunAt: batch?.begunAt ?? new Date(0) },
    file: { id, name, state, message, version, again: file.result !== null },
    hindrance: understood.summary.hindrance,
    closedText: understood.closedText.map((item) => {
      const at = findItem(understood.read.items, item);
      return { at, number: item.number, title: item.title };
    }),
    view: reviewView(understood, text, file.corrections),
    pages: sourceView(text, understood.minutes, file.pageStarts),
    previous: others[at - 1] ?? null,
    next: others[at + 1] ?? null,
    saved: new URL(args.request.url).searchParams.has("gemt"),
  };
}

export async function action(args: Route.ActionArgs) {
  const sent = readSent(await args.request.formData());
  const { actor, db, municipality, file, reading, today, understood } = await open(args);
  const language = languageOf(new URL(args.request.url).pathname);
  const t = reviewMessages[language];
  const to = links[language];
  const place = { municipalityId: municipality.id, batchId: file.batchId, fileId: file.id };
  const refuse = (errors: Record<string, string>, status: number) =>
    data({ errors, values: sent.values, form: sent.do, item: sent.item }, { status });
  if (sent.do === "want") {
    const wanted = await wantFiles(db, actor, municipality.id, file.batchId, [file.id]);
    return redirect(to.importBatch(municipality.slug, file.batchId, { valgt: wanted ?? 0 }), 303);
  }
  const seen = { version: sent.version, today };
  let result;
  if (sent.do === "publish") {
    if (sent.values["published"] !== "yes") return refuse({ published: closedTextMessages[language].mustTick }, 400);
    const published = understood.closedText.map((item) => ({ kind: "public-text" as const, item }));
    result = await correctFile(db, actor, place, seen, published);
  } else if (sent.do === "undo") result = await uncorrectFile(db, actor, place, seen, sent.values["target"] ?? "");
  else {
    const read = correctionsIn(sent, understood.read, reading.extracted.text);
    if (!read.ok) {
      const sentence = (field: string) => t.wrong[field.replace(/-\d+$/, "")] ?? (t.wrong["other"] as string);
      return refuse(Object.fromEntries(read.wrong.map((field) => [field, sentence(field)])), 400);
    }
    result = await correctFile(db, actor, place, seen, read.corrections);
  }
  if (!result.ok) return refuse({ form: t[result.reason] }, 409);
  const anchor = sent.do === "item" ? `#punkt-${sent.item}` : "";
  return redirect(to.importFile(municipality.slug, file.batchId, file.id, { gemt: "ja" }) + anchor, 303);
}

export default function Review({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, batch, file, hindrance, closedText, view, pages, previous, next, saved } = loaderData;
  const { t, to, language } = useLanguage(reviewMessages);
  const { t: i } = useLanguage(importMessages);
  useDoubtKeys();
  const restored = useKeptText(saved || actionData !== undefined);
  const errors = actionData?.errors as Record<string, string> | undefined;
  const filled = (form: string, item?: number) =>
    actionData?.form === form && (item === undefined || actionData.item === item)
      ? { values: actionData.values, errors, open: true }
      : { values: {}, errors: undefined, open: false };
  const hidden = { version: file.version };
  return (
    <Page
      title={t.title(file.name)}
      municipality={municipality}
      search={false}
      trail={[
        { text: i.title, href: to.imports(municipality.slug) },
        { text: i.upload(moment(batch.begunAt, language)), href: to.importBatch(municipality.slug, batch.id) },
        { text: file.name },
      ]}
    >
      <h1 className="review-title">{file.name}</h1>
      <p className="row-facts">
        <StateTag state={file.state} /> <a href={to.importGiven(municipality.slug, batch.id, file.id)}>{t.download}</a>
        {previous !== null && <a href={to.importFile(municipality.slug, batch.id, previous)}>{t.previousFile}</a>}
        {next !== null && <a href={to.importFile(municipality.slug, batch.id, next)}>{t.nextFile}</a>}
      </p>
      {saved && !actionData && <output className="notice">{t.saved}</output>}
      {restored && <output className="notice">{t.restored}</output>}
      <ErrorSummary errors={errors} />
      {file.message !== null && <p className="notice">{file.message}</p>}
      {hindrance !== null && hindrance !== "closed-text" && (
        <p className="notice">{i.hindrance[hindrance](view.header.municipality ?? "")}</p>
      )}
      {closedText.length > 0 && <ClosedText {...{ items: closedText, hidden }} errors={filled("publish").errors} />}
      <div className="review">
        <section className="review__reading" id="laesningen" aria-labelledby="laesningen-titel">
          <h2 id="laesningen-titel">{t.reading}</h2>
          <p className="review__jump">
            <a href="#originalen">{t.toOriginal}</a>
          </p>
          <Doubts doubts={view.doubts} items={view.items} />
          <ReviewHead {...{ view, hidden, municipality }} {...filled("header")} />
          <ReviewPeople {...{ view, hidden }} {...filled("people")} />
          <h3>{t.itemsTitle(view.items.length)}</h3>
          {view.items.map((item, index) => (
            <ReviewItem
              key={`${index} ${item.line}`}
              {...{ item, index, hidden, doubts: view.doubts }}
              {...filled("item", index)}
            />
          ))}
          <MissingItem {...{ hidden, listField: view.listField, doubts: view.doubts }} {...filled("start")} />
          <CorrectionList {...{ view, hidden }} />
          {file.state === "read" && hindrance === null && (
            <form method="post" className="review__want">
              <button type="submit" name="do" value="want" className="button button-primary">
                {file.again ? t.wantAgain : t.want}
              </button>
            </form>
          )}
        </section>
        <SourceText pages={pages} items={view.items} />
      </div>
    </Page>
  );
}
