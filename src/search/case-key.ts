// KLE ("15.00.00-G01-39-18S"), year and serial ("24-002766"), authority, year and serial ("330-2016-89665"); typed loosely.
const CASE_NUMBER =
  /\b\d{2}[. ]\d{2}[. ]\d{2}[-. ]*[a-zæøå]\d{2}[-\s/]+\d+[-\s/]+\d{2,4}s?\b|\b\d{3}-\d{4}-\d+\b|\b\d{2,4}[-/]\d{3,}\b/giu;

/** Case numbers standing in a text or a query, each with its key and its place. */
export function caseKeys(text: string): { key: string; start: number; end: number }[] {
  return [...text.matchAll(CASE_NUMBER)].map((match) => ({
    key: caseKey(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * One key for every way a case number is printed or typed: letters and digits without leading zeros, joined by "-".
 * The S that some systems put behind moved numbers says nothing. "15.00.00-G01-39-18S" -> "#15-0-0-g1-39-18".
 */
export function caseKey(reference: string): string {
  const parts = reference.toLowerCase().match(/[a-zæøå]?\d+/gu) ?? [reference.toLowerCase()];
  return `#${parts.map((part) => part.replace(/^([a-zæøå]?)0+(?=\d)/u, "$1")).join("-")}`;
}
