import { PARTY_NAMES } from "./people.ts";

const COUNT = String.raw`(?:\d{1,2}|en|én|to|tre|fire|fem|seks|syv|otte|ni|ti)`;
/** Those counted, in brackets; the brackets of their parties may stand inside. */
const WHO = String.raw`:? ?\(((?:[^()]|\([^()]{1,20}\)){1,1500})\)`;

/** "mod 1 (Ø)", "og 3 stemmer imod (O, Ø)", "2 medlemmer stemte imod (V)", "1 undlod at stemme (B)". */
const COUNTED = new RegExp(
  String.raw`(?:(?:i?mod|undlod(?: at stemme)?|undlader(?: at stemme)?|imod stemte):? ${COUNT}(?: stemmer?| medlem(?:mer)?)?|${COUNT} (?:stemmer? |medlem(?:mer)? |(?:medlem(?:mer)? )?stemte )?imod|${COUNT} (?:stemmer? |medlem(?:mer)? |(?:medlem(?:mer)? )?stemte )mod|${COUNT} (?:medlem(?:mer)? |stemmer? )?(?:undlod(?: at stemme)?|hverken for eller imod|blanke?))${WHO}`,
  "gi",
);
/** "imod stemte: C, V og O", "undlod at stemme: F", up to the next count in the same sentence. */
const LISTED =
  /(?:(?<!hverken .{0,20})i?mod(?: [a-zæøå]+)? stemte|stemte i?mod|stemmer i?mod|undlod(?: at stemme)?|hverken for eller imod)\s*:\s*(.+?)(?=[,;.]? (?:og )?(?:for|imod|mod|undlod|hverken)(?: [a-zæøå ]{0,24})?:|[.;]?$)/gi;

/** "Godkendt mod Venstres og C's stemmer", "mod stemmer fra C og I". */
const AGAINST_VOTES =
  /(?<![a-zæøå])mod ([A-ZÆØÅ][^.;:()\d]{0,60}?)(?:['’]?s)? stemme(?:r|rne)?(?![a-zæøå])|(?<![a-zæøå])mod (?:\d+ |to |tre |en |én )?stemme(?:r|rne|n)? (?:afgivet )?(?:fra|af) ([A-ZÆØÅ][^.;:()]{0,80}?)(?=[.,;:(]|$| og \d)/g;

const PARTY = String.raw`(?:\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}.-]*)*(?: ?\([^()]{1,12}\))?)`;
/** "for stemte: Ø og Å", "kun Enhedslisten stemte for", "for forslaget stemte alene SF". */
const SUPPORT = new RegExp(
  String.raw`(?<!\p{L})(?:(?:[Ff]or (?:forslaget |indstillingen )?stemte:?|^For:) (?:kun |alene )?(?:\d+:? )?\(?(${PARTY}(?:(?:, | og )${PARTY})*)|(?:kun |alene )(${PARTY}(?:(?:, | og )${PARTY})*) (?:stemte for|støttede)(?!\p{L})|(${PARTY}(?:(?:, | og )${PARTY})*) stemte for(?= forslaget| indstillingen|[.,;]|$))`,
  "gu",
);

/** "Ib Kjær (V) anbefaler forslaget", "Venstre ønskede ansøgningen imødekommet": only parties and members have a say. */
const WANTED = new RegExp(
  String.raw`(?<!\p{L})((?:${PARTY_NAMES}|(?:Liste |Gruppe )?[A-ZÆØÅ]{1,3}|\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}.-]*)* ?\(\p{Lu}{1,3}\))(?:(?:, | og )${PARTY})*) (?:(?:(?:kan|kunne|vil|ville) (?:anbefale|støtte|tiltræde|godkende)|anbefaler|støtter|tiltræder|anbefalede|støttede|tiltrådte)(?= (?:forslaget|ansøgningen|indstillingen|sagen|planen)|[.;]|$)|ønske(?:r|de) [^.,]{0,40}(?:godkendt|anbefalet|imødekommet|vedtaget|tiltrådt|fremmet)(?=[.,]|$))`,
  "gu",
);

/** "5 stemte for (M, F)", "faldt med 4 stemmer for (Ø, F)". */
const COUNTED_FOR = new RegExp(String.raw`${COUNT} (?:stemmer |stemte |medlem(?:mer)? stemte )for${WHO}`, "gi");

/**
 * Those who voted for what was rejected: then they are the ones who dissent.
 *
 *     findSupport("Imod stemte 20. For stemte: Ø og Å.") // ["Ø og Å"]
 */
export function findSupport(sentence: string): string[] {
  if (sentence.length > 1500 || !/stemte|støtte|^For:|ønske|anbefale|tiltræd|tiltråd|godkende/.test(sentence))
    return [];
  const counted = [...sentence.matchAll(COUNTED_FOR)].map((match) => match[1] as string);
  if (counted.length > 0) return counted;
  return [...sentence.matchAll(SUPPORT), ...sentence.matchAll(WANTED)]
    .map(whoOf)
    .filter(
      (who) => !/^(?:Alle|Samtlige|Ingen|Øvrige|De|Resten|Udvalget|Byrådet|Kommunalbestyrelsen)(?!\p{L})/u.test(who),
    );
}

/** "… mod 1, idet Tonni Balslev (O) stemmer imod". */
const NAMED =
  /\bidet (\p{Lu}[^.;]{2,120}?) (?:stemmer|stemte) imod|\b(?:stemmer|stemte) (?!for(?!\p{L}))(\p{Lu}[^.;]{2,120}?) imod(?!\p{L})|(?<=imod, og )(\p{Lu}[^.;]{2,120}?) undlod at stemme/gu;

/**
 * Those who voted against a decision or did not vote, where a sentence counts or lists the votes; one text for each
 * count.
 *
 *     findVotes("Godkendt med 4 stemmer (A, V) mod 1 (Ø).")                 // ["Ø"]
 *     findVotes("For stemte: A, imod stemte: V og C, undlod at stemme: B.") // ["V og C", "B"]
 */
export function findVotes(sentence: string): string[] {
  if (!/mod|undlod|blank/i.test(sentence)) return [];
  const counted = [...sentence.matchAll(COUNTED)].map((match) => match[1] as string);
  if (counted.length > 0) return [...counted, ...[...sentence.matchAll(NAMED)].map(whoOf)];
  return [LISTED, AGAINST_VOTES, NAMED].flatMap((pattern) => [...sentence.matchAll(pattern)]).map(whoOf);
}

const whoOf = (match: RegExpMatchArray): string => match.slice(1).find((who) => who !== undefined) as string;
