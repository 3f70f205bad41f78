import { redirect } from "react-router";
import { acceptedEndings } from "#papers/attachment-kind.ts";
import { arrangeAttachments, arrangementShape, MOST_ATTACHMENTS, removeAttachment } from "#papers/attachments.ts";
import { mayEdit } from "#papers/policy.ts";
import { actorNow } from "#web/context.ts";
import { listAttachments } from "#papers/queries.ts";
import { bringsFiles } from "#web/body-limit.ts";
import { wordFor } from "#web/word-for.ts";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { ErrorSummary, type FormErrors } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/attachments";
import { ArrangeForm } from "./ArrangeForm.tsx";
import { readMoves } from "./arrange-form.ts";
import { again, enterPaper, headOf, refused } from "./enter.ts";
import { attachmentMessages } from "./messages-attachments.ts";
import { paperTrail } from "./paper-trail.ts";
import { PaperHeading } from "./PaperHeading.tsx";
import { receiveFiles } from "./receive-files.ts";
import { SeeNow } from "./SeeNow.tsx";
import { UploadForm } from "./UploadForm.tsx";

/** Files are sent with their progress where scripts run. */
export const handle = { hydrate: true };

export async function loader(args: Route.LoaderArgs) {
  const entered = await enterPaper(args);
  const { actor, db, municipality, paper, to } = entered;
  if (!mayEdit(actor, paper.facts)) throw redirect(to.paper(municipality.slug, paper.id), 303);
  const query = new URL(args.request.url).searchParams;
  return {
    ...headOf(entered),
    attachments: await listAttachments(db, municipality.id, paper.id),
    accept: acceptedEndings.join(","),
    done: query.get("gjort"),
    added: Number(query.get("antal")) || 0,
  };
}

export async function action(args: Route.ActionArgs) {
  const { actor, db, municipality, paper, language, to } = await enterPaper(args);
  const t = attachmentMessages[language];
  const place = { municipalityId: municipality.id, id: paper.id };
  const back = (query: Record<string, string | number>) =>
    redirect(to.paperAttachments(municipality.slug, paper.id, query), 303);
  if (bringsFiles(args.request.headers.get("Content-Type"))) {
    // Asked before the files are read: nobody sends a gigabyte to be told no.
    if (!mayEdit(actor, paper.facts)) return again({ form: t.why.forbidden }, null, null, 403);
    const { files, stopped } = await receiveFiles(db, () => actorNow(args.context), place, args.request);
    const errors: FormErrors = {};
    for (const [index, { file, result }] of files.entries())
      if (!result.ok) errors[`form-${index}`] = t.refused(file, t.why[result.reason]);
    if (stopped) errors["form"] = t.stopped[stopped];
    else if (files.length === 0) errors["open"] = t.noFile;
    const added = files.filter(({ result }) => result.ok).length;
    if (Object.keys(errors).length === 0) return back({ gjort: "tilfoejet", antal: added });
    return again({ ...errors, ...(added > 0 && { added: t.added(added) }) }, null, null);
  }
  const form = await args.request.formData();
  const deed = String(form.get("do"));
  const version = form.get("version");
  if (deed.startsWith("remove-")) {
    const result = await removeAttachment(db, actor, place, Number(deed.slice("remove-".length)));
    if (result.ok) return back({ gjort: "fjernet" });
    const { errors, status } = refused(result, language, municipality);
    return again(errors, null, version, status);
  }
  const rows = readMoves(form, deed, MOST_ATTACHMENTS);
  const read = arrangementShape.safeParse(
    rows.map((row) => ({ id: Number(row["id"]), name: row["name"], closed: row["openness"] === "closed" })),
  );
  if (!read.success) {
    const wrong = read.error.issues.flatMap(({ path: [index] }) => (typeof index === "number" ? [index + 1] : []));
    return again(Object.fromEntries(wrong.map((index) => [`name-${index}`, t.nameWrong])), rows, version);
  }
  const result = await arrangeAttachments(db, actor, { ...place, version: Number(version) }, read.data);
  if (result.ok) return back({ gjort: "gemt" });
  const { errors, status, stale } = refused(result, language, municipality);
  return again(errors, rows, version, status, stale);
}

export default function Attachments({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, paper, attachments, accept, done, added } = loaderData;
  const { t, to, language } = useLanguage(attachmentMessages);
  const { errors, stale, values } = actionData ?? {};
  const { added: addedToo, ...faults } = errors ?? {};
  const doneWords: Record<string, string> = { tilfoejet: t.added(added), fjernet: t.removed, gemt: t.saved };
  const said = actionData ? addedToo : wordFor(doneWords, done);
  return (
    <Page title={t.title} municipality={municipality} trail={paperTrail(language, municipality, paper, t.title)}>
      <PaperHeading paper={paper} page={t.title} />
      <p className="lead">{t.lead}</p>
      {said && <output className="notice">{said}</output>}
      <ErrorSummary errors={faults} />
      {stale && <SeeNow municipality={municipality.slug} paper={paper.id} />}
      {attachments.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneLead}</p>
        </EmptyState>
      ) : (
        <ArrangeForm
          key={`${paper.version}-${attachments.length}`}
          municipality={municipality.slug}
          paper={paper.id}
          version={actionData?.version ?? paper.version}
          attachments={attachments}
          values={values ?? undefined}
          errors={errors}
        />
      )}
      <UploadForm accept={accept} action={to.paperUpload(municipality.slug, paper.id)} errors={errors} />
      <p>
        <a href={to.paper(municipality.slug, paper.id)}>{t.done}</a>
      </p>
    </Page>
  );
}
