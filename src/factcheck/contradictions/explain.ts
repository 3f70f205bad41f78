import type { Evidence, Finding } from "../model.ts";
import { wordsOf } from "../reading.ts";
import type { Judgement } from "./judge.ts";
import type { Mention } from "./mention.ts";

const LONGEST_CLAIM = 300;
const DOUBTS = {
  time: "; det kan skyldes, at tallene er opgjort på forskellige tidspunkter",
  words: "; det kan være to forskellige opgørelser, som teksten ikke holder ude fra hinanden",
};

/** A judgement as a finding, with both places and both figures named in one sentence. */
export function findingOf({ claim, other, verdict, doubt, mistyped }: Judgement): Finding {
  const stated = printed(claim);
  const computed = printed(other);
  return {
    file: claim.scope.reading.source.file,
    span: claim.place,
    item: claim.scope.item?.number ?? null,
    check: "contradiction",
    claim: claimOf(claim),
    stated,
    computed,
    verdict,
    explanation:
      verdict === "ok"
        ? `${capitalise(placeOf(other, claim))} står det samme: ${computed}.`
        : `Her står der ${stated}, men ${placeOf(other, claim)} står der ${computed} om det samme${mistyped ? " (ligner en tastefejl)" : ""}${doubt ? DOUBTS[doubt] : ""}.`,
    evidence: [evidenceOf(other)],
  };
}

function evidenceOf(mention: Mention): Evidence {
  const { scope, place } = mention;
  return { file: scope.reading.source.file, span: place, text: claimOf(mention) };
}

/** The words of the place; of a cell its row and column too. */
function claimOf({ scope, place, label }: Mention): string {
  const words = shorten(wordsOf(scope.reading.source, place));
  return label ? `${label}: ${words}` : words;
}

const UNIT_BEHIND =
  /^\s*(?:%|procent(?:point)?|pct\.?|(?:mio|mia)\.\s*kr\.?|kr\.?|kroner|millioner(?: kroner| kr\.)?)/iu;

/** The figure with its unit, as the text prints it. */
function printed({ scope, span, unit }: Mention): string {
  const { text } = scope.reading.source;
  const figure = text
    .slice(span.start, span.end)
    .replace(/[()\s]+/g, " ")
    .trim();
  const behind = UNIT_BEHIND.exec(text.slice(span.end, span.end + 24))?.[0] ?? "";
  const whole = `${figure}${behind}`.replace(/\s+/g, " ").trim();
  return unit === "percent" && !/%|p(?:ro)?c/iu.test(whole) ? `${whole} %` : whole;
}

/** Where a mention stands, said from the place of another. */
function placeOf(mention: Mention, from: Mention): string {
  const { scope, kind, label } = mention;
  const quote = label ?? `»${shorten(wordsOf(scope.reading.source, mention.place), 90)}«`;
  const where =
    kind === "cell" ? `i tabellen under ${quote}` : `${kind === "heading" ? "i overskriften" : "i"} ${quote}`;
  const number = scope.item?.number ? ` punkt ${scope.item.number}` : "";
  if (scope.reading !== from.scope.reading) return `i ${documentOf(mention)}${number && `,${number},`} ${where}`;
  return scope !== from.scope && number ? `i${number} ${where}` : where;
}

function documentOf({ scope }: Mention): string {
  const { file, minutes } = scope.reading.source;
  const date = minutes?.date?.split("-").toReversed().join(".");
  return date ? `referatet fra ${date}` : file;
}

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const shorten = (text: string, most = LONGEST_CLAIM) =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
