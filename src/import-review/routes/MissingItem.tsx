import type { FieldView } from "#import-review/review-view.ts";
import { Choice, Field } from "../../web/components/Form.tsx";
import { useLanguage } from "../../web/use-language.ts";
import { FieldLine } from "./FieldLine.tsx";
import type { Filled, Hidden } from "./ReviewHead.tsx";
import { reviewMessages } from "./review-messages.ts";

type Props = Filled & Hidden & { listField: FieldView; doubts: FieldView[] };

/** Whether the items are all there, and the form for one that is not. */
export function MissingItem({ hidden, listField, doubts, values, errors, open }: Props) {
  const { t } = useLanguage(reviewMessages);
  const field = (name: "line" | "newNumber" | "newTitle", hint?: string) => (
    <Field
      label={t[name]}
      name={name}
      type={name === "line" ? "number" : "text"}
      value={values[name] ?? ""}
      hint={hint}
      errors={errors}
      required={name === "line"}
    />
  );
  return (
    <section>
      <dl className="fields">
        <FieldLine field={listField} doubts={doubts}>
          {null}
        </FieldLine>
      </dl>
      <details className="details" open={open} id="mangler">
        <summary className="details-summary">{t.missingItem}</summary>
        <p>{t.missingItemHint}</p>
        <form method="post" noValidate>
          <input type="hidden" name="version" value={hidden.version} />
          {field("line")}
          {field("newNumber")}
          {field("newTitle", t.newTitleHint)}
          <Choice
            label={t.field.closed}
            name="newClosed"
            value={values["newClosed"] ?? "no"}
            choices={[
              { value: "no", text: t.no },
              { value: "yes", text: t.yes },
            ]}
          />
          <button type="submit" name="do" value="start" className="button button-secondary">
            {t.addItem}
          </button>
        </form>
      </details>
    </section>
  );
}
