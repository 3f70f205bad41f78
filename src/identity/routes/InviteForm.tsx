import type { GuestItem } from "#identity/access-queries.ts";
import { roles } from "../actor.ts";
import { Choice, Field, type FormErrors } from "../../web/components/Form.tsx";
import { shortDate } from "../../web/formats.ts";
import { languageChoices } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { AccessValues } from "./access-form.ts";
import { accessMessages } from "./messages-access.ts";

type Props = {
  values: AccessValues | undefined;
  errors: FormErrors | undefined;
  committees: { slug: string; name: string }[];
  items: GuestItem[];
};

/** Gives somebody a role. Which fields a role needs is said beside them: the form works without scripts. */
export function InviteForm({ values, errors, committees, items }: Props) {
  const { t, language } = useLanguage(accessMessages);
  const itemText = ({ date, committee, position, title }: GuestItem) =>
    `${shortDate(date, language)}, ${committee}: ${title ?? t.itemUntold(position)}`;
  return (
    <form method="post" noValidate>
      <Field label={t.name} name="name" value={values?.name} errors={errors} />
      <Field label={t.email} name="email" type="email" value={values?.email} errors={errors} />
      <Choice
        label={t.language}
        name="language"
        hint={t.languageHint}
        value={values?.language ?? language}
        choices={languageChoices}
        errors={errors}
      />
      <Choice
        label={t.role}
        name="role"
        value={values?.role}
        none=""
        choices={roles.map((role) => ({ value: role, text: t.roles[role] }))}
        errors={errors}
      />
      <Choice
        label={t.where}
        name="committee"
        value={values?.committee}
        none={t.wholeMunicipality}
        choices={committees.map(({ slug, name }) => ({ value: slug, text: name }))}
        errors={errors}
      />
      <Field
        label={t.from}
        name="from"
        type="date"
        hint={t.fromHint}
        value={values?.from}
        errors={errors}
        required={false}
      />
      <Field
        label={t.until}
        name="until"
        type="date"
        hint={t.untilHint}
        value={values?.until}
        errors={errors}
        required={false}
      />
      <Choice
        label={t.item}
        name="item"
        hint={items.length > 0 ? t.itemHint : t.noItems}
        value={values?.item}
        none={t.noItem}
        choices={items.map((item) => ({ value: String(item.id), text: itemText(item) }))}
        errors={errors}
      />
      <button type="submit" name="do" value="invite" className="button button-primary">
        {t.invite}
      </button>
    </form>
  );
}
