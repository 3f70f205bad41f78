import type { Check } from "../model.ts";
import { printBare } from "./tell.ts";
import type { Entry, Line, View } from "./view.ts";

/** What a relation gives at one place: the exact figure and how far the rounding of its terms may move it. */
export type Outcome = { exact: number; slack: number; terms: Entry[]; sum: string };

/** A way a line of a table may have been reckoned from others. */
export type Relation = {
  check: Check;
  /** 2: the names say so; 1: they or the order of the lines make it likely; 0: a guess that the figures must prove. */
  prior: 0 | 1 | 2;
  /** The sign may be turned: a deficit is printed with minus by one house and with plus by another. */
  turnable: boolean;
  at: (across: number) => Outcome | null;
};

const NEAREST = 12;
const DERIVED = new Set(["share", "growth", "index", "rate", "cumulative", "average", "change"]);

/** The relations line `at` may stand in to other lines of its view, by its role. */
export function relationsFor(view: View, at: number): Relation[] {
  const line = view.lines[at] as Line;
  const role = line.role === "plain" || line.role === "maybe-total" ? (isPercent(line) ? "share" : null) : line.role;
  if (line.role === "maybe-total" && !isPercent(line))
    return differences(view, at, nearest(view, at)).filter(({ prior }) => prior === 2);
  if (role === null || !DERIVED.has(role)) return [];
  const amounts = nearest(view, at).filter((index) => isPlainAmount(view.lines[index] as Line));
  if (role === "share")
    return [...shares(view, at, amounts), ...ratios(view, at, amounts, 100), ...growth(view, at, amounts, 0)];
  if (role === "growth") return [...growth(view, at, amounts, 1), ...steps(view, at, amounts, true)];
  if (role === "index") return [...indexes(view, at, amounts), ...ratios(view, at, amounts, 100)];
  if (role === "rate") return ratios(view, at, amounts, 1);
  if (role === "cumulative") return running(view, at, amounts);
  if (role === "average") return averages(view, at);
  if (role === "change")
    return isPercent(line)
      ? [
          ...growth(view, at, amounts, 1),
          ...steps(view, at, amounts, true),
          ...differences(view, at, nearest(view, at)),
        ]
      : [...differences(view, at, nearest(view, at)), ...steps(view, at, amounts, false)];
  return [];
}

/** The lines of figures nearest to a line, in order; in a long table no more than a few. */
function nearest(view: View, at: number): number[] {
  const found: number[] = [];
  const take = (index: number) => {
    const role = view.lines[index]?.role;
    if (role !== undefined && role !== "heading" && role !== "label") found.push(index);
  };
  for (let away = 1; away < view.lines.length && away < NEAREST * 3 && found.length < NEAREST; away++) {
    take(at - away);
    take(at + away);
  }
  return found.toSorted((a, b) => a - b);
}

function isPercent({ entries }: Line): boolean {
  const filled = entries.filter((entry) => entry && !entry.nothing && !entry.unknown);
  return filled.length > 0 && filled.filter((entry) => entry?.percent).length * 2 > filled.length;
}

function isPlainAmount(line: Line): boolean {
  return (
    (line.role === "plain" || line.role === "total" || line.role === "maybe-total" || line.role === "part-of") &&
    !isPercent(line)
  );
}

const entryAt = (view: View, line: number, across: number): Entry | null => {
  const entry = view.lines[line]?.entries[across] ?? null;
  return entry && !entry.unknown ? entry : null;
};

/** Half a printed step where the figure may have been rounded, nothing for counts. */
function halfStep(line: Line | undefined, entry: Entry): number {
  const isRounded = (line?.scale ?? 1) >= 1000 || entry.step < 1 || entry.step >= 1000;
  return entry.nothing || !isRounded ? 0 : entry.step / 2;
}

const name = (view: View, line: number) => view.lines[line]?.name.toLowerCase() ?? "";
const bare = (words: string) =>
  words
    .replace(/\b(?:i|pct|procent|andel|andelen|af|antal|og|på|kr|mio|den|de|i alt|samlet)\b|[^\p{L}\d ]/giu, " ")
    .split(/\s+/)
    .filter((word) => word.length > 2);

/** How much of the words of one name the other has, from 0 to 1. */
function likeness(a: string, b: string): number {
  const words = bare(a);
  const others = bare(b);
  const shared = words.filter((word) => others.some((other) => other.slice(0, 5) === word.slice(0, 5)));
  return words.length === 0 || others.length === 0 ? 0 : shared.length / Math.min(words.length, others.length);
}

/** Shares of the whole that stands in the same line: the printed total, or the sum of the parts. */
function shares(view: View, at: number, amounts: number[]): Relation[] {
  const totals = view.acrossRoles.flatMap((role, index) => (role === "total" ? [index] : []));
  const plain = view.acrossRoles.flatMap((role, index) => (role === "plain" || role === "maybe-total" ? [index] : []));
  return amounts.flatMap((line) => {
    const isBeside = line === at - 1 || (line === at + 1 && at === 0);
    const prior = isBeside || amounts.length === 1 ? 2 : likeness(name(view, line), name(view, at)) > 0.5 ? 1 : 0;
    const parts = plain.map((across) => entryAt(view, line, across)).filter((entry): entry is Entry => entry !== null);
    const known = plain.every((across) => !view.lines[line]?.entries[across]?.unknown);
    const sum = parts.reduce((all, entry) => all + entry.value, 0);
    const relation = (whole: (across: number) => number, terms: Entry[]): Relation => ({
      check: "percentage",
      prior,
      turnable: false,
      at: (across) => {
        const entry = entryAt(view, line, across);
        const base = whole(across);
        if (!entry || base <= 0 || entry.value < 0) return null;
        const half = halfStep(view.lines[line], entry);
        const exact = (entry.value / base) * 100;
        return {
          exact,
          slack: (half / base) * 100 * (1 + exact / 100),
          terms: [entry, ...terms],
          sum: `${figure(entry)} / ${plainFigure(base, entry.step)}`,
        };
      },
    });
    const found: Relation[] = [];
    if (totals.length > 0)
      found.push(
        relation(
          (across) => {
            const total = totals.find((index) => index >= across) ?? totals.at(-1) ?? 0;
            return entryAt(view, line, total)?.value ?? 0;
          },
          totals.length === 1 ? [entryAt(view, line, totals[0] ?? 0)].filter((entry) => entry !== null) : [],
        ),
      );
    if (totals.length < 2 && parts.length > 1 && known) found.push(relation(() => sum, parts));
    return found;
  });
}

/** Ratios that have a name of their own: what is above the line and what below. */
const NAMED_RATIOS: [RegExp, RegExp, RegExp][] = [
  [
    /forbrug|opbrugt/,
    /forbrug|brugt|realiseret|afholdt|disponeret|regnskab|faktisk/,
    /budget|bevilling|ramme|afsat|bevilget/,
  ],
  [/stemmeprocent|valgdeltagelse/, /afgivne|stemmer i alt|stemte/, /berettige|vælgere/],
  [
    /svarprocent|svarandel|besvarelsesprocent/,
    /svar|besvar/,
    /inviter|udsendt|adspurgt|modtager|målgruppe|population|antal (?:elever|borgere|ansatte)/,
  ],
  [
    /belægning|dækningsgrad|udnyttelse|kapacitet/,
    /indskrev|børn|belagt|brugte|optaget|beboere|elever|udlejede/,
    /plads|kapacitet|norm|sengedag|boliger|lokaler/,
  ],
  [/stadfæst/, /stadfæst/, /i alt|afgørelser|afgjort|behandl/],
  [/omgør/, /omgjort|omgør|ændret|hjemvist/, /i alt|afgørelser|afgjort|behandl/],
  [
    /opfyld|målopfyld|overhold|inden for|rettidig/,
    /opfyld|overhold|inden for|rettidig/,
    /afgjort|afgørelser|i alt|behandl|afsluttet|alle/,
  ],
  [/klassekvotient|pr\. klasse|elever\/klasse/, /elev|børn/, /klasse/],
  [/skatteprocent|udskrivningsprocent/, /provenu|skat/, /grundlag/],
];

const CONSUMPTION = /forbrug|brugt|realiseret|afholdt|disponeret|regnskab|faktisk/;
const INCOME = /indtægt|refusion|tilskud|salg/;
const EXPENSE = /udgift|omkostning|drift/;
const BUDGET = /budget|bevilling|ramme|afsat|bevilget/;

function ratios(view: View, at: number, amounts: number[], factor: 1 | 100): Relation[] {
  const pairs = amounts.flatMap((upper) =>
    amounts.filter((lower) => lower !== upper).map((lower) => [upper, lower] as const),
  );
  const own = name(view, at);
  return pairs.flatMap(([upper, lower]) => {
    const isUse = NAMED_RATIOS.some(
      ([self, above, below]) =>
        self.test(own) &&
        above.test(name(view, upper)) &&
        below.test(name(view, lower)) &&
        !above.test(name(view, lower)),
    );
    const base = /((?:19|20)\d\d)\s*=\s*100/.exec(own)?.[1];
    const isNamed = base ? name(view, lower).includes(base) : likeness(name(view, upper), own) > 0.6;
    const isAlone = amounts.length === 2;
    const prior = base && !isNamed ? 0 : isUse || (isNamed && isAlone) ? 2 : isNamed || isAlone ? 1 : 0;
    const scales = factor === 100 ? [100] : scalesOf(view, upper, lower, at);
    return scales.map((times): Relation => ({
      check: factor === 100 ? "percentage" : "ratio",
      prior,
      turnable: false,
      at: (across) => {
        const a = entryAt(view, upper, across);
        const b = entryAt(view, lower, across);
        if (!a || !b || b.value === 0) return null;
        const exact = (a.value / b.value) * times;
        const slack =
          Math.abs(exact) *
          (halfStep(view.lines[upper], a) / Math.max(Math.abs(a.value), 1e-9) +
            halfStep(view.lines[lower], b) / Math.abs(b.value));
        return {
          exact,
          slack,
          terms: [a, b],
          sum: `${figure(a)} / ${figure(b)}${times === 1 || times === 100 ? "" : ` * ${plainFigure(times, 1)}`}`,
        };
      },
    }));
  });
}

/** Factors between the printed sizes: amounts in 1,000 kr. and a price in kr., or a rate per 1,000 inhabitants. */
function scalesOf(view: View, upper: number, lower: number, at: number): number[] {
  const [a, b, own] = [view.lines[upper], view.lines[lower], view.lines[at]];
  const factors = new Set([1, (a?.scale ?? 1) / (b?.scale ?? 1) / (own?.unit === "kr" ? (own?.scale ?? 1) : 1)]);
  const per = /pr\.?\s*(1\.000|10\.000|100\.000|100)\b/i.exec(own?.name ?? "")?.[1];
  if (per) factors.add(Number(per.replaceAll(".", "")));
  if (a?.unit === "kr" && a.scale === 1000) factors.add(1000);
  if (a?.unit === "kr" && a.scale === 1e6) factors.add(1e6);
  return [...factors];
}

function growth(view: View, at: number, amounts: number[], least: 0 | 1): Relation[] {
  return pairsBefore(amounts, at).map(([from, to, isBeside]): Relation => ({
    check: "percentage",
    prior: amounts.length === 2 && least > 0 ? 2 : isBeside ? least : 0,
    turnable: least > 0,
    at: (across) => {
      const a = entryAt(view, from, across);
      const b = entryAt(view, to, across);
      if (!a || !b || a.value === 0) return null;
      const exact = ((b.value - a.value) / Math.abs(a.value)) * 100;
      const slack =
        100 *
        Math.abs(b.value / a.value) *
        (halfStep(view.lines[from], a) / Math.abs(a.value) +
          halfStep(view.lines[to], b) / Math.max(Math.abs(b.value), 1e-9));
      return { exact, slack, terms: [a, b], sum: `(${figure(b)} - ${figure(a)}) / ${figure(a)}` };
    },
  }));
}

/** Changes from one place to the next within a line: from year to year down a column, in either order of the years. */
function steps(view: View, at: number, amounts: number[], percent: boolean): Relation[] {
  return amounts.flatMap((line) =>
    [-1, 1].map((back): Relation => ({
      check: percent ? "percentage" : "difference",
      prior: amounts.length === 1 || line === at - 1 ? 1 : 0,
      turnable: false,
      at: (across) => {
        const now = entryAt(view, line, across);
        const before = entryAt(view, line, across + back);
        if (!now || !before || now.nothing || before.nothing || (percent && before.value === 0)) return null;
        if (view.acrossRoles[across] !== "plain" || view.acrossRoles[across + back] !== "plain") return null;
        const half = [now, before].map((entry) => halfStep(view.lines[line], entry));
        const apart = Number((now.value - before.value).toPrecision(12));
        if (!percent)
          return {
            exact: apart,
            slack: (half[0] ?? 0) + (half[1] ?? 0),
            terms: [now, before],
            sum: `${figure(now)} - ${figure(before)}`,
          };
        const ratio = Math.abs(now.value / before.value);
        const slack =
          100 *
          ratio *
          ((half[0] ?? 0) / Math.max(Math.abs(now.value), 1e-9) + (half[1] ?? 0) / Math.abs(before.value));
        return {
          exact: (apart / Math.abs(before.value)) * 100,
          slack,
          terms: [now, before],
          sum: `(${figure(now)} - ${figure(before)}) / ${figure(before)}`,
        };
      },
    })),
  );
}

/** All ordered pairs, and whether they are the two lines nearest to `at`. */
function pairsBefore(lines: number[], at: number): [number, number, boolean][] {
  const before = lines.filter((index) => index < at);
  const beside = new Set(before.length >= 2 ? before.slice(-2) : lines.slice(0, 2));
  return lines.flatMap((a) =>
    lines.filter((b) => b !== a).map((b): [number, number, boolean] => [a, b, beside.has(a) && beside.has(b)]),
  );
}

const ELSEWHERE = /(?<!\p{L})(?:siden|i forhold til|ift|sammenlignet|fra sidste|tidligere|seneste)(?!\p{L})/u;

function differences(view: View, at: number, lines: number[]): Relation[] {
  const own = name(view, at);
  const line = view.lines[at] as Line;
  const kin = lines.filter((index) => {
    const { role, entries } = view.lines[index] as Line;
    return (
      role !== "change" && role !== "growth" && role !== "index" && entries.some((entry) => entry && !entry.unknown)
    );
  });
  const amounts = kin.filter((index) => isPlainAmount(view.lines[index] as Line));
  return pairsBefore(kin, at).flatMap(([minus, plus, isBeside]): Relation[] => {
    if (minus > plus) return [];
    const isNet =
      /netto|resultat|balance/.test(own) &&
      INCOME.test(name(view, minus) + name(view, plus)) &&
      EXPENSE.test(name(view, minus) + name(view, plus));
    const isNamed =
      isNet ||
      (/under|over|mer|mindre|rest|afvigelse|forskel/.test(own) &&
        ((BUDGET.test(name(view, minus)) && CONSUMPTION.test(name(view, plus))) ||
          (BUDGET.test(name(view, plus)) && CONSUMPTION.test(name(view, minus)))));
    const isOnly =
      (kin.length === 2 || (amounts.length === 2 && amounts.includes(minus) && amounts.includes(plus))) &&
      at > Math.max(...kin.slice(0, 2));
    const prior = ELSEWHERE.test(own)
      ? 0
      : (isNamed && (isBeside || amounts.length === 2)) || (isOnly && isBeside && line.role !== "maybe-total")
        ? 2
        : isBeside
          ? 1
          : 0;
    return [
      {
        check: "difference",
        prior,
        turnable: true,
        at: (across) => {
          const a = entryAt(view, minus, across);
          const b = entryAt(view, plus, across);
          const stated = entryAt(view, at, across);
          if (!a || !b || a.percent !== b.percent || (a.nothing && b.nothing)) return null;
          // A change of shares is told in points; a change in percent of amounts is another relation.
          if (stated?.percent && !a.percent) return null;
          const slack = halfStep(view.lines[minus], a) + halfStep(view.lines[plus], b);
          return {
            exact: Number((b.value - a.value).toPrecision(12)),
            slack,
            terms: [b, a],
            sum: `${figure(b)} - ${b.value < 0 || a.value < 0 ? `(${figure(a)})` : figure(a)}`,
          };
        },
      },
    ];
  });
}

function indexes(view: View, at: number, amounts: number[]): Relation[] {
  const base = view.lines[at]?.entries.findIndex((entry) => entry && entry.value === 100) ?? -1;
  if (base < 0) return [];
  return amounts.map((line): Relation => ({
    check: "ratio",
    prior: amounts.length === 1 ? 2 : line === at - 1 ? 1 : 0,
    turnable: false,
    at: (across) => {
      const entry = entryAt(view, line, across);
      const first = entryAt(view, line, base);
      if (!entry || !first || first.value === 0 || across === base) return null;
      const exact = (entry.value / first.value) * 100;
      const slack =
        exact *
        (halfStep(view.lines[line], entry) / Math.max(Math.abs(entry.value), 1e-9) +
          halfStep(view.lines[line], first) / Math.abs(first.value));
      return { exact, slack, terms: [entry, first], sum: `${figure(entry)} / ${figure(first)} * 100` };
    },
  }));
}

/** Each place adds its own figure to what the place before it says. */
function running(view: View, at: number, amounts: number[]): Relation[] {
  return amounts.map((line): Relation => ({
    check: "table-total",
    prior: amounts.length === 1 ? 2 : line === at - 1 ? 1 : 0,
    turnable: false,
    at: (across) => {
      const entry = entryAt(view, line, across);
      const before = across === 0 ? null : entryAt(view, at, across - 1);
      if (!entry || entry.nothing || (across > 0 && !before)) return null;
      const half = halfStep(view.lines[line], entry);
      return {
        exact: Number(((before?.value ?? 0) + entry.value).toPrecision(12)),
        slack: half * 2,
        terms: before ? [before, entry] : [entry],
        sum: before ? `${figure(before)} + ${figure(entry)}` : figure(entry),
      };
    },
  }));
}

function averages(view: View, at: number): Relation[] {
  const plain = view.lines.flatMap((line, index) => (line.role === "plain" ? [index] : []));
  const before = plain.filter((index) => index < at);
  const groups = [plain, before].filter((lines) => lines.length > 1 && lines.length <= 400);
  return groups.map((lines): Relation => ({
    check: "ratio",
    prior: 1,
    turnable: false,
    at: (across) => {
      const all = lines.map((line) => view.lines[line]?.entries[across] ?? null);
      const entries = all.filter((entry): entry is Entry => entry !== null && !entry.nothing);
      if (
        entries.length < 2 ||
        entries.length < all.length ||
        entries.some((entry) => entry.unknown || entry.percent !== entries[0]?.percent)
      )
        return null;
      const sum = entries.reduce((total, entry) => total + entry.value, 0);
      const half = Math.max(...entries.map((entry) => (entry.step < 1 ? entry.step / 2 : 0)));
      return {
        exact: sum / entries.length,
        slack: half,
        terms: entries,
        sum: `${plainFigure(sum, entries[0]?.step ?? 1)} / ${entries.length}`,
      };
    },
  }));
}

const figure = (entry: Entry) => printBare(entry.value, entry.step);
const plainFigure = (value: number, step: number) => printBare(value, step);
