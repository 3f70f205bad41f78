import { longDay, monthName } from "./calendar.ts";
import { personName, placeName, streetName } from "./names.ts";
import { decimal, whole } from "./numbers.ts";
import type { Random } from "./random.ts";
import { type Field, type Head, adjectives, fieldParts, generalParts, heads } from "./vocabulary.ts";

/** A compound noun in its four forms: klagestatistik, klagestatistikken, klagestatistikker, klagestatistikkerne. */
export type Noun = Head;

/** Deals the entries of a list in an order of its own, and each of them once before any comes again. */
export function deal<T>(list: readonly T[], random: Random): () => T {
  const strides = [7, 11, 13].filter((stride) => list.length % stride !== 0);
  const stride = random.pick(strides);
  let at = random.below(list.length);
  return () => {
    at = (at + stride) % list.length;
    return list[at] as T;
  };
}

/** What sentences are filled from. `topic` is what the whole item is about. */
export type Context = {
  random: Random;
  field: Field;
  municipality: { index: number; name: string };
  year: number;
  topic: Noun;
};

type Slot = (context: Context) => string;
/** A compiled sentence: fixed text and slots in turn. */
export type Template = readonly (string | Slot)[];

export function compound({ random, field }: Pick<Context, "random" | "field">): Noun {
  const first = random.chance(0.62) ? random.skewed(fieldParts[field]) : random.skewed(generalParts);
  let last = random.skewed(heads);
  while (first.startsWith(last.bare)) last = random.skewed(heads);
  return {
    bare: first + last.bare,
    definite: first + last.definite,
    plural: first + last.plural,
    pluralDefinite: first + last.pluralDefinite,
    neuter: last.neuter,
  };
}

const withAdjective = (context: Context, form: "indefinite" | "definite" | "plural"): string => {
  const noun = compound(context);
  const [common, neuter, plural] = context.random.skewed(adjectives);
  if (form === "plural") return `${plural} ${noun.plural}`;
  if (form === "definite") return `${noun.neuter ? "det" : "den"} ${plural} ${noun.bare}`;
  return noun.neuter ? `et ${neuter} ${noun.bare}` : `en ${common} ${noun.bare}`;
};

const roles = [
  "afdelingsleder",
  "teamleder",
  "faglig leder",
  "projektleder",
  "konsulent",
  "centerchef",
  "sekretariatsleder",
];

const slots: Record<string, Slot> = {
  d: (context) => compound(context).definite,
  b: (context) => compound(context).bare,
  p: (context) => compound(context).plural,
  P: (context) => compound(context).pluralDefinite,
  x: (context) => withAdjective(context, "definite"),
  e: (context) => withAdjective(context, "indefinite"),
  f: (context) => withAdjective(context, "plural"),
  T: ({ topic }) => topic.definite,
  t: ({ topic }) => topic.bare,
  n: ({ random }) => whole(random.between(12, 1480)),
  s: ({ random }) => String(random.between(2, 14)),
  pct: ({ random }) => decimal(random.between(410, 978) / 10),
  lav: ({ random }) => decimal(random.between(11, 149) / 10),
  del: ({ random }) => {
    const all = random.between(8, 640);
    return `${whole(random.between(Math.ceil(all / 3), all))} ud af ${whole(all)}`;
  },
  mio: ({ random }) => decimal(random.between(2, 240) / 10),
  kr: ({ random }) => whole(random.between(4, 980) * 1000),
  aar: ({ year }) => String(year),
  foer: ({ year }) => String(year - 1),
  naeste: ({ year }) => String(year + 1),
  K: ({ municipality }) => `${municipality.name} Kommune`,
  nabo: ({ random }) => `${random.pick(["Sydfjord", "Nordminde", "Vestborg", "Langelunde"])} Kommune`,
  sted: ({ random, municipality }) => placeName(municipality.index, random.below(60)),
  gade: ({ random }) => `${streetName(random)} ${random.between(1, 140)}`,
  navn: ({ random, municipality }) => personName(random.below(900) * 31 + municipality.index * 7919),
  rolle: ({ random }) => random.skewed(roles),
  dato: ({ random, year }) => `den ${longDay({ year, month: random.between(1, 12), day: random.between(1, 28) })}`,
  md: ({ random }) => monthName(random.between(1, 12)),
  kv: ({ random }) => `${random.between(1, 4)}. kvartal`,
};

/** `{x}` stands for a slot and `{^x}` for the same with a capital letter. Throws on a slot that does not exist. */
function compile(text: string): Template {
  return text.split(/[{}]/).map((part, index) => {
    if (index % 2 === 0) return part;
    const capital = part.startsWith("^");
    const slot = slots[capital ? part.slice(1) : part];
    if (slot === undefined) throw new Error(`No slot {${part}} in: ${text}`);
    return capital ? (context: Context) => capitalise(slot(context)) : slot;
  });
}

export const compileAll = (texts: string): Template[] =>
  texts
    .trim()
    .split("\n")
    .map((line) => compile(line.trim()));

export function fill(template: Template, context: Context): string {
  let text = "";
  for (const part of template) text += typeof part === "string" ? part : part(context);
  return text;
}

export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
