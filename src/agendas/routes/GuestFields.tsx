import { MAX_GUESTS } from "#agendas/agenda-item.ts";
import { Choice, Field, type FormErrors } from "../../web/components/Form.tsx";
import { languageChoices } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { itemMessages } from "./item-messages.ts";
import type { ItemValues } from "./item-values.ts";

type Props = { values: ItemValues; errors: FormErrors | undefined; people: string[] };

/** Who is called in to an item and when; two rows more than are filled, so that one can be added without scripts. */
export function GuestFields({ values, errors, people }: Props) {
  const { t } = useLanguage(itemMessages);
  const filled = Array.from({ length: MAX_GUESTS }, (_, index) => index).findLastIndex((index) =>
    ["guest", "guest-email", "guest-from", "guest-until"].some((name) => values[`${name}-${index}`]),
  );
  return (
    <fieldset className="guests">
      <legend className="form-label">{t.guests}</legend>
      <p className="form-hint">{t.guestsHint}</p>
      <datalist id="people">
        {people.map((text) => (
          <option key={text} value={text}>
            {text}
          </option>
        ))}
      </datalist>
      {Array.from({ length: Math.min(filled + 3, MAX_GUESTS) }, (_, index) => (
        <div className="guest" key={index}>
          <Field
            label={t.guest(index + 1)}
            name={`guest-${index}`}
            value={values[`guest-${index}`]}
            errors={errors}
            required={false}
            list="people"
          />
          <Field
            label={t.guestEmail}
            name={`guest-email-${index}`}
            type="email"
            autoComplete="off"
            value={values[`guest-email-${index}`]}
            errors={errors}
            required={false}
          />
          <Choice
            label={t.guestLanguage}
            name={`guest-language-${index}`}
            value={values[`guest-language-${index}`] || "da"}
            choices={languageChoices}
            errors={errors}
          />
          <Field
            label={t.guestFrom}
            name={`guest-from-${index}`}
            type="time"
            value={values[`guest-from-${index}`]}
            errors={errors}
            required={false}
          />
          <Field
            label={t.guestUntil}
            name={`guest-until-${index}`}
            type="time"
            value={values[`guest-until-${index}`]}
            errors={errors}
            required={false}
          />
        </div>
      ))}
    </fieldset>
  );
}
