import { count, decimal, kroner, percent, rounded, whole } from "./danish.ts";
import type { Facts } from "./facts.ts";
import type { Desk, Phrasebook } from "./model.ts";
import { slipOf, wrongPercent } from "./slips.ts";

/** Puts words into a template; a name with a capital letter begins a sentence. */
export function fill(template: string, words: Record<string, string>): string {
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const small = name[0]?.toLowerCase() + name.slice(1);
    const word = words[name] ?? words[small] ?? "";
    return name === small ? word : word.charAt(0).toUpperCase() + word.slice(1);
  });
  // "kr." at the end of a sentence needs no second stop.
  return filled.replaceAll("..", ".");
}

/** The words that are true of the figures, with the direction of the change. */
export function wordsOf({ random }: Desk, { subject, year, before, after }: Facts, from = before, to = after) {
  const up = to > from;
  return {
    antal: subject.amount,
    navn: subject.noun,
    y0: String(year - 1),
    y1: String(year),
    y2: String(year + 1),
    a: count(random, from),
    b: count(random, to),
    steget: up ? "steget" : "faldet",
    steg: up ? "steg" : "faldt",
    en_stigning: up ? "en stigning" : "et fald",
    stigningen: up ? "stigningen" : "faldet",
    flere: up ? "flere" : "færre",
    hoejere: up ? "højere" : "lavere",
    skoen: whole(Math.round((to * (0.8 + random.next() * 0.4)) / 10) * 10),
    kvart: whole(Math.round(to * (0.2 + random.next() * 0.1))),
    udgift: subject.cost,
  };
}

export function difference(desk: Desk, book: Phrasebook, facts: Facts): string {
  const { random } = desk;
  const d = Math.abs(facts.after - facts.before);
  if (d === 0) return "";
  const template = random.pick(book.differences);
  const words = wordsOf(desk, facts);
  if (!desk.errs()) return fill(template, { ...words, d: count(random, d) });
  if (random.chance(0.2) && !template.includes("flere")) {
    const turned = wordsOf(desk, facts, facts.after, facts.before);
    const text = fill(template, { ...turned, a: words.a, b: words.b, d: count(random, d) });
    if (/steget|faldet|steg |faldt|stigning|et fald/.test(template + text))
      return desk.plant(["difference", "ratio"], "error", "forkert retning", text);
  }
  return desk.plant(
    ["difference"],
    "error",
    "forkert forskel",
    fill(template, { ...words, d: whole(slipOf(random, d)) }),
  );
}

export function growth(desk: Desk, book: Phrasebook, facts: Facts): string {
  const { random } = desk;
  const { before, after } = facts;
  if (before === after) return "";
  const decimals = random.pick([0, 1, 1, 2]);
  const exact = (100 * Math.abs(after - before)) / before;
  const template = random.pick(book.growths);
  const words = wordsOf(desk, facts);
  if (!desk.errs()) return fill(template, { ...words, p: percent(random, exact, decimals) });
  const ofTheOther = rounded((100 * Math.abs(after - before)) / after, decimals);
  const wrong =
    random.chance(0.25) && Math.abs(ofTheOther - exact) > 1.2 * 10 ** -decimals
      ? ofTheOther
      : wrongPercent(random, exact, decimals);
  const text = fill(template, { ...words, p: percent(random, wrong, decimals) });
  return desk.plant(["ratio", "percentage", "difference"], "error", "forkert vækst", text);
}

export function share(desk: Desk, book: Phrasebook, facts: Facts, clause: number): string {
  const { random } = desk;
  const { after, clauses } = facts;
  const { words: gruppe, part } = clauses[clause % clauses.length] as Facts["clauses"][number];
  const decimals = random.pick([0, 1, 1, 2]);
  const exact = (100 * part) / after;
  const words = { ...wordsOf(desk, facts), hel: whole(after), del: count(random, part), gruppe, gruppe_v: gruppe };
  const template = random.pick(book.shares);
  if (!desk.errs()) return fill(template, { ...words, p: percent(random, exact, decimals) });
  const text = fill(template, { ...words, p: percent(random, wrongPercent(random, exact, decimals), decimals) });
  return desk.plant(["percentage"], "error", "forkert andel", text);
}

export function sum(desk: Desk, book: Phrasebook, facts: Facts): string {
  const { random } = desk;
  const wrong = desk.errs();
  const figures = [...facts.partsAfter];
  let whole_ = facts.after;
  if (wrong && random.chance(0.5)) whole_ = slipOf(random, whole_);
  else if (wrong) {
    const at = random.between(0, figures.length - 1);
    figures[at] = slipOf(random, figures[at] as number);
  }
  const parts = figures.map((figure, index) => `${count(random, figure)} ${facts.subject.parts[index]?.[1] ?? ""}`);
  const dele = `${parts.slice(0, -1).join(", ")} og ${parts.at(-1)}`;
  const text = fill(random.pick(book.sums), { ...wordsOf(desk, facts), hel: whole(whole_), dele, dele_stor: dele });
  return wrong ? desk.plant(["sum-in-prose", "contradiction"], "error", "dele giver ikke summen", text) : text;
}

/** A part cannot be more than its whole. */
export function subset(desk: Desk, book: Phrasebook, facts: Facts, clause: number): string {
  const { random } = desk;
  const { words: gruppe, part } = facts.clauses[clause % facts.clauses.length] as Facts["clauses"][number];
  const words = { ...wordsOf(desk, facts), hel: whole(facts.after), gruppe };
  const template = random.pick(book.subsets);
  if (!desk.errs()) return fill(template, { ...words, del: whole(part) });
  const more = Math.round(facts.after * (1.05 + random.next() * 0.9)) + 1;
  const text = fill(template, { ...words, del: whole(more) });
  return desk.plant(["sum-in-prose", "other", "percentage"], "error", "heraf er større end helheden", text);
}

/** Speaks of another year than the item's own figures, for those are seldom doubled. */
export function multiple(desk: Desk, book: Phrasebook, facts: Facts, clause: number): string {
  const { random } = desk;
  const [gange, factor] = random.pick(book.multiples.words);
  const before = random.between(8, 400) * 2;
  const wrong = desk.errs();
  const off =
    factor > 2.5 ? 1.7 + random.next() * 0.5 : factor > 1 ? 1.15 + random.next() * 0.35 : 0.7 + random.next() * 0.2;
  const after = Math.round(before * (wrong ? off : factor));
  const { words } = facts.clauses[clause % facts.clauses.length] as Facts["clauses"][number];
  const { noun } = facts.subject;
  const text = fill(random.pick(book.multiples.sentences), {
    ...wordsOf(desk, facts, before, after),
    y0: String(facts.year - 4),
    y1: String(facts.year - 3),
    antal: `antallet af ${noun}, der ${words},`,
    navn: `${noun}, der ${words},`,
    gange,
  }).replace(/,([.:,;)])/g, "$1");
  return wrong ? desk.plant(["ratio"], "error", `${gange} passer ikke`, text) : text;
}

/** The budget against the forecast, rounded like papers round: what is rounded may be off by one in the last place. */
export function cost(desk: Desk, book: Phrasebook, facts: Facts): string {
  const { random } = desk;
  const { budget, forecast, subject } = facts;
  const gap = Math.abs(budget - forecast);
  const decimals = random.pick([null, 1, 1, 2]);
  if (decimals !== null && gap < 300_000) return "";
  const amount = (value: number): string => kroner(random, value, decimals);
  const words = {
    udgift: subject.cost,
    n: amount(budget),
    m: amount(forecast),
    underskud: forecast > budget ? "merforbrug" : "mindreforbrug",
  };
  const template = random.pick(book.costs);
  if (!desk.errs()) return fill(template, { ...words, v: amount(gap) });
  const wrong = decimals === null ? slipOf(random, gap) : gap + Math.max(gap * 0.3, 3 * 10 ** (6 - decimals));
  return desk.plant(["difference"], "error", "budget minus forventet", fill(template, { ...words, v: amount(wrong) }));
}

export function unit(desk: Desk, book: Phrasebook, facts: Facts): string {
  const { random } = desk;
  const amount = Math.round(facts.budget / 100_000) * 100_000;
  const wrong = desk.errs();
  const short = `${decimal(amount / 1e6, 1)} ${wrong && random.chance(0.6) ? "mia. kr." : "mio. kr."}`;
  const long = `${whole(wrong && short.includes("mio") ? amount / 1000 : amount)} kr.`;
  const text = fill(random.pick(book.units), {
    y1: String(facts.year + 2),
    udgift: `${facts.subject.cost} i projektet`,
    m: short,
    m2: long,
  });
  return wrong ? desk.plant(["unit", "contradiction"], "error", "forkert enhed", text) : text;
}
