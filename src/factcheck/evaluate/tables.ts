import { decimal, rounded, whole } from "./danish.ts";
import type { Facts } from "./facts.ts";
import { mark } from "./marks.ts";
import type { Desk, Phrasebook } from "./model.ts";
import { slipOf, wrongPercent } from "./slips.ts";

/** Rows of cells; `id` marks what was planted in the row. */
type Row = { cells: string[]; id?: number };

/** A table of the parts by year, or of money by part, in one of the shapes papers have. */
export function table(desk: Desk, book: Phrasebook, facts: Facts): string {
  const { random } = desk;
  const make = random.pick([byYear, byYear, byYear, withShares, withShares, withChange, budget, budget, withSubtotal]);
  const { caption, rows } = make(desk, book, facts);
  return `${caption}\n\n${shaped(desk, rows)}`;
}

type Made = { caption: string; rows: Row[] };

const total = ({ random }: Desk, book: Phrasebook, facts: Facts): string =>
  random.pick(book.totals).replace("{y1}", String(facts.year));
const adds = (figures: number[]): number => figures.reduce((one, other) => one + other, 0);

function byYear(desk: Desk, book: Phrasebook, facts: Facts): Made {
  const { subject, year, partsBefore, partsAfter } = facts;
  const columns = [[...partsBefore], [...partsAfter]];
  if (desk.random.chance(0.4))
    columns.unshift(partsBefore.map((part) => Math.round(part * (0.8 + desk.random.next() * 0.3)) + 1));
  const years = columns.map((_, index) => String(year - columns.length + 1 + index));
  return {
    caption: `${capital(subject.noun)} ${years[0]}-${years.at(-1)}`,
    rows: withTotal(
      desk,
      "",
      years,
      subject.parts.map(([label]) => label),
      columns,
      total(desk, book, facts),
    ),
  };
}

/** Plants a wrong total or a wrong cell, if the desk errs. */
function withTotal(
  desk: Desk,
  corner: string,
  heads: string[],
  labels: string[],
  columns: number[][],
  name: string,
): Row[] {
  const { random } = desk;
  const sums = columns.map(adds);
  const rows: Row[] = labels.map((label, at) => ({
    cells: [label, ...columns.map((column) => whole(column[at] as number))],
  }));
  const last: Row = { cells: [name, ...sums.map(whole)] };
  if (desk.errs()) {
    const id = desk.newId();
    const at = random.between(0, columns.length - 1);
    if (random.chance(0.6)) {
      last.cells[at + 1] = whole(slipOf(random, sums[at] as number));
      desk.plant(["table-total"], "error", "forkert total i tabel", "", id);
    } else {
      const row = random.between(0, rows.length - 1);
      const right = columns[at]?.[row] as number;
      if (right > 9) {
        (rows[row] as Row).cells[at + 1] = whole(slipOf(random, right));
        (rows[row] as Row).id = id;
      } else last.cells[at + 1] = whole(slipOf(random, sums[at] as number));
      desk.plant(["table-total"], "error", "forkert række i tabel", "", id);
    }
    last.id = id;
  }
  return [{ cells: [corner, ...heads] }, ...rows, last];
}

function withShares(desk: Desk, book: Phrasebook, facts: Facts): Made {
  const { random } = desk;
  const { subject, year, partsAfter, after } = facts;
  const decimals = random.pick([0, 1, 1, 2]);
  const inside = random.chance(0.5);
  const sign = random.pick(["%", " %", " procent"]);
  const slip = desk.errs() ? random.between(0, partsAfter.length - 1) : -1;
  const rows: Row[] = partsAfter.map((part, at) => {
    const exact = (100 * part) / after;
    const share = decimal(at === slip ? wrongPercent(random, exact, decimals) : exact, decimals);
    const cells = inside
      ? [subject.parts[at]?.[0] ?? "", `${whole(part)} (${share}${sign})`]
      : [subject.parts[at]?.[0] ?? "", whole(part), share + (sign === " procent" ? "" : sign)];
    return at === slip ? { cells, id: planted(desk, ["percentage"], "forkert procent i tabel") } : { cells };
  });
  const name = total(desk, book, facts);
  rows.push({ cells: inside ? [name, whole(after)] : [name, whole(after), `100${sign === " procent" ? "" : sign}`] });
  const heads = inside ? ["", String(year)] : ["", `Antal ${year}`, sign === " procent" ? "Andel i procent" : "Andel"];
  return { caption: `${capital(subject.noun)} i ${year} efter art`, rows: [{ cells: heads }, ...rows] };
}

function withChange(desk: Desk, book: Phrasebook, facts: Facts): Made {
  const { random } = desk;
  const { subject, year, partsBefore, partsAfter, before, after } = facts;
  const inPercent = random.chance(0.5);
  const slip = desk.errs() ? random.between(0, partsAfter.length - 1) : -1;
  const line = (label: string, from: number, to: number, wrong: boolean): Row => {
    const exact = inPercent ? (100 * (to - from)) / from : to - from;
    const shown = wrong
      ? inPercent
        ? Math.sign(exact || 1) * wrongPercent(random, Math.abs(exact), 1)
        : slipOf(random, exact)
      : exact;
    const cells = [label, whole(from), whole(to), inPercent ? `${decimal(rounded(shown, 1), 1)} %` : whole(shown)];
    if (!wrong) return { cells };
    const id = inPercent
      ? planted(desk, ["ratio", "percentage", "difference"], "forkert ændring i procent i tabel")
      : planted(desk, ["difference"], "forkert ændring i tabel");
    return { cells, id };
  };
  const rows = partsAfter.map((to, at) =>
    line(subject.parts[at]?.[0] ?? "", partsBefore[at] as number, to, at === slip),
  );
  rows.push(line(total(desk, book, facts), before, after, false));
  const head = random.pick(
    inPercent ? ["Ændring i pct.", "Udvikling i procent", "Ændring (%)"] : ["Ændring", "Forskel", "Udvikling"],
  );
  return {
    caption: `Udviklingen fra ${year - 1} til ${year}`,
    rows: [{ cells: ["", String(year - 1), String(year), head] }, ...rows],
  };
}

function budget(desk: Desk, book: Phrasebook, facts: Facts): Made {
  const { random } = desk;
  const { subject, year, partsAfter, after, budget: all } = facts;
  const millions = random.chance(0.35);
  const scale = millions ? 1e5 : 1000;
  const budgets = partsAfter.map((part) => Math.round((0.93 * all * part) / after / scale));
  const forecasts = budgets.map((amount) => Math.round(amount * (0.94 + random.next() * 0.12)));
  const show = (value: number): string => (millions ? decimal(value / 10, 1) : whole(value));
  const slip = desk.errs() ? random.between(0, budgets.length) : -1;
  const line = (label: string, plan: number, ends: number, wrong: boolean): Row => {
    const gap = plan - ends;
    if (!wrong) return { cells: [label, show(plan), show(ends), show(gap)] };
    return {
      cells: [label, show(plan), show(ends), show(slipOf(random, gap))],
      id: planted(desk, ["difference", "table-total"], "forkert afvigelse i tabel"),
    };
  };
  const rows = budgets.map((plan, at) =>
    line(subject.parts[at]?.[0] ?? "", plan, forecasts[at] as number, at === slip),
  );
  const [plan, ends] = [adds(budgets), adds(forecasts)];
  const last = line(total(desk, book, facts), plan, ends, false);
  if (slip === budgets.length) {
    last.cells[1] = show(slipOf(random, plan));
    last.id = planted(desk, ["table-total", "difference"], "forkert total i budget");
  }
  const corner = millions ? "Mio. kr." : random.pick(["1.000 kr.", "i 1.000 kr.", "Hele 1.000 kr."]);
  return {
    caption: `Budget og forventet regnskab ${year - 2}`,
    rows: [{ cells: [corner, "Budget", "Forventet regnskab", "Afvigelse"] }, ...rows, last],
  };
}

/** Two groups with sums of their own below a sum of all, and a "heraf" row: innocent unless the desk errs. */
function withSubtotal(desk: Desk, book: Phrasebook, facts: Facts): Made {
  const { random } = desk;
  const { subject, year, partsAfter, after } = facts;
  const cut = partsAfter.length >> 1;
  const row = (at: number): Row => ({ cells: [subject.parts[at]?.[0] ?? "", whole(partsAfter[at] as number)] });
  const groups = [adds(partsAfter.slice(0, cut)), adds(partsAfter.slice(cut))] as [number, number];
  const wrong = desk.errs();
  const slip = wrong ? random.between(0, 2) : -1;
  const sumRow = (label: string, figure: number, at: number): Row =>
    at === slip
      ? { cells: [label, whole(slipOf(random, figure))], id: planted(desk, ["table-total"], "forkert delsum i tabel") }
      : { cells: [label, whole(figure)] };
  const rows = [
    { cells: ["", String(year)] },
    ...Array.from({ length: cut }, (_, at) => row(at)),
    sumRow("I alt, første gruppe", groups[0], 0),
    ...Array.from({ length: partsAfter.length - cut }, (_, at) => row(cut + at)),
    sumRow("I alt, anden gruppe", groups[1], 1),
    sumRow(total(desk, book, facts), after, 2),
    { cells: ["- heraf nye", whole(Math.round(after * (0.1 + random.next() * 0.3)))] },
  ];
  return { caption: `${capital(subject.noun)} ${year} i grupper`, rows };
}

function planted(desk: Desk, checks: Parameters<Desk["plant"]>[0], what: string): number {
  const id = desk.newId();
  desk.plant(checks, "error", what, "", id);
  return id;
}

function shaped({ random }: Desk, rows: Row[]): string {
  const shape = random.pick(["tab", "tab", "pipe", "spaces", "transposed", "two-heads"]);
  const marked = (row: Row, line: string): string => (row.id === undefined ? line : mark(row.id, line));
  if (shape === "pipe") {
    const lines = rows.map((row) => marked(row, `| ${row.cells.join(" | ")} |`));
    lines.splice(1, 0, `|${" --- |".repeat(rows[0]?.cells.length ?? 1)}`);
    return lines.join("\n");
  }
  if (shape === "spaces") {
    const widths = (rows[0] as Row).cells.map(
      (_, at) => Math.max(...rows.map(({ cells }) => cells[at]?.length ?? 0)) + 3,
    );
    const pad = (cell: string, at: number): string =>
      at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0);
    return rows.map((row) => marked(row, row.cells.map(pad).join("").trimEnd())).join("\n");
  }
  if (shape === "transposed") {
    const wide = Math.max(...rows.map(({ cells }) => cells.length));
    const ids = rows.flatMap(({ id }) => id ?? []);
    const lines = Array.from({ length: wide }, (_, at) => rows.map(({ cells }) => cells[at] ?? "").join("\t"));
    return ids.reduce((text, id) => mark(id, text), lines.join("\n"));
  }
  if (shape === "two-heads" && rows[0]?.cells.slice(1).some((cell) => cell.includes(" "))) {
    const [head, ...rest] = rows as [Row, ...Row[]];
    const words = head.cells.map((cell) => cell.split(" "));
    const two = [words.map(([first = ""]) => first), words.map(([, ...more]) => more.join(" "))];
    return [...two.map((cells) => cells.join("\t")), ...rest.map((row) => marked(row, row.cells.join("\t")))].join(
      "\n",
    );
  }
  return rows.map((row) => marked(row, row.cells.join("\t"))).join("\n");
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
