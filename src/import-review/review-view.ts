import { type Correction, targetOf } from "#archive/corrections/correction.ts";
import { ownDecision } from "#archive/corrections/apply-corrections.ts";
import { tell } from "#archive/corrections/tell.ts";
import { personKey } from "#archive/keys.ts";
import type { Attendance, Minutes, Outcome, SectionRole } from "#minutes/model.ts";
import { doubts } from "./confidence/judge.ts";
import type { Field, HeaderField, Judged } from "./confidence/judged.ts";
import type { Understood } from "./understand.ts";

export type FieldView = Pick<Judged, "level" | "reasons"> & {
  field: Field;
  item: number | null;
  /** The line of the text to look at, counted from 1; null when nothing points there. */
  line: number | null;
};

/** Somebody who took part. `was`: the name as read, null for one added by hand. */
export type PersonView = {
  was: string | null;
  name: string;
  party: string | null;
  attendance: Attendance;
  substituteFor: string | null;
  removed: boolean;
};

export type ItemView = {
  number: string | null;
  title: string;
  caseNumber: string | null;
  closed: boolean;
  outcome: Outcome | null;
  decision: string;
  attachments: string[];
  sections: { heading: string; role: SectionRole }[];
  line: number;
  fields: FieldView[];
};

/** All that the review page shows of a reading, beside its text. */
export type ReviewView = {
  kind: "minutes" | "agenda";
  header: Record<HeaderField, string | null>;
  headerFields: FieldView[];
  people: PersonView[];
  peopleField: FieldView;
  listField: FieldView;
  items: ItemView[];
  /** What to look at first, the worst at the top. */
  doubts: FieldView[];
  /** In Danish, as the messages of the reading are. */
  warnings: { message: string; line: number | null }[];
  told: string[];
  corrections: { target: string; correction: Correction }[];
};

/** `readMinutes` says these in a way that the fields do not. */
const SAID_BY_FIELDS = new Set(["no-header", "no-committee", "no-date", "no-items", "no-title", "toc-mismatch"]);

export function reviewView(
  { minutes, read, told, judged }: Understood,
  text: string,
  corrections: Correction[],
): ReviewView {
  const lineOf = lineCounter(text);
  const fieldView = ({ at, ...field }: Judged): FieldView => ({ ...field, line: at === null ? null : lineOf(at) });
  const views = judged.map(fieldView);
  const of = (field: Field) => views.find((view) => view.field === field && view.item === null) as FieldView;
  const { municipality, committee, date, startTime, endTime, place } = minutes;
  return {
    kind: minutes.kind,
    header: { municipality, committee, date, startTime, endTime, place },
    headerFields: views.filter(({ field, item }) => item === null && field !== "participants" && field !== "items"),
    people: peopleView(read, minutes, corrections),
    peopleField: of("participants"),
    listField: of("items"),
    items: minutes.items.map((item, index) => {
      const { number, title, caseNumber, closed, attachments, sections, span } = item;
      const own = ownDecision(item, minutes);
      return {
        number,
        title,
        caseNumber,
        closed,
        attachments,
        outcome: own?.outcome ?? null,
        decision: own?.text ?? "",
        sections: sections.map(({ heading, role }) => ({ heading, role })),
        line: lineOf(span.start),
        fields: views.filter((view) => view.item === index),
      };
    }),
    doubts: doubts(judged).map(fieldView),
    warnings: minutes.warnings
      .filter(({ code }) => !SAID_BY_FIELDS.has(code))
      .map(({ message, line }) => ({ message, line })),
    told: told.map(tell),
    corrections: corrections.map((correction) => ({ target: targetOf(correction), correction })),
  };
}

/** Everybody who was read, also those who were taken out by hand, and those who were added. */
function peopleView(read: Minutes, minutes: Minutes, corrections: Correction[]): PersonView[] {
  const byName = new Map(
    corrections.flatMap((correction) =>
      correction.kind === "participant" && correction.name !== null
        ? [[personKey(correction.name), correction.to]]
        : [],
    ),
  );
  const rows = read.participants.map((person): PersonView => {
    const to = byName.get(personKey(person.name));
    return { ...person, ...to, was: person.name, removed: to === null };
  });
  const added = corrections.flatMap((correction) =>
    correction.kind === "participant" && correction.name === null && correction.to ? [correction.to] : [],
  );
  const shown = added.filter(({ name }) => minutes.participants.some((person) => person.name === name));
  return [...rows, ...shown.map((person): PersonView => ({ ...person, was: null, removed: false }))];
}

/** Lines counted from 1, for offsets in any order. */
function lineCounter(text: string): (at: number) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (at) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}
