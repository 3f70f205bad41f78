import { type ItemInput, itemShape, MAX_GUESTS } from "#agendas/agenda-item.ts";
import type { ItemForm, ItemToEdit } from "#agendas/agenda-item-queries.ts";
import { keepReferences } from "#agendas/item-references.ts";
import type { FormErrors } from "../../web/components/Form.tsx";
import type { Language } from "../../web/language.ts";
import { itemMessages } from "./item-messages.ts";
import { typedText } from "#web/typed-text.ts";

/** A form as it was typed; a guest's fields are "guest-0", "guest-from-0", "guest-until-0". */
export type ItemValues = Record<string, string>;

const personText = ({ name, email }: { name: string; email: string }) => `${name} (${email})`;

/** The form of an item as it stands. */
export function valuesOf(item: ItemToEdit, people: ItemForm["people"]): ItemValues {
  const guests = item.guests.flatMap(({ name, userId, from, until }, index) => {
    const person = people.find((each) => each.userId === userId);
    return [
      [`guest-${index}`, person ? personText(person) : name],
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

/** What a form says of an item, or what is wrong with it, field by field. */
export function readItem(
  values: ItemValues,
  { numbers, people }: Pick<ItemForm, "numbers" | "people">,
  language: Language,
): { ok: true; input: ItemInput } | { ok: false; errors: FormErrors } {
  const t = itemMessages[language];
  const text = keepReferences(values["text"] ?? "", numbers);
  const lateReason = keepReferences(values["lateReason"] ?? "", numbers);
  const rows = Array.from({ length: MAX_GUESTS + 2 }, (_, index) => index).filter((index) => values[`guest-${index}`]);
  const read = itemShape.safeParse({
    title: values["title"] ?? "",
    text: text.text,
    place: values["place"] || "middle",
    startsAt: timeOf(values["startsAt"]),
    minutes: values["minutes"] ? Number(values["minutes"]) : null,
    closed: values["closed"] === "yes",
    closedGround: values["closedGround"] || null,
    lateReason: lateReason.text || null,
    guests: rows.map((index) => {
      const typed = values[`guest-${index}`] ?? "";
      const person = people.find((each) => personText(each) === typed);
      return {
        name: person?.name ?? typed,
        userId: person?.userId ?? null,
        from: timeOf(values[`guest-from-${index}`]),
        until: timeOf(values[`guest-until-${index}`]),
      };
    }),
  });
  const errors: FormErrors = {};
  for (const { path } of read.error?.issues ?? []) {
    const [field, at, part] = path;
    if (field === "guests" && typeof at === "number") {
      const row = rows[at] ?? 0;
      errors[part === "from" || part === "until" ? `guest-${part}-${row}` : `guest-${row}`] =
        part === "until" ? t.untilWrong : part === "from" ? t.timeWrong : t.guestWrong;
    } else if (field === "guests") errors["guest-0"] = t.guestsWrong;
    else errors[String(field)] = t.wrong[field as keyof typeof t.wrong];
  }
  if (text.unknown.length > 0) errors["text"] = t.unknownItem(text.unknown[0] ?? 0);
  if (lateReason.unknown.length > 0) errors["lateReason"] = t.unknownItem(lateReason.unknown[0] ?? 0);
  return read.success && Object.keys(errors).length === 0 ? { ok: true, input: read.data } : { ok: false, errors };
}
