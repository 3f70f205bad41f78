import type { DecisionPart } from "./model.ts";
import { findDissents } from "./dissents.ts";
import { classifyOutcome } from "./outcomes.ts";

const LIST = String.raw`\d{1,2}(?: ?(?:og|,|-|–|til|\+) ?\d{1,2})*`;
/** "Ad. 1:", "At 2)", "Indstillingens punkt 1:", "Ad pkt. 1 og 2:", "Pkt. a:", "2. punkt", "1-2:", "a)". */
const PART = new RegExp(
  String.raw`^(?:(?:indstillingens )?(?:ad|at|pkt|punkt)\.? ?(?:pkt\.? ?|punkt )?(?:(${LIST})\)?[.:)]?(?:\s+|$)|([a-h])[.:)](?:\s+|$))|(?:indstillingens )?(\d{1,2})\. (?:punkt|at-punkt|at(?=:)|led|prik|pind)(?:\s*[:-]?\s+|$)|(${LIST})[.):]\s*(?=\D|$)|([a-h])\)\s+)`,
  "i",
);
/** "Godkendt for så vidt angår punkt 1 og 2. Punkt 3 udsættes.": a part behind a sentence about other parts. */
const FOLLOWED = /^[^.]{0,90}(?<!\p{L})(?:punkt|pkt\.?) ?\d[\d, og-]{0,20}\. (?:Punkt|Pkt)/u;

/** "Indstillingens punkt a og b tiltrådt", "Første at: Godkendt". */
const WORDED =
  /^(?:(?:indstillingens )?(?:ad|at|pkt|punkt|litra)\.? ([a-h](?:(?:, | og |-)[a-h])*)[.:)]? (?=(?:blev |er )?[a-zæøå]{4,})|(?:indstillingens )?(første|andet|tredje|fjerde|femte) (?:"?at"?|punkt|led)(?:-punkt)?[: ]+)/i;
const ORDINALS = ["første", "andet", "tredje", "fjerde", "femte"];

const LABELLED =
  /^(?:(?:indstillingens )?(?:ad|at|pkt|punkt)\.? ?(?:pkt\.? ?|punkt )?(?:\d|[a-h][.:)])|(?:indstillingens )?\d{1,2}\. (?:punkt|at-punkt|at(?=:)|led|prik|pind)(?:[\s:]|$))/i;

/** "Ad 1: Godkendt. Ad 2: Udsat.": the next part on the same line. */
const NEXT_ON_LINE =
  /(?<=[.;]) (?=(?:Ad|At|Pkt|Punkt|Indstillingens (?:pkt|punkt))\.? ?(?:pkt\.? ?|punkt )?\d{1,2}(?!\d|\.\d)|(?:Indstillingens )?\d{1,2}\. (?:punkt|at-punkt) |(?:Indstillingens punkt|Litra|Punkt|Pkt\.) [a-h] |(?:Andet|Tredje|Fjerde|Femte) (?:at|punkt|led))|(?<=,) og (?=(?:pkt|punkt|ad)\.? ?\d{1,2} (?:blev|er|tag|god|udg|uds|til|anb|afv|ove|hen|sen|for)[a-zæøå]*(?![a-zæøå]))/u;

/**
 * The numbered parts of a decision: "Ad. 1: Anbefales", "At 2: …", or the numbered answers under announcements.
 * A part goes on over the lines below it, but not over a paragraph of dissent. Numbers after a label count wherever they stand; bare numbers must count
 * from 1.
 */
export function readParts(whole: string[]): DecisionPart[] {
  const lines = whole.flatMap((line) =>
    isLabelledPart(line) || FOLLOWED.test(line) ? line.split(NEXT_ON_LINE).map(withoutComma) : [line],
  );
  const labelled = lines.some((line) => (LABELLED.test(line) && PART.test(line)) || WORDED.test(line));
  const parts: DecisionPart[] = [];
  let open = false;
  let blank = false;
  for (const line of lines) {
    if (line === "") {
      blank = true;
      continue;
    }
    if (open && blank && findDissents(line).length > 0) open = false;
    blank = false;
    const worded = WORDED.exec(line);
    const match = worded ?? PART.exec(line);
    const numbers = worded ? numbersOfWords(worded) : match ? numbersOf(match) : [];
    const first = numbers[0] ?? 0;
    const last = parts.at(-1)?.number ?? 0;
    const isLabelled = worded !== null || (match?.[1] ?? match?.[2] ?? match?.[3]) !== undefined;
    const isPart =
      first > 0 &&
      (labelled
        ? isLabelled && first <= last + 3
        : first === 1
          ? parts.length === 0
          : parts.length > 0 && first > last);
    if (match && isPart) {
      const text = line.slice(match[0].length).trim();
      for (const number of numbers) parts.push({ number, text, outcome: "other" });
      open = true;
    } else if (open) {
      const part = parts.at(-1) as DecisionPart;
      part.text = part.text === "" ? line : `${part.text}\n${line}`;
    }
  }
  for (const part of parts) part.outcome = classifyOutcome(part.text);
  return parts;
}

const withoutComma = (piece: string, at: number, all: string[]): string =>
  at < all.length - 1 ? piece.replace(/,$/, "") : piece;

/** Whether a line says which part of the recommendation it answers. */
export function isLabelledPart(line: string): boolean {
  return LABELLED.test(line) || WORDED.test(line);
}

function numbersOfWords([, letters, ordinal]: RegExpExecArray): number[] {
  if (ordinal !== undefined) return [ORDINALS.indexOf(ordinal.toLowerCase()) + 1];
  return (letters ?? "")
    .toLowerCase()
    .split(/, | og |-/)
    .map((letter) => letter.charCodeAt(0) - 96);
}

/** The numbers a part answers: "1-3" is three, "1 og 3" two, "b" the second. */
function numbersOf([, numbers, letter, ordinal, bare, bareLetter]: RegExpExecArray): number[] {
  const lettered = letter ?? bareLetter;
  if (lettered !== undefined) return [lettered.toLowerCase().charCodeAt(0) - 96];
  const found: number[] = [];
  for (const [, until, digits] of ((numbers ?? ordinal ?? bare) as string).matchAll(/(-|–|til)? ?(\d{1,2})/g)) {
    const number = Number(digits);
    const from = until === undefined ? number : (found.at(-1) ?? number) + 1;
    for (let one = from; one <= number && found.length < 20; one++) found.push(one);
  }
  return found;
}
