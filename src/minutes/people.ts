import type { Attendance, Participant } from "./model.ts";

/**
 * A name without title, initials and double spaces, for showing and comparing.
 *
 *     normaliseName("  Borgmester  Ole Vive ") // "Ole Vive"
 */
export function normaliseName(name: string): string {
  let text = name.replace(/[\s\u00a0]+/g, " ").trim();
  text = text.replace(TITLES, "");
  return text.replace(/^[\s,;:•·–☐☑☒✓✔✗✘□-]+|[\s,;:–-]+$/g, "");
}

/** Parties written out, by which a bracket or a list of dissenters is known to name a party. */
export const PARTY_NAMES =
  "Socialdemokratiet|Socialdemokraterne|Socialdemokrater|Venstre|Det Konservative Folkeparti|Konservative|De Konservative|Dansk Folkeparti|Radikale Venstre|Det Radikale Venstre|Socialistisk Folkeparti|SF|Enhedslisten|Liberal Alliance|Nye Borgerlige|Alternativet|Moderaterne|Danmarksdemokraterne|Kristendemokraterne|Borgerlisten|Lokallisten|Slesvigsk Parti|Borgernes Parti";

/** Short forms inside names, whose full stop ends no sentence: "Hans Chr. Bak". */
export const NAME_SHORT = "Chr|Fr|Fred|Joh|Kr|Alb|Th|Ths|Vald|Wilh|Aug|Jr|Sr|Chrs|Jes|Sct|Gl";

const TITLES =
  /^(?:(?:\d\. ?)?(?:formand|næstformand|forperson|næstforperson|borgmester|viceborgmester|overborgmester|rådmand|byrådsmedlem|regionsrådsmedlem|kommunaldirektør|regionsrådsformand|udvalgsformand|løsgænger|medlem(?:merne)?|udvalgsmedlem|kommunalbestyrelsesmedlem|gruppeformand|sekretær|referent|mødeleder|dirigent)\s*:?\s+)+(?=[A-ZÆØÅ])/i;

const PARTY_LETTERS = /^(?:[A-ZÆØÅ]{1,4}|[A-ZÆØÅ]\.)$/;
const PARTY_WORDS = new RegExp(
  `^(?:u\\.?\\s?p\\.?|ufp|uden for parti(?:erne)?|løsgænger|liste [A-ZÆØÅ]|${PARTY_NAMES})$`,
  "i",
);
const EXCUSED = /\b(?:afbud|orlov|sygemeldt|forfald|syg|ferie|sygdom|tjenesterejse|barsel)\b/i;
const ABSENT =
  /\b(?:fravær(?:ende)?|ikke til ?stede|udeblev|ej til ?stede|deltog ikke(?! (?:i|under) (?:behandlingen|pkt|punkt|sag)))/i;
const SUBSTITUTE = /(?:stedfortræder|suppleant|substitut|vikar)(?:en)?(?:\s+for\s+([^()]+?))?\s*$/i;
const INSTEAD_OF = /^(?:i stedet for|for)\s+(.+)$/i;
const NAME =
  /^(?:[A-ZÆØÅÖÜÉ][\p{L}.'’-]*)(?: (?:[A-ZÆØÅÖÜÉ][\p{L}.'’-]*|von|van|de|der|den|af|el|al|bin|la|d'|da|zu))*$/u;

/**
 * Reads a list of people: names with party letters, attendance and substitution in brackets, after a dash or after a
 * comma. The list may run over several lines.
 *
 *     parsePeople("Githa Nelander (Afbud), Anette Brix", "present")
 *     parsePeople("Jacob Jensen (V), 2. næstformand- afbud", "present")
 */
export function parsePeople(text: string, attendance: Attendance): Participant[] {
  const people: Participant[] = [];
  for (const piece of splitPeople(text)) {
    const person = parsePerson(piece, attendance);
    if (person === null) continue;
    if (typeof person === "string") {
      const last = people.at(-1);
      if (last) amend(last, person);
      continue;
    }
    people.push(person);
  }
  return people;
}

/** True for words that can only be the name of a person: capitalised, two to six of them, no digits. */
export function looksLikeName(text: string): boolean {
  return text.length < 60 && text.includes(" ") && NAME.test(text) && !NOT_PEOPLE.test(text);
}

const NOT_PEOPLE =
  /(?:udvalg|kommune|byråd|bestyrelse|forvaltning|center|afdeling|skole|ministeri|styrelse|forening|administration|indstilling|beslutning|godkend|dagsorden|referat|rådhus|lokale)/i;

/** "Ole Hansen (O) Næstformand Morten Skov (V)": people in a row where a file has lost its lines. */
const PARTY_THEN_NAME = /(\([A-ZÆØÅ]{1,3}\)) (?=\p{Lu}[\p{L}-]+ \p{Lu})/gu;

/** Cuts at commas, semicolons, line breaks and "og" that stand outside brackets. */
function splitPeople(text: string): string[] {
  const pieces: string[] = [];
  if (text.includes(") ")) text = text.replace(PARTY_THEN_NAME, "$1, ");
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = at === text.length ? "\n" : (text[at] as string);
    if (character === "(") depth++;
    else if (character === ")") depth = Math.max(0, depth - 1);
    const and =
      depth === 0 &&
      character === " " &&
      (text.startsWith(" og ", at) || text.startsWith(" samt ", at) || text.startsWith(" & ", at));
    if (and || (depth === 0 && (character === "," || character === ";")) || at === text.length) {
      pieces.push(text.slice(from, at).trim());
      from = at + (and ? text.indexOf(" ", at + 1) - at : 1);
    }
  }
  return pieces.filter((piece) => piece !== "" && !/^[.:–-]+$/.test(piece));
}

/** A person, or a remark that belongs to the person before ("V", "stedfortræder for Brigitte Jerkel"), or nothing. */
function parsePerson(piece: string, attendance: Attendance): Participant | string | null {
  if (NOBODY.test(piece) || /^(?:åbne|lukkede) (?:sager|punkter)/i.test(piece)) return null;
  if (
    isParty(piece) ||
    /^\([^)]*\)$/.test(piece) ||
    /^(?:\d\. ?)?(?:formand|næstformand|borgmester|stedfortræder|suppleant|afbud)/i.test(piece)
  ) {
    const untitled = piece.replace(TITLES, "");
    if (untitled === piece || !looksLikeName(untitled.replace(/\s*[([].*$/, ""))) return piece;
  }
  const called = attendance === "present" ? null : /^(.+) (?:indkaldt|deltog|mødte|er indkaldt)$/.exec(piece);
  if (called) {
    const name = normaliseName(called[1] as string);
    return looksLikeName(name) ? { name, party: null, attendance: "substitute", substituteFor: null } : null;
  }
  const remarks: string[] = [];
  let name = piece.replace(/\(([^()]*)\)?/g, (_, inside: string) => {
    remarks.push(inside.trim());
    return " \u0001 ";
  });
  const dash = /^(.*?)\s*(?:[–-]\s|-\s*(?=afbud|deltog|fravær|orlov))\s*(.+)$/.exec(name);
  if (dash) {
    name = dash[1] as string;
    remarks.push((dash[2] as string).replaceAll("\u0001", "").trim());
  }
  const [before = "", ...after] = name.split("\u0001");
  remarks.push(...after.map((part) => part.trim()));
  const person: Participant = {
    name: normaliseName(before.replace(/\.$/, "")),
    party: null,
    attendance,
    substituteFor: null,
  };
  const trailing = / ([A-ZÆØÅ]|UFP|UP)$/.exec(person.name);
  if (trailing && person.name.split(" ").length > 2) {
    person.party = trailing[1] as string;
    person.name = person.name.slice(0, trailing.index);
  }
  if (
    !/\p{Lu}/u.test(person.name) ||
    /\d/.test(person.name) ||
    person.name.length > 60 ||
    person.name.split(" ").length > 7
  )
    return null;
  if (/\p{Ll}{3}[.!?] \p{Lu}/u.test(person.name) || SENTENCE.test(person.name)) return null;
  for (const remark of remarks) if (remark !== "") amend(person, remark);
  return person;
}

function isParty(text: string): boolean {
  return PARTY_LETTERS.test(text) || PARTY_WORDS.test(text);
}

const NOBODY =
  /^(?:ingen|intet|alle|-|–|ikke|nej|samtlige.*|alle .*|ingen .*|sagsoversigt.*|indholdsfortegnelse.*)\.?$/i;
const SENTENCE = / (?:er|var|blev|deltog|deltager|har|havde|skal|som|at|den|kl|under|til|fra|i)(?: |$)/;

function amend(person: Participant, remark: string): void {
  const party = /^[^(]*(?:formand|borgmester)\s*\(([A-ZÆØÅ]{1,3})\)$/i.exec(remark);
  if (party) person.party ??= party[1] as string;
  const text = remark
    .replace(/^\((.*)\)$/, "$1")
    .replace(/\s*\([A-ZÆØÅ]{0,3}\)$/, "")
    .trim();
  if (text === "") return;
  if (isParty(text)) {
    person.party ??= text;
    return;
  }
  const substitute = SUBSTITUTE.exec(text);
  if (substitute) {
    person.attendance = "substitute";
    if (substitute[1]) person.substituteFor = normaliseName(substitute[1].replace(/\s*\(?[A-ZÆØÅ]\)?$/, ""));
  } else if (person.attendance === "substitute" && INSTEAD_OF.test(text))
    person.substituteFor = normaliseName((INSTEAD_OF.exec(text) as RegExpExecArray)[1] as string);
  else if (EXCUSED.test(text)) person.attendance = "excused";
  else if (ABSENT.test(text) && !/punkt|pkt|sag/i.test(text)) person.attendance = "absent";
}
