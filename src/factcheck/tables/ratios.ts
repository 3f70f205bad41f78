import { entryAt, figure, halfStep, likeness, name, plainFigure, type Relation } from "./relation.ts";
import type { Entry, View } from "./view.ts";

/** Shares of the whole that stands in the same line: the printed total, or the sum of the parts. */
export function shares(view: View, at: number, amounts: number[]): Relation[] {
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

export function ratios(view: View, at: number, amounts: number[], factor: 1 | 100): Relation[] {
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

/** Index numbers: the figure over the one whose index is 100. */
export function indexes(view: View, at: number, amounts: number[]): Relation[] {
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
