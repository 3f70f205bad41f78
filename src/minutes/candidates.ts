import type { Line } from "./lines.ts";

/** A line that begins with a number, and so may be the first of an item. */
export type Candidate = {
  /** Index among the lines. */
  index: number;
  number: number;
  /** The number as printed: "001". */
  printed: string;
  /** What follows the number on the line. */
  title: string;
  /** "Punkt 41:", "Pkt. 42", "Sag nr. 129" rather than a bare number. */
  keyword: boolean;
  /** "§ 12 Takster": an item in some protocols, a section of a statute anywhere else. */
  paragraph?: true;
  /** From "åbent 3 …" and "3 (Lukket) …"; null when nothing is said. */
  closed: boolean | null;
  /** How many section headings stand above the line in the document. */
  headingsAbove: number;
  /** The line of the last of them, -1 when there is none. */
  headingLine: number;
};

const KEYWORD =
  /^(?:dagsordens)?(?:punkt|pkt|sag|nr|emne)\.?:?\s*(?:nr\.?:?\s*)?((?:[A-H][.-]?)?\d{1,4})(?![\d/]|-\d|[.,]\d)\s*([:.)–-]?)\s*(.*)$/is;
const PARAGRAPH = /^§ ?(\d{1,4})[.:]?(?:\s+([A-ZÆØÅ"”“„»'(].*))?$/s;
const NUMBERED =
  /^(\d{1,3})(?:(?:\\?[.)]|\s*:)\s*|\s*[-–]\s+|\s+|$|(?=[A-ZÆØÅ][A-ZÆØÅa-zæøå]{2}))(?:\((åbent?|lukket|[ÅLO](?=\)))[^)]*\)\s*)?(?=[A-ZÆØÅÉ"”“„»'§(\d]|$)(.*)$/s;
const MARKED = /^(åbent?|lukket)(?: punkt| sag)?\s+(\d{1,4})\.?\s+(\S.*)$/is;

/** Reads the number a line begins with; null for the many lines that begin with none, and for dates and amounts. */
export function readCandidate(line: Line, index: number, headingsAbove: number, headingLine: number): Candidate | null {
  const label = line.label;
  const first = label.charCodeAt(0);
  if (first > 47 && first < 58) {
    const match = NUMBERED.exec(label);
    if (!match) return null;
    const title = match[3] as string;
    const next = label.charCodeAt((match[1] as string).length);
    const isAmount =
      title !== "" &&
      isDigit(title.charCodeAt(0)) &&
      ((next !== 46 && next !== 41 && next !== 58) || label.charCodeAt((match[1] as string).length + 1) !== 32);
    if (isAmount || (line.cells && title.startsWith("\t"))) return null;
    return {
      index,
      number: Number(match[1]),
      printed: match[1] as string,
      title: title.trim(),
      keyword: false,
      closed: closedMark(match[2]),
      headingsAbove,
      headingLine,
    };
  }
  if (KEYWORD_LETTERS.has(first)) {
    const match = KEYWORD.exec(label);
    if (!match || !(match[3] === "" || TITLE_START.test(match[3] as string))) return null;
    return {
      index,
      number: countOf(match[1] as string),
      printed: match[1] as string,
      title: (match[3] as string).trim(),
      keyword: true,
      closed: null,
      headingsAbove,
      headingLine,
    };
  }
  if (first === 167) {
    const match = PARAGRAPH.exec(label);
    return match && paragraphStart(match, index, headingsAbove, headingLine);
  }
  if (MARKER_LETTERS.has(first)) {
    const match = MARKED.exec(label);
    if (match)
      return {
        index,
        number: Number(match[2]),
        printed: match[2] as string,
        title: (match[3] as string).trim(),
        keyword: false,
        closed: closedMark(match[1]),
        headingsAbove,
        headingLine,
      };
  }
  return null;
}

function paragraphStart(match: RegExpExecArray, index: number, above: number, headingLine: number): Candidate {
  const [, printed = "", title = ""] = match;
  return {
    index,
    number: Number(printed),
    printed,
    title: title.trim(),
    keyword: true,
    paragraph: true,
    closed: null,
    headingsAbove: above,
    headingLine,
  };
}

/** "B.2" comes after all of "A.1", "A.2", …: what a letter stands before counts from a thousand for each letter. */
function countOf(printed: string): number {
  const letter = printed.toUpperCase().charCodeAt(0) - 64;
  return letter < 1 ? Number(printed) : letter * 1000 + Number(/\d+$/.exec(printed)?.[0]);
}

/** Whether words can be the title of an item rather than a sentence, a decision or an entry of a list. */
export function looksLikeTitle(title: string): boolean {
  return (
    title.length > 2 &&
    title.length <= 300 &&
    !endsLikeSentence(title) &&
    TITLE_START.test(title) &&
    !NO_TITLE.test(title)
  );
}

/** Like `looksLikeTitle`, but some put a full stop behind their titles. */
export function looksLikeStoppedTitle(title: string): boolean {
  return (
    title.length < 120 && title.endsWith(".") && looksLikeTitle(title.slice(0, -1)) && !/[.!?] [A-ZÆØÅ]/.test(title)
  );
}

function endsLikeSentence(title: string): boolean {
  const length = title.length;
  const last = title.charCodeAt(length - 1);
  return (
    last === 59 ||
    last === 44 ||
    (last === 46 &&
      !/(?:\b(?:mv|m\.v|mm|m\.m|evt|etc|pr|kr|stk)\.|\.\.)$/.test(title) &&
      (length > 90 || title.includes(" ")) &&
      !SHORT_TITLE.test(title))
  );
}

const TITLE_START = /^[A-ZÆØÅÉ"”“„»'§(0-9[]/;
const SHORT_TITLE =
  /^(?:Evt|Eventuelt|Meddelelser|Godkendelse|Orientering|Beslutning|Drøftelse|Status|Underskrift|Lukket)[^.]{0,100}\.$/;
const NO_TITLE =
  /^(?:at |At |godkendt(?![a-zæøå])|anbefale[st]|til efterretning|taget til|(?:drøftet|tiltrådt|udsat|udsættes|udgår|vedtaget|forkastet|afvist|indstillingen)(?![a-zæøå])|ingen |side \d|(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|kvartal)(?![a-zæøå])|stk\b|\d+[.,]\d|\d+ ?(?:%|kr|mio|procent)|udvalget (?:tager|godkender|anbefaler|drøfter|orienteres)|orientering(?:en)? (?:til efterretning|tages|taget))/i;

function closedMark(mark: string | undefined): boolean | null {
  return mark === undefined ? null : /^l/i.test(mark);
}

function isDigit(code: number): boolean {
  return code > 47 && code < 58;
}

const KEYWORD_LETTERS = new Set([..."pPsSnNdDeE"].map((letter) => letter.charCodeAt(0)));
const MARKER_LETTERS = new Set([..."åÅlL"].map((letter) => letter.charCodeAt(0)));
