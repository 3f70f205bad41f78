import { redirect } from "react-router";
import { listCommitteeChoices, listMeetingChoices } from "#papers/choice-queries.ts";
import { consultationRoles } from "#papers/paper.ts";
import { pathShape } from "#papers/path.ts";
import { mayEdit } from "#papers/policy.ts";
import { listSteps, setPath } from "#papers/set-path.ts";
import { Choice, ErrorSummary } from "../../web/components/Form.tsx";
import { Page } from "../../web/components/Page.tsx";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/path";
import { again, enterPaper, headOf, refused } from "./enter.ts";
import { MeetingChoice } from "./MeetingChoice.tsx";
import { paperMessages } from "./messages.ts";
import { formMessages } from "./messages-forms.ts";
import { paperTrail } from "./paper-trail.ts";
import { PaperHeading } from "./PaperHeading.tsx";
import { readRows, type Row } from "./row-form.ts";
import { RowFields } from "./RowFields.tsx";
import { RowsButtons } from "./RowsButtons.tsx";
import { SeeNow } from "./SeeNow.tsx";

const MOST = 12;

export async function loader(args: Route.LoaderArgs) {
  const entered = await enterPaper(args);
  const { actor, db, municipality, paper, to } = entered;
  if (!mayEdit(actor, paper.facts)) throw redirect(to.paper(municipality.slug, paper.id), 303);
  const steps = await listSteps(db, municipality.id, paper.id);
  const chosen = steps.flatMap(({ meetingId }) => meetingId ?? []);
  const [committees, meetings] = await Promise.all([
    listCommitteeChoices(db, municipality.id),
    listMeetingChoices(db, municipality.id, chosen),
  ]);
  return {
    ...headOf(entered),
    committees,
    meetings,
    settled: steps.findLastIndex(({ settled }) => settled) + 1,
    shown: steps.map(({ committeeId, role, meetingId }): Row => ({
      committee: String(committeeId),
      role,
      meeting: meetingId?.toString() ?? "",
    })),
  };
}

export async function action(args: Route.ActionArgs) {
  const { actor, db, municipality, paper, language, to } = await enterPaper(args);
  const t = formMessages[language];
  const form = await args.request.formData();
  const version = form.get("version");
  const rows = readRows(form, ["committee", "role", "meeting"], MOST + 2);
  if (form.get("do") === "more") return again({}, rows, version, 200);
  const steps = rows.filter((row) => row["committee"] !== "");
  const read = pathShape.safeParse(
    steps.map((row) => ({
      committeeId: Number(row["committee"]),
      role: row["role"],
      meetingId: row["meeting"] === "" ? null : Number(row["meeting"]),
    })),
  );
  if (!read.success)
    return again({ form: steps.length === 0 ? t.pathEmpty : t.faults["unknown-committee"] }, steps, version);
  const seen = { municipalityId: municipality.id, id: paper.id, version: Number(version) };
  const result = await setPath(db, actor, seen, read.data);
  if (result.ok) return redirect(to.paper(municipality.slug, paper.id, { gjort: "gemt" }), 303);
  if (result.reason === "faults") {
    const named = result.faults.map(({ index, reason }) => {
      const field = reason === "unknown-committee" || reason === "settled" ? "committee" : "meeting";
      return [`${field}-${index + 1}`, t.faults[reason]];
    });
    return again(Object.fromEntries(named), steps, version);
  }
  const { errors, status, stale } = refused(result, language, municipality);
  return again(errors, steps, version, status, stale);
}

export default function Path({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, paper, committees, meetings, settled, shown } = loaderData;
  const { t, to, language } = useLanguage(formMessages);
  const { t: words } = useLanguage(paperMessages);
  const { errors, stale, values } = actionData ?? {};
  const rows: Row[] = [...(values ?? shown)];
  if (rows.length < MOST) rows.push({ committee: "", role: "decides", meeting: "" });
  return (
    <Page
      title={t.pathTitle}
      municipality={municipality}
      trail={paperTrail(language, municipality, paper, t.pathTitle)}
    >
      <PaperHeading paper={paper} page={t.pathTitle} />
      <p className="lead">{t.pathLead}</p>
      <ErrorSummary errors={errors} />
      {stale && <SeeNow municipality={municipality.slug} paper={paper.id} />}
      <form method="post" noValidate className="rows-form">
        <input type="hidden" name="version" value={actionData?.version ?? paper.version} />
        {rows.map((row, index) => (
          <RowFields
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            index={index + 1}
            legend={t.step(index + 1)}
            order={String(index + 1)}
            fixed={index < settled ? t.settledStep : undefined}
          >
            <Choice
              label={words.committee}
              name={`committee-${index + 1}`}
              value={row["committee"]}
              none={t.noCommittee}
              choices={committees.map(({ id, name }) => ({ value: String(id), text: name }))}
              errors={errors}
            />
            <Choice
              label={t.role}
              name={`role-${index + 1}`}
              value={row["role"] || "decides"}
              choices={consultationRoles.map((role) => ({ value: role, text: words.bodyRoles[role] }))}
            />
            <MeetingChoice
              name={`meeting-${index + 1}`}
              value={row["meeting"]}
              committees={committees}
              meetings={meetings}
              errors={errors}
            />
          </RowFields>
        ))}
        <RowsButtons more={rows.length < MOST ? t.moreSteps : undefined} back={to.paper(municipality.slug, paper.id)} />
      </form>
    </Page>
  );
}
