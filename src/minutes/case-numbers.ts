/**
 * How municipalities number their cases: KLE subject-facet-serial-year ("15.00.00-G01-39-18S", older "15.20G00 -
 * 2013/01963" and "00.01.00P35-0098"), municipality code-year-serial ("330-2019-2104"), regions ("1-51-71-3321-08"),
 * year-serial ("24-014917", "2016-001340", with a dash for the hyphen too), serial-year ("014512-2016"), year/serial ("20/33839", "14/40") and bare serials ("299835").
 */
const KLE = String.raw`\d\d\.\d\d(?:\.\d\d)?(?: ?[-–] ?| )?[A-ZÆØÅ]\d\d(?: ?[-–] ?\d{1,7}(?: ?[-–/] ?\d{1,7})?[A-Z]?)?`;
const SPECIFIC = new RegExp(
  String.raw`(?<![\d.-])(?:${KLE}|\d\d\.\d\d(?:\.\d\d)?\.[A-ZÆØÅ]\d\d \d\d/\d{1,7}|[A-ZÆØÅ]{2,5}-(?:19|20)\d\d-\d{3,7}|\d{3}-(?:19|20)\d\d-\d{1,7}|\d-\d\d-\d\d-\d{1,5}-\d\d|(?:19|20)\d\d-\d{5,7}|\d{5,6}-(?:19|20)\d\d|\d\d[-–−]\d{4,7}S?|\d\d(?:\d\d)?/\d{2,7})(?![\d/])`,
);
const WHOLE = new RegExp(`^${SPECIFIC.source}$`);
const AFTER_LABEL = new RegExp(
  `^(?:${SPECIFIC.source}|\\d\\d/\\d(?![\\d/])|(?:19|20)\\d\\d-\\d{4}(?!\\d)|\\d{4,9}(?![\\d/-]))`,
);

/** "330-2019-77121 Åbent", "01.02.05-P16-14-20 Sagsbehandler: JL": a number with what else is known of the case behind it. */
const WITH_METADATA = new RegExp(
  `^(${SPECIFIC.source})\\s+(?:åben(?:t)?|lukket|sagsbehandler|initialer|dok|sagsansvarlig|ansvarlig)(?:\\b|:).{0,60}$`,
  "i",
);

/** "Sagsnr.: ", "SagsID/Sagsnummer: ", "Sagid ", "Journalnr. ", "Sag 306-2009-600" up to its value. */
const LABEL =
  /^(?:åben(?:t)?(?: punkt| sag)? -|lukket(?: punkt| sag)? -|(?:åbent?|lukket)(?=\t| {2})|sags id|sags?(?:nr|nummer|ident|id|number)?(?:\/sagsnummer)?\.?(?: ?nr\.?)?|j(?:ournal)?\.? ?(?:nr|nummer)\.?|acadre ?(?:sags)?nr\.?)\s*[:.]*\s*/i;
const METADATA =
  /^(?:udskriv)?(?:sags?(?:nr|nummer|ident|id|number)|sag \d{3}-|j\.? ?nr|journaln|dok(?:ument)?\.?(?: ?nr|nummer|id)?[.: ]|initialer|sagsbehandler|sagsansvarlig|acadre|sbh:|besl\. komp|sagsansvarlig|øvrige sagsbehandlere|sagsinitialer|sagstype|sagen afgøres|forfatter|åb(?:en|ent)(?: punkt| sag)?(?:$| - |\t| {2})|lukket(?: punkt| sag)?(?:$| - |\t| {2})|sags id|afdeling:|forvaltning:|fagområde:)/i;

/**
 * The case number a line gives, as printed; null when it gives none. A line may say only the number, or say it after
 * a label.
 *
 *     parseCaseNumber("15.00.00-G01-39-18S")                             // "15.00.00-G01-39-18S"
 *     parseCaseNumber("Sagsnr.: 330-2019-2104   Dok.nr.: 330-2019-4594") // "330-2019-2104"
 *     parseCaseNumber("Sagsid.: 20/33839, Sagsinitialer: AGVA")          // "20/33839"
 */
export function parseCaseNumber(line: string): string | null {
  if (line.length < 5) return null;
  if (line.startsWith("(") && line.endsWith(")")) return parseCaseNumber(line.slice(1, -1));
  const code = line.charCodeAt(0);
  if (code > 64 && code < 91 && line.length < 20 && WHOLE.test(line)) return line;
  if (code > 47 && code < 58)
    return line.length < 40 && WHOLE.test(line) ? line : (WITH_METADATA.exec(line)?.[1] ?? null);
  const text = code === 85 && line.startsWith("Udskriv") ? line.slice(7).trimStart() : line;
  const label = LABEL.exec(text);
  if (!label) return null;
  const value = AFTER_LABEL.exec(text.slice(label[0].length))?.[0].trim() ?? null;
  if ((code | 32) !== 106 || (value && WITH_SERIAL.test(value))) return value;
  const beside = BESIDE_SUBJECT.exec(text)?.[1];
  return (beside ? AFTER_LABEL.exec(beside)?.[0].trim() : null) ?? value;
}

/** "J.nr. 20.00.00G01  Sagsnr. 2012/08871": a journal number without a serial is only the subject; the case stands beside it. */
const BESIDE_SUBJECT = /\ssags?\.?(?:nr|nummer|id)\.?\s*:?\s*(\S.*)$/i;
const WITH_SERIAL = /[A-ZÆØÅ]\d\d ?[-–]/;

/** True for a line that says nothing but a case number, with or without its label. */
export function isOnlyCaseNumber(line: string, caseNumber: string): boolean {
  return (
    line === caseNumber ||
    (line.length < caseNumber.length + 24 &&
      line.endsWith(caseNumber) &&
      LABEL.exec(line)?.[0].length === line.length - caseNumber.length)
  );
}

/** Without brackets only the forms that nothing else has: "Takster for SFO 28.12.16-S55-1-13". */
const BEHIND = /\s+(\d\d\.\d\d\.\d\d-[A-ZÆØÅ]\d\d-\d{1,5}-\d\d)$/;
const IN_BRACKETS = new RegExp(`\\s*\\((?:sags?(?:nr|id|nummer)[.: ]+)?(${SPECIFIC.source})\\)$`, "i");

/** A title and the case number some print behind it: "Trafiksikker skolevej (2023-0187745)". */
export function splitCaseNumber(title: string): { title: string; caseNumber: string | null } {
  const last = title.charCodeAt(title.length - 1);
  const match = last === 41 ? IN_BRACKETS.exec(title) : last > 47 && last < 58 ? BEHIND.exec(title) : null;
  return match && match.index > 0
    ? { title: title.slice(0, match.index), caseNumber: match[1] as string }
    : { title, caseNumber: null };
}

/** True for lines such as "Sagsnr.: …", "Dok.nr. …", "Initialer: PIM" and "Åbent": they stand between title and text. */
export function isCaseMetadata(label: string): boolean {
  const code = label.charCodeAt(0) | 32;
  return METADATA_LETTERS.has(code) && METADATA.test(label);
}

const METADATA_LETTERS = new Set([..."usjdiålafbøÅØ"].map((letter) => letter.charCodeAt(0) | 32));
