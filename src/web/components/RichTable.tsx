import type { ReactNode } from "react";
import type { RichNode } from "#rich-text/model.ts";
import type { Translated } from "../language.ts";
import { useLanguage } from "../use-language.ts";
import { Table } from "./Table.tsx";

const messages: Translated<{ table: string }> = { da: { table: "Tabel" }, en: { table: "Table" } };

/** `shown`: rows that are suggested away stay, struck out. */
type Props = { table: RichNode; cell: (cell: RichNode) => ReactNode; shown: boolean };

/** A text's table: the rows of heads at the top are its head, a head further down heads its row, figures stand right. */
export function RichTable({ table, cell, shown }: Props) {
  const { t } = useLanguage(messages);
  const caption = table.attrs?.["caption"];
  const rows = (table.content ?? []).filter((row) => shown || !isDeleted(row));
  const firstBody = rows.findIndex((row) => !row.content?.every(({ type }) => type === "tableHeader"));
  const headRows = firstBody < 0 ? rows.length : firstBody;
  const numeric = numericColumns(rows, headRows);
  const renderRow = (row: RichNode, inHead: boolean, key: number) => (
    <tr key={key} className={isDeleted(row) ? "deleted" : undefined}>
      {(row.content ?? []).map((node, column) => {
        const spans = {
          ...(spanOf(node, "colspan") > 1 && { colSpan: spanOf(node, "colspan") }),
          ...(spanOf(node, "rowspan") > 1 && { rowSpan: spanOf(node, "rowspan") }),
          ...((inHead ? numeric.has(column) : isFigure(wordsOf(node))) && { className: "number" }),
        };
        const isHead = node.type === "tableHeader" && wordsOf(node) !== "";
        const scope = inHead ? (spans.colSpan ? "colgroup" : "col") : spans.rowSpan ? "rowgroup" : "row";
        return isHead ? (
          <th key={column} scope={scope} {...spans}>
            {cell(node)}
          </th>
        ) : (
          <td key={column} {...spans}>
            {cell(node)}
          </td>
        );
      })}
    </tr>
  );
  return (
    <Table caption={typeof caption === "string" ? caption : t.table} hideCaption={typeof caption !== "string"}>
      {headRows > 0 && <thead>{rows.slice(0, headRows).map((row, index) => renderRow(row, true, index))}</thead>}
      {headRows < rows.length && (
        <tbody>{rows.slice(headRows).map((row, index) => renderRow(row, false, index))}</tbody>
      )}
    </Table>
  );
}

/** Columns with figures only, in a table without merged cells. */
function numericColumns(rows: RichNode[], headRows: number): Set<number> {
  const cells = rows.flatMap(({ content = [] }) => content);
  if (cells.some((cell) => spanOf(cell, "colspan") > 1 || spanOf(cell, "rowspan") > 1)) return new Set();
  const body = rows.slice(headRows);
  const width = Math.max(0, ...body.map(({ content }) => content?.length ?? 0));
  const columns = Array.from({ length: width }, (_, column) => column);
  return new Set(
    columns.filter((column) => {
      const texts = body.map(({ content }) => (content?.[column] ? wordsOf(content[column]) : "")).filter(Boolean);
      return texts.length > 0 && texts.every(isFigure);
    }),
  );
}

const isFigure = (text: string): boolean => /^[-+−–]?\s?\d[\d.,\s]*(?:%|pct\.|kr\.|mio\.|t\.kr\.)*$/i.test(text);

const isDeleted = ({ marks }: RichNode): boolean => marks?.some(({ type }) => type === "deletion") ?? false;

const spanOf = ({ attrs }: RichNode, name: "colspan" | "rowspan"): number => Number(attrs?.[name] ?? 1);

const wordsOf = (node: RichNode): string => (node.text ?? (node.content ?? []).map(wordsOf).join(" ")).trim();
