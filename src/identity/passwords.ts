/** Passwords are long rather than odd (NIST SP 800-63B): at least this many characters, and none of the well-known ones. */
export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 128;

/** Parts that make a password easy to guess however long it is, besides the person's own name and address. */
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

/**
 * Why a password cannot be used, or null. Length counts; what is left when well-known words, names and repeats are taken
 * out must still be long (OWASP ASVS 5, 6.2).
 */
export function passwordFault(
  password: string,
  person: { name: string; email: string },
): "too-short" | "too-long" | "easy" | null {
  if (password.length < MIN_PASSWORD) return "too-short";
  if (password.length > MAX_PASSWORD) return "too-long";
  const own = [...person.name.split(/\s+/), ...person.email.split(/[@.]/)].filter((part) => part.length > 2);
  let left = password.toLowerCase();
  for (const part of [...WELL_KNOWN, ...own.map((name) => name.toLowerCase())]) left = left.replaceAll(part, "");
  left = left.replace(/(.)\1+/g, "$1").replace(/(19|20)\d\d/g, "");
  return new Set(left).size < 6 || left.length < 8 ? "easy" : null;
}
