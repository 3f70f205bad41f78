import type { AddendumInput } from "#agendas/dispatch/dispatch-addendum.ts";
import type { FormErrors } from "../../../web/components/Form.tsx";
import type { Language } from "../../../web/language.ts";
import { idOf } from "../../routes/agenda-buttons.ts";
import { dispatchMessages } from "./dispatch-messages.ts";
import { typedText } from "#web/typed-text.ts";

/** What an addendum's form says, as it was typed: it stands in the form again when it cannot be sent. */
export type AddendumValues = {
  papers: number[];
  changes: number[];
  withdraw: number[];
  /** By item. */
  reasons: Record<number, string>;
  title: string;
  text: string;
  lateReason: string;
};

export function readAddendumValues(form: FormData): AddendumValues {
  const words = (name: string) => typedText(form.get(name));
  const ids = (name: string) => [...new Set(form.getAll(name).map(idOf))].filter((id) => id > 0);
  const withdraw = ids("withdraw");
  return {
    papers: ids("paper"),
    changes: ids("change"),
    withdraw,
    reasons: Object.fromEntries(withdraw.map((id) => [id, words(`reason-${id}`)])),
    title: words("title"),
    text: words("text"),
    lateReason: words("lateReason"),
  };
}

/** The addendum that is asked for, or what is wrong with the form. */
export function readAddendum(
  values: AddendumValues,
  language: Language,
): { ok: true; input: AddendumInput } | { ok: false; errors: FormErrors } {
  const t = dispatchMessages[language];
  const withdraw = values.withdraw.map((itemId) => ({ itemId, reason: values.reasons[itemId] ?? "" }));
  const errors: FormErrors = {};
  for (const { itemId, reason } of withdraw)
    if (reason.length < 5 || reason.length > 500) errors[`reason-${itemId}`] = t.reasonWrong;
  if (values.title.length > 300 || (values.text !== "" && values.title === "")) errors["title"] = t.titleWrong;
  if (values.text.length > 20_000) errors["text"] = t.textWrong;
  if (values.lateReason !== "" && (values.lateReason.length < 5 || values.lateReason.length > 500))
    errors["lateReason"] = t.addendumRefusals["late-without-reason"];
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const notes = values.title === "" ? [] : [{ title: values.title, text: values.text }];
  const { papers, changes } = values;
  return { ok: true, input: { papers, changes, withdraw, notes, lateReason: values.lateReason || null } };
}
