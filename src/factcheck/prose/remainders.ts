import type { Claim } from "./finding.ts";
import { printed } from "./growth.ts";
import { addRanges, isHedged, judge, rangeOf, subtract } from "./judge.ts";
import { numberOf, sameUnit, tokensIn, type Marked } from "./marked.ts";

const LEFT =
  /(?<!\p{L})(?:resterer|resterende|tilbage|udestår|mangler|rest(?:en)?|restbeløb(?:et)?|tilbageværende|uforbrugt)(?!\p{L})/u;

/** "Af puljen på 20 mio. kr. er 12 mio. kr. brugt, så der resterer 8 mio. kr." A mismatch is doubtful: more may have been spent. */
export function checkRemainders(sentences: readonly Marked[], at: number): Claim[] {
  const marked = sentences[at];
  const left = marked && LEFT.exec(marked.text);
  if (!marked || !left || LEFT.test(marked.text.slice(left.index + left[0].length))) return [];
  const tokens = tokensIn(marked.text).filter(({ letter }) => letter === "#");
  const numbers = tokens.flatMap(({ index }) => numberOf(marked, String(index)) ?? []);
  const [whole, used, rest, more] = numbers;
  const [wholeToken, , restToken] = tokens;
  if (!whole || !used || !rest || more || !wholeToken || !restToken || numbers.some(({ to }) => to !== null)) return [];
  if (
    !sameUnit(whole, used) ||
    !sameUnit(whole, rest) ||
    whole.value <= used.value ||
    used.value <= 0 ||
    rest.value < 0
  )
    return [];
  // The remainder stands by its word, the used amount by its own.
  const restAt = Math.abs(left.index - restToken.at);
  if (
    restAt > 45 ||
    left.index < wholeToken.end ||
    !/(?:brugt|anvendt|disponeret|forbrugt|udbetalt|udmøntet|bevilget|afsat|reserveret|solgt|udlejet|besat|afsluttet|færdig|gennemført|behandlet|bygget|optaget)/u.test(
      marked.text,
    )
  )
    return [];
  const range = subtract(rangeOf(whole), rangeOf(used));
  const judgement = judge(rest, addRanges([range]), isHedged(whole, used));
  const follows = /(?<!\p{L})(?:dermed|så der|hvorefter|herefter|derfor)(?!\p{L})/u.test(marked.text);
  const soft =
    judgement.verdict === "error" && !follows
      ? { ...judgement, verdict: "warning" as const, reading: "en del kan være brugt til andet" }
      : judgement;
  return [
    {
      check: "difference",
      stated: rest,
      range,
      judgement: soft,
      sum: `${printed(whole)} - ${printed(used)}`,
      terms: [whole, used],
    },
  ];
}
