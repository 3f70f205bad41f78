import { readBodyDate } from "./body-date.ts";
import { bodyFromShortForm, findBodies, readBody, sameBody } from "./bodies.ts";
import { parseDanishDate } from "./dates.ts";
import type { Treatment, TreatmentRole } from "./model.ts";

const ROLES: [RegExp, TreatmentRole][] = [
  [/godkend|vedtag|tiltræd/, "approves"],
  [/beslut|afgør|afslut(?!tes i)/, "decides"],
  [/anbefal|indstil|foreslå/, "recommends"],
  [/drøft|høring|udtal/, "discusses"],
  [/efterretning|orienter/, "notes"],
];
const ANY_ROLE = /godkend|vedtag|tiltræd|beslut|afgør|anbefal|indstil|foreslå|drøft|udtal|efterretning|orienter/g;

/**
 * The bodies a case passes, from the lines of "Politisk behandling", "Sagsgang" and the like.
 *
 *     readTreatment(["Byrådet (godkender), 25.06.2024"], false)
 *     // [{ committee: "Byrådet", roles: ["approves"], date: "2024-06-25" }]
 *
 * `deciding` is for headings that ask who decides: the bodies named there decide.
 */
export function readTreatment(lines: string[], deciding: boolean): Treatment[] {
  const path: Treatment[] = [];
  for (const line of lines) {
    if (line === "" || line.length > 400) continue;
    const date = line.length < 170 ? parseDanishDate(line) : null;
    const bodies = bodiesOf(line);
    if (bodies.length === 0) {
      const last = path.at(-1);
      if (date && last && last.date === null && line.length < 30) last.date = date;
      continue;
    }
    for (const [at, body] of bodies.entries()) {
      const words = line.slice(body.end, bodies[at + 1]?.start ?? line.length);
      const roles = rolesIn(words);
      path.push({
        committee: body.name,
        roles: roles.length === 0 && deciding ? ["decides"] : roles,
        date: bodies.length === 1 ? date : parseDanishDate(words),
      });
    }
  }
  return path;
}

/** "Videre sagsgang" that is a list of bodies and days, and nothing else, is a part of the path. */
export function isPath(labels: string[]): boolean {
  const said = labels.filter((label) => label !== "");
  return said.length > 0 && said.every((label) => readBodyDate(label) !== null);
}

/** Adds such a list to the path; a body already named without a day takes its day and place from there. */
export function addSteps(path: Treatment[], labels: string[]): void {
  for (const label of labels) {
    const step = readBodyDate(label);
    if (!step) continue;
    const at = path.findIndex(({ committee, date }) => date === null && sameBody(committee, step.committee));
    const [named] = at < 0 ? [] : path.splice(at, 1);
    path.push({ committee: step.committee, roles: named?.roles ?? [], date: step.date });
  }
}

/** The roles the words after a body give it, in order: "(anbefaler punkt 1, godkender punkt 2)". */
function rolesIn(words: string): TreatmentRole[] {
  const roles: TreatmentRole[] = [];
  for (const [word] of words.toLowerCase().matchAll(ANY_ROLE)) {
    const role = ROLES.find(([pattern]) => pattern.test(word))?.[1];
    if (role && !roles.includes(role)) roles.push(role);
  }
  if (roles.length === 0 && /^\s*\([^)\d]{3,40}\)/.test(words)) roles.push("other");
  return roles;
}

type Body = { name: string; start: number; end: number };

function bodiesOf(line: string): Body[] {
  const first = readBody(line);
  const found = findBodies(line);
  if (first && !found.some((body) => body.start === 0)) found.unshift(first);
  if (found.length > 0) return found;
  const short: Body[] = [];
  for (const match of line.matchAll(/(?<![\p{L}])[A-ZÆØÅ]{2}(?![\p{L}])/gu)) {
    const name = bodyFromShortForm(match[0]);
    if (name) short.push({ name, start: match.index, end: match.index + 2 });
  }
  return short;
}

/** "Sagen afsluttes i Beskæftigelses- og Integrationsudvalget." names the last body and no role. */
const ENDS_IN = /^Sagen (?:afsluttes|afgøres|behandles|behandles endeligt) (?:i|af)\s+(.+)$/;

/** The body in which a case is said to end, from a sentence that says nothing else. */
export function finalBody(line: string): Treatment | null {
  const match = ENDS_IN.exec(line);
  const body = match && readBody(match[1] as string);
  return body ? { committee: body.name, roles: /afgøres/.test(line) ? ["decides"] : [], date: null } : null;
}
