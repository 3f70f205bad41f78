import {
  type FromForm,
  headerCorrections,
  itemCorrections,
  notAnItem,
  peopleCorrections,
  type PersonWritten,
  startOfItem,
  type Written,
} from "#import-review/corrections-from-form.ts";
import type { Minutes } from "#minutes/model.ts";
import { typedText } from "#web/typed-text.ts";

/** The form that was sent; fields of an item carry its place behind them ("title-3"), so that names are unique on the page. */
export type Sent = { do: string; item: number; version: number; values: Written };

export function readSent(form: FormData): Sent {
  const values: Written = {};
  for (const [name, value] of form) if (typeof value === "string") values[name] = typedText(value);
  return {
    do: values["do"] ?? "",
    item: Number(values["item"] || Number.NaN),
    version: Number(values["version"] || Number.NaN),
    values,
  };
}

/** What the form sets right in the reading; fields that hold nothing usable are named as they are on the page. */
export function correctionsIn({ do: what, item, values }: Sent, read: Minutes, text: string): FromForm {
  if (what === "header") return headerCorrections(read, values);
  if (what === "people") return peopleCorrections(read, peopleIn(values));
  if (what === "start") return startOfItem(text, values);
  if (what === "not-item") return notAnItem(text, read, item);
  const own = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      name.endsWith(`-${item}`) ? [[name.slice(0, name.lastIndexOf("-")), value]] : [],
    ),
  );
  const checked = itemCorrections(read, item, own);
  return checked.ok ? checked : { ok: false, wrong: checked.wrong.map((field) => `${field}-${item}`) };
}

function peopleIn(values: Written): PersonWritten[] {
  const count = Math.min(Number(values["people"]) || 0, 500);
  return Array.from({ length: count }, (_, at) => ({
    was: values[`was-${at}`] || null,
    name: values[`name-${at}`] ?? "",
    party: values[`party-${at}`] ?? "",
    attendance: values[`attendance-${at}`] ?? "present",
    substituteFor: values[`for-${at}`] ?? "",
    remove: values[`remove-${at}`] === "yes",
  }));
}
