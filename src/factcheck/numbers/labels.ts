import type { NumberMention } from "./find-numbers.ts";
import type { UnitAfter } from "./units.ts";

const MONTH =
  "(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|jan|feb|apr|jun|jul|aug|sept?|okt|nov|dec)";

/** Words that give the number after them as a name. */
const NAMING = new Set(
  `sag sagen sagerne sagsnr sagsnummer nr nummer numrene punkt punkterne pkt pkter ad bilag bilagene tabel tabellen figur side sider s §
  §§ paragraf stk kapitel kap artikel afsnit lbk bek lovbekendtgørelse bekendtgørelse cirkulære vejledning uge ugerne tlf telefon mobil
  cvr ean kle matr matrikel version ver model scenarie scenario alternativ note anm dok dokument journalnr id rute linje linjerne årgang
  lokalplan kommuneplan tillæg etape zone konto kontoplan hold gruppe målgruppe kategori delområde område distrikt initiativ indsats indikator
  forslag spørgsmål princip anbefaling hovedanbefaling fase trin niveau spor klasse opgang hus bygning lokale mødelokale valggruppe
  ramme delmål målsætning handlemulighed boks skema funktion hovedkonto postnr postboks facet sagsid ref kl klokken modul runde
  option løsning variant del prioritet værelse rum stue lov liste`.split(/\s+/),
);
const NAMING_END =
  /(?:trin|spor|punkt|bilag|sag|gruppe|kategori|fase|tabel|sagsnr|nummer|numre|scenarie|princip|klasse|lokale)$/u;
const BEFORE_COLON = new Set(
  "sagsnr sagsnummer nr nummer tlf telefon mobil cvr ean kle journalnr dok dokument postnr id sagsid ref matr matrikel side j.nr matr.nr".split(
    " ",
  ),
);
const STREET =
  /\p{Lu}[\p{L}.]*(?:vej|gade|allé|alle|plads|pladsen|stræde|torv|torvet|vænget|vænge|parken|haven|boulevard|bakken|gården|engen|stien|sti|havn|kaj|dal|skrænten|toften|marken|ager|krogen)\s$/u;
const AGE =
  /^[\s-]?(?:års?[-\s]?(?:alderen|fødselsdag)|[\s-]?åri(?:g|ge|ges|gt)(?!\p{L})|-?års?(?:\b|$))|^\+-?årige?/iu;

const YEARS_OLD = /^[\s-]?-?åri/iu;
const OF_AGE = /(?:mellem|under|over|fyldt|fyldte|fra|til|end|og|på) $/u;

type Place = { start: number; end: number };

/** Whether a number only names something: a year, a date, an ordinal, a paragraph, an address, an age. */
export function isLabel(text: string, { start, end }: Place, cluster: { year: boolean }, after: UnitAfter): boolean {
  const before = text.slice(Math.max(0, start - 32), start);
  const behind = text.slice(end, end + 32);
  if (/\.{3}\s*$/u.test(before)) return true;
  if (/[\p{L}_@#§]$/u.test(before) || /[\p{L}§][-–./]$/u.test(before) || /<sup>$/iu.test(before)) return true;
  if (!after.scaled && gluedBehind(behind)) return true;
  if (isOrdinal(before, behind) || isDay(before, behind)) return true;
  if (after.scaled) return isScaleHeader(text.slice(start, end), before, behind);
  if (cluster.year && isYear(before, after)) return true;
  if (isAge(text, end) && (YEARS_OLD.test(behind) || OF_AGE.test(before))) return true;
  if (behind.startsWith(")") && !opened(text, start)) return true;
  if (STREET.test(before) && end - start < 4) return true;
  if (/^ \p{Lu}\p{L}+/u.test(behind) && end - start === 4 && /(?:^|[,\n]\s*|DK-)$/u.test(before)) return true;
  return inAddress(before, text.slice(start, end), behind);
}

/** "(i 1.000 kr.)" tells what a table counts. */
function isScaleHeader(printed: string, before: string, behind: string): boolean {
  return (
    (printed === "1.000" || printed === "1000") &&
    /^\s?kr/iu.test(behind) &&
    /(?:\bi|hele|[(*\t|\n]|^)\s?$/iu.test(before)
  );
}

function isYear(before: string, after: UnitAfter): boolean {
  if (after.unit === null) return true;
  if (/(?:^|\P{L})(?:i|år|året|siden|budget|regnskab|ultimo|primo|medio|inden)\s$/iu.test(before)) return true;
  return !/^(?:borgere|elever|børn|personer|sager|klager|timer|boliger|besøg|husstande|ansøgninger|henvendelser|medarbejdere|pladser|indbyggere|ledige|ton|km|virksomheder|udlån|m)$/iu.test(
    after.unit,
  );
}

/** Letters right after the digits ("3F", "27a", "54sager") make them no number of their own. */
function gluedBehind(behind: string): boolean {
  return /^(?:[\p{L}_]|[-–]\p{Ll}{1,20}|['’]\p{L})/u.test(behind) && !/^(?:stk|pct|kr|mio|mia)/iu.test(behind);
}

function isOrdinal(before: string, behind: string): boolean {
  if (/^\.\s\p{Ll}/u.test(behind) || /^\.[-–]\s?\d/u.test(behind) || /^\.\s?[-–]\s\d/u.test(behind)) return true;
  return (
    /^\.?\s(?:kvartal|halvår|klasse|årgang|behandling)(?!\p{L})/iu.test(behind) ||
    (/(?:^|\P{L})(?:den|d\.)\s$/iu.test(before) && behind.startsWith("."))
  );
}

const DAY_BEHIND = new RegExp(`^\\.?\\s?${MONTH}(?!\\p{L})|^\\.\\s?(?:og|-|–|til|samt)\\s\\d`, "iu");
const MONTH_BEFORE = new RegExp(`(?:^|\\P{L})(?:kl\\.?|klokken)\\s?$`, "iu");

function isDay(before: string, behind: string): boolean {
  return DAY_BEHIND.test(behind) || MONTH_BEFORE.test(before) || /^\s?(?:timer|minutter)?\s?\/\s?\d{4}/u.test(behind);
}

/** Whether the word before a place names the number there: "sag 76", "§ 20", "side 2". */
export function isNamed(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 32), at);
  if (/(?:§§?|[#№])\s?$/u.test(before)) return true;
  const word = /(?:^|[^\p{L}\d])([\p{L}§]+(?:\.[\p{L}]+)?)\.?:?[ \u00a0]*$/u.exec(before)?.[1]?.toLowerCase();
  if (word === undefined) return false;
  // "Bilag: 3" and "Mellemtrin: 115" count, "Tlf.: 55 88 55 88" names.
  if (/:[ \u00a0]*$/u.test(before)) return BEFORE_COLON.has(word);
  return NAMING.has(word) || NAMING_END.test(word) || word === "j.nr" || word === "matr.nr";
}

/** Whether "år" or "-årige" follows. */
export function isAge(text: string, end: number): boolean {
  return AGE.test(text.slice(end, end + 16));
}

function opened(text: string, at: number): boolean {
  const line = text.slice(Math.max(0, at - 80), at);
  return line.lastIndexOf("(") > line.lastIndexOf(")");
}

function inAddress(before: string, printed: string, behind: string): boolean {
  if (/(?:https?:|www\.)\S*$/iu.test(before) || /^\S*@/u.test(behind)) return true;
  // Telephone numbers in pairs.
  if (/^\d{2}$/u.test(printed)) {
    if (/^(?: \d{2}){3}(?!\d)/u.test(behind) || /(?:^|\D)(?:\d{2} ){3}$/u.test(before)) return true;
    if (/^(?: \d{2}){2}(?!\d)/u.test(behind) && /\d{2} $/u.test(before)) return true;
    if (/^ \d{2}(?!\d)/u.test(behind) && /\d{2} \d{2} $/u.test(before)) return true;
  }
  return false;
}

/** The line before stopped in the middle of a sentence: "svarende til" / "930. Det er ...". */
function isWrapped(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 120), start);
  const lines = before.split("\n");
  const line = lines.at(-2);
  return lines.at(-1)?.trim() === "" && line !== undefined && line.trim().length > 30 && /[\p{L},]\s*$/u.test(line);
}

/** "3." or "3)" at the head of a line numbers a list or a heading. */
export function isListMark(text: string, start: number, end: number): boolean {
  if (end - start > 3 || !/^[.)](?:[\s*_]|$)/u.test(text.slice(end, end + 2))) return false;
  const head = text.slice(Math.max(0, start - 12), start);
  if (start > 0 && isWrapped(text, start)) return false;
  return /(?:^|\n)[\s#*_>-]*$/u.test(start <= 12 ? `\n${head}` : head);
}

/** "side 2, 4 og 5", "bilag 1 og 2": the naming word covers all of them. */
export function runsOn(text: string, previous: NumberMention, at: number): boolean {
  if (previous.kind !== "label" || at - previous.span.end > 7) return false;
  // "561 på liste 1, 940 på liste 2": the second begins a part of its own, or is longer than a name like the first.
  const next = /^(\d+)(.{0,6})/u.exec(text.slice(at, at + 24));
  if (next && /^ (?:på|til|i|fra|om|ved|for) /u.test(next[2] ?? "") && text[previous.span.end] === ",") return false;
  const longer = (next?.[1]?.length ?? 0) > previous.span.end - previous.span.start;
  if (longer && Math.abs(Number(next?.[1]) - previous.value) > 5) return false;
  return /^(?:, ?|,? og | til | samt | eller |,? stk\. )$/u.test(text.slice(previous.span.end, at));
}
