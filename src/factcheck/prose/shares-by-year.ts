import type { Claim } from "./finding.ts";
import { numberOf, tokensIn, type Marked } from "./marked.ts";
import { claimOfShare, sharesIn, type Share } from "./shares.ts";
import { yearNear } from "./levels.ts";

const FAR = 5;

/**
 * "I 2023 blev 1070 sager behandlet, hvoraf 495 ... I 2022 ... 1377, hvoraf 537 ... Andelen er steget fra 38 procent i
 * 2022 til 46 procent i 2023": each percent against the part and whole of its year, within one paragraph.
 */
export function checkSharesByYear(sentences: readonly Marked[], at: number): Claim[] {
  const marked = sentences[at];
  if (!marked || !/(?<!\p{L})(?:andel(?:en)?|\p{L}*procenten|\p{L}*graden)(?!\p{L})/u.test(marked.text)) return [];
  const percents = tokensIn(marked.text).filter(({ letter }) => letter === "%");
  if (percents.length === 0 || percents.length > 3 || tokensIn(marked.text).some(({ letter }) => letter !== "%"))
    return [];
  const shares = sharesOfYears(sentences, at, marked.sentence.block);
  return percents.flatMap((token) => {
    const percent = numberOf(marked, String(token.index));
    const year = yearNear(marked, token.at, token.end);
    const ofYear = shares.filter((share) => share.year === year);
    const [share] = ofYear;
    if (!percent || year === null || !share || ofYear.length > 1) return [];
    return claimOfShare(share.part, share.whole, percent);
  });
}

function sharesOfYears(sentences: readonly Marked[], at: number, block: number): (Share & { year: number })[] {
  const found = [];
  for (let back = at - 1; back >= Math.max(0, at - FAR); back -= 1) {
    const before = sentences[back];
    if (!before || before.sentence.block !== block) break;
    const years = new Set(before.text.match(/(?<![\d./-])(?:19|20)\d\d(?![\d/-])/gu));
    const [year] = years;
    const shares = sharesIn(before);
    const [share] = shares;
    if (years.size === 1 && share && shares.length === 1) found.push({ ...share, year: Number(year) });
  }
  return found;
}
