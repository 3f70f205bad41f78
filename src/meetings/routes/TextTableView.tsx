import { Table } from "../../web/components/Table.tsx";
import { numberColumns } from "../number-columns.ts";
import type { TextTable } from "../section-text.ts";
import type { Words } from "./SectionText.tsx";

/** A table of the minutes as a table: heads, figures to the right, the sum set off, notes below. */
export function TextTableView({ table, caption, words }: { table: TextTable; caption: string; words: Words }) {
  const width = Math.max(...table.rows.map((row) => row.length));
  const numeric = numberColumns(table);
  const head = table.rows.slice(0, table.headerRows);
  const body = table.rows.slice(table.headerRows);
  const columns = Array.from({ length: width }, (_, column) => column);
  return (
    <div className="text-table">
      <Table caption={caption} hideCaption>
        {head.length > 0 && (
          <thead>
            {head.map((row, index) => (
              <tr key={index}>
                {columns.map((column) => {
                  const className = numeric.has(column) ? "number" : undefined;
                  const text = row[column] ?? "";
                  return text === "" ? (
                    <td key={column}>{text}</td>
                  ) : (
                    <th key={column} scope="col" className={className}>
                      {words(text, index, column)}
                    </th>
                  );
                })}
              </tr>
            ))}
          </thead>
        )}
        <tbody>
          {body.map((row, index) => (
            <tr key={index} className={/^(?:.{0,30}\b)?(?:i alt|total|sum)\b/i.test(row[0] ?? "") ? "sum" : undefined}>
              {columns.map((column) => {
                const text = row[column] ?? "";
                return column === 0 && text !== "" && !numeric.has(0) ? (
                  <th key={column} scope="row">
                    {words(text, table.headerRows + index, column)}
                  </th>
                ) : (
                  <td key={column} className={numeric.has(column) ? "number" : undefined}>
                    {words(text, table.headerRows + index, column)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Table>
      {table.notes.map((note, index) => (
        <p key={note} className="table-note">
          {words(note, "note", index)}
        </p>
      ))}
    </div>
  );
}
