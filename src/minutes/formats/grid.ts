/** A table cell as HTML, DOCX and tagged PDF know it: it may cover several columns and rows. */
export type Cell = { text: string; columns: number; rows: number };

/** Wider than any table in minutes; a larger span is a mistake or an attack. */
const MAX_COLUMNS = 200;

/**
 * Lays cells out as rows of equal length. What a cell covers beyond its own place is left empty, so that each
 * value stays under its own heading.
 */
export function layGrid(cellRows: Cell[][]): string[][] {
  /** How many more rows each column is covered by a cell above. */
  const covered: number[] = [];
  const grid = cellRows.map((cells) => {
    const row: string[] = [];
    const skipCovered = () => {
      while ((covered[row.length] ?? 0) > 0 && row.length < MAX_COLUMNS) {
        covered[row.length]! -= 1;
        row.push("");
      }
    };
    const surplus: string[] = [];
    for (const cell of cells) {
      if (row.length >= MAX_COLUMNS) {
        surplus.push(cell.text);
        continue;
      }
      skipCovered();
      for (let column = 0; column < Math.max(1, cell.columns) && row.length < MAX_COLUMNS; column++) {
        covered[row.length] = Math.max(0, cell.rows - 1);
        row.push(column === 0 ? cell.text : "");
      }
    }
    skipCovered();
    // More cells than any table has: what they say is kept in the last one.
    if (surplus.length > 0) row.push([row.pop(), ...surplus].join(" "));
    return row;
  });
  const width = Math.max(0, ...grid.map(lastFilled));
  return grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ""));
}

function lastFilled(row: string[]): number {
  let length = row.length;
  while (length > 0 && row[length - 1] === "") length--;
  return length;
}
