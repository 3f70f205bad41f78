import { findBodies, sameBody } from "./bodies.ts";
import { findDates, isoDate, type FoundDate } from "./dates.ts";
import type { Meeting } from "./decisions.ts";
import type { Reference } from "./model.ts";

/** "(sag 76)", "(sag nr. 33)", ", sag nr. 47)", "(punkt 159)", "(pkt. 12)", "(sag nr. 21, 22 og 25)", "punkt nr. 60" after a date. */
const NUMBER =
  /[(,]\s*(?:jf\. )?(?:sag|sags|dagsordens)?(?:sag|punkt|pkt|nr)?\.?(?:\s*nr\.?)?\s*((?:[A-H]\.)?\d{1,4}(?:\s*(?:,|og|samt)\s*(?!(?:19|20)\d\d)\d{1,4})*)\s*(?=[),])/gi;
const WORD_BEFORE = /(?:sag|punkt|pkt)/i;
const VERB = /godkend|beslut|vedtag|vedtog|behandl|drøft|orienter|tiltr[åæ]d|tilslut|præsenter/i;
const AT_MEETING = /(?:mødet?|udvalgsmødet?|udvalgsrådet|byrådsmødet?|møde i [^.]{3,60}?)\s*(?:,\s*)?(?:den|d\.)?\s*$/i;
const REACH = 130;

/**
 * Pointers to earlier cases in a text. A pointer has an item number, a date, or both; the year may be left out, and is
 * then the last such day before the meeting. `committee` is null when the pointer is to the meeting's own body.
 *
 *     findReferences("På mødet den 8. oktober 2024 (sag 76) godkendte udvalget …", meeting)
 *     // [{ text: "den 8. oktober 2024 (sag 76)", itemNumber: "76", date: "2024-10-08", committee: null }]
 */
export function findReferences(text: string, meeting: Meeting): Reference[] {
  const dates = findDates(text);
  const references: (Reference & { at: number })[] = [];
  const used = new Set<FoundDate>();
  let previous: string | null = null;
  if (text.includes("sag") || text.includes("pkt") || text.includes("unkt")) {
    NUMBER.lastIndex = 0;
    for (let match = NUMBER.exec(text); match !== null; match = NUMBER.exec(text)) {
      if (!WORD_BEFORE.test(match[0])) continue;
      const date = nearestBefore(dates, match.index);
      const sentence = text.lastIndexOf("\n", match.index) + 1;
      const same = /på samme (?:udvalgs)?møde/i.test(text.slice(Math.max(sentence, match.index - 220), match.index));
      const dated =
        date !== null &&
        date.end > sentence &&
        match.index - date.end <= REACH &&
        !(same && date.end < text.lastIndexOf("samme", match.index));
      if (!dated && !same) continue;
      const from = dated
        ? wordBefore(text, (date as FoundDate).index)
        : text.lastIndexOf("på samme", match.index) < 0
          ? text.toLowerCase().lastIndexOf("på samme", match.index)
          : text.lastIndexOf("på samme", match.index);
      const end = match.index + match[0].length;
      const iso: string | null = dated ? dateOf(date as FoundDate, meeting) : previous;
      if (dated) used.add(date as FoundDate);
      previous = iso;
      const words = text.slice(
        Math.max(from, sentence),
        text[end] === ")" && match[0].trim().startsWith("(") ? end + 1 : end,
      );
      const committee = bodyNear(text, dated ? (date as FoundDate).index : match.index, end, meeting);
      for (const itemNumber of (match[1] as string).match(/(?:[A-H]\.)?\d+/g) ?? [])
        references.push({ at: from, text: words, itemNumber, date: iso, committee });
    }
  }
  for (const date of dates)
    if (!used.has(date)) {
      const reference = withoutNumber(text, date, meeting);
      if (reference) references.push(reference);
    }
  return references
    .sort((left, right) => left.at - right.at)
    .map(({ text: words, itemNumber, date, committee }) => ({ text: words, itemNumber, date, committee }));
}

/** "Økonomi- og Erhvervsudvalget blev den 12. marts 2024 orienteret": an earlier meeting, told without a number. */
function withoutNumber(text: string, date: FoundDate, meeting: Meeting): (Reference & { at: number }) | null {
  const iso = dateOf(date, meeting);
  if (iso === null) return null;
  if (meeting.date !== null && iso >= meeting.date) return null;
  const from = sentenceStart(text, date.index);
  const before = text.slice(Math.max(from, date.index - 90), date.index);
  const after = text.slice(date.end, date.end + 60);
  const number = NUMBER_BEHIND.exec(text.slice(date.end, date.end + 40));
  const found = NUMBER_AHEAD.exec(before);
  const ahead = found && isMeeting(found) ? found : null;
  if (date.year === null && !ahead) return null;
  if (!number && !ahead && !VERB.test(before) && !VERB.test(after.split(/[.\n]/)[0] as string)) return null;
  if (ahead)
    return {
      at: date.index,
      text: text.slice(date.index - ahead[0].length, date.end).replace(/^\(/, ""),
      itemNumber: (ahead[1] ?? ahead[2]) as string,
      date: iso,
      committee: bodyNear(text, date.index, date.end, meeting),
    };
  const atMeeting = AT_MEETING.test(before);
  const body = findBodies(before).at(-1);
  const told = body ? TOLD_AT.test(before.slice(body.end)) : false;
  const own = /(?:^|[ (])udvalget /i.test(before) && number !== null;
  if (!atMeeting && !own && !told && !(body && before.length - body.end <= 32 && /(?:den|d\.|:|,)\s*$/.test(before)))
    return null;
  if (/(?:pr\.|siden|fra|senest)\s*(?:den )?$/.test(before) || /^\s*(?:til|-|–)\s*\d/.test(after)) return null;
  const at = wordBefore(text, date.index);
  return {
    at,
    text: text.slice(at, date.end + (number?.[0].length ?? 0)),
    itemNumber: number?.[1] ?? null,
    date: iso,
    committee: bodyNear(text, date.index, date.end, meeting),
  };
}

/** "(sag 31, 7. april 2015)", "punkt 188 på mødet den 10. september", "sag 97 fra Teknisk Udvalgs møde den 5. september" */
const NUMBER_AHEAD =
  /(?:\((?:sag|punkt|pkt)\.?(?: nr\.?)? (\d{1,4}),? |(?<!\p{L})(?:sag|punkt|pkt)\.?(?: nr\.?)? (\d{1,4}),? (af |(?:på|fra|i|af) (?:[^.,;:()\n]{0,50} )?))(?:den |d\. )?$/iu;

/** What stands between number and date names a meeting or a body; "punkt 3 i planen af 4. maj" is no item. */
function isMeeting([whole, , , between]: RegExpExecArray): boolean {
  return (
    between === undefined || (between === "af " ? /^sag/i.test(whole) : /møde|udvalg|råd|bestyrelse/.test(between))
  );
}
/** "den 7. juni 2011 under punkt 42", "den 18. december 2024, punkt 7" */
const NUMBER_BEHIND = /^,? (?:som |under |\()?(?:dagsordens)?(?:pkt|punkt|sag)\.?(?: nr\.?)? (\d{1,4})(?![\d.]\d)/i;

/** "Kulturudvalget drøftede udkastet 6. maj 2025": nothing but what was treated between body and date. */
const TOLD_AT =
  /^ (?:godkendte|besluttede|vedtog|drøftede|behandlede|tiltrådte) (?:(?!(?:fra|til|pr|senest|siden|indtil|inden|om|at) )\p{L}+ ){1,3}(?:den |d\. )?$/u;

/** "På Byrådets møde den" */
const MEETING_OF = /s (?:ordinære |ekstraordinære )?(?:udvalgs)?møde,?\s*(?:den|d\.)?\s*$/;

function nearestBefore(dates: FoundDate[], index: number): FoundDate | null {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle] as FoundDate).end <= index) low = middle + 1;
    else high = middle;
  }
  return dates[low - 1] ?? null;
}

/** A date without a year is the last such day on or before the meeting. */
function dateOf(date: FoundDate, meeting: Meeting): string | null {
  if (date.year !== null) return isoDate(date.year, date.month, date.day);
  if (meeting.date === null) return null;
  const year = Number(meeting.date.slice(0, 4));
  const sameYear = isoDate(year, date.month, date.day);
  return sameYear <= meeting.date ? sameYear : isoDate(year - 1, date.month, date.day);
}

function wordBefore(text: string, index: number): number {
  return /(?:den|d\.)\s$/.test(text.slice(Math.max(0, index - 4), index))
    ? index - (text.slice(index - 4, index).startsWith("den") ? 4 : 3)
    : index;
}

function sentenceStart(text: string, index: number): number {
  for (let at = index - 1; at > 0 && index - at < 400; at--) {
    const code = text.charCodeAt(at);
    if (code === 10) return at + 1;
    if (
      code === 46 &&
      text.charCodeAt(at + 1) === 32 &&
      /[a-zæøå]{2}$|[)"]$/.test(text.slice(at - 2, at)) &&
      !/(?:nr|pr|jf|kl|ca|vedr)$/.test(text.slice(at - 4, at))
    )
      return at + 2;
  }
  return Math.max(0, index - 400);
}

/** The first letter of bodies that some write with a small one: "på byrådets møde". */
const SMALL_BODY =
  /(?<![\p{L}-])[bkørm](?=(?:yråd|ommunalbestyrelse|konomiudvalg|orgerrepræsentation|egionsråd|agistrat)(?:en|et))/gu;

/**
 * The body a pointer is to: named in the same sentence before it, just after it as the subject ("(sag 160) godkendte
 * Børne- og Uddannelsesudvalget"), or after "i det daværende". "Udvalget" and "mødet" alone mean the meeting's own.
 */
function bodyNear(text: string, index: number, end: number, meeting: Meeting): string | null {
  const from = sentenceStart(text, index);
  const before = text.slice(Math.max(from, index - 260), index).replace(SMALL_BODY, (letter) => letter.toUpperCase());
  const after = text.slice(end, end + 130).replace(/^\)/, "");
  const former = /^[\s,]*i det (?:daværende|tidligere) /i.exec(after);
  const subject =
    former ??
    /^[\s,]*(?:godkendte|besluttede|vedtog|drøftede|behandlede|tiltrådte|blev|orienterede|tilsluttede|har)\s+/i.exec(
      after,
    );
  const own = (name: string): string | null =>
    meeting.committee !== null && sameBody(name, meeting.committee) ? null : name.replace(/udvalg$/, "udvalget");
  if (subject) {
    const body = findBodies(after.slice(subject[0].length, subject[0].length + 90))[0];
    if (body?.start === 0) return own(body.name);
    if (/^udvalget\b/i.test(after.slice(subject[0].length))) return null;
  }
  const meetingOf = MEETING_OF.exec(before);
  const host = meetingOf && findBodies(before.slice(0, meetingOf.index)).at(-1);
  if (host && host.end === meetingOf?.index) return own(host.name);
  const inside = text.slice(index, end);
  const within = findBodies(inside).at(-1);
  if (within) return own(within.name);
  const body = findBodies(before).at(-1);
  if (!body) return null;
  const general = /(?<![\p{L}-])udvalget(?![\p{L}])(?!.*(?<![\p{L}-])udvalget(?![\p{L}]))/iu.exec(before);
  if (
    general &&
    general.index > body.end &&
    /(?:godkend|beslut|vedtog|drøft|behandl)/i.test(before.slice(general.index))
  )
    return null;
  if ((before.startsWith("s ", body.end) && !before.startsWith("s møde", body.end)) || body.name.endsWith("s"))
    return body.name.endsWith("ets") && /^ (?:møde|beslutning|behandling)/.test(before.slice(body.end))
      ? own(body.name.slice(0, -1))
      : null;
  return own(body.name);
}
