import type { z } from "zod";
import { type CallInput, callShape, type ItemInput, itemShape, MAX_GUESTS } from "#agendas/agenda-item.ts";
import type { ItemForm, ItemToEdit } from "#agendas/agenda-item-queries.ts";
import { keepReferences } from "#agendas/item-references.ts";
import type { FormErrors } from "../../web/components/Form.tsx";
import type { Language } from "../../web/language.ts";
import { itemMessages } from "./item-messages.ts";
import { typedText } from "#web/typed-text.ts";

/**
 * A form as it was typed; a guest's fields are "guest-0", "guest-email-0", "guest-language-0", "guest-from-0" and
 * "guest-until-0".
 */
export type ItemValues = Record<string, string>;

const personText = ({ name, email }: { name: string; email: string }) => `${name} (${email})`;

/** The form of an item as it stands. */
export function valuesOf(item: ItemToEdit, people: ItemForm["people"]): ItemValues {
  const guests = item.guests.flatMap(({ name, userId, email, language, from, until }, index) => {
    const person = people.find((each) => each.userId === userId);
    return [
      [`guest-${index}`, person ? personText(person) : name],
      [`guest-email-${index}`, email ?? ""],
      [`guest-language-${index}`, language],
      [`guest-from-${index}`, from ?? ""],
      [`guest-until-${index}`, until ?? ""],
    ];
  });
  return {
    title: item.title,
    text: item.text,
    place: item.place,
    startsAt: item.startsAt ?? "",
    minutes: item.minutes === null ? "" : String(item.minutes),
    closed: item.closed ? "yes" : "no",
    closedGround: item.closedGround ?? "",
    lateReason: item.lateReason ?? "",
    ...Object.fromEntries(guests),
  };
}

export const guestChoices = (people: ItemForm["people"]): string[] => people.map(personText);

export function readItemValues(form: FormData): ItemValues {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" && name !== "version" ? [[name, typedText(value)]] : [],
    ),
  );
}

const timeOf = (text = ""): string | null => (text ? text.replace(".", ":").padStart(5, "0") : null);

/** The rows of a form where somebody is named, or an address stands. */
const guestRows = (values: ItemValues): number[] =>
  Array.from({ length: MAX_GUESTS + 2 }, (_, index) => index).filter(
    (index) => values[`guest-${index}`] || values[`guest-email-${index}`],
  );

/** When an item is treated and who is called in to it, as it was typed. */
const callOf = (values: ItemValues, people: ItemForm["people"]) => ({
  startsAt: timeOf(values["startsAt"]),
  minutes: values["minutes"] ? Number(values["minutes"]) : null,
  guests: guestRows(values).map((index) => {
    const typed = values[`guest-${index}`] ?? "";
    const person = people.find((each) => personText(each) === typed);
    return {
      name: person?.name ?? typed,
      userId: person?.userId ?? null,
      email: values[`guest-email-${index}`] || null,
      language: values[`guest-language-${index}`] || "da",
      from: timeOf(values[`guest-from-${index}`]),
      until: timeOf(values[`guest-until-${index}`]),
    };
  }),
});

/** What is wrong, field by field. */
function faultsOf(issues: z.core.$ZodIssue[], values: ItemValues, language: Language): FormErrors {
  const t = itemMessages[language];
  const rows = guestRows(values);
  const errors: FormErrors = {};
  for (const { path } of issues) {
    const [field, at, part] = path;
    if (field !== "guests") errors[String(field)] = t.wrong[field as keyof typeof t.wrong];
    else if (typeof at !== "number") errors["guest-0"] = t.guestsWrong;
    else {
      const own = typeof part === "string" && part in t.guestWrong ? (part as keyof typeof t.guestWrong) : "name";
      errors[own === "name" ? `guest-${rows[at] ?? 0}` : `guest-${own}-${rows[at] ?? 0}`] = t.guestWrong[own];
    }
  }
  return errors;
}

/** What the form of a sent item says of when it is treated and who is called in, or what is wrong with it. */
export function readCall(
  values: ItemValues,
  people: ItemForm["people"],
  language: Language,
): { ok: true; input: CallInput } | { ok: false; errors: FormErrors } {
  const read = callShape.safeParse(callOf(values, people));
  return read.success
    ? { ok: true, input: read.data }
    : { ok: false, errors: faultsOf(read.error.issues, values, language) };
}

/** What a form says of an item, or what is wrong with it, field by field. */
export function readItem(
  values: ItemValues,
  { numbers, people }: Pick<ItemForm, "numbers" | "people">,
  language: Language,
): { ok: true; input: ItemInput } | { ok: false; errors: FormErrors } {
  const t = itemMessages[language];
  const text = keepReferences(values["text"] ?? "", numbers);
  const lateReason = keepReferences(values["lateReason"] ?? "", numbers);
  const read = itemShape.safeParse({
    title: values["title"] ?? "",
    text: text.text,
    place: values["place"] || "middle",
    closed: values["closed"] === "yes",
    closedGround: values["closedGround"] || null,
    lateReason: lateReason.text || null,
    ...callOf(values, people),
  });
  const errors = faultsOf(read.error?.issues ?? [], values, language);
  if (text.unknown.length > 0) errors["text"] = t.unknownItem(text.unknown[0] ?? 0);
  if (lateReason.unknown.length > 0) errors["lateReason"] = t.unknownItem(lateReason.unknown[0] ?? 0);
  return read.success && Object.keys(errors).length === 0 ? { ok: true, input: read.data } : { ok: false, errors };
}
