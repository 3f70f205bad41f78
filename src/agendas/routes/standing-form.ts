import { MAX_STANDING, type StandingItem, standingShape } from "#agendas/standing-items.ts";
import type { FormErrors } from "../../web/components/Form.tsx";
import type { Language } from "../../web/language.ts";
import { standingMessages } from "./standing-messages.ts";

/** The form's fields by name: "title-0", "text-0", "place-0", "closed-0", "ground-0", "order-0" for each row. */
export type StandingValues = Record<string, string>;

/** The items as a form shows them, with an empty row after them for a new one. */
export function standingValues(items: StandingItem[]): StandingValues {
  return Object.fromEntries(
    items.flatMap(({ title, text, place, closed, closedGround }, index) => [
      [`title-${index}`, title],
      [`text-${index}`, text],
      [`place-${index}`, place],
      [`order-${index}`, String(index + 1)],
      [`closed-${index}`, closed ? "yes" : "no"],
      [`ground-${index}`, closedGround ?? ""],
    ]),
  );
}

export const rowsOf = (values: StandingValues): number =>
  Math.max(
    -1,
    ...Object.keys(values)
      .flatMap((name) => /^title-(\d+)$/.exec(name)?.[1] ?? [])
      .map(Number),
  ) + 1;

/** The items a form describes in their order, or what is wrong with it. A row without a heading is left out. */
export function readStanding(
  values: StandingValues,
  language: Language,
): { ok: true; items: StandingItem[] } | { ok: false; errors: FormErrors } {
  const t = standingMessages[language];
  const errors: FormErrors = {};
  const rows = Array.from({ length: Math.min(rowsOf(values), MAX_STANDING + 1) }, (_, index) => index).filter(
    (index) => values[`title-${index}`],
  );
  if (rows.length > MAX_STANDING) errors["form"] = t.tooMany;
  const items = rows.flatMap((index) => {
    const read = standingShape.safeParse({
      title: values[`title-${index}`],
      text: values[`text-${index}`] ?? "",
      place: values[`place-${index}`],
      closed: values[`closed-${index}`] === "yes",
      closedGround: values[`ground-${index}`] || null,
    });
    for (const { path } of read.error?.issues ?? []) {
      if (path[0] === "title") errors[`title-${index}`] = t.headingWrong;
      else if (path[0] === "text") errors[`text-${index}`] = t.textWrong;
      else errors[`ground-${index}`] = t.groundWrong;
    }
    return read.success ? [{ ...read.data, order: Number(values[`order-${index}`]) || MAX_STANDING }] : [];
  });
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const sorted = items.sort((a, b) => places.indexOf(a.place) - places.indexOf(b.place) || a.order - b.order);
  return { ok: true, items: sorted.map(({ order: _order, ...item }) => item) };
}

const places = ["first", "last", "end"];
