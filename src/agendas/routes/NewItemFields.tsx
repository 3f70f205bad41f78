import { Field, type FormErrors, TextBox } from "../../web/components/Form.tsx";
import { useLanguage } from "../../web/use-language.ts";
import { itemMessages } from "./item-messages.ts";
import type { ItemValues } from "./item-values.ts";

/** What is asked of a new item that is no case; the rest is said when it stands on the agenda. */
export function NewItemFields({ values, errors }: { values: ItemValues; errors: FormErrors | undefined }) {
  const { t } = useLanguage(itemMessages);
  return (
    <>
      <p className="quiet">{t.newLead}</p>
      <Field label={t.title} name="title" value={values["title"]} errors={errors} />
      <TextBox label={t.text} name="text" hint={t.textHint} value={values["text"]} errors={errors} required={false} />
    </>
  );
}
