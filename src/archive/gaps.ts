/** Numbers from `from` to `to`, both included. */
export type Range = { from: number; to: number };

/** A meeting in the archive with the numbers of its items. */
export type NumberedMeeting = { day: string; numbers: number[] };

/** A place where the archive names an item or a meeting of the committee: a reference, or a step on an item's path. */
export type Citation = { day: string; number: number | null };

/** What the archive has and lacks of one committee in one calendar year. */
export type YearOfCommittee = {
  year: number;
  meetings: number;
  /** Item numbers in the archive. */
  seen: Range[];
  /** The highest number known of, here or from a citation; null when no number is known. */
  atLeast: number | null;
  missing: Range[];
  missingItems: number;
  /** Estimated from the missing numbers and the days that are cited; 0 when nothing tells of one. */
  missingMeetings: number;
  /** Days that are cited as meetings of the committee and are not in the archive. */
  missingDays: string[];
  /** True where every meeting begins at 1: then its numbers cannot tell what is missing. */
  numberedPerMeeting: boolean;
};

/**
 * Item numbers run through the calendar year, committee by committee, so holes in them tell what the archive lacks. A
 * number inside one meeting's own is a missing item (often a closed one); a run between meetings is at least a meeting.
 */
export function yearOfCommittee(year: number, meetings: NumberedMeeting[], citations: Citation[]): YearOfCommittee {
  const numbers = new Set(meetings.flatMap((meeting) => meeting.numbers));
  const days = new Set(meetings.map((meeting) => meeting.day));
  const missingDays = [...new Set(citations.map(({ day }) => day).filter((day) => !days.has(day)))].sort();
  const numberedPerMeeting = beginsAgain(meetings);
  const cited = numberedPerMeeting ? [] : citations.flatMap(({ number }) => number ?? []);
  const atLeast = Math.max(0, ...numbers, ...cited) || null;
  const missing =
    numberedPerMeeting || atLeast === null ? [] : toRanges(upTo(atLeast).filter((number) => !numbers.has(number)));
  return {
    year,
    meetings: meetings.length,
    seen: toRanges([...numbers]),
    atLeast,
    missing,
    missingItems: missing.reduce((sum, { from, to }) => sum + to - from + 1, 0),
    missingMeetings: Math.max(missingDays.length, impliedMeetings(missing, meetings)),
    missingDays,
    numberedPerMeeting,
  };
}

/**
 * What is there of what is known of, in Danish.
 *
 *     gapSentence(...) // "2024: punkt 36-51 af mindst 100"
 */
export function gapSentence({ year, meetings, seen, atLeast, numberedPerMeeting }: YearOfCommittee): string {
  if (seen.length === 0 && meetings > 0)
    return `${year}: ${meetings} ${meetings === 1 ? "møde" : "møder"} uden punktnumre`;
  if (seen.length === 0)
    return atLeast === null ? `${year}: ingen punkter` : `${year}: ingen punkter af mindst ${atLeast}`;
  if (numberedPerMeeting) return `${year}: ${meetings} møder, hvert med punkter fra 1`;
  return `${year}: punkt ${rangesText(seen)} af mindst ${atLeast}`;
}

/** "36-51, 60" */
export function rangesText(ranges: Range[]): string {
  return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(", ");
}

function toRanges(numbers: number[]): Range[] {
  const ranges: Range[] = [];
  for (const number of [...new Set(numbers)].sort((left, right) => left - right)) {
    const last = ranges.at(-1);
    if (last && last.to === number - 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  return ranges;
}

/** Two meetings of one year that share a number have each their own row of numbers. */
function beginsAgain(meetings: NumberedMeeting[]): boolean {
  const all = meetings.flatMap(({ numbers }) => [...new Set(numbers)]);
  const shared = all.length - new Set(all).size;
  return shared > 0 && shared * 4 >= all.length;
}

function impliedMeetings(missing: Range[], meetings: NumberedMeeting[]): number {
  const blocks = meetings.filter(({ numbers }) => numbers.length > 0).map(({ numbers }) => toBlock(numbers));
  // Without a known meeting nothing is usual, and a run is one meeting.
  const usual = median(blocks.map(({ from, to }) => to - from + 1)) ?? Number.POSITIVE_INFINITY;
  const between = missing.filter((hole) => !blocks.some((block) => block.from < hole.from && hole.to < block.to));
  return between.reduce((sum, { from, to }) => sum + Math.max(1, Math.round((to - from + 1) / usual)), 0);
}

function toBlock(numbers: number[]): Range {
  return { from: Math.min(...numbers), to: Math.max(...numbers) };
}

function median(values: number[]): number | null {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

function upTo(last: number): number[] {
  return Array.from({ length: Math.min(last, MOST) }, (_, index) => index + 1);
}

/** No committee treats more in a year; a greater number is a misreading and is not counted out one by one. */
const MOST = 5000;
