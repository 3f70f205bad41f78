import type { Item, Participant, Span } from "#minutes/model.ts";
import type { Finding } from "../model.ts";
import { danish } from "../explain/danish-numbers.ts";
import { evidenceAt, isOwn, type Page, tell } from "./page.ts";

const MEETING_LIST = /mødedeltagere|deltagere|til ?stede\b/i;
const FEWEST = 3;

/** Those named absent at the items against the list of participants, and substitutes against those absent. */
export function checkAttendance(page: Page): Finding[] {
  const { minutes } = page;
  const first = minutes?.items[0]?.span.start;
  if (!minutes || first === undefined) return [];
  const head = page.text.slice(0, first);
  const people = minutes.participants.filter(({ name }) => placeOf(head, name) !== null);
  if (people.length < FEWEST || !MEETING_LIST.test(head)) return [];
  const lists = minutes.items.flatMap((item) => absentAt(page, item));
  return [
    ...presentButAbsent(page, head, people, lists),
    ...excusedButPresent(page, head, people, lists),
    ...substitutes(page, people, lists),
    ...quorum(page, people),
  ];
}

type Absence = { item: Item; names: string[] };

/** Who was absent at an item, where the decision of the own body says so. */
function absentAt(page: Page, item: Item): Absence[] {
  const decisions = item.decisions.filter(
    ({ committee, absent }) => absent.length > 0 && (committee === null || isOwn(page, committee)),
  );
  const names = decisions.flatMap(({ absent }) => absent.map(({ name }) => name));
  return names.length > 0 ? [{ item, names }] : [];
}

/**
 * Without a word in the header, but absent at every item. Certain only where the header marks others as absent; a list
 * under a heading of its own may hold all members.
 */
function presentButAbsent(page: Page, head: string, people: Participant[], lists: Absence[]): Finding[] {
  if (lists.length < FEWEST) return [];
  const isMarking = /\((?:afbud|fravær|fraværende)\)/i.test(head);
  if (!isMarking && !/^[\s*]*(?:mødedeltagere|deltagere|til ?stede)[ \t*:]+\p{Lu}\p{L}+ \p{Lu}[^\n]*,/imu.test(head))
    return [];
  return people.flatMap(({ name, attendance }) => {
    if (attendance === "substitute" || !lists.every(({ names }) => names.includes(name))) return [];
    const span = placeOf(head, name);
    if (!span || !isUnmarked(page, head, span, name)) return [];
    const place = placeIn(page, lists[0] as Absence, name);
    return tell(page, {
      check: "attendance",
      verdict: isMarking ? "error" : "warning",
      span,
      computed: "fraværende",
      explanation: `${name} står som deltager uden afbud, men som fraværende ved alle ${danish(lists.length)} punkter med fravær${isMarking ? "" : "; det kan være, fordi hovedet nævner alle medlemmer"}.`,
      evidence: place ? [evidenceAt(page, place)] : [],
    });
  });
}

/** Named once in the header, among those at the meeting, without a bracket or a word about absence. */
function isUnmarked(page: Page, head: string, span: Span, name: string): boolean {
  if (placeOf(head, name, span.end)) return false;
  const rest = head.slice(span.end).split(/\n[ \t]*\n/, 1)[0] ?? "";
  const own = rest.split(/,|;|\n(?!\s*\()|$/, 1)[0] ?? "";
  const label = head.slice(0, span.start).search(/(?:mødedeltagere|deltagere|til ?stede)[^]*$/i);
  const before = head.slice(label, span.start);
  const isAmong = label >= 0 && !/fravær|afbud|ikke til|ej til|forfald/i.test(before.replace(/\([^()]*\)/g, ""));
  return (
    isAmong &&
    !/[(–]|afbud|fravær|ikke|orlov|-\s/i.test(own.replace(/\([A-ZÆØÅ]{1,3}\)/, "")) &&
    !page.minutes?.participants.some((one) => one.substituteFor === name)
  );
}

/** Absent in the header, and left out of the absentees of one item or of all. */
function excusedButPresent(page: Page, head: string, people: Participant[], lists: Absence[]): Finding[] {
  return people.flatMap(({ name, attendance }) => {
    if (attendance !== "absent" && attendance !== "excused") return [];
    const span = placeOf(head, name);
    if (span && isUnmarked(page, head, span, name)) return [];
    const without = lists.filter(({ names }) => !names.some((one) => isOne(one, name)));
    if (!span || lists.length < FEWEST) return [];
    if (without.length === 0)
      return tell(page, {
        check: "attendance",
        verdict: "ok",
        span,
        computed: "fraværende",
        explanation: `${name} er fraværende både i hovedet og ved punkterne.`,
      });
    if (without.length > 1 && without.length < lists.length) return [];
    const item = without[0] as Absence;
    const place = placeIn(page, item, item.names[0] as string);
    return tell(page, {
      check: "attendance",
      verdict: "warning",
      span: without.length === 1 && place ? place : span,
      stated: name,
      computed: null,
      explanation:
        without.length === 1
          ? `${name} er fraværende i hovedet og ved de andre punkter, men ikke ved punkt ${item.item.number ?? ""}; det kan være, fordi vedkommende kom til.`
          : `${name} har afbud i hovedet, men står ikke blandt de fraværende ved noget punkt; det kan være, fordi kun delvist fravær er skrevet dér.`,
      evidence: [evidenceAt(page, span)],
    });
  });
}

/** A substitute for somebody who is there. */
function substitutes(page: Page, people: Participant[], lists: Absence[]): Finding[] {
  return people.flatMap(({ name, substituteFor }) => {
    if (!substituteFor) return [];
    const member = people.find((one) => one.name === substituteFor);
    const span = placeOf(page.text, name);
    const isAbsent = lists.some(({ names }) => names.some((one) => isOne(one, substituteFor)));
    if (!span || !member || member.attendance !== "present" || isAbsent) return [];
    return tell(page, {
      check: "attendance",
      verdict: "warning",
      span,
      computed: null,
      explanation: `${name} er stedfortræder for ${substituteFor}, som står som deltager; det kan være, fordi ${substituteFor} kun var der en del af mødet.`,
    });
  });
}

/** At least half the members must be there to decide (kommunestyrelsesloven § 11, stk. 2, and § 20). */
function quorum(page: Page, people: Participant[]): Finding[] {
  const there = people.filter(({ attendance }) => attendance === "present" || attendance === "substitute").length;
  const members = people.filter(({ attendance }) => attendance !== "substitute").length;
  const first = people[0];
  const span = first && placeOf(page.text, first.name);
  if (!span || members < 5 || there * 2 >= members || there < 2) return [];
  return [
    tell(page, {
      check: "attendance",
      verdict: "warning",
      span,
      stated: String(there),
      computed: String(Math.ceil(members / 2)),
      explanation: `${there} af ${members} er til stede, og ${Math.ceil(members / 2)} skal være der, for at udvalget kan beslutte; det kan være, fordi ikke alle er nævnt.`,
    }),
  ];
}

/** A name is wrapped over lines now and then. */
function placeOf(text: string, name: string, from = 0): Span | null {
  const at = text.indexOf(name, from);
  if (at >= 0) return { start: at, end: at + name.length };
  const wrapped = new RegExp(
    name
      .split(" ")
      .map((word) => word.replace(/[^\p{L}]/gu, "."))
      .join("\\s+"),
    "g",
  );
  wrapped.lastIndex = from;
  const match = wrapped.exec(text);
  return match && { start: match.index, end: match.index + match[0].length };
}

function placeIn(page: Page, { item }: Absence, name: string): Span | null {
  const place = placeOf(page.text, name, item.span.start);
  return place && place.end <= item.span.end ? place : null;
}

const isOne = (one: string, other: string) => one === other || one.split(" ").at(-1) === other.split(" ").at(-1);
