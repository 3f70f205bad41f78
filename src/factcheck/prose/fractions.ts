import { danish } from "../explain/danish-numbers.ts";
import type { Claim } from "./finding.ts";
import { printed } from "./growth.ts";
import { divide, isHedged, rangeOf, type Judgement } from "./judge.ts";
import { numberOf, tokensIn, type Marked } from "./marked.ts";
import { sharesIn } from "./shares.ts";

const FRACTIONS: [RegExp, number, string][] = [
  [/(?<!\p{L})(?:halvdelen|hver anden|(?<![\d.])1\/2(?!\d))(?!\p{L})/u, 1 / 2, "halvdelen"],
  [/(?<!\p{L})(?:en tredjedel|hver tredje|(?<![\d.])1\/3(?!\d))(?!\p{L})/u, 1 / 3, "en tredjedel"],
  [/(?<!\p{L})(?:to tredjedele|(?<![\d.])2\/3(?!\d))(?!\p{L})/u, 2 / 3, "to tredjedele"],
  [/(?<!\p{L})(?:en fjerdedel|hver fjerde|(?<![\d.])1\/4(?!\d))(?!\p{L})/u, 1 / 4, "en fjerdedel"],
  [/(?<!\p{L})(?:tre fjerdedele|(?<![\d.])3\/4(?!\d))(?!\p{L})/u, 3 / 4, "tre fjerdedele"],
  [/(?<!\p{L})(?:en femtedel|hver femte|(?<![\d.])1\/5(?!\d))(?!\p{L})/u, 1 / 5, "en femtedel"],
  [/(?<!\p{L})(?:en tiendedel|hver tiende|(?<![\d.])1\/10(?!\d))(?!\p{L})/u, 1 / 10, "en tiendedel"],
];

/**
 * "over halvdelen", "hver tredje" beside part and whole, or beside the percent itself. A plain fraction holds within
 * 5 percentage points and is doubtful within 10; "over" must lie above, "knap" and "næsten" up to 8 below.
 */
export function checkFractions(sentences: readonly Marked[], at: number): Claim[] {
  const marked = sentences[at];
  const found = marked ? FRACTIONS.filter(([word]) => word.test(marked.text)) : [];
  const [fraction] = found;
  if (!marked || !fraction || found.length > 1) return [];
  const [word, size, name] = fraction;
  const place = word.exec(marked.text);
  if (!place) return [];
  const shares = sharesIn(marked);
  const [share] = shares;
  const percent = percentBeside(marked, place.index + place[0].length);
  const lead = marked.text.slice(Math.max(0, place.index - 20), place.index);
  if (percent) {
    const value = percent.value / 100;
    return [
      claim(value, `${danish(percent.value)} %`, [percent], judgeFraction(value, size, lead, percent.hedge !== null)),
    ];
  }
  if (!share || shares.length > 1) return [];
  // The fraction must be told of the pair, not of something in another clause.
  const between =
    place.index > share.end ? marked.text.slice(share.end, place.index) : marked.text.slice(place.index, share.start);
  if (
    between.length > 60 ||
    /(?<!\p{L})(?:mens|men|heraf|hvoraf|i forhold|desuden|herudover|mål\p{L}*)(?!\p{L})/u.test(between)
  )
    return [];
  const value = share.part.value / share.whole.value;
  const sum = `${printed(share.part)} / ${printed(share.whole)}`;
  return [
    claim(value, sum, [share.part, share.whole], judgeFraction(value, size, lead, isHedged(share.part, share.whole))),
  ];

  function claim(value: number, sum: string, terms: Claim["terms"], judgement: Judgement): Claim {
    const result = `${danish(value * 100, 1)} %`;
    const told = `${
      lead
        .trim()
        .split(" ")
        .at(-1)
        ?.match(/^(?:over|knap|næsten|under|omkring|cirka|godt)$/u)?.[0] ?? ""
    } ${name}`.trim();
    const [term] = terms;
    const shown = sum.endsWith("%") ? sum : `${sum} = ${result}`;
    const range = term && share ? divide(rangeOf(share.part), rangeOf(share.whole)) : { low: value, high: value };
    return {
      check: "percentage",
      stated: term ?? { ...emptyMention },
      range,
      judgement,
      sum,
      terms,
      words: { text: told, value: result },
      explanation:
        judgement.verdict === "ok"
          ? `${shown}, altså ${told}, som der står.`
          : `${shown}, men der står ${told}${judgement.reading ? `; ${judgement.reading}` : ""}.`,
    };
  }
}

const emptyMention = {
  span: { start: 0, end: 0 },
  value: 0,
  step: 1,
  unit: null,
  hedge: null,
  to: null,
  share: null,
  kind: "label",
  signed: false,
} as const;

/** "halvdelen (52 %)", "over halvdelen, svarende til 52 %". */
function percentBeside(marked: Marked, end: number) {
  const match = /^[^#%¤]{0,40}?(?:\(|svarende til|svarer til|eller) ?%(?<index>\d+);/u.exec(marked.text.slice(end));
  if (!match || tokensIn(marked.text).filter(({ letter }) => letter === "%").length > 1) return null;
  return numberOf(marked, match.groups?.["index"]);
}

function judgeFraction(value: number, size: number, lead: string, loose: boolean): Judgement {
  const plain: Judgement = { verdict: "ok", reading: null, truncated: false, rounded: false };
  const doubtful: Judgement = { ...plain, verdict: "warning", reading: "brøken kan være ment omtrentligt" };
  const wrong: Judgement = loose ? doubtful : { ...plain, verdict: "error" };
  const apart = value - size;
  if (/(?:mere end|over|godt|lidt over) $/u.test(lead))
    return apart > -0.0005 ? plain : apart > -0.03 ? doubtful : wrong;
  if (/(?:mindre end|under|lige under) $/u.test(lead)) return apart < 0.0005 ? plain : apart < 0.03 ? doubtful : wrong;
  if (/(?:knap|næsten|tæt på) $/u.test(lead))
    return apart > -0.08 && apart < 0.005 ? plain : Math.abs(apart) < 0.12 ? doubtful : wrong;
  return Math.abs(apart) <= 0.05 ? plain : Math.abs(apart) <= 0.1 ? doubtful : wrong;
}
