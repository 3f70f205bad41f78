import type { Cell, FigureTable } from "./find-tables.ts";
import { lineRoles, type Role } from "./roles.ts";
import { unitIn } from "./unit.ts";

/** A figure in a table, ready to reckon with. `places`: it is printed with decimals or in thousands or millions. */
export type Entry = {
  cell: Cell;
  value: number;
  /** Worth of the last printed digit. */
  step: number;
  percent: boolean;
  /** Kept back, unreadable or several numbers: what it adds is not known. */
  unknown: boolean;
  /** "-" or an empty cell in a row that has others. */
  nothing: boolean;
};

/** One row, or one column, of figures with its name. */
export type Line = {
  name: string;
  role: Role;
  /** "kr", "percent", ...; null when neither heading nor cells say. */
  unit: string | null;
  scale: number;
  entries: (Entry | null)[];
};

/**
 * A table seen along its rows (`lines` are rows, `across` the names of columns) or, turned, along its columns. Checks are
 * written once, for lines.
 */
export type View = {
  table: FigureTable;
  lines: Line[];
  across: string[];
  acrossRoles: Role[];
  turned: boolean;
};

/** The table row by row, and the same figures column by column. */
export function viewsOf(table: FigureTable): { down: View; turned: View } {
  const width = table.columns.length;
  const columnUnits = table.columns.map((_, column) => columnUnit(table, column));
  const grid = table.rows.map((row) => {
    const rowUnit = unitIn(row.name);
    const empty = row.cells.every((cell) => cell === null);
    return Array.from({ length: width }, (_, column) => {
      const cell = row.cells[column] ?? null;
      if (empty) return null;
      if (!cell) return null;
      return entryOf(cell, rowUnit?.unit ?? columnUnits[column]?.unit ?? table.unit);
    });
  });
  const rowRoles = lineRoles(table.rows.map((row) => row.name));
  const columnRoles = lineRoles(table.columns);
  const rows = table.rows.map((row, at): Line => {
    const entries = grid[at] ?? [];
    const said = unitIn(row.name);
    return {
      name: row.name,
      role: entries.every((entry) => entry === null) ? "heading" : (rowRoles[at] ?? "plain"),
      unit: said?.unit ?? sharedUnit(entries) ?? table.unit,
      scale: said?.scale ?? (table.unit === (said?.unit ?? table.unit) ? table.scale : 1),
      entries,
    };
  });
  const columns = table.columns.map((name, column): Line => {
    const unit = columnUnits[column];
    return {
      name,
      role: columnRoles[column] ?? "plain",
      unit: unit?.unit ?? table.unit,
      scale: unit?.scale ?? table.scale,
      entries: grid.map((row) => row[column] ?? null),
    };
  });
  const names = (lines: Line[]) => ({
    across: lines.map((line) => line.name),
    acrossRoles: lines.map((line) => line.role),
  });
  return {
    down: { table, lines: rows, ...names(columns), turned: false },
    turned: { table, lines: columns, ...names(rows), turned: true },
  };
}

function columnUnit(table: FigureTable, column: number): { unit: string; scale: number } | null {
  const said = table.units[column];
  if (said?.unit) return { unit: said.unit, scale: said.scale };
  let percent = 0;
  let money = 0;
  let all = 0;
  for (const row of table.rows) {
    const number = row.cells[column]?.number;
    if (!number) continue;
    all++;
    if (number.unit === "percent") percent++;
    if (number.unit === "kr") money++;
  }
  if (all > 0 && percent * 2 > all) return { unit: "percent", scale: 1 };
  if (all > 0 && money * 2 > all) return { unit: "kr", scale: 1 };
  return null;
}

function sharedUnit(entries: (Entry | null)[]): string | null {
  const units = new Set(
    entries.flatMap((entry) =>
      entry && !entry.nothing ? [entry.percent ? "percent" : (entry.cell.number?.unit ?? null)] : [],
    ),
  );
  return units.size === 1 ? ([...units][0] ?? null) : null;
}

function entryOf(cell: Cell, unit: string | null): Entry | null {
  const { number, state } = cell;
  const blank = { cell, value: 0, step: 1, percent: false, unknown: false, nothing: false };
  if (state === "nothing") return { ...blank, nothing: true };
  if (state === "unknown" || (number && (number.to !== null || number.hedge !== null)))
    return { ...blank, unknown: true };
  if (!number || state === "words") return null;
  const percent = number.unit === "percent" || (number.unit === null && number.share === null && unit === "percent");
  return { cell, value: number.value, step: number.step, percent, unknown: false, nothing: false };
}
