import { Choice, Field, type FormErrors, TextBox } from "../../web/components/Form.tsx";
import { useLanguage } from "../../web/use-language.ts";
import type { StandingValues } from "./standing-form.ts";
import { standingMessages } from "./standing-messages.ts";

type Props = { row: number; isNew: boolean; values: StandingValues; errors: FormErrors | undefined };

/** One item that every agenda of the committee begins with; the last is empty, for a new one. */
export function StandingFields({ row, isNew, values, errors }: Props) {
  const { t } = useLanguage(standingMessages);
  const value = (name: string) => values[`${name}-${row}`];
  const fields = (
    <>
      <Field
        label={isNew ? t.newHeading : t.heading}
        name={`title-${row}`}
        value={value("title")}
        errors={errors}
        required={false}
        {...(!isNew && { hint: t.headingHint })}
      />
      <TextBox label={t.text} name={`text-${row}`} value={value("text")} errors={errors} rows={2} required={false} />
      <div className="form-row">
        <Choice
          label={t.place}
          name={`place-${row}`}
          value={value("place") ?? "last"}
          choices={(["first", "last", "end"] as const).map((place) => ({ value: place, text: t.places[place] }))}
        />
        <Field
          label={t.order}
          name={`order-${row}`}
          inputMode="numeric"
          value={value("order") ?? String(row + 1)}
          errors={errors}
          required={false}
        />
      </div>
      <Choice
        label={t.closed}
        name={`closed-${row}`}
        value={value("closed") ?? "no"}
        choices={[
          { value: "no", text: t.open },
          { value: "yes", text: t.isClosed },
        ]}
      />
      <Field
        label={t.ground}
        name={`ground-${row}`}
        hint={t.groundHint}
        value={value("ground")}
        errors={errors}
        required={false}
      />
    </>
  );
  return (
    <fieldset className="standing">
      <legend className="form-label">{isNew ? t.newHeading : t.item(row + 1)}</legend>
      {fields}
    </fieldset>
  );
}
