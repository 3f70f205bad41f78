import { findBodies, readBody } from "#minutes/bodies.ts";
import { isoDate } from "#minutes/dates.ts";
import type { Span } from "#minutes/model.ts";
import { daysBetween, daysInMonth } from "./days.ts";
import { type DateMention, isOwn, lineStart, type Page } from "./page.ts";

/** A body named with the day of its meeting. */
export type MeetingMention = {
  body: string;
  date: DateMention & { iso: string };
  /** From the body's name to the end of the date. */
  span: Span;
  /** head: the line of a decision; path: a line of the political treatment; prose: in a sentence. */
  kind: "head" | "path" | "prose";
};

const BETWEEN =
  /^(?:s)?(?:\s*\((?<role>[^()]{3,90})\))?\s*[,:–-]?\s*(?:(?:ordinære |ekstraordinære |næste )?(?:udvalgs)?møde(?:t|r)?)?\s*(?:i (?:sit )?møde(?:t)?|på (?:sit )?møde(?:t)?)?\s*(?:(?:man|tirs|ons|tors|fre|lør|søn)dag )?\s*(?:den|d\.|dato:)?\s*$/iu;

/** "Beslutning i Havneudvalget den 12.03.2024" heads a decision too. */
const HEAD_WORDS = /^(?:beslutning(?:en)?(?:truffet)?(?:i|fra|af)?|behandlingi)$/i;

/** Every body named with a date right behind it, in the order of the text; a year left out is taken from the meeting. */
export function findMeetings(page: Page): MeetingMention[] {
  const mentions: MeetingMention[] = [];
  for (const date of page.dates) {
    const iso = date.iso ?? nearestDay(page, date);
    if (iso === null) continue;
    const from = Math.max(lineStart(page.text, date.span.start), date.span.start - 200);
    const before = page.text.slice(from, date.span.start);
    const body = bodyBefore(before);
    const meant = body ? null : meetingBefore(page, before, date.span.end);
    if (meant) mentions.push({ body: meant, date: { ...date, iso }, span: date.span, kind: "prose" });
    if (!body) continue;
    const between = BETWEEN.exec(before.slice(body.end));
    if (!between) continue;
    const ahead = before
      .slice(0, body.start)
      .replace(/[\s#*_|•-]/g, "")
      .replace(HEAD_WORDS, "");
    const behind = page.text.slice(date.span.end, date.span.end + 60).split("\n", 1)[0] as string;
    const alone = ahead === "" && /^\s*(?:,?\s*(?:pkt|punkt|sag)\.?\s*(?:nr\.?)?\s*\d+)?\s*[*_:|.]*\s*$/u.test(behind);
    const kind = !alone ? "prose" : between.groups?.["role"] ? "path" : "head";
    mentions.push({
      body: body.name,
      date: { ...date, iso },
      span: { start: from + body.start, end: date.span.end },
      kind,
    });
  }
  return mentions;
}

/** A meeting without a year is told of near its day. */
function nearestDay(page: Page, { day, month }: DateMention): string | null {
  const meeting = page.minutes?.date;
  if (!meeting) return null;
  const year = Number(meeting.slice(0, 4));
  const distance = (iso: string) => Math.abs(daysBetween(meeting, iso));
  return (
    [year, year + 1, year - 1]
      .filter((one) => day <= daysInMonth(month, one))
      .map((one) => isoDate(one, month, day))
      .toSorted((a, b) => distance(a) - distance(b))[0] ?? null
  );
}

/** "På udvalgsmødet den" and "på mødet den" mean the body whose meeting this is; "på byrådsmødet den" the council. */
function meetingBefore(page: Page, before: string, end: number): string | null {
  const match = /(?<!\p{L})på (?<whose>udvalgs|byråds|)mødet\s*(?:den|d\.)?\s*$/iu.exec(before);
  if (!match) return null;
  // "På mødet den 4. december 2023 godkendte Skoleudvalget …" is the other body's meeting.
  const behind = page.text.slice(end, end + 160).split("\n", 1)[0] as string;
  if (findBodies(behind).some(({ name }) => !isOwn(page, name))) return null;
  return match.groups?.["whose"]?.toLowerCase() === "byråds" ? "Byrådet" : (page.minutes?.committee ?? null);
}

/** The last body of a part of a line; a line that begins with one may hold words of another inside its name. */
function bodyBefore(line: string): { name: string; start: number; end: number } | null {
  // Names are read without their genitive: "Byrådets møde".
  const before = line.replace(/(?<=udvalget|udvalg|rådet|bestyrelsen|repræsentationen)s(?=\s)/giu, " ");
  const lead = /^[\s#*_|•-]*/u.exec(before)?.[0].length ?? 0;
  const first = readBody(before, lead);
  if (first && BETWEEN.test(before.slice(first.end))) return first;
  return findBodies(before).at(-1) ?? null;
}
