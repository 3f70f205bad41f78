import type { Span } from "#minutes/model.ts";
import type { Finding } from "../model.ts";
import { evidenceAt, lineStart, type Page, tell } from "./page.ts";
import { distance } from "./spelling.ts";

const WORD = /\p{L}[\p{L}\p{M}'’.-]*/gu;
const SLOT = /^[\s#*_|-]*(?:fraværende|fravær|afbud|stedfortræder(?:e)?|ikke til ?stede|ej til ?stede|til ?stede)\b/i;

type Word = { text: string; start: number };
type Variant = { right: string; wrong: string; places: Span[] };

/** Names of people at the meeting, written otherwise elsewhere: one letter too many, too few, changed or swapped. */
export function checkNames(page: Page): Finding[] {
  const people = knownPeople(page);
  if (people.size === 0) return [];
  const words = wordsOfText(page.text);
  const byFirst = Map.groupBy(people, (name) => name.split(" ")[0] as string);
  const byLast = Map.groupBy(people, (name) => name.split(" ").at(-1) as string);
  const variants = new Map<string, Variant>();
  const seen = new Map<string, Span[]>();
  const note = (name: string, at: number) => {
    const parts = name.split(" ");
    const run = words.slice(at, at + parts.length);
    const last = run.at(-1);
    const first = run[0];
    if (run.length < parts.length || !first || !last || !isOneRun(page.text, run)) return;
    const end = last.start + last.text.replace(/[.'’-]+$/, "").length;
    const wrong = run.map(({ text }) => text.replace(/[.'’-]+$/, "")).join(" ");
    const span = { start: first.start, end };
    if (wrong === name || wrong === `${name}s`) {
      if (seen.get(name)?.at(-1)?.start !== span.start) seen.set(name, [...(seen.get(name) ?? []), span].slice(-50));
      return;
    }
    if (people.has(wrong) || people.has(wrong.replace(/s$/, "")) || !isSlip(name, wrong)) return;
    const variant = variants.get(wrong) ?? { right: name, wrong, places: [] };
    if (variant.places.at(-1)?.start !== span.start) variant.places.push(span);
    variants.set(wrong, variant);
  };
  for (const [at, { text }] of words.entries()) {
    for (const name of byFirst.get(text) ?? []) note(name, at);
    for (const name of byLast.get(text) ?? []) note(name, at - name.split(" ").length + 1);
  }
  return [...variants.values()].flatMap(({ right, wrong, places }) => {
    const proper = seen.get(right) ?? [];
    const [first] = places.filter(({ start }) => SLOT.test(page.text.slice(lineStart(page.text, start), start)));
    const place = first ?? places[0];
    if (!place || proper.length === 0 || wrong.replace(/s$/, "") === right) return [];
    return tell(page, {
      check: "name",
      verdict: first ? "error" : "warning",
      span: place,
      computed: right,
      explanation: first
        ? `Her står ${wrong}, men deltageren hedder ${right} i dokumentets hoved.`
        : `Her står ${wrong}, men ${right} andre steder; det kan være to personer.`,
      evidence: proper.slice(0, 2).map((span) => evidenceAt(page, span)),
    });
  });
}

/** Those named in the header: two words or more, and really printed there. */
function knownPeople(page: Page): Set<string> {
  const head = page.text.slice(0, page.minutes?.items[0]?.span.start ?? 0).replace(/\s+/g, " ");
  const names = page.minutes?.participants.map(({ name }) => name) ?? [];
  return new Set(
    names.filter((name) => /^\p{Lu}\p{L}+(?: \p{L}[\p{L}.'’-]*){1,4}$/u.test(name) && head.includes(name)),
  );
}

function wordsOfText(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({ text: match[0], start: match.index }));
}

/** Only a blank or one line break between the words. */
function isOneRun(text: string, run: Word[]): boolean {
  return run.every(({ start, text: word }, index) => {
    const next = run[index + 1];
    return (
      !next ||
      (/^[ \u00a0]*\n?[ \u00a0]*$/.test(text.slice(start + word.length, next.start)) &&
        next.start - start - word.length < 6)
    );
  });
}

/** One word differs, by one letter, or by two in a long word; short words and short forms are other names. */
function isSlip(name: string, wrong: string): boolean {
  const ours = name.split(" ");
  const theirs = wrong.split(" ");
  const apart = ours.flatMap((word, index) => (word === theirs[index] ? [] : [index]));
  const [at] = apart;
  if (at === undefined || apart.length > 1) return false;
  const [right, other] = [
    ours[at] as string,
    (theirs[at] as string).replace(/(?<=.{4})s$/, (s) => ((ours[at] as string).endsWith("s") ? s : "")),
  ];
  if (
    right === other ||
    !/^\p{Lu}/u.test(other) ||
    SHORT_FORMS.some((pair) => pair.includes(right) && pair.includes(other))
  )
    return false;
  if (right.length < (at === 0 ? 4 : 5) || other.includes(".")) return false;
  const most = right.length >= 6 && at > 0 ? 2 : 1;
  return distance(right, other, most) <= most && (at > 0 || right[0] === other[0]);
}

/** Pairs that are two names more often than one misspelled. */
const SHORT_FORMS = [
  ["Jens", "Jans"],
  ["Hans", "Hanse"],
  ["Anna", "Anne"],
  ["Maria", "Marie"],
  ["Hansen", "Jansen"],
  ["Hansen", "Jensen"],
  ["Jensen", "Jansen"],
];
