/**
 * One form for every way a body is written: the term, capitals, "&" and the definite ending make no difference.
 *
 *     committeeKey("Børne- & Ungeudvalget 2022-2025") // "børne- og ungeudvalg"
 */
export function committeeKey(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/\(?\b\d{4}\s*[-–]\s*\d{4}\)?/, " ")
    .replace(/&/g, " og ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(
      /(?<=udvalg|råd|styrelse|nævn|kommission|direktion|repræsentation)(?:en|et|s|ets|ens)?(?= for | til |$)/,
      "",
    );
}

/** Two printings of one person's name are equal in this form: small letters, no stops, single spaces. */
export function personKey(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/\./g, " ")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}

/** Case numbers differ only in spaces and capitals when they are the same: "15.20G00 - 2013/01963". */
export function caseFileKey(reference: string): string {
  return reference.normalize("NFC").replace(/\s+/g, "").toUpperCase();
}

/** For addresses: "Økonomiudvalget" -> "oekonomiudvalget". Never empty. */
export function slugOf(text: string): string {
  const plain = text
    .toLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("ø", "oe")
    .replaceAll("å", "aa")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return plain || "x";
}

/** The slug, or the slug with the first free number behind it. The result is noted as taken. */
export function freeSlug(text: string, taken: Set<string>): string {
  const slug = slugOf(text);
  let free = slug;
  for (let number = 2; taken.has(free); number++) free = `${slug}-${number}`;
  taken.add(free);
  return free;
}

/** "Københavns Kommune" -> "København": a municipality as it is called, without the word. */
export function municipalityName(name: string): string {
  const bare = name
    .replace(/\s+/g, " ")
    .trim()
    .replace(/ (?:regions)?kommune$/i, "");
  return GENITIVES.get(bare) ?? bare;
}

/** The others are named without the genitive: "Randers Kommune". */
const GENITIVES = new Map([
  ["Københavns", "København"],
  ["Bornholms", "Bornholm"],
]);
