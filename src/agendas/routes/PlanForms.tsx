import type { DispatchRules } from "#agendas/dispatch-deadline.ts";
import type { PlannedMeeting } from "#agendas/planned-meeting.ts";
import { Choice, Field, type FormErrors } from "../../web/components/Form.tsx";
import { fullDate } from "../../web/formats.ts";
import { useLanguage } from "../../web/use-language.ts";
import { agendaMessages } from "./messages.ts";
import type { PlanValues } from "./plan-form.ts";
import { PlanFields } from "./PlanFields.tsx";

type Filled = { values: Partial<PlanValues>; errors: FormErrors | undefined };

export function NewMeeting({ values, errors }: Filled) {
  const { t } = useLanguage(agendaMessages);
  return (
    <section className="narrow">
      <h2>{t.add}</h2>
      <form method="post" noValidate>
        <PlanFields values={values} errors={errors} kind reason={false} />
        <button type="submit" name="do" value="add" className="button button-primary">
          {t.addButton}
        </button>
      </form>
    </section>
  );
}

type Change = Filled & { meeting: Omit<PlannedMeeting, "startsAt" | "endsAt"> };

export function ChangeMeeting({ meeting, values, errors }: Change) {
  const { t, language } = useLanguage(agendaMessages);
  const { date, start, end, place } = meeting;
  const shown = {
    date,
    start,
    end: end ?? "",
    place,
    kind: meeting.extraordinary ? "extraordinary" : "ordinary",
    ...values,
  };
  return (
    <section className="narrow" id="ret">
      <h2>{t.changeTitle(fullDate(date, language))}</h2>
      <form method="post" noValidate>
        <input type="hidden" name="id" value={meeting.id} />
        <input type="hidden" name="version" value={meeting.version} />
        <input type="hidden" name="kind" value={shown.kind} />
        <PlanFields values={shown} errors={errors} kind={false} reason />
        <div className="form-buttons">
          <button type="submit" name="do" value="move" className="button button-primary">
            {t.move}
          </button>
          <button type="submit" name="do" value="cancel" className="button button-secondary">
            {t.cancel}
          </button>
        </div>
      </form>
    </section>
  );
}

export function Rules({ rules, errors }: { rules: DispatchRules; errors: FormErrors | undefined }) {
  const { t } = useLanguage(agendaMessages);
  const answers = [
    { value: "no", text: t.no },
    { value: "yes", text: t.yes },
  ];
  return (
    <section className="narrow">
      <h2>{t.rules}</h2>
      <p>{t.rulesLead}</p>
      <form method="post" noValidate>
        <Field label={t.days} name="days" type="number" value={String(rules.days)} errors={errors} />
        <Choice label={t.saturday} name="saturday" value={rules.saturdayCounts ? "yes" : "no"} choices={answers} />
        <Choice
          label={t.meetingDay}
          name="meetingDay"
          value={rules.meetingDayCounts ? "yes" : "no"}
          choices={answers}
        />
        <button type="submit" name="do" value="rules" className="button button-secondary">
          {t.save}
        </button>
      </form>
    </section>
  );
}
