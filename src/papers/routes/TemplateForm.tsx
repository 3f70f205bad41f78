import { templateRoles } from "#papers/template.ts";
import { Choice, Field, type FormErrors } from "../../web/components/Form.tsx";
import { useLanguage } from "../../web/use-language.ts";
import { templateMessages } from "./messages-templates.ts";
import { RowFields } from "./RowFields.tsx";
import { MOST_SECTIONS, type TemplateValues } from "./template-form.ts";

type Props = {
  municipality: string;
  title: string;
  values: TemplateValues;
  errors: FormErrors | undefined;
  committees: { value: string; text: string }[];
  /** May keep templates for every committee. */
  forAll: boolean;
  isNew: boolean;
};

/** A template's name, whose it is, and its sections in order. */
export function TemplateForm({ municipality, title, values, errors, committees, forAll, isNew }: Props) {
  const { t, to } = useLanguage(templateMessages);
  const rows = [...values.rows];
  if (rows.length < MOST_SECTIONS) rows.push({ heading: "", role: "other", help: "", required: "no" });
  return (
    <section id="skabelon">
      <h2>{title}</h2>
      <form method="post" noValidate className="rows-form">
        <input type="hidden" name="id" value={values.id} />
        <Field label={t.name} name="name" hint={t.nameHint} value={values.name} errors={errors} />
        <Choice
          label={t.committee}
          name="committee"
          value={values.committee}
          {...(forAll && { none: t.everyCommittee })}
          choices={committees}
        />
        {rows.map((row, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <RowFields key={index} index={index + 1} legend={t.section(index + 1)} order={String(index + 1)}>
            <Field
              label={t.heading}
              name={`heading-${index + 1}`}
              value={row["heading"]}
              errors={errors}
              required={false}
            />
            <Choice
              label={t.role}
              name={`role-${index + 1}`}
              value={row["role"]}
              choices={templateRoles.map((role) => ({ value: role, text: t.roles[role] }))}
            />
            <Field label={t.help} name={`help-${index + 1}`} value={row["help"]} required={false} />
            <Choice
              label={t.required}
              name={`required-${index + 1}`}
              value={row["required"] || "no"}
              choices={[
                { value: "no", text: t.no },
                { value: "yes", text: t.yes },
              ]}
            />
          </RowFields>
        ))}
        <p className="form-hint">{t.headingHint}</p>
        <p className="form-buttons">
          <button type="submit" name="do" value="save" className="button button-primary">
            {t.save}
          </button>
          {rows.length < MOST_SECTIONS && (
            <button type="submit" name="do" value="more" className="button button-secondary">
              {t.more}
            </button>
          )}
          {!isNew && <a href={to.paperTemplates(municipality)}>{t.cancel}</a>}
        </p>
      </form>
    </section>
  );
}
