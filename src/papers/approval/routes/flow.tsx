import { data, redirect } from "react-router";
import { findCommittee } from "#committee/queries.ts";
import { flowMark, setFlow } from "#papers/approval/flow-operations.ts";
import { findFlow } from "#papers/approval/flow-queries.ts";
import { mayKeepFlow } from "#papers/approval/policy.ts";
import { approverRoles } from "#papers/approval/steps.ts";
import { appOf, signedIn } from "#web/context.ts";
import { ErrorSummary, type FormErrors } from "../../../web/components/Form.tsx";
import { Page } from "../../../web/components/Page.tsx";
import { listing } from "../../../web/formats.ts";
import { langOfMinutes, languageOf } from "../../../web/language.ts";
import { links } from "../../../web/links.ts";
import { notFound } from "../../../web/not-found.ts";
import { useLanguage } from "../../../web/use-language.ts";
import type { Route } from "./+types/flow";
import { arrange, readFlow, readSteps, typed } from "./flow-form.ts";
import { FlowStepFields } from "./FlowStepFields.tsx";
import { flowMessages } from "./messages-flow.ts";

/** The committee, for somebody who may set who approves its papers; for everybody else the page is not there. */
async function enter({ context, request, params }: Route.LoaderArgs | Route.ActionArgs) {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const committee = await findCommittee(db, params.municipality, params.committee);
  const place = committee && { municipalityId: committee.municipalityId, committeeId: committee.id };
  if (!committee || !place || !mayKeepFlow(actor, place)) throw notFound({ municipality: committee?.municipality });
  const { steps, own } = await findFlow(db, place.municipalityId, place.committeeId);
  return { actor, db, committee, place, steps, own, language: languageOf(new URL(request.url).pathname) };
}

export async function loader(args: Route.LoaderArgs) {
  const { committee, steps, own } = await enter(args);
  return {
    municipality: committee.municipality,
    committee: { slug: committee.slug, name: committee.name },
    steps: typed(steps),
    seen: flowMark(steps),
    own,
    saved: new URL(args.request.url).searchParams.has("gemt"),
  };
}

export async function action(args: Route.ActionArgs) {
  const { actor, db, committee, place, language, steps: now } = await enter(args);
  const t = flowMessages[language];
  const form = await args.request.formData();
  const button = String(form.get("do"));
  const steps = readSteps(form);
  const seen = String(form.get("seen"));
  const refuse = (errors: FormErrors, status = 400, mark = seen) =>
    data({ steps, seen: mark, errors, arranged: false }, { status });
  if (button !== "save" && button !== "standard")
    return data({ steps: arrange(steps, button), seen, errors: {} as FormErrors, arranged: true });
  const read = button === "standard" ? { ok: true as const, steps: [] } : readFlow(steps, language);
  if (!read.ok) return refuse(read.errors);
  const set = await setFlow(db, actor, place, read.steps, seen);
  if (set.ok)
    return redirect(links[language].approvalFlow(args.params.municipality, committee.slug, { gemt: "ja" }), 303);
  if (set.reason === "forbidden") return refuse({ form: t.forbidden }, 403);
  const others = listing(
    now.map(({ role }) => t.roles[role]),
    language,
  );
  return refuse({ form: `${t.changed}${others}. ${t.changedHelp}` }, 409, flowMark(now));
}

export default function Flow({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, committee, own, saved } = loaderData;
  const { t, to, language } = useLanguage(flowMessages);
  const { steps, seen, errors } = actionData ?? { ...loaderData, errors: undefined };
  const minutesLang = langOfMinutes(language);
  return (
    <Page
      title={t.titleOf(committee.name)}
      municipality={municipality}
      trail={[
        { text: t.work, href: to.work() },
        { text: t.title, href: to.approvalFlows(municipality.slug) },
        { text: committee.name, fromMinutes: true },
      ]}
    >
      <div className="narrow">
        <p className="overline" {...minutesLang}>
          {committee.name}
        </p>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        {saved && !actionData && <output className="notice">{t.saved}</output>}
        {actionData?.arranged && <output className="notice">{t.notSaved}</output>}
        <ErrorSummary errors={errors} />
        {!own && !actionData && <p className="list-count">{t.standard}</p>}
        <form method="post" noValidate key={JSON.stringify(steps)}>
          <button type="submit" name="do" value="save" hidden aria-hidden="true" tabIndex={-1} />
          <input type="hidden" name="seen" value={seen} />
          {steps.map((step, index) => (
            <FlowStepFields
              // oxlint-disable-next-line react/no-array-index-key -- a role may stand in two steps
              key={index}
              step={step}
              index={index}
              last={index === steps.length - 1}
              roles={approverRoles}
              errors={errors}
            />
          ))}
          <p className="flow-add">
            <button type="submit" name="do" value="add" className="button button-tertiary">
              {t.add}
            </button>
          </p>
          <p className="form-buttons">
            <button type="submit" name="do" value="save" className="button button-primary">
              {t.save}
            </button>
            {own && (
              <button type="submit" name="do" value="standard" className="button button-secondary">
                {t.useStandard}
              </button>
            )}
          </p>
        </form>
      </div>
    </Page>
  );
}
