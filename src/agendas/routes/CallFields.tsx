import { Field, type FormErrors } from "../../web/components/Form.tsx";
import { useLanguage } from "../../web/use-language.ts";
import { GuestFields } from "./GuestFields.tsx";
import { itemMessages } from "./item-messages.ts";
import type { ItemValues } from "./item-values.ts";

type Props = { values: ItemValues; errors: FormErrors | undefined; people: string[] };

/** When an item is treated and who is called in to it. */
export function CallFields({ values, errors, people }: Props) {
  const { t } = useLanguage(itemMessages);
  return (
    <>
      <div className="form-row">
        <Field
          label={t.startsAt}
          name="startsAt"
          type="time"
          hint={t.optional}
          value={values["startsAt"]}
          errors={errors}
          required={false}
        />
        <Field
          label={t.minutes}
          name="minutes"
          inputMode="numeric"
          hint={t.optional}
          value={values["minutes"]}
          errors={errors}
          required={false}
        />
      </div>
      <GuestFields values={values} errors={errors} people={people} />
    </>
  );
}
