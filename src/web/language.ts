/** Danish pages stand at the root of the site, the same pages in English under `/en`. */
export type Language = "da" | "en";

/** The same texts in both languages; English has the shape of the Danish. */
export type Translated<T> = Record<Language, T>;

/** The language of a page, by its path: a page's address says it, so that no cookie has to. */
export function languageOf(path: string): Language {
  return path === "/en" || path.startsWith("/en/") ? "en" : "da";
}

/**
 * The same page in the other language.
 *
 *     pathIn("en", "/naestved/sager/24-1") // "/en/naestved/sager/24-1"
 *     pathIn("da", "/en")                  // "/"
 */
export function pathIn(language: Language, path: string): string {
  const bare = languageOf(path) === "en" ? path.slice(3) || "/" : path;
  if (language === "da") return bare;
  return bare === "/" ? "/en" : `/en${bare}`;
}

/** `lang` of a text from the minutes: they are Danish, also on an English page. Nothing to say on a Danish one. */
export function langOfMinutes(language: Language): { lang?: "da" } {
  return language === "da" ? {} : { lang: "da" };
}

/** The languages to choose from, each in its own words. */
export const languageChoices: { value: Language; text: string }[] = [
  { value: "da", text: "Dansk" },
  { value: "en", text: "English" },
];
