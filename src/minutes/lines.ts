/**
 * One line of the extracted text. Offsets point into the whole text and leave out the white space around the line,
 * so `text.slice(start, end)` is the line as read.
 */
export type Line = {
  /** Counted from 0. Several lines share a number where a document has lost its line breaks. */
  number: number;
  start: number;
  end: number;
  /** What the line says, without heading marks, bold marks and bullet. Empty for blank lines and rules. */
  label: string;
  /** Heading level from `#` marks, 0 for none. */
  level: number;
  bold: boolean;
  bullet: boolean;
  /** A line drawn with dashes, stars or underscores. */
  rule: boolean;
  /** Tab-separated or `|`-separated cells. */
  cells: boolean;
};

const PIPE = 124;

/**
 * Cuts a text into lines. A line longer than a page (a conversion that lost its line breaks) is cut before the
 * labels that always begin a line in minutes, and a line with a seam of a web page at the seam. `lostBreaks` cuts
 * shorter lines so, too.
 */
export function splitLines(text: string, lostBreaks = false): Line[] {
  const lines: Line[] = [];
  const tab = nextOf(text, "\t");
  const pipe = nextOf(text, "|");
  const sign = nextSign(text);
  let number = 0;
  for (let from = 0; from <= text.length; number++) {
    const newline = text.indexOf("\n", from);
    const end = newline < 0 ? text.length : newline;
    const cells = tab(from) < end || pipe(from) < end;
    if (end - from > (lostBreaks ? 25 : LONG_LINE))
      for (const [start, to] of cut(text, from, end, LINE_BEGINNINGS))
        lines.push(readLine(text, start, to, number, false));
    else {
      const line = readLine(text, from, end, number, cells);
      if (sign(from) < end && SEAM.test(line.label))
        for (const [start, to] of cut(text, line.start, line.end, SEAMS))
          lines.push(readLine(text, start, to, number, cells));
      else lines.push(line);
    }
    from = end + 1;
  }
  return lines;
}

/** Where `what` stands next from an offset on; infinitely far where no more does. Offsets only rise. */
function nextOf(text: string, what: string): (from: number) => number {
  let at = -1;
  return (from) => {
    while (at < from) {
      at = text.indexOf(what, from);
      if (at < 0) at = Number.POSITIVE_INFINITY;
    }
    return at;
  };
}

/** The same of what a seam cannot be without. */
function nextSign(text: string): (from: number) => number {
  let at = -1;
  return (from) => {
    if (at < from) {
      SIGN.lastIndex = from;
      at = SIGN.exec(text)?.index ?? Number.POSITIVE_INFINITY;
    }
    return at;
  };
}

const SIGN = /[1-9](?<=[a-zæøå)]\d|\)\.\d)|Indholdsf/g;

/** "Indholdsfortegnelse1. Fraværende", "Egon Bo (I)Indholdsfortegnelse", "10. Underskriftsark1. Godkendelse af dagsorden". */
const SEAM = /Indholdsfortegnelse\d|[a-zæøå)\d]Indholdsfortegnelse|(?:[a-zæøå]{4}|\)\.?)\d{1,3}\. [A-ZÆØÅ][a-zæøå]/;
const SEAMS =
  /(?<=Indholdsfortegnelse)(?=\d)|(?<=[a-zæøå)\d])(?=Indholdsfortegnelse)|(?<=[a-zæøå]{4}|\)\.?)(?=\d{1,3}\. [A-ZÆØÅ][a-zæøå])/g;

/** Reads the marks around one line; `start` and `end` may include white space. */
function readLine(text: string, start: number, end: number, number: number, cells: boolean): Line {
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  const line: Line = { number, start, end, label: "", level: 0, bold: false, bullet: false, rule: false, cells };
  if (start === end) return line;
  let from = start;
  let to = end;
  const first = text.charCodeAt(start);
  if (isPlain(first) && text.charCodeAt(end - 1) !== 42) {
    line.label = text.slice(start, end);
    return line;
  }
  if (isRule(text, start, end)) {
    line.rule = true;
    return line;
  }
  if (cells && first === PIPE) line.cells = true;
  for (let mark = markLength(text, from, to); mark > 0; mark = markLength(text, from, to)) {
    const code = text.charCodeAt(from);
    if (code === 35) line.level = mark;
    else line.bullet = true;
    from += mark;
    while (from < to && isSpace(text.charCodeAt(from))) from++;
    if (line.level > 0) while (to > from && text.charCodeAt(to - 1) === 35) to--;
  }
  let label = text.slice(from, to).trim();
  if (label.startsWith("**") && label.length > 4) line.bold = label.indexOf("**", 2) === label.length - 2;
  if (label.includes("**")) label = label.replaceAll("**", "");
  if (label.length > 4 && EMPHASIS.test(label)) label = label.slice(1, -1);
  if (label.includes("<")) label = label.replace(/<\/?(?:b|strong|i|em|u)>/g, "");
  line.label = label;
  return line;
}

/** "*Sagsnr.: 05.04.06-G01-4-17*": a whole line in slanted letters. */
const EMPHASIS = /^([*_])(?=[^\s*_])[^*_\n]+\1$/;

/** Letters and digits, by far the commonest beginnings: such a line has no marks before its words. */
function isPlain(code: number): boolean {
  return (
    (code > 47 && code < 58) || (code > 64 && code < 91) || (code > 96 && code < 123) || (code >= 192 && code < 592)
  );
}

function isSpace(code: number): boolean {
  return code === 32 || (code > 8 && code < 14) || code === 160 || code === 0xfeff || code === 0x200b;
}

function isRule(text: string, start: number, end: number): boolean {
  if (end - start < 3) return false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 45 && code !== 42 && code !== 95 && code !== 61 && code !== 58 && code !== PIPE && !isSpace(code))
      return false;
  }
  return true;
}

/** Length of a `#` run or a bullet that white space follows; 0 when the line begins otherwise. */
function markLength(text: string, from: number, to: number): number {
  const code = text.charCodeAt(from);
  if (code === 35) {
    let at = from;
    while (at < to && at - from < 6 && text.charCodeAt(at) === 35) at++;
    return at === to || isSpace(text.charCodeAt(at)) ? at - from : 0;
  }
  if (!BULLETS.has(code)) return 0;
  if (code === 0x335) return 1;
  return from + 1 === to || isSpace(text.charCodeAt(from + 1)) ? 1 : 0;
}

/** - * + • · – ▪ ● ◦ ‣ and the overstruck dash some pages use. */
const BULLETS = new Set([45, 42, 43, 0x2022, 0xb7, 0x2013, 0x25aa, 0x25cf, 0x25e6, 0x2023, 0x335, 0xf0b7]);

const LONG_LINE = 1200;

const LABELS =
  "Mødedato|Mødested|Mødetidspunkt|Starttidspunkt|Sluttidspunkt|Mødedeltagere|Mødelokale|Deltagere|Medlemmer|Fraværende|Afbud|Bemærkninger|Sagsnr\\.?|Sagsid(?:ent)?\\.?|Sagsnummer|J\\.nr\\.|Sagsansvarlig";
const PARTS =
  "Sagsfremstilling|Sagsbeskrivelse|Beslutningstema|Sagsresumé|Indstilling|Beslutning|Resumé|Resume|Økonomi|Lovgrundlag|Bilag";
const IN_SENTENCE = "(?! (?:af|om|til|for|fra|er|der|som|og|blev|i henhold|den|\\d))";

/** Words that many titles begin with; after a number they begin an item. */
const TITLES =
  "Godkendelse|Beslutning om|Orientering|Drøftelse|Meddelelser|Eventuelt|Forslag|Ansøgning|Status|Temadrøftelse|Høring|Lokalplan|Anlægsbevilling";

/** Where lines began before their breaks were lost: before labels and headings, behind headings, and before items. */
const LINE_BEGINNINGS = new RegExp(
  [
    `(?<=[\\s.:])(?=(?:${LABELS})(?:[:]| (?=[A-ZÆØÅ])))`,
    `(?<=[\\s.:])(?=(?:${PARTS})(?: ?:| |$)${IN_SENTENCE})`,
    `(?<=[\\s.:](?:${PARTS}):? )(?=[A-ZÆØÅ\\d])`,
    "(?<![A-ZÆØÅ])(?=(?:INDHOLDSFORTEGNELSE|Indholdsfortegnelse|REFERAT|DAGSORDEN)(?: |$))",
    "(?<=^\\d{1,3} )(?=[A-ZÆØÅ\\d])",
    "(?<=\\s)(?<!Punkt |Pkt\\. )(?=(?:Punkt |Pkt\\. )?\\d{1,3}[.:] [A-ZÆØÅ][a-zæøå])",
    "(?<=\\s)(?=a\\) [A-ZÆØÅ])",
    `(?<=\\s)(?=\\d{1,3} (?:${TITLES})(?: |$))`,
    `(?<=[.)a-zæøå] )(?=\\d{1,3} \\d{1,3} \\d{1,3} (?:${TITLES})(?: |$))`,
    "(?<=Beslutning i [A-ZÆØÅ][^.:]{4,60} den )(?=[A-ZÆØÅ])",
    "(?<=\\. )(?=(?:[A-ZÆØÅ][A-Za-zÆØÅæøå.-]+ ){2,4}\\([A-ZÆØÅ]\\) var fraværende)",
    "(?<=[.)a-zæøå] )(?<!- og |-, |- )(?=(?:[A-ZÆØÅ][A-Za-zæøå-]+(?:,| og)? ){0,5}[A-ZÆØÅ][A-Za-zæøå]*(?:udvalg|råd|bestyrelse)(?:et|en)?s møde \\d)",
  ].join("|"),
  "g",
);

function* cut(text: string, start: number, end: number, where: RegExp): Generator<[number, number]> {
  let from = 0;
  for (const match of text.slice(start, end).matchAll(where)) {
    if (match.index > from) yield [start + from, start + match.index];
    from = match.index;
  }
  yield [start + from, end];
}
