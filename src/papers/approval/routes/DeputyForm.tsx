import type { Colleague } from "#papers/approval/deputy-queries.ts";
import { Choice, Field, type FormErrors } from "../../../web/components/Form.tsx";
import { useLanguage } from "../../../web/use-language.ts";
import { deputyMessages } from "./messages-deputies.ts";

type Props = {
  place: { slug: string; colleagues: Colleague[] };
  today: string;
  errors: FormErrors | undefined;
  values: { deputy: string; from: string; until: string } | undefined;
};

/** Names a deputy from a day to a day. The fields carry the municipality's name, as several may stand on the page. */
export function DeputyForm({ place: { slug, colleagues }, today, errors, values }: Props) {
  const { t } = useLanguage(deputyMessages);
  return (
    <>
      <h2>{t.setTitle}</h2>
      {colleagues.length === 0 ? (
        <p>{t.nobody}</p>
      ) : (
        <form method="post" noValidate>
          <input type="hidden" name="municipality" value={slug} />
          <Choice
            label={t.deputy}
            name={`deputy-${slug}`}
            value={values?.deputy}
            none={t.choose}
            choices={colleagues.map(({ userId, name, roles }) => ({
              value: userId,
              text: `${name} (${roles.map((role) => t.roles[role].toLowerCase()).join(", ")})`,
            }))}
            errors={errors}
          />
          <Field label={t.from} name={`from-${slug}`} type="date" value={values?.from ?? today} errors={errors} />
          <Field label={t.until} name={`until-${slug}`} type="date" value={values?.until} errors={errors} />
          <p className="form-buttons">
            <button type="submit" name="do" value="set" className="button button-primary">
              {t.set}
            </button>
          </p>
        </form>
      )}
    </>
  );
}
