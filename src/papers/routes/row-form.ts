import { formText } from "./form-text.ts";

/** One row of a form of many: what was typed under `text-3`, `for-3` and so on, by the words before the number. */
export type Row = Record<string, string>;

/**
 * The rows of a form in the order that their fields `order-N` say; rows of one number in the order they stand. A row that
 * has no number comes last.
 *
 *     readRows(form, ["text", "for"]) // [{ order: "1", text: "at godkende", for: "" }, ...]
 */
export function readRows(form: FormData, names: readonly string[], most: number): Row[] {
  const rows: (Row & { order: string })[] = [];
  for (let index = 1; index <= most && form.has(`order-${index}`); index++) {
    const row: Row & { order: string } = { order: formText(form, `order-${index}`) };
    for (const name of names) row[name] = formText(form, `${name}-${index}`);
    rows.push(row);
  }
  return rows
    .map((row, index) => ({ row, index, order: numberOf(row.order) }))
    .sort((a, b) => a.order - b.order || a.index - b.index)
    .map(({ row }) => row);
}

/** "2,5" is between 2 and 3; what is no number is after all others. */
function numberOf(order: string): number {
  const number = Number(order.replace(",", "."));
  return order === "" || !Number.isFinite(number) ? Number.POSITIVE_INFINITY : number;
}
