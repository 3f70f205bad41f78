import { danish, danishIn } from "../explain/danish-numbers.ts";
import type { NumberMention } from "../numbers/find-numbers.ts";
import { changesIn } from "./changes.ts";
import type { Claim } from "./finding.ts";
import { printed } from "./growth.ts";
import { onlyLevel } from "./levels.ts";
import { divide, isHedged, judge, rangeOf, scaleRange } from "./judge.ts";
import { isAmount, numberOf, sameUnit, tokensIn, upTo, type Marked } from "./marked.ts";
import { sumText } from "./sums.ts";

/** A part and its whole, and where they stand in the marked sentence. */
export type Share = { part: NumberMention; whole: NumberMention; start: number; end: number };

const WHOLE_WORDS =
  "(?: (?:de|i|alt|ialt|alle|samtlige|kommunens|samlede|samlet|cirka|ca\\.|omkring|godt|knap|over|næsten|mere|end|vores|områdets|årets|disse|byens|skolens|skolernes|de)){0,5}";
const OUT_OF = new RegExp(
  `#(?<part>\\d+);${upTo(4)}(?: \\(%\\d+;\\))? (?:ud )?af(?:${WHOLE_WORDS}| (?:\\p{L}+ ){1,2}(?:på|med)(?: i alt)?) #(?<whole>\\d+);`,
  "gu",
);
const OUT_OF_ALL =
  /#(?<part>\d+);[^#%¤.:;]{0,90}? ud af (?:de|årets|kommunens|i alt|samtlige|de i alt) (?:i alt )?#(?<whole>\d+);/gu;
const OF_THEM =
  /#(?<whole>\d+);(?<between>[^#%¤]{0,60}?) #(?<part>\d+);(?: [\p{L}-]+){0,2}? af (?:dem|disse)(?!\p{L})/gu;
const OF_WHICH =
  /#(?<whole>\d+);(?<between>[^#%¤]{0,80}?)(?<!\p{L})(?:hvoraf|heraf)(?<gap>(?: [\p{L}.'’-]+){0,7}?) #(?<part>\d+);/gu;
const OF_THESE =
  /#(?<whole>\d+);(?<between>[^#%¤]{0,60}?)(?<!\p{L})af (?:dem|disse)(?<gap>(?: [\p{L}.'’-]+){0,8}?) #(?<part>\d+);/gu;
const OF_THE = new RegExp(
  `(?<!\\p{L})(?:af|blandt)${WHOLE_WORDS} #(?<whole>\\d+);(?<between>[^#%¤]{0,70}?) #(?<part>\\d+);`,
  "gu",
);

/** Parts of wholes a sentence tells: "133 ud af 14.500", "1070 sager, hvoraf 495", "af de 68 sager blev 54". */
export function sharesIn(marked: Marked): Share[] {
  return pairsIn(marked).filter(({ part, whole }) => part.value <= whole.value);
}

const NAMES_WHOLE = /(?:hvoraf|heraf|deraf|ud af|blandt|af (?:de|i alt|alle|samtlige|kommunens|dem|disse))(?!\p{L})/u;

/** A part that is larger than its whole cannot be right; both must count the same. */
export function checkLargerParts(sentences: readonly Marked[], at: number): Claim[] {
  const marked = sentences[at];
  // "De 120 består af 45 ..." names the parts with "af", not the whole.
  if (!marked || /(?:bestå|bestod|sammensat|summen|sum af|dækker|udgøres)/u.test(marked.text)) return [];
  const across = partOfBefore(sentences, at);
  return [...pairsIn(marked), ...(across ? [across] : [])].flatMap(({ part, whole, start, end }): Claim[] => {
    if (!NAMES_WHOLE.test(marked.text.slice(Math.max(0, start - 3), end))) return [];
    if (part.value <= whole.value || part.unit === "kr" || part.step !== 1 || whole.step !== 1) return [];
    if (isHedged(part, whole) || (part.unit !== null && !sameUnit(part, whole))) return [];
    const most = danish(whole.value);
    return [
      {
        check: "sum-in-prose",
        stated: part,
        range: rangeOf(whole),
        judgement: { verdict: "error", reading: null, truncated: false, rounded: false },
        sum: danish(part.value),
        terms: [whole],
        words: { text: danish(part.value), value: `højst ${most}` },
        explanation: `${danish(part.value)} kan ikke være en del af ${most}: delen er større end det hele.`,
      },
    ];
  });
}

const OF_BEFORE =
  /^(?:(?:heraf|deraf|af (?:disse|dem))(?!\p{L})(?: [\p{L}.'’-]+){0,6}? #(?<part>\d+);|#(?<first>\d+); af (?:disse|dem)(?!\p{L}))/u;

/** "Kommunen fik 366 klager. Heraf var der 472, der ...": the only count of the sentence before is the whole. */
function partOfBefore(sentences: readonly Marked[], at: number): Share | null {
  const [before, marked] = [sentences[at - 1], sentences[at]];
  const match = marked && OF_BEFORE.exec(marked.text);
  if (!before || !marked || !match || before.sentence.block !== marked.sentence.block) return null;
  const part = numberOf(marked, match.groups?.["part"] ?? match.groups?.["first"]);
  const whole = onlyLevel(before, new Set(changesIn(before).map(({ index }) => index)))?.number;
  return part && whole && part.to === null && whole.to === null && whole.value > 0
    ? { part, whole, start: 0, end: match[0].length }
    : null;
}

function pairsIn(marked: Marked): Share[] {
  const changes = new Set(changesIn(marked).map(({ index }) => index));
  const found: Share[] = [];
  for (const expression of [OUT_OF, OUT_OF_ALL, OF_WHICH, OF_THEM, OF_THESE, OF_THE]) {
    for (const match of marked.text.matchAll(expression)) {
      const part = numberOf(marked, match.groups?.["part"]);
      const whole = numberOf(marked, match.groups?.["whole"]);
      if (
        !part ||
        !whole ||
        changes.has(Number(match.groups?.["part"])) ||
        changes.has(Number(match.groups?.["whole"]))
      )
        continue;
      if (part.to !== null || whole.to !== null || whole.value <= 0 || part.value < 0) continue;
      if (found.some((other) => other.part === part)) continue;
      if ((part.unit === "kr") !== (whole.unit === "kr") && !sameUnit(part, whole)) continue;
      found.push({ part, whole, start: match.index, end: match.index + match[0].length });
    }
  }
  return found;
}

const JOINS =
  "(?:svarende til|svarer til|svarede til|hvilket er|udgør|udgjorde|eller|dvs\\.|det vil sige|altså|det er|lig med|andelen er|en andel på|=|–|-)";
const BEHIND = new RegExp(`^[^#%¤]{0,70}?(?:\\(|${JOINS} )(?:[\\p{L}./'-]+ ){0,4}?%(?<percent>\\d+);`, "u");
const PERCENT_OF = new RegExp(
  `#(?<part>\\d+);[^#%¤]{0,60}?${JOINS}${upTo(3)} %(?<percent>\\d+); af(?:${WHOLE_WORDS}| (?:\\p{L}+ ){1,2}(?:på|med)(?: i alt)?) #(?<whole>\\d+);`,
  "gu",
);
const OF_AMOUNT = new RegExp(
  `%(?<percent>\\d+); af${WHOLE_WORDS} #(?<whole>\\d+);[^#%¤]{0,60}?(?:\\(|,? ?${JOINS})${upTo(4)} ?#(?<part>\\d+);`,
  "gu",
);
const PERCENT_FIRST = new RegExp(
  `(?:(?<!\\p{L})af${WHOLE_WORDS} #(?<whole>\\d+);|#(?<total>\\d+);[^#%¤]{0,40}(?<!\\p{L})(?:hvoraf|heraf))[^#%¤]{0,60}? %(?<percent>\\d+); \\((?:i alt )?#(?<part>\\d+);`,
  "gu",
);
const COUNT_BEHIND = new RegExp(
  `%(?<percent>\\d+);[^#%¤]{0,60}?(?:\\(|${JOINS})${upTo(3)} ?#(?<part>\\d+);${upTo(4)} (?:ud )?af${WHOLE_WORDS} #(?<whole>\\d+);`,
  "gu",
);

/** Percent printed beside their counts: "495 af 1070 sager, svarende til 46 %", "50 % af 1,029 mio. kr., dvs. 0,5 mio. kr.". */
export function checkShares(sentences: readonly Marked[], at: number): Claim[] {
  const marked = sentences[at];
  if (!marked) return [];
  const changes = new Set(changesIn(marked).map(({ index }) => index));
  const claims: Claim[] = [];
  for (const expression of [PERCENT_OF, COUNT_BEHIND, PERCENT_FIRST]) {
    for (const { groups = {} } of marked.text.matchAll(expression)) {
      const [part, percent] = ["part", "percent"].map((name) => numberOf(marked, groups[name]));
      const whole = numberOf(marked, groups["whole"] ?? groups["total"]);
      if (part && whole && percent && !changes.has(Number(groups["percent"])) && sameKind(part, whole))
        claims.push(...claimOfShare(part, whole, percent));
    }
  }
  for (const { groups = {} } of marked.text.matchAll(OF_AMOUNT)) {
    const [part, whole, percent] = ["part", "whole", "percent"].map((name) => numberOf(marked, groups[name]));
    if (part && whole && percent && sameKind(part, whole)) claims.push(...claimOfAmount(part, whole, percent));
  }
  if (claims.length > 0) return claims;
  const shares = sharesIn(marked);
  for (const share of shares) {
    if (share.part.share) claims.push(...claimOfShare(share.part, share.whole, share.part.share));
    else {
      const behind = BEHIND.exec(marked.text.slice(share.end));
      const index = behind?.groups?.["percent"];
      const percent = numberOf(marked, index);
      if (
        percent &&
        behind &&
        !changes.has(Number(index)) &&
        !/(?<!\p{L})(?:mod|fra|mens|men|i forhold|mål\p{L}*|landsplan|landsgennemsnittet)(?!\p{L})/u.test(behind[0])
      )
        claims.push(...claimOfShare(share.part, share.whole, percent));
    }
  }
  claims.push(...sharesInRow(marked, shares));
  return claims.length > 0 ? claims : shareBefore(sentences, at);
}

/** "Af de 68 sager blev 54 (79,4 %) stadfæstet, 10 (14,7 %) ændret ...": the whole covers all counts with a percent after it. */
function sharesInRow(marked: Marked, shares: Share[]): Claim[] {
  const tokens = tokensIn(marked.text).filter(({ letter }) => letter === "#");
  const counts = tokens
    .flatMap(({ index, at }) => ({ number: numberOf(marked, String(index)), at }))
    .flatMap(({ number, at }) => (number?.share ? [{ number, at }] : []));
  const told = new Set(shares.map(({ part }) => part));
  if (shares.length === 1 && shares[0]) {
    const { whole, end } = shares[0];
    // "og af disse var 60 tilfredse (75 %)" has another whole.
    if (/(?<!\p{L})(?:disse|dem|heraf|hvoraf)(?!\p{L})/u.test(marked.text.slice(end))) return [];
    return counts
      .filter(({ number, at }) => at >= end && !told.has(number))
      .flatMap(({ number }) =>
        sameKind(number, whole) && number.value <= whole.value ? softly(claimOfShare(number, whole, number.share)) : [],
      );
  }
  if (shares.length > 0 || counts.length < 2) return [];
  const bare = tokens.flatMap(({ index }) => numberOf(marked, String(index)) ?? []).filter(({ share }) => !share);
  const parts = counts.map(({ number }) => number);
  const [whole] = bare;
  const first = parts[0];
  if (
    bare.length === 1 &&
    whole &&
    first &&
    whole.span.start < first.span.start &&
    Math.abs(whole.value - sumOfValues(parts)) < 0.5
  )
    return parts.flatMap((part) => claimOfShare(part, whole, part.share));
  return bare.length === 0 ? sharesOfSum(parts) : [];
}

const sumOfValues = (parts: NumberMention[]) => parts.reduce((sum, { value }) => sum + value, 0);
const softly = (claims: Claim[]): Claim[] =>
  claims.map((claim) =>
    claim.judgement.verdict === "error" && Math.abs(claim.stated.value - (claim.range.low + claim.range.high) / 2) > 10
      ? { ...claim, judgement: { ...claim.judgement, verdict: "warning", reading: "andelen kan være af noget andet" } }
      : claim,
  );

/**
 * Counts with shares and no total: their sum is the whole when the shares add up to a hundred. One share apart from the
 * rest is wrong; when most are, the whole is another.
 */
export function sharesOfSum(parts: NumberMention[]): Claim[] {
  const [first] = parts;
  const printedSum = parts.reduce((sum, { share }) => sum + (share?.value ?? 0), 0);
  if (!first || parts.length < 2 || printedSum < 90 || printedSum > 110) return [];
  const total = sumOfValues(parts);
  if (total <= 0) return [];
  const whole: NumberMention = { ...first, value: total, share: null, hedge: null };
  const claims = parts.flatMap((part) => claimOfShare(part, whole, part.share, sumText(parts)));
  const wrong = claims.filter(({ judgement }) => judgement.verdict !== "ok").length;
  return wrong * 3 <= claims.length ? claims : [];
}

/** "Det svarer til 46 %" after a sentence with one part and its whole. */
function shareBefore(sentences: readonly Marked[], at: number): Claim[] {
  const [before, marked] = [sentences[at - 1], sentences[at]];
  if (!before || !marked || before.sentence.block !== marked.sentence.block) return [];
  const match =
    /^(?:det|dette|hvilket|andelen|andelen|hermed)(?: er)? ?(?:svarer|svarede|udgør|udgjorde|er|giver|altså)?(?: altså| således| dermed)?(?: til)?(?: en andel på| en løsningsgrad på)?(?: (?:cirka|ca\.|knap|godt|over|omkring|næsten))? %(?<percent>\d+);(?! (?:flere|færre|mere|mindre|højere|lavere))/u.exec(
      marked.text,
    );
  const percent = numberOf(marked, match?.groups?.["percent"]);
  const shares = sharesIn(before);
  const [share] = shares;
  if (!percent || !share || shares.length > 1 || tokensIn(marked.text).length > 1) return [];
  return changesIn(marked).length > 0 ? [] : claimOfShare(share.part, share.whole, percent);
}

/** A percent held against part and whole. */
export function claimOfShare(
  part: NumberMention,
  whole: NumberMention,
  percent: NumberMention | null,
  wholeText?: string,
): Claim[] {
  if (!percent || percent.to !== null || whole.value <= 0 || part.value < 0) return [];
  const range = divide(rangeOf(part), rangeOf(whole), 100);
  const judgement = judge(percent, range, isHedged(part, whole));
  // "tre ud af fire, svarende til 74 %": small figures are often a manner of speaking.
  if (judgement.verdict === "error" && whole.value <= 10 && Math.abs(percent.value - (range.low + range.high) / 2) <= 4)
    return [];
  return [
    {
      check: "percentage",
      stated: percent,
      range,
      judgement,
      sum: `${printed(part)} / ${wholeText ?? printed(whole)}`,
      terms: wholeText ? [part] : [part, whole],
    },
  ];
}

/** An amount held against a percent of a whole: the percent is rounded itself. */
function claimOfAmount(part: NumberMention, whole: NumberMention, percent: NumberMention): Claim[] {
  if (percent.to !== null || whole.value <= 0 || !isAmount(part)) return [];
  const share = rangeOf(
    percent.value % 1 === 0 && part.unit === "kr" && percent.value >= 1 && percent.step === 1
      ? { ...percent, step: 0 }
      : percent,
  );
  const range = { low: (share.low * rangeOf(whole).low) / 100, high: (share.high * rangeOf(whole).high) / 100 };
  const wide = {
    low: ((percent.value - percent.step / 2) * whole.value) / 100,
    high: ((percent.value + percent.step / 2) * whole.value) / 100,
  };
  const judgement = judge(part, range, isHedged(percent, whole));
  const held =
    judgement.verdict === "error" && judge(part, wide).verdict === "ok"
      ? { ...judge(part, wide), verdict: "ok" as const }
      : judgement;
  return [
    {
      check: "percentage",
      stated: part,
      range: scaleRange(range, 1),
      judgement: held,
      sum: `${danish(percent.value)} % af ${danishIn(whole.value, whole.step, whole.unit === "kr" ? "kr" : null)}`,
      terms: [percent, whole],
    },
  ];
}

/** Money is a part of money, and counts of counts. */
const sameKind = (a: NumberMention, b: NumberMention) => (a.unit === "kr") === (b.unit === "kr") || sameUnit(a, b);
