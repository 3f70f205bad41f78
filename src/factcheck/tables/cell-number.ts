import type { NumberMention } from "../numbers/find-numbers.ts";
import type { RawCell } from "./raw-rows.ts";

/**
 * What a cell holds: a number, nothing ("-", which sums as zero), a figure that is kept back or cannot be read for sure
 * ("..", "<5", "1.2342.345"), or words.
 */
export type CellContent = { state: "number" | "nothing" | "unknown" | "words"; number: NumberMention | null };

const words: CellContent = { state: "words", number: null };
const unknown: CellContent = { state: "unknown", number: null };
const nothing: CellContent = { state: "nothing", number: null };

const DIGITS = String.raw`\d+\.\d{1,2}(?![\d.,])|(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ \u00a0\u202f']\d{3})+|\d+)(?:,\d+)?`;
const SIGN = String.raw`[+\-\u2013\u2014\u2212÷]{0,2}`;
const PERCENT = String.raw`%|pct\.?|procent|pct`;
const MARK = /(?:<sup>.*?<\/sup>|[⁰¹²³⁴-⁹]+[⁾)]?|(?<=\d)\s*\*+|(?<=[\d%.])\s+\d\)|\[\d\])\s*$/u;
const FIGURE = new RegExp(
  String.raw`^(?:(?<money>kr\.?|dkk|kroner|ca\.?)\s*)?(?<sign>${SIGN})\s*(?<digits>${DIGITS})(?:,-|,÷)?\s*(?<rest>.*)$`,
  "iu",
);
const SHARE = new RegExp(String.raw`^[(/]\s*(?<sign>${SIGN})(?<digits>${DIGITS})\s*(?:${PERCENT})?\s*\)?$`, "iu");
const SHARE_FIRST = new RegExp(String.raw`^(?:${PERCENT})\s*\(\s*(?<digits>${DIGITS})(?:\s+[\p{L}.]+)?\s*\)$`, "iu");
const UNIT_WORDS =
  /^(?<unit>(?:mio\.?|mia\.?|mill\.?|mill?ioner|mill?iarder|t\.?|1\.?000)?\s*(?:kr\.?|dkk|kroner)|mio\.?|mia\.?|tkr\.?|%|pct\.?|procent(?:point)?|%-point|pct\.?-?point|p\.p\.|[\p{L}²³./ -]{1,40})(?:\s*(?<share>\(.*\)))?$/iu;
const TIMES = /^(?:mio|mill|millioner|milioner)\b/i;
const BILLIONS = /^(?:mia|milliarder|miliarder)\b/i;

/** Reads the number of a cell. A cell with several numbers, a date or an ordinal ("8. klasse") is words. */
export function readCell(cell: RawCell): CellContent {
  const { text, start } = cell;
  if (text === "") return nothing;
  if (text.length > 120) return words;
  const { from, to } = withoutMarkup(text);
  const bare = text.slice(from, to);
  if (isLabel(bare)) return words;
  if (/^[-\u2013\u2014\u2212]+$|^\.$|^[*_]*$/.test(bare)) return nothing;
  if (
    /^(?:\.{2,3}|…|[<>≤≥]\s*\d.*|(?:under|over|færre end|mere end|mindst|højst|op til)\s+\d.*|i\.?\s?[ol]\.?|n\.?\/?a\.?|\?|x|xx+|ukendt|ikke (?:oplyst|opgjort|kendt)|diskret\p{L}*)$/iu.test(
      bare,
    )
  )
    return unknown;
  const match = FIGURE.exec(bare);
  if (!match?.groups) return /^[\s\d.,+\-()\u2212\u2013%]+$/.test(bare) && /\d/.test(bare) ? unknown : words;
  const { money, sign = "", digits = "", rest = "" } = match.groups;
  const approximate = /^ca/i.test(money ?? "");
  const at = start + from + bare.indexOf(digits, (money ?? "").length) - sign.trim().length;
  const number = makeNumber(digits, sign, { start: Math.max(start + from, at), end: start + to });
  if (money && !approximate) number.unit = "kr";
  if (approximate) number.hedge = "about";
  if (rest === "") return { state: "number", number };
  const first = SHARE_FIRST.exec(rest);
  if (first?.groups?.["digits"]) {
    const count = makeNumber(first.groups["digits"], "", number.span);
    return { state: "number", number: { ...count, share: { ...number, unit: "percent" } } };
  }
  const range = new RegExp(String.raw`^[-\u2013]\s*(?<end>${DIGITS})\s*(?<after>[\p{L}%].*)?$`, "iu").exec(rest);
  if (range?.groups?.["end"])
    return { state: "words", number: { ...number, to: makeNumber(range.groups["end"], "", number.span).value } };
  const share = SHARE.exec(rest);
  if (share?.groups?.["digits"]) return withShare(number, share.groups, cell, from, to);
  const unit = UNIT_WORDS.exec(rest);
  if (!unit?.groups) return /^[\d.,\s]+(?:kr\.?|%|pct\.?)?$/i.test(rest) ? unknown : words;
  // "8. klasse", "2. halvår": an ordinal names something.
  if (/^\.\s*\p{L}/u.test(rest) || (/^[-\u2013]\s*\p{L}/u.test(rest) && !/^-(?:point)/.test(rest))) return words;
  applyUnit(number, (unit.groups["unit"] ?? "").trim());
  const inside = unit.groups["share"] === undefined ? null : SHARE.exec(unit.groups["share"]);
  if (unit.groups["share"] !== undefined && !inside?.groups) return words;
  return inside?.groups ? withShare(number, inside.groups, cell, from, to) : { state: "number", number };
}

/** A label before a number in one cell: "Stadfæstet 123 (82,0 procent)". Null where there is none. */
export function splitLabel(cell: RawCell): { label: string; value: RawCell } | null {
  const match =
    /^(?<label>\p{L}[\p{L}/.,:() -]{1,60}?):?\s+(?<value>[-+\u2212]?\d[\d.,]*(?:\s*\([^)]{1,30}\)|\s*%)?)$/u.exec(
      cell.text,
    );
  if (!match?.groups) return null;
  const value = match.groups["value"] ?? "";
  return { label: match.groups["label"] ?? "", value: { start: cell.end - value.length, end: cell.end, text: value } };
}

function isLabel(text: string): boolean {
  return /^\d{1,2}[./-]\d{1,2}([./-]\d{2,4})?$|^(?:19|20)\d\d\s*[-/\u2013]\s*(?:19|20)?\d\d$|^\d{1,3}\s*[-\u2013]\s*\d{1,4}$|^(?:kl\.?\s*)?\d{1,2}[.:]\d\d\s*-.*$|^\d\d-\d{6}$|^\d{2}(?: \d{2}){3}$/.test(
    text.trim(),
  );
}

function withoutMarkup(text: string): { from: number; to: number } {
  let from = 0;
  let to = text.length;
  const opening = /^(?:\*\*|__|<\/?(?:b|strong|em|i|u)>|\s)+/i.exec(text);
  if (opening) from = opening[0].length;
  for (let round = 0; round < 3; round++) {
    const part = text.slice(from, to);
    const closing = /(?:\*\*|__|<\/?(?:b|strong|em|i|u)>|\s|<br\s*\/?>)+$/i.exec(part) ?? MARK.exec(part);
    if (!closing || closing[0] === "" || closing.index === 0) break;
    to = from + closing.index;
  }
  return from < to ? { from, to } : { from: 0, to: text.length };
}

function makeNumber(digits: string, sign: string, span: { start: number; end: number }): NumberMention {
  const english = /^\d+\.\d{1,2}$/.test(digits);
  const [whole = "", decimals = ""] = english ? digits.split(".") : digits.replace(/[. \u00a0\u202f']/g, "").split(",");
  const size = Number(`${whole}.${decimals || "0"}`);
  const negative = [...sign].filter((mark) => mark !== "+").length % 2 === 1;
  return {
    span,
    value: negative && size !== 0 ? -size : size,
    step: 10 ** -decimals.length,
    unit: null,
    hedge: null,
    to: null,
    share: null,
    kind: "quantity",
    signed: sign !== "",
  };
}

function applyUnit(number: NumberMention, unit: string): void {
  const times = TIMES.test(unit)
    ? 1e6
    : BILLIONS.test(unit)
      ? 1e9
      : /^(?:t\.?|1\.?000)\s*kr|^tkr/i.test(unit)
        ? 1e3
        : 1;
  number.value = times === 1 ? number.value : Math.round((number.value / number.step) * 1) * (number.step * times);
  number.step *= times;
  if (/point|p\.p\./i.test(unit)) number.unit = "points";
  else if (/^(?:%|pct|procent)/i.test(unit)) number.unit = "percent";
  else if (/(?:kr\.?|dkk|kroner)$/i.test(unit)) number.unit = "kr";
  else number.unit = times === 1 ? unit : "kr";
}

function withShare(
  number: NumberMention,
  { digits = "", sign = "" }: Record<string, string | undefined>,
  cell: RawCell,
  from: number,
  to: number,
): CellContent {
  const open = cell.text.slice(from, to).search(/[(/]/);
  const share = makeNumber(digits, sign, { start: cell.start + from + open, end: cell.start + to });
  share.unit = "percent";
  number.span = { start: number.span.start, end: cell.start + to };
  return { state: "number", number: { ...number, share } };
}
