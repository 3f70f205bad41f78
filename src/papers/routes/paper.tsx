import { redirect } from "react-router";
import { findCase } from "#cases/queries.ts";
import { mayDecideHere, nextStep } from "#papers/record-treatment.ts";
import { listOfSameCase } from "#papers/list-queries.ts";
import { mayDelete, mayEdit, mayResume, maySubmit, mayWithdraw } from "#papers/policy.ts";
import { readParts } from "#papers/queries.ts";
import { listSnapshots } from "#papers/snapshots.ts";
import { wordFor } from "#web/word-for.ts";
import { ErrorSummary } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { moment } from "../../web/formats.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/paper";
import { again, enterPaper, headOf, refused } from "./enter.ts";
import { formText } from "./form-text.ts";
import { paperMessages } from "./messages.ts";
import { doDeed } from "./paper-deeds.ts";
import { paperTrail } from "./paper-trail.ts";
import { PaperAside } from "./PaperAside.tsx";
import { PaperDeeds } from "./PaperDeeds.tsx";
import { PaperFacts } from "./PaperFacts.tsx";
import { PaperHeading } from "./PaperHeading.tsx";
import { PaperText } from "./PaperText.tsx";

export async function loader(args: Route.LoaderArgs) {
  const entered = await enterPaper(args);
  const { actor, db, municipality, paper, language } = entered;
  const { facts } = paper;
  const [parts, snapshots, sameCase, archived] = await Promise.all([
    readParts(db, municipality.id, paper.id),
    listSnapshots(db, municipality.id, paper.id),
    listOfSameCase(db, actor, municipality.id, paper),
    findCase(db, municipality.id, paper.reference),
  ]);
  const next = nextStep(parts.path);
  return {
    ...headOf(entered),
    head: {
      responsible: paper.responsibleName,
      deadline: paper.deadline,
      closedGround: paper.closedGround,
      created: moment(paper.createdAt, language),
      changed: moment(paper.updatedAt, language),
    },
    ...parts,
    sections: parts.sections.map(({ updatedAt, help: _help, ...section }) => ({
      ...section,
      saved: section.updatedBy && moment(updatedAt, language),
    })),
    path: parts.path.map(({ treatedAt: _at, ...step }) => step),
    snapshots: snapshots.map(({ at, ...snapshot }) => ({ ...snapshot, when: moment(at, language) })),
    sameCase,
    archived: archived?.key ?? null,
    may: {
      edit: mayEdit(actor, facts),
      submit: maySubmit(actor, facts),
      withdraw: mayWithdraw(actor, facts),
      resume: mayResume(actor, facts),
      remove: mayDelete(actor, facts) && parts.sections.every(({ version }) => version === 1),
      treat: next && mayDecideHere(actor, facts, next.committeeId) ? next.position : null,
    },
    done: new URL(args.request.url).searchParams.get("gjort"),
  };
}

export async function action(args: Route.ActionArgs) {
  const { actor, db, municipality, paper, language, to } = await enterPaper(args);
  const form = await args.request.formData();
  const version = form.get("version");
  const values = { reason: formText(form, "reason"), result: formText(form, "result") };
  const seen = { municipalityId: municipality.id, id: paper.id, version: Number(version) };
  const deed = await doDeed(db, actor, seen, form, language);
  if ("errors" in deed) return again(deed.errors, values, version, deed.status);
  if ("done" in deed) {
    const query = { gjort: deed.done };
    const next =
      deed.done === "slettet" ? to.papers(municipality.slug, query) : to.paper(municipality.slug, paper.id, query);
    return redirect(next, 303);
  }
  const { errors, status, stale } = refused(deed.refusal, language, municipality);
  return again(errors, values, version, status, stale);
}

export default function Paper({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, paper, done } = loaderData;
  const { t, language } = useLanguage(paperMessages);
  return (
    <Page title={paper.title} municipality={municipality} trail={paperTrail(language, municipality, paper)}>
      <PaperHeading paper={paper} />
      {!actionData && wordFor(t.done, done) && <output className="notice">{wordFor(t.done, done)}</output>}
      {paper.state === "dispatched" && loaderData.may.edit && <p className="notice">{t.sentOut}</p>}
      <ErrorSummary errors={actionData?.errors} />
      <div className="paper">
        <div className="paper__main">
          <PaperFacts data={loaderData} />
          <PaperText data={loaderData} />
        </div>
        <PaperAside data={loaderData} />
        <PaperDeeds
          data={loaderData}
          version={actionData?.version ?? paper.version}
          errors={actionData?.errors}
          values={actionData?.values}
        />
      </div>
    </Page>
  );
}
