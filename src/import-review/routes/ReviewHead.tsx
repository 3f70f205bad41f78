import type { HeaderField } from "#import-review/confidence/judged.ts";
import type { ReviewView } from "#import-review/review-view.ts";
import { Choice, Field, type FormErrors } from "../../web/components/Form.tsx";
import { clock, fullDate } from "../../web/formats.ts";
import { useLanguage } from "../../web/use-language.ts";
import { FieldLine } from "./FieldLine.tsx";
import { reviewMessages } from "./review-messages.ts";

export type Filled = { values: Record<string, string>; errors: FormErrors | undefined; open: boolean };
export type Hidden = { hidden: { version: number } };

type Props = Filled & Hidden & { view: ReviewView; municipality: { name: string } };

/** The meeting's own fields, and the form that sets them right. */
export function ReviewHead({ view, hidden, municipality, values, errors, open }: Props) {
  const { t, language } = useLanguage(reviewMessages);
  const { header } = view;
  const shown: Record<HeaderField, string | null> = {
    ...header,
    date: header.date && fullDate(header.date, language),
    startTime: header.startTime && clock(header.startTime, language),
    endTime: header.endTime && clock(header.endTime, language),
  };
  const field = (name: HeaderField, type: "text" | "date" | "time" = "text") => (
    <Field
      label={t.field[name]}
      name={name}
      type={type}
      value={values[name] ?? header[name] ?? ""}
      errors={errors}
      required={false}
    />
  );
  const foreign =
    header.municipality !== null && header.municipality !== municipality.name ? header.municipality : null;
  return (
    <section>
      <h3>{t.headTitle}</h3>
      <dl className="fields">
        {view.headerFields.map((one) => (
          <FieldLine key={one.field} field={one} doubts={view.doubts}>
            {shown[one.field as HeaderField] ?? t.notSaid}
          </FieldLine>
        ))}
      </dl>
      <details className="details" open={open}>
        <summary className="details-summary">{t.correctItem(t.headTitle.toLowerCase())}</summary>
        <form method="post" noValidate>
          <input type="hidden" name="version" value={hidden.version} />
          {foreign !== null && (
            <Choice
              label={t.itsFrom}
              name="municipality"
              value={values["municipality"] ?? foreign}
              choices={[
                { value: foreign, text: t.asRead(foreign) },
                { value: municipality.name, text: t.ours(municipality.name) },
              ]}
            />
          )}
          {field("committee")}
          {field("date", "date")}
          {field("startTime", "time")}
          {field("endTime", "time")}
          {field("place")}
          <button type="submit" name="do" value="header" className="button button-secondary">
            {t.save}
          </button>
        </form>
      </details>
    </section>
  );
}
