import { data, redirect } from "react-router";
import { answerFinding, reopenFinding } from "#papers/findings/answer-finding.ts";
import { listFindings } from "#papers/findings/findings.ts";
import { useComputed } from "#papers/findings/use-computed.ts";
import { mayEdit } from "#papers/policy.ts";
import { ErrorSummary, type FormErrors } from "../../../web/components/Form.tsx";
import { EmptyState } from "../../../web/components/EmptyState.tsx";
import { Page } from "../../../web/components/Page.tsx";
import { langOfMinutes } from "../../../web/language.ts";
import { notFound } from "../../../web/not-found.ts";
import { useLanguage } from "../../../web/use-language.ts";
import { enterPaper, headOf } from "../enter.ts";
import { paperTrail } from "../paper-trail.ts";
import { PaperHeading } from "../PaperHeading.tsx";
import type { Route } from "./+types/findings";
import { FindingList } from "./FindingList.tsx";
import { shownFinding } from "./load-section.ts";
import { editorMessages } from "./messages.ts";
import { typedText } from "#web/typed-text.ts";
import { wordFor } from "#web/word-for.ts";

export async function loader(args: Route.LoaderArgs) {
  const entered = await enterPaper(args);
  const { actor, db, municipality, paper, language } = entered;
  const findings = await listFindings(db, municipality.id, paper.id);
  return {
    ...headOf(entered),
    mayEdit: mayEdit(actor, paper.facts),
    findings: findings.map((finding) => shownFinding(finding, language)),
    done: new URL(args.request.url).searchParams.get("gjort"),
  };
}

export async function action(args: Route.ActionArgs) {
  const { actor, db, municipality, paper, language, to } = await enterPaper(args);
  const t = editorMessages[language];
  const form = await args.request.formData();
  const [deed, key] = [form.get("do"), String(form.get("key") ?? "")];
  const found = { municipalityId: municipality.id, paperId: paper.id, key, reason: typedText(form.get("reason")) };
  const result =
    deed === "use"
      ? await useComputed(db, actor, found)
      : await (deed === "answer" ? answerFinding : reopenFinding)(db, actor, found);
  const refuse = (errors: FormErrors, status: number) => data({ errors, key }, { status });
  if (result.ok)
    return redirect(
      to.paperFindings(municipality.slug, paper.id, {
        gjort: deed === "use" ? "tal" : deed === "answer" ? "svar" : "aabnet",
      }),
      303,
    );
  if (result.reason === "gone") throw notFound({ municipality });
  if (result.reason === "reason-missing") return refuse({ [`reason-${key}`]: t.reasonMissing }, 400);
  if (result.reason === "forbidden") return refuse({ form: t.mayNotAnswer }, 403);
  return refuse({ form: result.reason === "conflict" ? t.cannotUse : t.settled }, 409);
}

export default function Findings({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, paper, findings, done, mayEdit } = loaderData;
  const { t, to, language } = useLanguage(editorMessages);
  const sections = Map.groupBy(findings, ({ sectionId }) => sectionId);
  const open = findings.filter(({ answer }) => !answer).length;
  return (
    <Page
      title={`${t.findingsTitle} - ${paper.title}`}
      municipality={municipality}
      trail={paperTrail(language, municipality, paper, t.findingsTitle)}
      search={false}
    >
      <PaperHeading paper={paper} page={t.findingsTitle} />
      {!actionData && wordFor(t.done, done) && <output className="notice">{wordFor(t.done, done)}</output>}
      <ErrorSummary errors={actionData?.errors} />
      {findings.length === 0 ? (
        <EmptyState title={t.noFindings}>
          <p>{t.findingsLead}</p>
        </EmptyState>
      ) : (
        <>
          <p>{t.findingsLead}</p>
          <p className="list-count">{t.openCount(open)}</p>
        </>
      )}
      {[...sections].map(([sectionId, found]) => (
        <section key={sectionId ?? 0} className="margin margin--page">
          <h2 {...langOfMinutes(language)}>{found[0]?.heading ?? t.noPlace}</h2>
          <FindingList findings={found} errors={actionData?.errors} written={actionData?.key} readOnly={!mayEdit} />
          {mayEdit && (
            <p>
              <a
                href={
                  sectionId === null
                    ? to.paper(municipality.slug, paper.id)
                    : to.paperSection(municipality.slug, paper.id, sectionId)
                }
              >
                {t.goTo}
              </a>
            </p>
          )}
        </section>
      ))}
    </Page>
  );
}
