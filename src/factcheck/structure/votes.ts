import type { Finding } from "../model.ts";
import { type Page, tell } from "./page.ts";

const COUNT = "(\\d{1,2}|en|et|én|ét|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv)";
const WORDS = ["nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"];
const FOR_AGAINST = new RegExp(
  `(?<!\\p{L})${COUNT} (?:stemmer |stemte |medlemmer (?:stemte )?)?for(?: forslaget| indstillingen)?,?(?: og|,)? (?:mens )?${COUNT} (?:stemmer |stemte )?(?:i|)mod(?: forslaget| indstillingen)?(?:,? (?:og|mens) ${COUNT} (?:undlod|stemte hverken|hverken))?`,
  "giu",
);
const ADOPTED = new RegExp(
  `(?<!\\p{L})(godkendt|vedtaget|anbefalet|anbefales|tiltrådt) med ${COUNT} stemmer (?:mod|imod) ${COUNT}(?!\\p{L}|\\d)`,
  "giu",
);

const MOST_OVER = 3;

/** Votes against those present, and majorities that are none. */
export function checkVotes(page: Page): Finding[] {
  const present = presentMembers(page);
  const findings: Finding[] = [];
  for (const match of page.text.matchAll(FOR_AGAINST)) {
    const counts = match.slice(1).flatMap((word) => (word === undefined ? [] : countOf(word)));
    findings.push(...tooMany(page, match, counts, present));
  }
  for (const match of page.text.matchAll(ADOPTED)) {
    const [, verb = "", one = "", other = ""] = match;
    const [yes, no] = [countOf(one), countOf(other)];
    if (yes > no) findings.push(...tooMany(page, match, [yes, no], present));
    else
      findings.push(
        tell(page, {
          check: "attendance",
          verdict: "error",
          span: { start: match.index, end: match.index + match[0].length },
          computed: yes === no ? "stemmelighed" : "forkastet",
          explanation: `${yes} stemmer mod ${no} er ikke et flertal, men forslaget står som ${verb.toLowerCase()}.`,
        }),
      );
  }
  return findings;
}

function tooMany(page: Page, match: RegExpExecArray, counts: number[], present: number | null): Finding[] {
  const sum = counts.reduce((total, count) => total + count, 0);
  // Far more votes than names: the header names only some.
  if (present === null || sum === 0 || sum > present + MOST_OVER) return [];
  const holds = sum <= present;
  return [
    tell(page, {
      check: "attendance",
      verdict: holds ? "ok" : "error",
      span: { start: match.index, end: match.index + match[0].length },
      stated: String(sum),
      computed: String(present),
      explanation: `${counts.join(" + ")} = ${sum} stemmer, ${holds ? "og" : "men kun"} ${present} medlemmer er til stede.`,
    }),
  ];
}

/** Members and substitutes at the meeting, by its header; null when the header does not say. */
function presentMembers(page: Page): number | null {
  const head = page.text.slice(0, page.minutes?.items[0]?.span.start ?? 0).replace(/\s+/g, " ");
  const people = page.minutes?.participants.filter(({ name }) => head.includes(name)) ?? [];
  const there = people.filter(({ attendance }) => attendance === "present" || attendance === "substitute");
  const commas = /(?:mødedeltagere|deltagere|til ?stede|medlemmer)/i.test(head);
  return commas && there.length >= 3 ? there.length : null;
}

function countOf(word: string): number {
  const at = WORDS.indexOf(word.toLowerCase().replace(/é/g, "e").replace(/^et$/, "en"));
  return at >= 0 ? at : Number(word);
}
