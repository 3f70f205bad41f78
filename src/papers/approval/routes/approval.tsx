import { data, redirect } from "react-router";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import { openPaper } from "#papers/queries.ts";
import { appOf, signedIn } from "#web/context.ts";
import { wordFor } from "#web/word-for.ts";
import { ErrorSummary } from "../../../web/components/Form.tsx";
import { Page } from "../../../web/components/Page.tsx";
import { fullDate, moment } from "../../../web/formats.ts";
import { langOfMinutes, languageOf } from "../../../web/language.ts";
import { links } from "../../../web/links.ts";
import { notFound } from "../../../web/not-found.ts";
import { PaperState } from "../../routes/PaperState.tsx";
import { useLanguage } from "../../../web/use-language.ts";
import type { Route } from "./+types/approval";
import { deeds, doDeed, isDeed, valuesOf } from "./approval-form.ts";
import { ApprovalSteps } from "./ApprovalSteps.tsx";
import { Comments } from "./Comments.tsx";
import { DecideForm, MoveOnForm, SubmitForm, TakeBackForm } from "./DecisionForms.tsx";
import { loadApproval } from "./load-approval.ts";
import { approvalMessages } from "./messages.ts";

/** The paper, for somebody who may read it as it is being written; for everybody else the page is not there. */
async function enter({ context, request, params }: Route.LoaderArgs | Route.ActionArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const municipality = await findMunicipality(db, params.municipality);
  const paper = municipality && (await openPaper(db, actor, municipality.id, Number(params.paper)));
  if (!paper) throw notFound({ municipality });
  return { actor, db, municipality, paper, language: languageOf(new URL(request.url).pathname) };
}

export async function loader(args: Route.LoaderArgs) {
  const { actor, db, municipality, paper, language } = await enter(args);
  const { id, reference, title, committee, facts } = paper;
  return {
    municipality: { slug: municipality.slug, name: municipality.name },
    paper: { id, reference, title, committee, state: facts.state, closed: facts.closed },
    done: new URL(args.request.url).searchParams.get("gjort"),
    ...(await loadApproval(db, actor, paper, language)),
  };
}

export async function action(args: Route.ActionArgs) {
  const { actor, db, municipality, paper, language } = await enter(args);
  const t = approvalMessages[language];
  const form = await args.request.formData();
  const deed = String(form.get("do"));
  if (!isDeed(deed)) throw notFound({ municipality });
  const place = { municipalityId: municipality.id, paperId: paper.id };
  const result = await doDeed(db, actor, place, deed, form, language);
  const values = valuesOf(form);
  if ("errors" in result) return data({ errors: result.errors, values }, { status: 400 });
  if (!result.ok) {
    if (result.reason === "unknown") throw notFound({ municipality });
    const said =
      result.reason === "decided" ? t.decided[result.state](result.by, moment(result.at, language)) : t[result.reason];
    return data({ errors: { form: said }, values }, { status: result.reason === "forbidden" ? 403 : 409 });
  }
  const to = links[language];
  const query = { gjort: deeds[deed] };
  // Who has decided may have no more to do with the paper, or may not even read it any longer.
  if (deed === "approve" || deed === "return") return redirect(to.work(query), 303);
  return redirect(to.paperApproval(municipality.slug, paper.id, query), 303);
}

export default function Approval({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, paper, done, meeting, rounds, may, turn, broughtBack } = loaderData;
  const { t, to, language } = useLanguage(approvalMessages);
  const minutesLang = langOfMinutes(language);
  const { errors, values } = actionData ?? {};
  const doneWords: Record<string, string> = {
    sendt: t.doneSubmitted,
    tilbage: t.doneTakenBack,
    kommentar: t.doneCommented,
    klaret: t.doneSettled,
    videre: t.doneMovedOn,
  };
  const form = { view: loaderData, errors, values: values ?? {} };
  const [newest, ...earlier] = rounds;
  const showsNewest = newest && (paper.state !== "draft" || broughtBack);
  return (
    <Page
      title={t.titleOf(paper.reference)}
      municipality={municipality}
      trail={[
        { text: t.work, href: to.work() },
        { text: paper.reference, href: to.paper(municipality.slug, paper.id) },
        { text: t.title },
      ]}
    >
      <p className="overline" {...minutesLang}>
        {paper.committee.name} · {paper.reference}
      </p>
      <h1 {...minutesLang}>{paper.title}</h1>
      <ul className="facts">
        <li>
          <PaperState state={paper.state} closed={paper.closed} />
        </li>
        <li>
          <a href={to.paper(municipality.slug, paper.id)}>{may.edit ? t.edit : t.read}</a>
        </li>
      </ul>
      {!actionData && wordFor(doneWords, done) && <output className="notice">{wordFor(doneWords, done)}</output>}
      <ErrorSummary errors={errors} />
      {broughtBack?.decided && (
        <div className="brought-back">
          <p>
            {(broughtBack.state === "returned" ? t.returnedBy : t.takenBackBy)(
              broughtBack.decided.byName,
              broughtBack.when,
            )}
          </p>
          <p className="brought-back__reason" {...minutesLang}>
            {broughtBack.comment}
          </p>
        </div>
      )}
      <div className="approval">
        <section aria-labelledby="steps">
          <h2 id="steps">{paper.state === "draft" && !showsNewest ? t.stepsToCome : t.steps}</h2>
          <p className="row-facts">
            {meeting ? t.meeting(fullDate(meeting.date, language), fullDate(meeting.deadline, language)) : t.noMeeting}
          </p>
          {showsNewest && (
            <ApprovalSteps municipality={municipality.slug} paper={paper.id} state={paper.state} steps={newest.steps} />
          )}
          {(showsNewest ? earlier : rounds).map((round) => (
            <details key={round.number} className="details">
              <summary className="details-summary">{t.earlier(round.number)}</summary>
              <div className="details-text">
                <ApprovalSteps municipality={municipality.slug} paper={paper.id} steps={round.steps} />
              </div>
            </details>
          ))}
        </section>
        <div className="approval__act">
          {may.submit && <SubmitForm {...form} />}
          {turn && may.decide && <DecideForm {...form} municipality={municipality.slug} paper={paper.id} />}
          {turn && may.moveOn && <MoveOnForm {...form} />}
          {may.takeBack && <TakeBackForm {...form} />}
        </div>
      </div>
      <Comments {...form} />
    </Page>
  );
}
