import { slipBetween } from "../explain/slips.ts";
import type { NumberMention } from "../numbers/find-numbers.ts";
import { changesIn } from "./changes.ts";
import type { Claim } from "./finding.ts";
import { onlyLevel } from "./levels.ts";
import { isAmount, numberOf, tokensIn, type Marked } from "./marked.ts";
import { claimOfSum } from "./sums.ts";

/** Fewer parts meet a total by chance. */
const FEWEST = 3;
const OTHER =
  /(?<!\p{L})(?:mens|hvorimod|derimod|mod|sammenlignet|i forhold til|landsplan\p{L}*|pr\.|gennemsnit\p{L}*|blandt andet|bl\.a\.?|f\.eks\.|eksempelvis|især)(?!\p{L})/u;

/**
 * A plain list of three counts or more, and one other count in its sentence or before it: whatever the words, they are parts
 * and total when the sum holds or misses by a slip of the pen.
 */
export function checkPlainLists(sentences: readonly Marked[], at: number): Claim[] {
  const marked = sentences[at];
  if (!marked || OTHER.test(marked.text) || changesIn(marked).length > 0) return [];
  const tokens = tokensIn(marked.text).filter(({ letter }) => letter === "#");
  const list = longestList(marked.text, tokens);
  const parts = list.flatMap(({ index }) => numberOf(marked, String(index)) ?? []);
  if (parts.length < FEWEST || !parts.every((part) => isPart(part, parts[0] as NumberMention))) return [];
  const others = tokens.filter((token) => !list.includes(token));
  const [other] = others;
  const total =
    others.length === 1 ? numberOf(marked, String(other?.index)) : others.length === 0 ? before(sentences, at) : null;
  if (!total || total.step !== 1 || total.unit === "kr" || parts.some(({ value }) => value >= total.value)) return [];
  const sum = parts.reduce((value, part) => value + part.value, 0);
  if (sum !== total.value && slipBetween(total.value, sum) === null) return [];
  return claimOfSum({ ...total, unit: parts[0]?.unit ?? null }, parts, "sure");
}

const isPart = (part: NumberMention, first: NumberMention) =>
  part.to === null && part.step === 1 && isAmount(part) && part.unit !== "kr" && first.unit !== "kr" && !part.share;

function before(sentences: readonly Marked[], at: number): NumberMention | null {
  const [earlier, marked] = [sentences[at - 1], sentences[at]];
  if (!earlier || earlier.sentence.block !== marked?.sentence.block || changesIn(earlier).length > 0) return null;
  return onlyLevel(earlier, new Set())?.number ?? null;
}

type Token = ReturnType<typeof tokensIn>[number];

/** The longest row of figures with only a comma, and "og" before the last, between them. */
function longestList(text: string, tokens: Token[]): Token[] {
  let best: Token[] = [];
  for (let from = 0; from < tokens.length; from++) {
    const list = [tokens[from] as Token];
    for (let next = from + 1; next < tokens.length; next++) {
      const [last, token] = [tokens[next - 1] as Token, tokens[next] as Token];
      const between = text.slice(last.end, token.at);
      if (token.nested !== last.nested || between.length > 70 || /[.:()]/u.test(between)) break;
      const ends = / (?:og|samt) /u.test(between) && !between.includes(",");
      if (!ends && !/^[^,]*, $/u.test(between)) break;
      list.push(token);
      if (ends && list.length > best.length) best = [...list];
    }
  }
  return best;
}
