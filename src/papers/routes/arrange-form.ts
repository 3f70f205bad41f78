import { readRows, type Row } from "./row-form.ts";

/**
 * The rows of the attachments' form in the order wanted. `deed` "up-7" and "down-7" move the attachment 7 by one place,
 * whatever the numbers say of it.
 */
export function readMoves(form: FormData, deed: string, most: number): Row[] {
  const rows = readRows(form, ["id", "name", "openness"], most);
  const [, way, id] = /^(up|down)-(\d+)$/.exec(deed) ?? [];
  const at = rows.findIndex((row) => row["id"] === id);
  const next = at + (way === "up" ? -1 : 1);
  if (!way || at === -1 || next < 0 || next >= rows.length) return rows;
  const moved = [...rows];
  [moved[at], moved[next]] = [rows[next] as Row, rows[at] as Row];
  return moved;
}
