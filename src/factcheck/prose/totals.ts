import type { Claim } from "./finding.ts";
import { numberOf, sameUnit, tokensIn, type Marked } from "./marked.ts";
import { claimOfSum } from "./sums.ts";
import { changesIn } from "./changes.ts";

const IN_ALL =
  /(?:^|[\s(,–-])(?:i alt|ialt|altså|lig med|hvilket giver|det giver|giver|tilsammen|til sammen|sammenlagt|samlet set|samlet|total(?:t|en)?)(?:,| (?!hvoraf|heraf|mod|fra|og)[\p{L}.]+){0,6}:? $/u;
const NEW_SUBJECT =
  /(?<!\p{L})(?:hvoraf|heraf|herunder|mens|men|hvorimod|mod|ud af|blandt andet|bl\.a\.?|f\.eks\.|fx|eksempelvis|især|primært)(?!\p{L})/u;

const TIMES =
  /(?<!\p{L})(?:netto\p{L}*|indtægt\p{L}*|fratrukket|minus|årlig\p{L}*|om året|hvert år|(?:pr\.|per) (?:år|måned|uge|dag|styk|stk)|hver(?:t)?|måned(?:lig)?t?|gange)(?!\p{L})/u;

/** "1958 på skoler" may be a count that looks like a year. */
const LIKE_A_YEAR =
  /(?:^|,| og| samt) ?(?:19|20)\d\d (?!og|til)\p{L}|(?<!(?:^|[ (])(?:i|år|fra|til|for|siden|pr\.|og)) (?:19|20)\d\d (?:på|blandt|hos|ved|til) /u;

/** "5 mio. kr. til veje og 3 mio. kr. til stier, i alt 8 mio. kr.", and the total in a sentence of its own. */
export function checkTotals(sentences: readonly Marked[], at: number): Claim[] {
  const marked = sentences[at];
  if (!marked) return [];
  const tokens = tokensIn(marked.text).filter(({ letter }) => letter === "#");
  const place = tokens.findLastIndex((token, index) =>
    IN_ALL.test(marked.text.slice(index === 0 ? 0 : tokens[index - 1]?.end, token.at)),
  );
  const token = tokens[place];
  const total = token && numberOf(marked, String(token.index));
  if (!token || !total || LIKE_A_YEAR.test(marked.text.slice(0, token.at))) return [];
  if (place >= 2) return partsBefore(marked, tokens.slice(0, place), total, token.at);
  const before = sentences[at - 1];
  if (place > 0 || tokens.length > 1 || !before || before.sentence.block !== marked.sentence.block) return [];
  const opens =
    /^(?:(?:det|dette|hermed) (?:giver|bliver|er|udgør) )?(?:i alt|tilsammen|sammenlagt|samlet)(?!\p{L})/u.test(
      marked.text,
    );
  if (!opens || NEW_SUBJECT.test(marked.text)) return [];
  const earlier = tokensIn(before.text).filter(({ letter, nested }) => letter === "#" && !nested);
  return partsBefore(before, earlier, total, before.text.length);
}

function partsBefore(
  marked: Marked,
  tokens: ReturnType<typeof tokensIn>,
  total: NonNullable<ReturnType<typeof numberOf>>,
  end: number,
): Claim[] {
  if (changesIn(marked).length > 0) return [];
  // Parts are read backwards as long as they count alike and only a list's words stand between.
  const parts = [];
  let joined = false;
  for (let place = tokens.length - 1; place >= 0; place -= 1) {
    const token = tokens[place];
    const number = token && numberOf(marked, String(token.index));
    if (!token || !number || number.to !== null || token.nested || !sameUnit(number, total)) break;
    const behind = marked.text.slice(token.end, tokens[place + 1]?.at ?? end);
    if (NEW_SUBJECT.test(behind) || (parts.length > 0 && !/,| og | samt | plus | \+ /u.test(behind))) break;
    if (/ (?:og|samt|plus|\+) /u.test(behind) && parts.length > 0) joined = true;
    parts.unshift(number);
  }
  if (!joined || parts.length !== tokens.length || NEW_SUBJECT.test(marked.text.slice(0, tokens[0]?.at))) return [];
  const claims = claimOfSum(total, parts, "likely");
  // "2,4 mio. kr. og 0,8 mio. kr. pr. år, i alt 6,4 mio. kr. over to år" adds up over time.
  return TIMES.test(marked.text) ? claims.filter(({ judgement }) => judgement.verdict === "ok") : claims;
}
