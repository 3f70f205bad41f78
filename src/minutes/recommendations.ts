import type { Recommendation } from "./model.ts";

const LEADER =
  /^((?:Det |[A-ZÆØÅ§])[^.:;\n]{0,120}?)\s+(indstiller|foreslår|anbefaler|fremsender|indstilles|foreslås|anbefales|indstillede)\b(?:\s+(?:til|over ?for)\s+[^:,\n]{2,160}?)?(?:,?\s*(?:via [^,:\n]{2,80}))?\s*(?:,?\s*at\s*[:,]?\s*(?=$|\n)|[,:]\s*|\s+(?=at\b)|$)/u;
/** The same with "at" at the end of the line, whatever stands between: "Administrationen indstiller til Kultur, fritid og idræt, at:" */
const WHOLE_LEADER =
  /^((?:Det |[A-ZÆØÅ§])[^.:;\n]{0,120}?)\s+(indstiller|foreslår|anbefaler|indstilles|foreslås)\b[^.;\n]{0,240}?,?\s+at\s*[:,]?$/u;
const NUMBERED = /^(?:at\s*)?(\d{1,2})[.)]\s*(.*)$/is;
const LETTERED = /^[a-h]\)\s+/;
const LETTER = /^[a-h][).]\s+/;
const DOTTED = /^[a-h]\.\s+/;
const BY_HEADING =
  /^((?:Forvaltning|Administration|Direktion|Borgmester|Formand)ens?)\s+(?:indstill|foreslår|forslag|anbefal)/i;
const AT = /^(?:og |samt )?at\b[:,]?\s*/i;

/**
 * What is recommended, from the lines of an "Indstilling": one recommendation a number, a bullet or an "at …" line, or
 * the whole when it is not divided. `by` is who recommends, as printed before the verb or in the heading
 * ("Forvaltningen foreslår").
 *
 *     readRecommendations(["Direktionen indstiller, at", "", "1. udvalget tager orienteringen til efterretning."])
 *     // [{ number: 1, text: "udvalget tager orienteringen til efterretning.", by: "Direktionen" }]
 */
export function readRecommendations(lines: { label: string; bullet: boolean }[], heading = ""): Recommendation[] {
  const recommendations: Recommendation[] = [];
  let by = BY_HEADING.exec(heading)?.[1]?.replace(/(?<=n)s$/, "") ?? null;
  let current: Recommendation | null = null;
  let blank = false;
  let divided = false;
  let leadIn: Recommendation | null = null;
  let dotted = false;
  for (const { label, bullet } of lines) {
    if (label === "") {
      blank = true;
      continue;
    }
    let text = label;
    const leader = WHOLE_LEADER.exec(label) ?? LEADER.exec(label);
    if (leader && !bullet && !NUMBERED.test(label)) {
      by = recommender(leader[1] as string, leader[2] as string);
      text = label.slice(leader[0].length).trim();
      current = null;
      divided = false;
      if (text === "" || /^at:?$/i.test(text)) continue;
    }
    const numbered = NUMBERED.exec(text);
    // "a." below an "at …" line divides that line; directly below the leader it divides the whole.
    dotted = DOTTED.test(text) ? dotted || current === null : dotted && current !== null;
    const lettered: boolean = dotted ? DOTTED.test(text) : LETTERED.test(text);
    const previous: number | null = current?.number ?? recommendations.at(-1)?.number ?? null;
    if (
      (numbered || bullet || lettered || (AT.test(text) && LEADS_ON.test(leadIn?.text ?? ""))) &&
      leadIn !== null &&
      leadIn === current &&
      isLeadIn(leadIn)
    )
      recommendations.pop();
    if (numbered && (Number(numbered[1]) === 1 || previous !== null || recommendations.length === 0 || divided)) {
      current = { number: Number(numbered[1]), text: numbered[2] as string, by };
      recommendations.push(current);
      divided = true;
    } else if (bullet || AT.test(text) || lettered || current === null) {
      current = { number: null, text: tidy(text, lettered), by };
      if (leader && !bullet) leadIn = current;
      recommendations.push(current);
      divided ||= bullet || AT.test(text) || lettered;
    } else current.text = `${current.text}${current.text === "" ? "" : blank ? "\n\n" : "\n"}${text}`;
    blank = false;
  }
  return recommendations.filter((recommendation) => recommendation.text.trim() !== "");
}

const LEADS_ON = /(?:[,:]|godkender|anbefaler|beslutter|tiltræder|indstiller)$/;

/** "Administrationen indstiller, at udvalget" above a list is no recommendation of its own. */
function isLeadIn(recommendation: Recommendation): boolean {
  return (
    recommendation.number === null &&
    recommendation.text.length < 160 &&
    !/[.;]$/.test(recommendation.text) &&
    /^(?:at\b|udvalget|byrådet|[A-ZÆØÅ].*:?$)/.test(recommendation.text)
  );
}

/** A letter before it and the bars of a table's cells are no part of a recommendation. */
function tidy(text: string, lettered: boolean): string {
  return text
    .replace(lettered ? LETTER : "", "")
    .replace(/\s*\|\s*$/, "")
    .replace(/^at \| /, "at ");
}

function recommender(subject: string, verb: string): string | null {
  if (verb.endsWith("s") && /^det$/i.test(subject.trim())) return null;
  const name = subject.replace(/, (?=[a-zæøå]).*$/, "").trim();
  return name.length > 80 || /^(?:det|der|sagen|punktet)$/i.test(name) ? null : name;
}
