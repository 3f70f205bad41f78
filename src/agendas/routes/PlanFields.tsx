import { Choice, Field, type FormErrors } from "../../web/components/Form.tsx";
import { useLanguage } from "../../web/use-language.ts";
import { agendaMessages } from "./messages.ts";
import type { PlanValues } from "./plan-form.ts";

type Props = { values: Partial<PlanValues>; errors: FormErrors | undefined; kind: boolean; reason: boolean };

/** The fields of a meeting in the plan. */
export function PlanFields({ values, errors, kind, reason }: Props) {
  const { t } = useLanguage(agendaMessages);
  return (
    <>
      <Field label={t.date} name="date" type="date" value={values.date} errors={errors} />
      {/* A date that turned out to be a holiday: sent again it is meant. */}
      {errors?.["date"] && values.date && <input type="hidden" name="holiday" value={values.date} />}
      <Field label={t.start} name="start" type="time" value={values.start} errors={errors} />
      <Field
        label={t.end}
        name="end"
        type="time"
        hint={t.endHint}
        value={values.end}
        errors={errors}
        required={false}
      />
      <Field label={t.place} name="place" value={values.place} errors={errors} />
      {kind && (
        <Choice
          label={t.kind}
          name="kind"
          value={values.kind || "ordinary"}
          errors={errors}
          choices={[
            { value: "ordinary", text: t.ordinary },
            { value: "extraordinary", text: t.extraordinary },
          ]}
        />
      )}
      {reason && <Field label={t.reason} name="reason" hint={t.reasonHint} value={values.reason} errors={errors} />}
    </>
  );
}
