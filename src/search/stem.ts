import { stemmer } from "@orama/stemmers/danish";

/**
 * The lexeme of a folded word: its Danish stem (Snowball) with æ, ø and å written ae, oe and aa, so that either spelling
 * finds the other. Two of Snowball's habits are mended: "ledighed" keeps its -hed, else "leder" would find it, and
 * "budgettet" and "indsatsen", which it leaves as "budget" and "indsats", go on as those words themselves do. "Centret" is a
 * "center".
 */
export function stem(word: string): string {
  return stemOnce(word).replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa");
}

function stemOnce(word: string): string {
  const state = /^(.{3,}hed)(?:s|ens?|ers?|ernes?)?$/.exec(word)?.[1];
  if (state) return state;
  const stemmed = stemmer(word.replace(/centr(?:e|et|ets|ene|enes|erne)$/, "center"));
  const isDefinite = stemmed.length > 4 && stemmed !== word && /(?:et|[^s]s)$/.test(stemmed);
  return isDefinite ? stemmer(stemmed) : stemmed;
}
