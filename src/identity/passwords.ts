import { isKnownWord } from "./known-words.ts";

/** Passwords are long rather than odd (NIST SP 800-63B-4, 3.1.1): no rule says which characters there must be. */
export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 128;

/** Parts that make a password easy to guess however long it is, besides the person's own names. */
const WELL_KNOWN = [
  "password",
  "adgangskode",
  "kodeord",
  "kommune",
  "velkommen",
  "sagsgang",
  "sommer",
  "vinter",
  "qwerty",
  "12345",
  "abcdef",
  "letmein",
  "danmark",
];

export type PasswordFault = "too-short" | "too-long" | "known" | "easy";

/** `words`: what else somebody who wants to guess would try first, such as the municipality's name. */
export type PasswordOwner = { name: string; email: string; words?: readonly string[] };

/**
 * Why a password cannot be used, or null. `known`: it stands in lists of leaked passwords, or is one Danish word, with or
 * without digits around it (OWASP ASVS 5, 6.2.12). `easy`: little is left when names, years and repeats are taken out.
 * Length is counted in characters as people see them.
 */
export function passwordFault(password: string, owner: PasswordOwner): PasswordFault | null {
  const length = [...password.normalize("NFC")].length;
  if (length < MIN_PASSWORD) return "too-short";
  if (length > MAX_PASSWORD) return "too-long";
  const whole = password.toLowerCase().trim();
  const bare = whole.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  if ([whole, bare, unrepeated(whole), unrepeated(bare)].some(isKnownWord)) return "known";
  const own = [owner.name, owner.email, ...(owner.words ?? [])]
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\d]+/u))
    .filter((part) => part.length > 2);
  let left = whole;
  for (const part of [...WELL_KNOWN, ...own].toSorted((a, b) => b.length - a.length)) left = left.replaceAll(part, "");
  left = left.replace(/(.)\1+/g, "$1").replace(/(19|20)\d\d/g, "");
  return new Set(left).size < 6 || left.length < 8 ? "easy" : null;
}

/** "solsolsol" -> "sol" */
const unrepeated = (text: string): string => /^(.+?)\1+$/.exec(text)?.[1] ?? text;
