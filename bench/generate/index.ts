import {
  type Body,
  type Municipality,
  bodiesPerMunicipality,
  meetingDay,
  meetingMonths,
  municipalityAt,
} from "./bodies.ts";
import { isoDay, termOf } from "./calendar.ts";
import type { Meeting } from "./item.ts";
import { writeFirstAgenda } from "./layout-firstagenda.ts";
import { writeKle } from "./layout-kle.ts";
import { attendanceAt } from "./people.ts";
import { planYear } from "./plan.ts";
import { writeItem } from "./write-items.ts";

export type GeneratedMinutes = {
  /** "Birkelunde", without "Kommune". */
  municipality: string;
  /** Unique within an archive, with the ending of its format: "birkelunde-byraadet-2024-06-25.md". */
  fileName: string;
  text: string;
  /** How many items the document has. */
  items: number;
};

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("ø", "oe")
    .replaceAll("å", "aa")
    .replace(/[^a-z0-9]+/g, "-");

function write(municipality: Municipality, body: Body, year: number, month: number): GeneratedMinutes {
  const day = meetingDay(municipality.index, body, year, month);
  const attendance = attendanceAt(municipality.index, body, day);
  const plan = planYear(municipality.index, body, year).find((meeting) => meeting.month === month);
  const items = (plan?.items ?? []).map((item) =>
    writeItem(item, { municipality, body, year, month, day, attendance }),
  );
  const place = `Mødelokale ${body.index + 1}, Rådhuset, ${municipality.name} Kommune`;
  const meeting: Meeting = {
    municipality: municipality.name,
    body: body.name,
    term: termOf(year),
    day,
    attendance,
    place,
    items,
  };
  const text =
    municipality.layout === "kle" ? writeKle(meeting) : writeFirstAgenda(meeting, municipality.layout === "markdown");
  const ending = municipality.layout === "markdown" ? "md" : "txt";
  return {
    municipality: municipality.name,
    fileName: `${slug(municipality.name)}-${slug(body.name)}-${isoDay(day)}.${ending}`,
    text,
    items: items.length,
  };
}

/** The minutes of one municipality, meeting by meeting in the order of months, from and to the years given. */
export function* generateMunicipality(index: number, years: { from: number; to: number }): Generator<GeneratedMinutes> {
  const municipality = municipalityAt(index);
  for (let year = years.from; year <= years.to; year += 1) {
    for (const month of meetingMonths)
      for (const body of municipality.bodies) yield write(municipality, body, year, month);
  }
}

/**
 * An archive of at least `items` items: 12 municipalities with the years needed, all of them up to and including 2025.
 * The same numbers give the same bytes. 100,000 items are about 11,500 documents and 350 MB.
 */
export function* generateArchive({
  items,
  municipalities = 12,
}: {
  items: number;
  municipalities?: number;
}): Generator<GeneratedMinutes> {
  let made = 0;
  for (let year = 2025; made < items; year -= 1) {
    for (let index = 0; index < municipalities && made < items; index += 1) {
      for (const minutes of generateMunicipality(index, { from: year, to: year })) {
        made += minutes.items;
        yield minutes;
      }
    }
  }
}

/** Document number `index`, from 0: single documents for tests and measurements, each of another committee or month. */
export function generateMinutes(index: number): GeneratedMinutes {
  const municipality = municipalityAt(index % 12);
  const body = municipality.bodies[Math.floor(index / 12) % bodiesPerMunicipality] as Body;
  const month = meetingMonths[Math.floor(index / 72) % meetingMonths.length] as number;
  return write(municipality, body, 2025 - Math.floor(index / 792), month);
}
