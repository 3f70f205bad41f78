import { type Random, createRandom } from "./random.ts";

type Change = (lines: string[], at: number, random: Random) => void;

const line = (lines: string[], at: number): string => lines[at] ?? "";

/** What happens to minutes on their way through printing, scanning, conversion and copying. */
const changes: Record<string, Change> = {
  "line lost": (lines, at) => void lines.splice(at, 1),
  "line twice": (lines, at) => void lines.splice(at, 0, line(lines, at)),
  "lines swapped": (lines, at) => void lines.splice(at, 2, line(lines, at + 1), line(lines, at)),
  "line broken": (lines, at, random) => {
    const text = line(lines, at);
    const cut = random.below(text.length + 1);
    lines.splice(at, 1, text.slice(0, cut), text.slice(cut));
  },
  "lines joined": (lines, at) => void lines.splice(at, 2, `${line(lines, at)} ${line(lines, at + 1)}`),
  "page number in between": (lines, at, random) => void lines.splice(at, 0, String(random.between(1, 40))),
  "letter lost": (lines, at, random) => {
    const cut = random.below(line(lines, at).length + 1);
    lines[at] = line(lines, at).slice(0, cut) + line(lines, at).slice(cut + 1);
  },
  "space within a word": (lines, at, random) => {
    const cut = random.below(line(lines, at).length + 1);
    lines[at] = `${line(lines, at).slice(0, cut)} ${line(lines, at).slice(cut)}`;
  },
  "heading marks gone": (lines, at) => void (lines[at] = line(lines, at).replace(/^#+ |\*\*/g, "")),
  "heading marks added": (lines, at) => void (lines[at] = `### **${line(lines, at)}**`),
  "tabs as spaces": (lines, at) => void (lines[at] = line(lines, at).replaceAll("\t", "   ")),
  capitals: (lines, at) => void (lines[at] = line(lines, at).toUpperCase()),
  "blank lines": (lines, at) => void lines.splice(at, 0, "", " ", ""),
  "wrong letters": (lines, at) =>
    void (lines[at] = line(lines, at).replaceAll("æ", "Ã¦").replaceAll("ø", "Ã¸").replaceAll("å", "Ã¥")),
  "control characters": (lines, at) => void (lines[at] = `\u000c${line(lines, at)}\u0000`),
  "rest lost": (lines, at) => void lines.splice(at),
  "start lost": (lines, at) => void lines.splice(0, at),
};

/** The names of the kinds of damage, in a fixed order. */
export const damages: readonly string[] = Object.keys(changes);

/**
 * The text with `count` kinds of damage at places chosen by the seed. Pure: the same text and seed give the same result.
 * `only` limits it to the kinds named.
 */
export function damage(
  text: string,
  seed: number,
  { count = 3, only = damages }: { count?: number; only?: readonly string[] } = {},
): string {
  const random = createRandom(seed);
  const lines = text.split("\n");
  for (let left = count; left > 0; left -= 1) {
    const change = changes[random.pick(only)];
    if (change === undefined) throw new Error(`No such damage among: ${only.join(", ")}`);
    change(lines, random.below(Math.max(1, lines.length)), random);
  }
  return lines.join("\n");
}
