import type { FieldView, ItemView } from "#import-review/review-view.ts";
import { outcomes } from "#minutes/model.ts";
import { Choice, Field } from "../../web/components/Form.tsx";
import { OutcomeTag } from "../../web/components/OutcomeTag.tsx";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { FieldLine } from "./FieldLine.tsx";
import type { Filled, Hidden } from "./ReviewHead.tsx";
import { reviewMessages } from "./review-messages.ts";

type Props = Filled & Hidden & { item: ItemView; index: number; doubts: FieldView[] };

/** One item as it was read, and the forms that set it right or make it a part of the one above. */
export function ReviewItem({ item, index, hidden, doubts, values, errors, open }: Props) {
  const { t, language } = useLanguage(reviewMessages);
  const name = t.item(item.number, index);
  return (
    <article className="review-item" id={`punkt-${index}`}>
      <h4 {...langOfMinutes(language)}>
        {item.number !== null && `${item.number}. `}
        {item.title || t.notSaid}
      </h4>
      <p className="row-facts">
        <a href={`#l${item.line}`}>{t.lineOf(item.line)}</a> <OutcomeTag outcome={item.outcome} closed={item.closed} />
      </p>
      <dl className="fields">
        {item.fields.map((field) => (
          <FieldLine key={field.field} field={field} doubts={doubts}>
            <Value item={item} field={field.field} />
          </FieldLine>
        ))}
      </dl>
      <details className="details" open={open}>
        <summary className="details-summary">{t.correctItem(name.toLowerCase())}</summary>
        <form method="post" noValidate>
          <input type="hidden" name="version" value={hidden.version} />
          <input type="hidden" name="item" value={index} />
          <ItemFields {...{ item, index, values, errors }} />
          <button type="submit" name="do" value="item" className="button button-secondary">
            {t.save}
          </button>
        </form>
        <form method="post" className="review-item__not">
          <input type="hidden" name="version" value={hidden.version} />
          <input type="hidden" name="item" value={index} />
          <button type="submit" name="do" value="not-item" className="button button-tertiary">
            {t.notAnItem}
          </button>
          <span className="form-hint">{t.notAnItemHint}</span>
        </form>
      </details>
    </article>
  );
}

function ItemFields({ item, index, values, errors }: Pick<Props, "item" | "index" | "values" | "errors">) {
  const { t } = useLanguage(reviewMessages);
  const { t: web } = useLanguage();
  const text = (field: "number" | "title" | "caseNumber") => (
    <Field
      label={t.field[field]}
      name={`${field}-${index}`}
      value={values[`${field}-${index}`] ?? item[field] ?? ""}
      errors={errors}
      required={false}
    />
  );
  return (
    <>
      {text("number")}
      {text("title")}
      {text("caseNumber")}
      <Choice
        label={t.field.closed}
        name={`closed-${index}`}
        value={values[`closed-${index}`] ?? (item.closed ? "yes" : "no")}
        choices={[
          { value: "no", text: t.no },
          { value: "yes", text: t.yes },
        ]}
      />
      <Choice
        label={t.field.outcome}
        name={`outcome-${index}`}
        value={values[`outcome-${index}`] ?? item.outcome ?? ""}
        {...(item.outcome === null && { none: t.none })}
        choices={outcomes.map((outcome) => ({ value: outcome, text: web.outcome[outcome] }))}
      />
    </>
  );
}

function Value({ item, field }: { item: ItemView; field: FieldView["field"] }) {
  const { t } = useLanguage(reviewMessages);
  const { t: web } = useLanguage();
  switch (field) {
    case "number":
    case "caseNumber":
      return item[field] ?? t.notSaid;
    case "title":
      return item.title || t.notSaid;
    case "closed":
      return item.closed ? t.yes : t.no;
    case "outcome":
      return item.outcome === null
        ? t.none
        : `${web.outcome[item.outcome]}${item.decision && `: »${shortened(item.decision)}«`}`;
    case "attachments":
      return item.attachments.length === 0 ? t.none : item.attachments.join(" · ");
    default:
      return item.sections.map(({ heading, role }) => heading || t.role[role]).join(" · ") || t.none;
  }
}

function shortened(text: string): string {
  return text.length > 160 ? `${text.slice(0, 157).trimEnd()} …` : text;
}
