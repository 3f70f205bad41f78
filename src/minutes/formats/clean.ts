const ODD = /[\u00a0\u00ad\u2000-\u200f\u2010\u2011\u2028-\u202f\u2060\ufeff]|[\u0300-\u036f]/;
const SPACES = /[\u00a0\u2000-\u200a\u202f]/g;
const SOFT_BREAK = /\u00ad[ \t]*\n[ \t]*(?=\p{Ll})/gu;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/**
 * Text with one way of writing each letter: composed (NFC), ordinary spaces and hyphens, no soft hyphens and nothing
 * that cannot be seen. Done before anything is read, so that spans point into the text as it is told to others.
 */
export function cleanLetters(text: string): string {
  if (!ODD.test(text)) return text;
  return text
    .replace(SOFT_BREAK, "")
    .replace(INVISIBLE, "")
    .replace(SPACES, " ")
    .replace(/[\u2028\u2029]/g, "\n")
    .replace(/[\u2010\u2011]/g, "-")
    .normalize("NFC");
}
