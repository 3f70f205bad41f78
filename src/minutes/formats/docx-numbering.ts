import { attribute, readXml } from "./xml.ts";

type Level = { format: string; pattern: string; start: number };
type List = { abstractId: string; starts: Map<number, number> };

/** Gives each numbered paragraph the number Word shows, in the order the paragraphs come. */
export type Numbering = {
  /** Null for a list the document does not define, "" where the level shows nothing. */
  next: (numId: string, level: number) => string | null;
};

/**
 * Reads the list definitions. A number is a pattern ("%1.%2.") over the counters of its list; lists that share an
 * abstract definition go on counting together unless they say where they start (ECMA-376 part 1, § 17.9).
 */
export function readNumbering(xml: string): () => Numbering {
  const abstracts = new Map<string, Map<number, Level>>();
  const lists = new Map<string, List>();
  let levels: Map<number, Level> | null = null;
  let level: Level | null = null;
  let list: List | null = null;
  let overridden = 0;
  readXml(xml, {
    open(name, attributes) {
      const value = attribute(attributes, "val") ?? "";
      if (name === "abstractNum") abstracts.set(attribute(attributes, "abstractNumId") ?? "", (levels = new Map()));
      else if (name === "num")
        lists.set(attribute(attributes, "numId") ?? "", (list = { abstractId: "", starts: new Map() }));
      else if (name === "lvl") {
        level = { format: "decimal", pattern: "", start: 1 };
        if (!list) levels?.set(whole(attribute(attributes, "ilvl"), 0), level);
      } else if (name === "abstractNumId" && list) list.abstractId = value;
      else if (name === "lvlOverride") overridden = whole(attribute(attributes, "ilvl"), 0);
      else if (name === "startOverride") list?.starts.set(overridden, whole(value, 1));
      else if (level && name === "start") level.start = whole(value, 1);
      else if (level && name === "numFmt") level.format = value;
      else if (level && name === "lvlText") level.pattern = value.slice(0, 100);
    },
    close(name) {
      if (name === "num") list = null;
      else if (name === "lvl") level = null;
      else if (name === "abstractNum") levels = null;
    },
  });
  return () => count(abstracts, lists);
}

function count(abstracts: Map<string, Map<number, Level>>, lists: Map<string, List>): Numbering {
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    next(numId, level) {
      const depth = Math.min(Math.max(level, 0), 8);
      const list = lists.get(numId);
      const levels = list && abstracts.get(list.abstractId);
      const own = levels?.get(depth);
      if (!list || !levels || !own) return null;
      if (own.format === "none") return "";
      if (own.format === "bullet") return "-";
      const values = counters.get(list.abstractId) ?? [];
      counters.set(list.abstractId, values);
      const start = list.starts.get(depth);
      const restart = start !== undefined && !begun.has(`${numId}/${depth}`);
      begun.add(`${numId}/${depth}`);
      values[depth] = restart ? start : (values[depth] ?? own.start - 1) + 1;
      values.length = depth + 1;
      return own.pattern.replace(/%(\d)/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        return format(values[at] ?? levels.get(at)?.start ?? 1, levels.get(at)?.format ?? "decimal");
      });
    },
  };
}

function format(value: number, kind: string): string {
  if (kind === "lowerLetter" || kind === "upperLetter") {
    const letters = String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(Math.ceil(value / 26), 5));
    return kind === "upperLetter" ? letters.toUpperCase() : letters;
  }
  if (kind === "lowerRoman" || kind === "upperRoman")
    return kind === "upperRoman" ? roman(value) : roman(value).toLowerCase();
  if (kind === "decimalZero") return String(value).padStart(2, "0");
  return String(value);
}

const ROMAN: [number, string][] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let left = value;
  let text = "";
  for (const [size, letters] of ROMAN) {
    while (left >= size) {
      text += letters;
      left -= size;
    }
  }
  return text;
}

function whole(value: string | undefined, otherwise: number): number {
  const number = Number.parseInt(value ?? "", 10);
  return Number.isSafeInteger(number) && Math.abs(number) < 1_000_000 ? number : otherwise;
}
