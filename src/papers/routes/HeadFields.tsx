import type { StaffMember } from "#papers/staff-queries.ts";
import { Choice, Field, type FormErrors, TextBox } from "../../web/components/Form.tsx";
import { useLanguage } from "../../web/use-language.ts";
import type { HeadValues } from "./head-form.ts";
import { formMessages } from "./messages-forms.ts";

type Props = { values: Partial<HeadValues>; errors: FormErrors | undefined; staff: StaffMember[] };

/** Title, responsible person, deadline, open or closed and why. */
export function HeadFields({ values, errors, staff }: Props) {
  const { t } = useLanguage(formMessages);
  return (
    <>
      <TextBox label={t.title} name="title" rows={2} hint={t.titleHint} value={values.title} errors={errors} />
      <Choice
        label={t.responsible}
        name="responsible"
        value={values.responsible}
        choices={staff.map(({ userId, name }) => ({ value: userId, text: name }))}
        errors={errors}
      />
      <Field
        label={t.deadline}
        name="deadline"
        type="date"
        hint={t.deadlineHint}
        value={values.deadline}
        errors={errors}
        required={false}
      />
      <Choice
        label={t.openness}
        name="openness"
        value={values.openness ?? "open"}
        choices={[
          { value: "open", text: t.open },
          { value: "closed", text: t.closed },
        ]}
        errors={errors}
      />
      <div className="only-when-closed">
        <TextBox
          label={t.ground}
          name="ground"
          rows={2}
          hint={t.groundHint}
          value={values.ground}
          errors={errors}
          required={false}
        />
      </div>
    </>
  );
}
