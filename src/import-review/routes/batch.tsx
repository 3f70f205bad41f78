import { useEffect } from "react";
import { data, redirect, useRevalidator } from "react-router";
import { mayReview } from "#import-review/policy.ts";
import { findBatch } from "#import-review/queries.ts";
import { discard, wantFiles } from "#import-review/review-operations.ts";
import { ErrorSummary } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { moment } from "../../web/formats.ts";
import { languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import { notFound } from "../../web/not-found.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/batch";
import { enter } from "./enter.ts";
import { FileRow } from "./FileRow.tsx";
import { importMessages } from "./messages.ts";
import { faultText } from "./uploads.tsx";

export const handle = { hydrate: true };

export async function loader(args: Route.LoaderArgs) {
  const { actor, db, municipality } = await enter(args);
  const batch = await findBatch(db, municipality.id, Number(args.params.batch));
  if (!batch) throw notFound({ municipality });
  const query = new URL(args.request.url).searchParams;
  const { begunBy, ...shown } = batch;
  return {
    municipality: { slug: municipality.slug, name: municipality.name },
    batch: shown,
    mayReview: mayReview(actor, { municipalityId: municipality.id, begunBy }),
    notes: {
      passedOver: Number(query.get("sprunget")),
      again: Number(query.get("igen")),
      wanted: query.has("valgt") ? Number(query.get("valgt")) : null,
      discarded: query.has("smidt"),
      fault: query.get("fejl"),
    },
  };
}

export async function action(args: Route.ActionArgs) {
  const { actor, db, municipality } = await enter(args);
  const to = links[languageOf(new URL(args.request.url).pathname)];
  const batchId = Number(args.params.batch);
  if (!(await findBatch(db, municipality.id, batchId))) throw notFound({ municipality });
  const form = await args.request.formData();
  if (form.get("do") === "discard") {
    await discard(db, actor, municipality.id, batchId, null);
    return redirect(to.imports(municipality.slug, { smidt: "ja" }), 303);
  }
  if (form.has("discard")) {
    const file = Number(form.get("discard"));
    if (Number.isSafeInteger(file)) await discard(db, actor, municipality.id, batchId, file);
    return redirect(to.importBatch(municipality.slug, batchId, { smidt: "ja" }), 303);
  }
  const chosen = form.getAll("file").map(Number).filter(Number.isSafeInteger);
  const wanted = await wantFiles(db, actor, municipality.id, batchId, form.get("do") === "want-all" ? "all" : chosen);
  if (!wanted) return data({ error: "none" as const }, { status: 400 });
  return redirect(to.importBatch(municipality.slug, batchId, { valgt: wanted }), 303);
}

/** Milliseconds between two looks at how far the files are. */
const LOOK = 1500;

export default function Batch({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, batch, notes, mayReview } = loaderData;
  const { t, to, language } = useLanguage(importMessages);
  const { revalidate } = useRevalidator();
  const pending = batch.files.filter(({ state }) => state === "waiting" || state === "wanted").length;
  useEffect(() => {
    if (pending === 0) return undefined;
    const timer = setInterval(() => void revalidate(), LOOK);
    return () => clearInterval(timer);
  }, [pending, revalidate]);
  const title = t.upload(moment(batch.begunAt, language));
  const cameIn = (["new", "revised", "unchanged"] as const).flatMap((result) => {
    const files = batch.files.filter((file) => file.state === "imported" && file.result === result).length;
    return files > 0 ? [t.resultCount[result](files)] : [];
  });
  const ready = batch.files.filter(({ state, summary }) => state === "read" && summary?.hindrance === null);
  return (
    <Page
      title={title}
      municipality={municipality}
      trail={[{ text: t.title, href: to.imports(municipality.slug) }, { text: title }]}
    >
      <h1>{title}</h1>
      <p className="row-facts">
        {batch.begunByName} · {t.files(batch.files.length)}
      </p>
      <ErrorSummary
        errors={
          actionData?.error
            ? { form: t.noneWanted }
            : notes.fault === null
              ? undefined
              : { form: faultText(t, notes.fault) }
        }
      />
      {notes.wanted !== null && <output className="notice">{t.wanted(notes.wanted)}</output>}
      {notes.discarded && <output className="notice">{t.discarded}</output>}
      {notes.passedOver > 0 && <p className="notice">{t.passedOver(notes.passedOver)}</p>}
      {notes.again > 0 && <p className="notice">{t.again(notes.again)}</p>}
      {/* A list of what has come so far, which an output may not hold. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div role="status" className="upload-progress">
        {pending > 0 && (
          <>
            <label htmlFor="done">{t.progress(batch.files.length - pending, batch.files.length)}</label>
            <progress id="done" max={batch.files.length} value={batch.files.length - pending} />
            <a href={to.importBatch(municipality.slug, batch.id)}>{t.refresh}</a>
          </>
        )}
        {cameIn.length > 0 && (
          <p>
            <strong>{t.cameIn}:</strong> {cameIn.join(" · ")}
          </p>
        )}
      </div>
      <form method="post">
        <h2>{t.filesTitle}</h2>
        <ul className="plain-list file-list">
          {batch.files.map((file) => (
            <FileRow key={file.id} {...{ municipality: municipality.slug, batch: batch.id, file, mayReview }} />
          ))}
        </ul>
        {ready.length > 0 && (
          <div className="form-buttons">
            <button type="submit" name="do" value="want" className="button button-primary">
              {t.wantChosen}
            </button>
            <button type="submit" name="do" value="want-all" className="button button-secondary">
              {t.wantAll}
            </button>
          </div>
        )}
      </form>
      <details className="details">
        <summary className="details-summary">{t.discardBatch}</summary>
        <form method="post">
          <p>{t.discardLead}</p>
          <button type="submit" name="do" value="discard" className="button button-secondary">
            {t.discardBatch}
          </button>
        </form>
      </details>
    </Page>
  );
}
