import type { DecisionPart, Outcome } from "./model.ts";

/**
 * The words of decisions, each with the outcome it tells. The first to be met in a decision counts: what follows
 * ("Godkendt med den tilføjelse, at sag 430 udsættes") is a condition or a remark.
 */
const WORDS =
  /((?:anbefales|tiltrædes|godkendes|godkendt|tiltrådt|vedtaget|imødekommes) ikke|(?:ikke|ej) (?:anbefal|godkend|tiltr|vedtag|vedtog|imødekom)|forkast|afvis(?:t|e)|afsl[åo]|^afslag|nedstemt|bortfald|forslag(?:et)?(?: [\wæøå]+){0,3}? faldt(?! (?:i|til|på|fra) )|meddel(?:te|er|t|es) afslag|gi(?:ver|ves|vet|v) afslag|(?:meddeles|gives|bevilges|ydes|tildeles|gennemføres|følges) ikke(?! (?:andet|yderligere|noget))|ikke (?:meddeles|gives|bevilges|ydes|tildeles|følges) (?:dispensation|tilladelse|tilskud|støtte|bevilling)|(?:tages|taget|tage) ikke til følge|ikke (?:taget |tage )?til følge)|(udg[åi]r|udgå(?![a-zæøå])|trak (?:sagen|punktet|forslaget)|udgik|udgået|taget af dagsorden|tages af dagsorden|trukket|trække(?!r)|aflyst)|(udsat(?!te)|(?:sagen|punktet|behandlingen) udsattes|udsæt|udskyd|udskudt|genoptages|hviler|sættes i bero|sættes på dagsorden(?:en)? igen|^(?:udvalget |rådet )?afvente[rs]?(?![a-zæøå]))|(oversend|tilbagesend|send(?:e[sr]?|te) (?:(?:sagen|punktet|forslaget|planen) )?(?:tilbage|videre)|sendt (?:tilbage|videre)|sendes til(?:bage)?(?! (?:udvalget|udvalgets medlemmer|medlemmerne|rådet|bestyrelsen|alle)(?![a-zæøå]))|sendt til|henvis(?:t|es|e|te)(?![a-zæøå])(?: [^.\n]{0,60}?)? til|fremsendes til|hjemvis|videresend|hjemsend|overgår til)|(anbefal(?!ing)|følge[rs]? [^.\n]{0,60}(?:udvalge?t?s|rådets) (?:anbefaling|indstilling)|^som (?:[a-zæøå-]+,? ){0,5}[a-zæøå-]*udvalg(?:et)?s?(?: (?:anbefaling|indstilling))?\.?$|indstille[srd](?!,? at orient|e (?:blev|er|kandidat|medlem|person))|(?<!(?:positivt|velvilligt|negativt|venligt) )indstillet|indstiller)|(til efterretning|til orientering|efterretning|ad acta|ad notam|orienteret(?! om)|orientering(?:en)? (?:blev |er )?givet)|(drøfte[dts]?|drøftelse[nr]?)|(godkend|tiltr[åæ]d|tiltrådt|vedtag|vedtog|beslutte[dtr]?|imødekom|bevilg|bemyndig|følges(?! op)|blev fulgt|som (?:foreslået|indstillet)(?![a-zæøå])|(?:fulgte|følger) (?:enstemmigt )?(?:indstilling|forvaltningens|administrationens|direktionens)|(?:ud)?sendes i (?:[a-zæøå]+ )?(?:høring|udbud)|tilslutte(?:r|de) sig|(?:får|fik) tilskud|(?:er|blev) (?:hermed )?valgt|valgt blev|valgtes|^(?:udvalget|byrådet|kommunalbestyrelsen|rådet|bestyrelsen) valgte (?!at )|(?:gi(?:ver|ves|vet)|meddel(?:er|es|t|te)) dispensation|udpege[srt]|udpegede|nedsatte (?:en |et |et §[^.]{0,20})?(?:[a-zæøå]*gruppe|[a-zæøå]*udvalg)|meddeles|bifald|støtte[srd] indstillingen|enig i|konstatere)/gi;

const OUTCOMES: Outcome[] = [
  "rejected",
  "withdrawn",
  "postponed",
  "referred",
  "recommended",
  "noted",
  "discussed",
  "approved",
];

/** "Formanden orienterede om …": told, and nothing else decided. */
const INFORMED = /(?<!ønskede at blive )orienter(?:ede|et) om/i;

/** "Lånet optages.", "Byrådet afgav høringssvar": what is done is what was decided, where nothing else says so. */
const DONE =
  /^(?:\p{Lu}[\p{L}-]*(?:en|et|erne|ne) (?:blev |bliver )?(?:optages|igangsættes|iværksættes|sælges|gives|ydes|indgås|videreføres|gennemføres|etableres|oprettes|nedlægges|fastsættes|forlænges|solgt|igangsat|forlænget)(?!\p{L})|\p{Lu}\p{L}*(?:udvalget|rådet|bestyrelsen) (?:afgiver|afgav) (?:høringssvar|udtalelse))/u;

/** "Udvalget besluttede enstemmigt at udsætte sagen": what was decided is what follows. */
const DECIDED_TO =
  /^(?:beslut\w+|vedtog),? (?:[a-zæøå]+ ){0,3}at ((?:lade (?:[a-zæøå]+ ){1,3}udgå|udsætte|afvente |udskyde|afvise|forkaste|afslå|give afslag|ikke |oversende|henvise|sende (?:sagen|forslaget|punktet) (?:tilbage|til |videre)|anbefale|indstille|tage (?:[a-zæøå]+ ){0,3}til (?:efterretning|orientering)|trække|tage (?:sagen|punktet) af)[^.\n]*)/i;

/** "Udvalget besluttede ikke at imødekomme ansøgningen", "besluttede, at der ikke arbejdes videre med planen". */
const DECIDED_NOT_TO =
  /^(?:beslut[a-zæøå]+|vedtog),? (?:(?:enstemmigt |derfor |herefter )?ikke at (?:imødekomme|godkende|give|gå videre|arbejde videre|bevilge|støtte|yde|vedtage|meddele|fremme|tiltræde)|at (?:[a-zæøå]+ ){1,3}ikke (?:skal )?(?:arbejdes? videre|gås videre|går videre|gives|meddeles|bevilges|imødekommes|gennemføres|fremmes|ydes))(?![a-zæøå])/i;

/** The outcomes that leave something to be done, most first. They decide what a mixed decision is called. */
const OPEN_FIRST: Outcome[] = ["recommended", "referred", "postponed"];

/**
 * What a decision's words say was decided.
 *
 *     classifyOutcome("Til efterretning. Stor ros til medarbejdere.") // "noted"
 *     classifyOutcome("Godkendt med udvalgets bemærkninger.")         // "approved"
 */
export function classifyOutcome(text: string): Outcome {
  WORDS.lastIndex = 0;
  for (let match = WORDS.exec(text); match !== null; match = WORDS.exec(text)) {
    const group = match.slice(1).findIndex((word) => word !== undefined);
    if (OUTCOMES[group] === "recommended" && /^indstilling/i.test(text.slice(match.index, match.index + 11))) continue;
    if (isAside(text, match.index)) continue;
    if (/^(?:beslut|vedtog)/i.test(match[0])) {
      if (DECIDED_NOT_TO.test(text.slice(match.index, match.index + 160))) return "rejected";
      const deed = DECIDED_TO.exec(text.slice(match.index))?.[1];
      if (deed !== undefined) return classifyOutcome(deed);
    }
    if (OUTCOMES[group] === "rejected") {
      const after = afterSide(text, match.index);
      if (after !== "other") return after;
    }
    if (OUTCOMES[group] === "discussed" && AND_NOTED.test(text.slice(match.index, match.index + 200))) return "noted";
    if (
      OUTCOMES[group] === "referred" &&
      /^(?!.*uden (?:anbefaling|indstilling))[^.\n]*\banbefal/i.test(text.slice(match.index))
    )
      return "recommended";
    return OUTCOMES[group] as Outcome;
  }
  return INFORMED.test(text) ? "noted" : DONE.test(text) ? "approved" : "other";
}

/** "drøftede evalueringen og tog den til efterretning": discussing leads to what is done in the end. */
const AND_NOTED = /^drøfte[dts]?[^.\n]{0,120}? og (?:tog|tager|taget) [^.\n]{0,60}til efterretning/i;

/** An amendment, a minority or single members: what they lost or would not have is not what was decided. */
const SIDE =
  /^\s*(?:ad\.? ?\d+:? ?)?(?:(?:et |de |det )?(?:(?:af )?[^.\n]{3,80} (?:fremsat|stillet) |\p{L}+ )?(?:under)?ændringsforslag(?:et|ene)?\b|(?:et )?mindretal|(?:\p{Lu}[\p{L}.-]+ ){1,4}\(\p{Lu}{1,3}\))/iu;

/** What is said after a sentence about a side of the case; "other" when the sentence is about the case itself. */
function afterSide(text: string, index: number): Outcome {
  let start = index;
  while (
    start > Math.max(0, index - 2000) &&
    !(text[start - 1] === "\n" || /[^\d]\.\s/.test(text.slice(Math.max(0, start - 3), start)))
  )
    start--;
  if (!SIDE.test(text.slice(start, start + 120)) && !goesOnSide(text, start)) return "other";
  const end = text.slice(index).search(/\.\s|\n/);
  return end < 0 ? "other" : classifyOutcome(text.slice(index + end + 1, index + end + 2000).trim());
}

/**
 * A sentence about a proposal told before it: "Forslaget blev nedstemt" after somebody proposed it, or "blev forkastet"
 * below the words of an amendment.
 */
function goesOnSide(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 1500), start);
  const words = text.slice(start, start + 20);
  if (/^\s*(?:blev|er|bortfaldt|faldt) /.test(words)) return /ændringsforslag[^\n]{0,60}:?\s*\n/i.test(before);
  return /^\s*(?:dette |det )?(?:ændrings)?forslag(?:et)? /i.test(words) && PROPOSED.test(before);
}

/** What somebody proposed or asked for is not what was decided. */
const PROPOSED =
  /(?:stillede|stiller|fremsatte|fremsætter)\b[^.]{0,60}?(?:forslag|ændringsforslag)|^\s*(?:ændringsforslag(?:et)?|underændringsforslag(?:et)?)\b(?!.*\b(?:blev|er) $)|\bforeslog,? at\b/i;

/** Words inside "kan ikke anbefale", and about another item ("Sag 64 blev taget af dagsordenen"), tell no outcome. */
function isAside(text: string, index: number): boolean {
  const sentence = text.slice(Math.max(text.lastIndexOf(". ", index), text.lastIndexOf("\n", index)) + 1, index);
  if (PROPOSED.test(sentence)) return true;
  if (/^\s*(?:sag(?:en)?|punkt|pkt\.?)(?: nr\.?)? ?\d/i.test(sentence) && text.length > index + 25) return true;
  return /(?:kan|kunne|vil|ville|ønsker?(?:ede)?) ikke (?:[a-zæøå]+ ){0,2}$|forfaldsgrund(?:en)? og $/i.test(
    text.slice(Math.max(0, index - 40), index),
  );
}

/**
 * The outcome of a decision with parts. Parts that agree give theirs. When they do not, the decision is called after
 * the part that leaves most to be done (recommended, referred, postponed: "Ad. 1: Anbefales, Ad. 2: Godkendt" is
 * recommended, for another body still has a word to say); otherwise after the outcome most parts
 * have, the first of them on a tie. Parts without a clear outcome count only when no part has one.
 */
export function combineOutcomes(parts: DecisionPart[]): Outcome {
  const outcomes: Outcome[] = parts.map((part) => part.outcome).filter((outcome) => outcome !== "other");
  const open = OPEN_FIRST.find((outcome) => outcomes.includes(outcome));
  if (open) return open;
  let best: Outcome = "other";
  let most = 0;
  for (const outcome of outcomes) {
    const count = outcomes.filter((other) => other === outcome).length;
    if (count > most) [best, most] = [outcome, count];
  }
  return best;
}
