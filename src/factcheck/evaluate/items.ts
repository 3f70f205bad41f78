import * as claims from "./claims.ts";
import { fill, wordsOf } from "./claims.ts";
import { anotherWeekday, type Day, isWorkday, later, longDate, weekdayOf } from "./danish.ts";
import type { Facts } from "./facts.ts";
import type { Desk, Phrasebook } from "./model.ts";
import type { PaperItem } from "./paper.ts";
import { slipOf } from "./slips.ts";
import { table } from "./tables.ts";

/** An earlier meeting of the same body, of which the archive has the items up to `last`. */
export type Earlier = { day: Day; first: number; last: number };

type Draft = Pick<PaperItem, "title" | "summary" | "recommendations" | "account" | "economy" | "attachments">;

/** An item about some facts: claims, tables, fillers and look-alikes in a random order. */
export function makeItem(desk: Desk, book: Phrasebook, facts: Facts, day: Day, earlier: Earlier): Draft {
  const { random } = desk;
  const { subject, year } = facts;
  const words = wordsOf(desk, facts);
  const title = random.pick(subject.title).replace("{y1}", String(year));
  const [first = "", again = ""] = random.some(book.statements, 2);
  const makers = random.some(
    [
      () => claims.difference(desk, book, facts),
      () => claims.growth(desk, book, facts),
      () => claims.share(desk, book, facts, 0),
      () => claims.share(desk, book, facts, 1),
      () => claims.sum(desk, book, facts),
      () => claims.multiple(desk, book, facts, 2),
      () => claims.unit(desk, book, facts),
      () => claims.subset(desk, book, facts, 3),
      () => fill(random.pick(book.traps), words),
      () => fill(random.pick(book.traps), words),
      () => fill(random.pick(book.fillers), words),
      () => random.pick(subject.filler),
      () => weekday(desk, book, day),
      () => reference(desk, book, earlier),
    ],
    random.between(5, 9),
  );
  const said = makers.map((make) => make()).filter((sentence) => sentence !== "");
  const { summary, repeated } = stated(desk, first, again, facts);
  said.splice(random.between(0, said.length), 0, repeated);
  const attachments = random.chance(0.6)
    ? random
        .some(["Notat", "Oversigt", "Høringssvar", "Rapport", "Tidsplan"], random.between(1, 3))
        .map((name, at) => `Bilag ${at + 1}: ${name} om ${subject.noun}`)
    : [];
  if (attachments.length > 0 && random.chance(0.5)) said.push(attached(desk, attachments.length));
  const account = paragraphs(desk, said);
  if (random.chance(0.75)) account.splice(random.between(0, account.length), 0, table(desk, book, facts));
  return {
    title,
    summary: `${summary} ${random.pick(book.fillers)}`,
    recommendations: random.some(
      ["orienteringen tages til efterretning", "forslaget godkendes", "sagen sendes i høring", "rammen fastholdes"],
      random.between(1, 3),
    ),
    account,
    economy: random.chance(0.6) ? claims.cost(desk, book, facts) : "",
    attachments,
  };
}

/** The same quantity in the summary and in the account; wrong ones contradict each other. */
function stated(desk: Desk, first: string, again: string, facts: Facts): { summary: string; repeated: string } {
  const words = wordsOf(desk, facts);
  const summary = fill(first, words);
  if (!desk.errs()) return { summary, repeated: fill(again, words) };
  const id = desk.newId();
  const other = fill(again, { ...words, b: String(slipOf(desk.random, facts.after)).replace(/\B(?=(\d{3})+$)/g, ".") });
  return {
    summary: desk.plant(["contradiction"], "error", "samme størrelse, to tal", summary, id),
    repeated: desk.plant(["contradiction"], "error", "samme størrelse, to tal", other, id),
  };
}

function weekday(desk: Desk, book: Phrasebook, day: Day): string {
  const { random } = desk;
  if (random.chance(0.12)) {
    const { year } = day;
    const date = random.pick([
      `31. april ${year + 1}`,
      `30. februar ${year + 1}`,
      `31. september ${year}`,
      `31. november ${year}`,
      `29. februar 2027`,
      `32. marts ${year + 1}`,
    ]);
    return desk.plant(["date"], "error", "umulig dato", fill(random.pick(book.impossible), { umulig: date }));
  }
  let then = later(day, random.between(12, 90));
  while (!isWorkday(then)) then = later(then, 1);
  const template = random.pick(book.weekdays);
  if (!desk.errs()) return fill(template, { dag: weekdayOf(then), dato: longDate(then) });
  const text = fill(template, { dag: anotherWeekday(random, then), dato: longDate(then) });
  return desk.plant(["weekday"], "error", "forkert ugedag", text);
}

function reference(desk: Desk, book: Phrasebook, { day, first, last }: Earlier): string {
  const { random } = desk;
  const wrong = desk.errs();
  const number = wrong ? last + random.between(3, 40) : random.between(first, last);
  const text = fill(random.pick(book.references), { dato: longDate(day), nr: String(number) });
  return wrong ? desk.plant(["reference"], "warning", "sagen findes ikke på mødet", text) : text;
}

function attached(desk: Desk, last: number): string {
  const { random } = desk;
  const wrong = desk.errs();
  const text = random
    .pick([
      "Detaljerne fremgår af bilag {n}.",
      "Se bilag {n} for den fulde opgørelse.",
      "Beregningen er vedlagt som bilag {n}.",
    ])
    .replace("{n}", String(wrong ? last + random.between(1, 3) : random.between(1, last)));
  return wrong ? desk.plant(["attachments"], "warning", "bilaget er ikke på listen", text) : text;
}

function paragraphs({ random }: Desk, sentences: string[]): string[] {
  const paragraphs_: string[] = [];
  for (let at = 0; at < sentences.length;) {
    const count = random.between(1, 3);
    paragraphs_.push(sentences.slice(at, at + count).join(" "));
    at += count;
  }
  return paragraphs_;
}
