import { type GrantInput, grantShape, personShape } from "#identity/grant.ts";
import type { FormErrors } from "../../web/components/Form.tsx";
import type { accessMessages } from "./messages-access.ts";
import { typedText } from "#web/typed-text.ts";

/** What was written in the form for giving access, as it was written. `committee` is its slug, `item` its number. */
export type AccessValues = Record<
  "name" | "email" | "language" | "role" | "committee" | "from" | "until" | "item",
  string
>;

export function readValues(form: FormData): AccessValues {
  const text = (name: string) => typedText(form.get(name));
  return {
    name: text("name"),
    email: text("email"),
    language: text("language"),
    role: text("role"),
    committee: text("committee"),
    from: text("from"),
    until: text("until"),
    item: text("item"),
  };
}

type Read =
  | { ok: true; person: { name: string; email: string; language: "en" | null }; grant: GrantInput }
  | { ok: false; errors: FormErrors };

/** `committeeId`: of the committee that was chosen; null for the whole municipality, undefined when there is none such. */
export function readAccess(
  values: AccessValues,
  committeeId: number | null | undefined,
  t: (typeof accessMessages)["da"],
): Read {
  const person = personShape.safeParse(values);
  const grant = grantShape.safeParse({
    role: values.role,
    committeeId,
    fromOn: values.from || null,
    untilOn: values.until || null,
    itemId: values.item === "" ? null : Number(values.item),
  });
  // Danish is what everybody is written to in who has not asked for another language.
  const language = values.language === "en" ? "en" : null;
  if (person.success && grant.success) return { ok: true, person: { ...person.data, language }, grant: grant.data };
  const wrong = new Set([...(person.error?.issues ?? []), ...(grant.error?.issues ?? [])].map(({ path }) => path[0]));
  return {
    ok: false,
    errors: {
      ...(wrong.has("name") && { name: t.nameWrong }),
      ...(wrong.has("email") && { email: t.emailWrong }),
      ...(wrong.has("role") && { role: t.missing(t.role) }),
      ...(wrong.has("committeeId") && { committee: t.missing(t.where) }),
      ...(wrong.has("fromOn") && { from: t.dayWrong }),
      ...(wrong.has("untilOn") && { until: t.dayWrong }),
      ...(wrong.has("itemId") && { item: t.missing(t.item) }),
    },
  };
}
