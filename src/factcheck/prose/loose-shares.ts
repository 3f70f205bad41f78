import type { NumberMention } from "../numbers/find-numbers.ts";
import { changesIn } from "./changes.ts";
import type { Claim } from "./finding.ts";
import { onlyLevel } from "./levels.ts";
import { numberOf, sameUnit, tokensIn, type Marked } from "./marked.ts";
import { checkShares, claimOfShare } from "./shares.ts";

const OTHER =
  /(?<!\p{L})(?:mens|men|hvorimod|i forhold til|mod|mål\p{L}*|landsplan|landsgennemsnittet|stigning|fald|steget|faldet|forvent\p{L}*|taksten|rente\p{L}*)(?!\p{L})/u;
const WHOLE =
  /(?<!\p{L})(?:af|blandt|samtlige|alle|ud af|på|med|kommunens|byens|områdets)(?: (?:de|i alt|alle|samtlige|kommunens|årets))* $/u;
const SHARE_WORD =
  /(?<!\p{L})(?:andel(?:en)?|svarer|svarede|svarende|udgør|udgjorde|det er|dvs\.|det vil sige|giver|eller|i alt|nemlig|altså)(?!\p{L})|\(%/u;

/**
 * One percent, one part and one whole told in any order, in one sentence or in two: "20 % af de 664 sager krævede
 * dispensation, i alt 133", "482 af dem er under 30 år, det vil sige 29,9 %". The whole must be named as one.
 */
export function checkLooseShares(sentences: readonly Marked[], at: number): Claim[] {
  const marked = sentences[at];
  if (!marked || OTHER.test(marked.text) || changesIn(marked).length > 0) return [];
  const tokens = tokensIn(marked.text);
  const percents = tokens.filter(({ letter }) => letter === "%");
  const counts = tokens.filter(({ letter }) => letter === "#");
  const [token] = percents;
  const percent = token && numberOf(marked, String(token.index));
  if (!token || !percent || percents.length > 1 || counts.length > 2 || tokens.length !== counts.length + 1) return [];
  // "75 % af disse" and "80 % af budgettet" are of something else than the figures here.
  const behind = marked.text.slice(token.end);
  if (/^ af (?!(?:de |i alt |alle |samtlige |kommunens )*#)/u.test(behind)) return [];
  const before = sentences[at - 1];
  const near =
    before && before.sentence.block === marked.sentence.block && changesIn(before).length === 0 ? before : null;
  const pair =
    counts.length === 2
      ? pairIn(marked)
      : near
        ? counts.length === 1
          ? pairAcross(near, marked)
          : pairBefore(near, marked)
        : null;
  if (!pair || pair.whole.value <= pair.part.value || !sameUnit(pair.part, pair.whole)) return [];
  return checkShares(sentences, at).length > 0 ? [] : claimOfShare(pair.part, pair.whole, percent);
}

type Pair = { part: NumberMention; whole: NumberMention };

/** Two counts of which exactly one is named as the whole. */
function pairIn(marked: Marked): Pair | null {
  if (!SHARE_WORD.test(marked.text)) return null;
  const counts = tokensIn(marked.text).filter(({ letter }) => letter === "#");
  const wholes = counts.filter(
    ({ at }) => WHOLE.test(marked.text.slice(Math.max(0, at - 40), at)) || /^de $/u.test(marked.text.slice(0, at)),
  );
  const named =
    wholes.length === 2
      ? wholes.filter(({ at }) =>
          /(?:af|blandt|samtlige)(?: [\p{L}]+)* $/u.test(marked.text.slice(Math.max(0, at - 24), at)),
        )
      : wholes;
  const [one] = named;
  const other = counts.find(({ index }) => index !== one?.index);
  const [whole, part] = [one, other].map((token) => (token ? numberOf(marked, String(token.index)) : null));
  return named.length === 1 && whole && part ? { part, whole } : null;
}

/** "482 af dem, det vil sige 29,9 %" and "Det svarer til 37 % af de 12.029": the other figure stands in the sentence before. */
function pairAcross(before: Marked, marked: Marked): Pair | null {
  const own = onlyLevel(withoutPercent(marked), new Set())?.number;
  const other = onlyLevel(before, new Set())?.number;
  if (!own || !other) return null;
  if (/#\d+;(?: [\p{L}-]+){0,2} af (?:dem|disse)(?!\p{L})|^(?:heraf|af (?:dem|disse))(?!\p{L})/u.test(marked.text))
    return { part: own, whole: other };
  const whole = /%\d+; af(?: [\p{L}]+)* #|^med(?: [\p{L}]+)* #\d+;[^#%]{0,40} (?:i alt )?giver/u.test(marked.text);
  return whole ? { part: other, whole: own } : null;
}

/** "Samtlige 369 klager er gennemgået, og 30 blev sendt videre. Det svarer til 8,1 %." */
function pairBefore(before: Marked, marked: Marked): Pair | null {
  if (!/^(?:det|dette|andelen) (?:svarer|svarede|udgør|er|var|giver)(?: [\p{L}.]+){0,4} %\d+; ?\.?$/u.test(marked.text))
    return null;
  const counts = tokensIn(before.text).filter(({ letter }) => letter === "#");
  const [first, second] = counts;
  if (!first || !second || counts.length > 2 || tokensIn(before.text).length > 2 || OTHER.test(before.text))
    return null;
  if (!/(?:samtlige|alle|af|blandt|i alt)(?: [\p{L}]+){0,2} $/u.test(before.text.slice(0, first.at))) return null;
  const [whole, part] = [first, second].map(({ index }) => numberOf(before, String(index)));
  return whole && part ? { part, whole } : null;
}

const withoutPercent = (marked: Marked): Marked => ({ ...marked, text: marked.text.replace(/%\d+;/gu, " ") });
