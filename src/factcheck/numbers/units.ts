import type { Hedge } from "./find-numbers.ts";

export type UnitAfter = {
  /** Where scale and unit end; the counted thing's word is not part of it. */
  end: number;
  scale: number;
  unit: string | null;
  /** The digits are followed by a scale, money, percent or the like, so they are certainly a quantity. */
  scaled: boolean;
};

const PERCENT =
  /^(?:[ \u00a0\u202f\u2009\n]?%-?[ \u00a0\u202f\u2009\n]?(?<points>point)?|[ \u00a0\u202f\u2009\n-]?(?:procent|pct\.?)(?<points2>[ \u00a0\u202f\u2009\n-]?points?)?(?!\p{L}))/iu;
const SCALE =
  /^[ \u00a0\u202f\u2009\n]?(?<scale>(?:mio|mia|mill)(?:\.|(?!\p{L}))|(?:million(?:er)?|milliard(?:er)?|tusinde?)(?!\p{L})|t\.?(?=[ \u00a0\u202f\u2009\n]?kr(?!\p{L})))(?:[ \u00a0\u202f\u2009\n]?(?<kr>kr\.?|kroner|DKK)(?!\p{L}))?/iu;
const MONEY =
  /^(?:[ \u00a0\u202f\u2009\n]?,-(?:[ \u00a0\u202f\u2009\n]?kr\.?(?!\p{L}))?|[ \u00a0\u202f\u2009\n]?(?:kr\.?|kroner|DKK)(?!\p{L}))/iu;
const WORD = /^(?:[ \u00a0]|\n(?=\p{Ll}))?(\p{L}[\p{L}\p{M}]*(?:-[\p{L}]+)*)/u;
const SCALES: [RegExp, number][] = [
  [/^t/i, 1e3],
  [/^(?:mio|mill)/i, 1e6],
  [/^(?:mia|milliard)/i, 1e9],
];

/** Words after a number that are not what is counted. */
const NO_UNIT = new Set(
  `og eller i på til fra for af med om ved er var blev bliver har havde som der at det den de et en mod over under samt men mens
  blandt omkring hos krævede kræver ud hvor hvoraf heraf hvilket svarer svarende udgør fordelt efter siden pr per kan skal vil inden både i så også ikke
  kun end dog jf ekskl inkl inklusiv eksklusiv hos når da hvis mellem gennem uden januar februar marts april maj juni juli
  august september oktober november december stk`.split(/\s+/),
);
const ADJECTIVE =
  /^(?:nye?|højere|lavere|gamle|ekstra|unge|ældre|små|store|større|mindre|flere|færre|andre|hele|unikke|almene?|\p{L}{2,}(?:ende|ede|lige|iske|elle|ige|tive|bare|ale|ative|este?|ste|nede?))$/iu;

/** "24 flere end" counts nothing by its own words. */
const COMPARED = /^(?:flere|færre|mere|mindre|større|ekstra|andre|nye?|hele|højere|lavere)$/iu;

/** What stands after the digits: scale ("mio.", "t.kr."), money, percent, or the thing counted. */
export function readUnit(text: string, digitsEnd: number): UnitAfter {
  // "**595** klager": the emphasis ends before the unit.
  const marks = /^(?:\*{1,3}|<\/(?:b|strong|em|i)>)/iu.exec(text.slice(digitsEnd, digitsEnd + 9))?.[0].length ?? 0;
  const read = readUnitAt(text, digitsEnd + marks);
  return read.scaled ? read : { ...read, end: digitsEnd };
}

function readUnitAt(text: string, at: number): UnitAfter {
  const near = text.slice(at, at + 60);
  const percent = PERCENT.exec(near);
  if (percent) {
    const points = percent.groups?.["points"] ?? percent.groups?.["points2"];
    const length = points ? percent[0].length : percent[0].trimEnd().replace(/-$/, "").length;
    return { end: at + length, scale: 1, unit: points ? "points" : "percent", scaled: true };
  }
  const scale = SCALE.exec(near);
  const name = scale?.groups?.["scale"];
  if (scale && name) {
    const times = /^milli(?!ard)/i.test(name) ? 1e6 : (SCALES.find(([expression]) => expression.test(name))?.[1] ?? 1);
    const money = scale.groups?.["kr"] !== undefined;
    const end = at + scale[0].length;
    return { end, scale: times, unit: money ? "kr" : countedAfter(text, end), scaled: true };
  }
  const money = MONEY.exec(near);
  if (money) return { end: at + money[0].length, scale: 1, unit: "kr", scaled: true };
  return { end: at, scale: 1, unit: countedAfter(text, at), scaled: false };
}

/** Whether a counted word only describes: "40 kommunale" counts what is told elsewhere. */
export const isAdjective = (word: string) => ADJECTIVE.test(word);

/** The noun after a number; adjectives before it are passed over: "45 nye pladser" counts "pladser". */
function countedAfter(text: string, at: number): string | null {
  let end = at;
  let counted: string | null = null;
  for (let words = 0; words < 3; words += 1) {
    const match = WORD.exec(text.slice(end, end + 50));
    const word = match?.[1];
    if (!match || !word || match[0] === word || NO_UNIT.has(word.toLowerCase())) return counted;
    if (!COMPARED.test(word)) counted = word;
    if (!ADJECTIVE.test(word)) return counted;
    end += match[0].length;
  }
  return counted;
}

/** Where "kr. " before a number begins, or null. */
export function moneyBefore(text: string, at: number): number | null {
  const match = /(?<!\p{L})(?:kr\.?|DKK)[ \u00a0]?\*{0,3}[-−–]?$/iu.exec(text.slice(Math.max(0, at - 6), at));
  if (!match) return null;
  const start = at - match[0].length;
  // "til 500 kr. 300 personer": money that already belongs to the number before it.
  return /\d[ \u00a0]?$|(?<!\p{L})(?:mio|mia|mill|t)\.?[ \u00a0]?$/iu.test(text.slice(Math.max(0, start - 6), start))
    ? null
    : start;
}

const HEDGES: [Hedge, RegExp][] = [
  [
    "about",
    /(?:cirka|ca\.?|omkring|omtrent|rundt regnet|i størrelsesordenen|anslået|skønsmæssigt|nogenlunde|plus\/minus|\+\/-)$/iu,
  ],
  ["nearly", /(?:knap(?:t)?|næsten|lige under|lidt under|op mod|tæt på|hen ved|ikke helt|små|godt og vel under)$/iu],
  ["over", /(?:over|godt|godt og vel|lige over|lidt over|mere end|flere end|lidt mere end|lige godt|overstiger)$/iu],
  ["under", /(?:under|mindre end|færre end)$/iu],
  ["at-most", /(?:op til|højst|højest|maks\.?|max\.?|maksimalt|ikke mere end)$/iu],
  ["at-least", /(?:mindst|minimum|min\.|ikke under|ikke mindre end|som minimum)$/iu],
];

/** The hedge right before a number; "over" and "under" may also be the plain prepositions. */
export function hedgeBefore(text: string, at: number): Hedge | null {
  const before = text.slice(Math.max(0, at - 26), at).replace(/[\s*_(]+$/u, "");
  if (!/[\p{L}.]$/u.test(before)) return null;
  // The first word may be cut.
  const words = (at > 26 ? before.replace(/^\S*\s/u, "") : before).replace(/\s+/gu, " ");
  // The two that hold another hedge's last word are asked first.
  for (const wanted of ["nearly", "at-most", "at-least", "about", "over", "under"] as const) {
    const found = HEDGES.find(([hedge]) => hedge === wanted)?.[1].exec(words);
    if (found && !/\p{L}$/u.test(words.slice(0, found.index))) return wanted;
  }
  return null;
}
