import { decimal, share, whole } from "./numbers.ts";
import type { Random } from "./random.ts";
import { type Context, capitalise, compound } from "./template.ts";

const rows = (lines: string[][]): string => lines.map((cells) => cells.join("\t")).join("\n");
const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
const column = (lines: number[][], index: number): number => sum(lines.map((line) => line[index] ?? 0));
const names = (context: Context, count: number): string[] =>
  Array.from({ length: count }, () => capitalise(compound(context).definite));

/** Budget, forecast and what is left, in 1,000 kr. The last row is the sum of the others. */
export function budgetTable(
  context: Context,
  areas: readonly string[],
): { text: string; budget: number; left: number } {
  const { random } = context;
  const lines = areas.map(() => {
    const budget = random.between(2_000, 320_000);
    const left = random.between(-Math.round(budget / 25), Math.round(budget / 30));
    return [budget, budget - left, left];
  });
  const totals = [0, 1, 2].map((index) => column(lines, index));
  const text = rows([
    ["i 1.000 kr.", "Budget ¹⁾", "Forventet regnskab", "Forventet over- eller underskud ²⁾"],
    ...lines.map((line, index) => [areas[index] ?? "", ...line.map(whole)]),
    ["Udvalget i alt", ...totals.map(whole)],
  ]);
  const notes = "Anm. 1) Korrigeret budget\n\nAnm. 2) Minus betyder underskud og plus betyder overskud.";
  return { text: `${text}\n\n${notes}`, budget: totals[0] ?? 0, left: totals[2] ?? 0 };
}

export type ComplaintFigures = { received: number[][]; outcomes: number[][] };

/** Complaints about decisions and conduct, and upheld, changed and remanded cases, for as many years. */
export function complaintFigures(random: Random, years: number): ComplaintFigures {
  const series = (low: number, high: number): number[] =>
    Array.from({ length: years }, () => random.between(low, high));
  return { received: [series(180, 420), series(40, 180)], outcomes: [series(60, 200), series(5, 28), series(4, 19)] };
}

export function receivedTable({ received }: ComplaintFigures, periods: readonly string[]): string {
  const labels = ["Klager over afgørelse", "Klager over sagsbehandlingen"];
  return rows([
    ["Modtagne klager", ...periods],
    ...received.map((line, index) => [labels[index] ?? "", ...line.map(whole)]),
    ["Klager i alt", ...periods.map((_, index) => whole(column(received, index)))],
  ]);
}

export function outcomeTable({ outcomes }: ComplaintFigures, periods: readonly string[]): string {
  const labels = ["Stadfæstet", "Ændret", "Hjemvist"];
  const total = (index: number): number => column(outcomes, index);
  return rows([
    ["Ankestyrelsens afgørelser", ...periods],
    ...outcomes.map((line, at) => [
      labels[at] ?? "",
      ...line.map((value, index) => `${value} (${share(value, total(index))} %)`),
    ]),
    ["I alt", ...periods.map((_, index) => whole(total(index)))],
  ]);
}

/** Five counts a row and a total row, as in series over years. */
export function seriesTable(context: Context): string {
  const { random, year } = context;
  const labels = names(context, random.between(3, 6));
  const lines = labels.map(() => Array.from({ length: 5 }, () => random.between(3, 640)));
  return rows([
    [capitalise(context.topic.bare), ...[4, 3, 2, 1, 0].map((back) => String(year - back))],
    ...lines.map((line, index) => [labels[index] ?? "", ...line.map(whole)]),
    ["I alt", ...[0, 1, 2, 3, 4].map((index) => whole(column(lines, index)))],
  ]);
}

/** Cases, hits, share, claims and savings by step of control; sums down and across. */
export function inspectionTable({ random }: Context): string {
  const lines = [0, 1].map(() => {
    const cases = random.between(90, 900);
    const hits = random.between(20, Math.floor(cases / 2));
    const claims = random.between(200_000, 3_000_000);
    const savings = random.between(900_000, 9_000_000);
    return [cases, hits, claims, savings, claims + savings];
  });
  const total = [0, 1, 2, 3, 4].map((index) => column(lines, index));
  const line = (label: string, [cases = 0, hits = 0, ...money]: number[]): string[] => [
    label,
    whole(cases),
    whole(hits),
    `${share(hits, cases)} %`,
    ...money.map(whole),
  ];
  return rows([
    ["Kontroltrin", "Sager", "Resultat", "Andel", "Tilbagebetaling (kr.)", "Sparede ydelser (kr.)", "I alt (kr.)"],
    line("Trin 2", lines[0] ?? []),
    line("Trin 3", lines[1] ?? []),
    line("I alt", total),
  ]);
}

/** Targets as ranges, and where the project stands. */
export function targetTable(context: Context): string {
  const { random, year } = context;
  const line = (name: string): string[] => {
    const low = random.between(4, 30) * 5;
    return [name, `${low}-${low + random.between(1, 5) * 5} borgere`, `${random.between(1, 190)} borgere`];
  };
  return rows([
    ["Indsatsområde", `Måltal ${year}`, `Status pr. 15.0${random.between(1, 9)}.${year}`],
    ...names(context, 3).map(line),
  ]);
}

/** Alternatives with staff, investment and running costs for four years. */
export function modelTable(context: Context): string {
  const { random, year } = context;
  const years = [1, 2, 3, 4].map((ahead) => `Drift ${year + ahead}`);
  const line = (name: string, index: number): string[] => {
    const running = whole(random.between(4, 90) * 100);
    const staff = decimal(random.between(2, 24) / 2);
    return [
      `Model ${"ABC"[index]}: ${name}`,
      staff,
      whole(random.between(0, 80) * 100),
      running,
      running,
      running,
      running,
    ];
  };
  return rows([["i 1.000 kr.", "Årsværk", "Anlæg", ...years], ...names(context, 3).map(line)]);
}
