import { committeeKey, municipalityName, slugOf } from "#archive/keys.ts";
import { parseDanishDate } from "#minutes/dates.ts";
import type { Minutes } from "#minutes/model.ts";
import { titleKey } from "#minutes/titles.ts";
import { gather, looksMisread, type HeaderField, type Judged, levelOf, type Reason } from "./judged.ts";

/** What is known beside the document: whose archive it is, and the committees in it by key; none when it is empty. */
export type Surroundings = { municipality: string; committees: string[]; today: string };

/** The fields of the meeting itself, by what is printed above the first item and by what contradicts it. */
export function judgeHeader(minutes: Minutes, text: string, around: Surroundings): Judged[] {
  const head = text.slice(0, minutes.items[0]?.span.start ?? 2000);
  const field = (field: HeaderField, reasons: Reason[], at: number | null): Judged => ({
    field,
    item: null,
    level: levelOf(reasons),
    reasons,
    at,
  });
  const { municipality, committee, date, place } = minutes;
  return [
    field("municipality", municipalityReasons(municipality, text, around), placeOf(text, municipality)),
    field("committee", committeeReasons(committee, head, around), placeOf(text, committee)),
    field("date", dateReasons(minutes, head, around), date === null ? null : (dateAt(head, date) ?? null)),
    ...judgeTimes(minutes, text, head, field),
    field("place", placeReasons(place, head), placeOf(text, place)),
  ];
}

type MakeField = (field: HeaderField, reasons: Reason[], at: number | null) => Judged;

function municipalityReasons(municipality: string | null, text: string, around: Surroundings): Reason[] {
  if (municipality === null) return [{ code: "inferred" }];
  const slug = (name: string) => slugOf(municipalityName(name));
  const name = municipalityName(municipality);
  return gather(
    slug(municipality) !== slug(around.municipality) && { code: "other-municipality", detail: name },
    !text.toLowerCase().includes(name.toLowerCase()) && { code: "inferred" },
  );
}

const BODY = /udvalg|råd|bestyrelse|nævn|kommission|direktion|styregruppe|repræsentantskab|forum/i;

function committeeReasons(committee: string | null, head: string, { committees }: Surroundings): Reason[] {
  if (committee === null) return [{ code: "missing" }];
  return gather(
    !titleKey(head).includes(titleKey(committee)) && { code: "not-in-head" },
    (!BODY.test(committee) || /\d/.test(committee) || committee.length > 80) && { code: "unusual" },
    committees.length > 0 && !committees.includes(committeeKey(committee)) && { code: "new-committee" },
  );
}

const WEEKDAYS = ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"];
/** Days that stand in a head and are no meeting's. */
const OTHER_DAY = /udskrevet|print|udsendt|offentlig|godkendt den|næste møde|forrige|dateret|valgperiode/i;

function dateReasons(minutes: Minutes, head: string, { today }: Surroundings): Reason[] {
  const { date, source, items, committee } = minutes;
  if (date === null) return [{ code: "missing" }];
  const days = head
    .split("\n")
    .filter((line) => line.length < 200 && !OTHER_DAY.test(line))
    .map((line) => ({ line, day: parseDanishDate(line) }));
  const others = new Set(days.flatMap(({ day }) => (day === null || day === date ? [] : [day])));
  const own = items.flatMap(({ decisions }) =>
    decisions.filter(
      (decision) =>
        decision.committee !== null &&
        committee !== null &&
        committeeKey(decision.committee) === committeeKey(committee),
    ),
  );
  const dated = own.filter((decision) => decision.date !== null);
  const elsewhere = dated.filter((decision) => decision.date !== date);
  const weekday = WEEKDAYS[new Date(`${date}T12:00:00Z`).getUTCDay()] as string;
  const printed = days
    .filter(({ day }) => day === date)
    .flatMap(({ line }) => WEEKDAYS.filter((name) => line.toLowerCase().includes(name)));
  const named = dateInName(source.file);
  return gather(
    !days.some(({ day }) => day === date) && { code: "not-in-head" },
    named !== null && named !== date && { code: "file-name-differs", detail: source.file },
    printed.length > 0 && !printed.includes(weekday) && { code: "weekday-differs", detail: printed[0] as string },
    others.size > 0 && { code: "other-dates", detail: [...others].join(", ") },
    dated.length > 1 &&
      elsewhere.length * 2 > dated.length && { code: "decisions-differ", detail: elsewhere[0]?.date as string },
    date > today && { code: "future" },
  );
}

/** "referat-2024-06-11.pdf", "BRU 11-06-2024.docx", "11.6.2024". */
export function dateInName(name: string): string | null {
  const iso = /(?<!\d)((?:19|20)\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?!\d)/.exec(name);
  const day = /(?<!\d)([0-3]?\d)[-_. ]([01]?\d)[-_. ]((?:19|20)\d\d)(?!\d)/.exec(name);
  const parts = iso ? [iso[1], iso[2], iso[3]] : day ? [day[3], day[2], day[1]] : null;
  if (!parts) return null;
  const text = parts.map((part) => (part as string).padStart(2, "0")).join("-");
  return new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text ? text : null;
}

function dateAt(head: string, date: string): number | undefined {
  let at = 0;
  for (const line of head.split("\n")) {
    if (line.length < 200 && parseDanishDate(line) === date) return at;
    at += line.length + 1;
  }
  return undefined;
}

function judgeTimes({ startTime, endTime }: Minutes, text: string, head: string, field: MakeField): Judged[] {
  const backwards: Reason | false = startTime !== null &&
    endTime !== null &&
    endTime <= startTime && { code: "ends-before-start" };
  const odd = (time: string | null): Reason | false =>
    time !== null && (time < "06:00" || time > "23:30") && { code: "unusual", detail: time };
  const ended = /(?:mødet (?:slut|hæv|afslut)|sluttidspunkt|mødeslut)[^\n]{0,30}\d/i;
  return [
    field(
      "startTime",
      startTime === null
        ? [{ code: /\bkl\.? ?\d|tidspunkt[^\n]{0,30}\d/i.test(head) ? "printed-but-not-read" : "usually-said" }]
        : gather(backwards, odd(startTime)),
      timeAt(head, startTime),
    ),
    field(
      "endTime",
      endTime === null
        ? [{ code: ended.test(text) ? "printed-but-not-read" : "not-said" }]
        : gather(backwards, odd(endTime)),
      timeAt(text, endTime),
    ),
  ];
}

function timeAt(text: string, time: string | null): number | null {
  if (time === null) return null;
  const [hour, minute] = time.split(":") as [string, string];
  const at = text.search(
    new RegExp(`(?<!\\d)0?${Number(hour)}[.:]?\\s?${minute === "00" ? "(?:00)?" : minute}(?!\\d)`),
  );
  return at < 0 ? null : at;
}

function placeReasons(place: string | null, head: string): Reason[] {
  if (place === null)
    return [{ code: /(?:mødested|sted|lokale)\s*:/i.test(head) ? "printed-but-not-read" : "not-said" }];
  return gather(
    looksMisread(place) && { code: "damaged", detail: place },
    place.length > 100 && { code: "long" },
    !titleKey(head).includes(titleKey(place)) && { code: "not-in-head" },
  );
}

function placeOf(text: string, words: string | null): number | null {
  if (words === null) return null;
  const at = text.toLowerCase().indexOf(words.toLowerCase());
  return at < 0 ? null : at;
}
