import { ownDecision } from "#archive/corrections/apply-corrections.ts";
import { numberValue } from "#archive/import/item-row.ts";
import type { Item, Minutes, TocEntry } from "#minutes/model.ts";
import { titleKey } from "#minutes/titles.ts";
import { gather, looksMisread, type ItemField, type Judged, levelOf, type Reason } from "./judged.ts";

/** The items as a whole: are they all there? */
export function judgeList({ items, tableOfContents, warnings }: Minutes): Judged {
  const missing = tableOfContents.filter((entry) => !items.some((item) => isEntryOf(entry, item)));
  const warned = (code: string) => warnings.find((warning) => warning.code === code)?.message;
  const [pictures, letters] = [warned("pages-without-text"), warned("unknown-letters")];
  const reasons = gather(
    items.length === 0 && { code: "missing" },
    missing.length > 0 && {
      code: "fewer-than-contents",
      detail: missing
        .slice(0, 3)
        .map(({ title }) => title)
        .join(" · "),
    },
    pictures !== undefined && { code: "pages-without-text", detail: pictures },
    letters !== undefined && { code: "unknown-letters", detail: letters },
  );
  return { field: "items", item: null, level: levelOf(reasons), reasons, at: null };
}

/** Each field of each item, against the other items, the contents, and the words around it. */
export function judgeItems(minutes: Minutes, text: string): Judged[] {
  const habits = habitsOf(minutes);
  return minutes.items.flatMap((item, index) => {
    const entry = entryOf(minutes.tableOfContents, item);
    const own = text.slice(item.span.start, item.span.end);
    const place = { minutes, item, index, entry, own, habits, line: lineOf(text, item.span.start) };
    const reasons: Record<ItemField, Reason[]> = {
      number: numberReasons(place),
      title: titleReasons(place),
      caseNumber: caseReasons(place),
      closed: closedReasons(place, text),
      outcome: outcomeReasons(place),
      attachments: gather(hasUnread(item) && { code: "unread-attachments" }),
      text: textReasons(place),
    };
    return (Object.keys(reasons) as ItemField[]).map((field): Judged => ({
      field,
      item: index,
      level: levelOf(reasons[field]),
      reasons: reasons[field],
      at: item.span.start,
    }));
  });
}

type Place = {
  minutes: Minutes;
  item: Item;
  index: number;
  entry: TocEntry | undefined;
  /** The item's own text. */
  own: string;
  habits: Habits;
  line: number;
};

/** What most items of the document have. */
type Habits = { numbered: boolean; cases: boolean; decided: boolean; shape: string | null };

function habitsOf({ items, committee, date }: Minutes): Habits {
  const most = (has: (item: Item) => boolean) => items.length > 2 && items.filter(has).length > items.length * 0.6;
  const shapes = Map.groupBy(
    items.flatMap(({ caseNumber }) => (caseNumber === null ? [] : [shapeOf(caseNumber)])),
    (shape) => shape,
  );
  const common = [...shapes.values()].sort((left, right) => right.length - left.length)[0] ?? [];
  return {
    numbered: most(({ number }) => number !== null),
    cases: most(({ caseNumber }) => caseNumber !== null),
    decided: most((item) => ownDecision(item, { committee, date }) !== undefined),
    shape: common.length > 1 && common.length * 2 > items.length ? (common[0] as string) : null,
  };
}

/** "24-002766" and "24-14" are of one shape; how many figures there are differs. */
const shapeOf = (caseNumber: string): string =>
  caseNumber
    .replace(/\d+/g, "9")
    .replace(/\p{L}+/gu, "A")
    .replace(/\s+/g, "");

function numberReasons({ minutes, item, index, entry, habits }: Place): Reason[] {
  const number = numberValue(item.number);
  if (number === null) return gather(habits.numbered && { code: "no-number" });
  const before = minutes.items.slice(0, index).findLast((other) => other.number !== null);
  const last = before ? (numberValue(before.number) as number) : null;
  const told = entry ? numberValue(entry.number) : null;
  const printed = String(before?.number ?? "");
  // "46 a" after "46".
  const isPart = last === number && item.number !== before?.number;
  return gather(
    last !== null && number <= last && !isPart && { code: "out-of-order", detail: printed },
    last !== null && number > last + 1 && { code: "gap", detail: printed },
    told !== null && told !== number && { code: "contents-differ", detail: String(entry?.number) },
  );
}

const UNFINISHED = /(?:[-–,&/]|(?:^| )(?:og|i|af|for|til|om|med|ved|den|det|fra|mellem|samt|et|en|at|på))$/;

function titleReasons({ minutes, item, entry, own, line }: Place): Reason[] {
  if (item.title === "") return [{ code: "missing" }];
  const key = titleKey(item.title);
  const printed = titleKey(own.slice(0, item.title.length * 2 + 400)).includes(key);
  const damaged = minutes.warnings.find(
    (warning) => warning.code === "damaged-word" && warning.line !== null && Math.abs(warning.line - line) < 2,
  );
  return gather(
    !printed && { code: "from-contents" },
    minutes.tableOfContents.length > 1 && !entry && { code: "not-in-contents" },
    (UNFINISHED.test(item.title) || /^\p{Ll}/u.test(item.title)) && { code: "cut" },
    item.title.length > 220 && { code: "long" },
    damaged && { code: "damaged", detail: damaged.message.split(": ").at(-1) as string },
    looksMisread(item.title) && { code: "damaged", detail: item.title },
  );
}

function caseReasons({ minutes, item, habits }: Place): Reason[] {
  const { caseNumber } = item;
  if (caseNumber === null) return gather(habits.cases && { code: "others-have" });
  return gather(
    habits.shape !== null && shapeOf(caseNumber) !== habits.shape && { code: "other-shape" },
    minutes.items.some((other) => other !== item && other.caseNumber === caseNumber) && {
      code: "twice",
      detail: caseNumber,
    },
  );
}

/** Letters under a closed item's heading before one wonders whether it is meant for everybody. */
const MUCH = 600;

function closedReasons({ item, entry, own }: Place, text: string): Reason[] {
  const marked = /\blukke(?:t|de)\b/i.test(text.slice(Math.max(0, item.span.start - 200), item.span.start + 300));
  const markedHere = /\blukket\b/i.test(own.slice(0, 120));
  return gather(
    entry !== undefined && entry.closed !== item.closed && { code: "contents-differ" },
    !item.closed && markedHere && { code: "mark-printed" },
    item.closed && !marked && !entry?.closed && { code: "mark-not-printed" },
    item.closed && own.length > MUCH && { code: "closed-with-text" },
  );
}

function outcomeReasons({ minutes, item, habits }: Place): Reason[] {
  if (minutes.kind === "agenda") return [];
  const own = ownDecision(item, minutes);
  if (!own) {
    if (item.decisions.length > 0) return [{ code: "only-others-decided" }];
    return item.closed ? [{ code: "not-said" }] : [{ code: habits.decided ? "no-decision" : "unknown-words" }];
  }
  const same = item.decisions.filter((decision) => decision.committee === own.committee && decision.date === own.date);
  return gather(
    own.outcome === "other" && { code: "unknown-words" },
    same.length > 1 && { code: "several" },
    own.text.length > 3000 && { code: "long" },
  );
}

function hasUnread(item: Item): boolean {
  return (
    item.attachments.length === 0 &&
    item.sections.some(
      ({ role, text }) => role === "attachments" && /\p{L}{3}/u.test(text) && !/^\W*ingen\b/i.test(text),
    )
  );
}

function textReasons({ minutes, item, own, line }: Place): Reason[] {
  const lines = own.split("\n").length;
  const unplaced = minutes.warnings.some(
    (warning) =>
      warning.code === "unplaced-text" && warning.line !== null && warning.line >= line && warning.line < line + lines,
  );
  const told = own.length - item.title.length - (item.caseNumber?.length ?? 0);
  return gather(
    unplaced && { code: "unplaced" },
    !item.closed && minutes.kind === "minutes" && told < 25 && { code: "nearly-empty" },
  );
}

function entryOf(contents: TocEntry[], item: Item): TocEntry | undefined {
  return contents.find((entry) => sharesTitle(entry, item)) ?? contents.find((entry) => isEntryOf(entry, item));
}

function isEntryOf(entry: TocEntry, item: Item): boolean {
  return (
    sharesTitle(entry, item) ||
    (entry.number !== null && entry.number === item.number && shareWords(entry.title, item.title))
  );
}

/** Contents cut their titles: the shorter need only begin the longer. */
function sharesTitle(entry: TocEntry, item: Item): boolean {
  const [one, other] = [titleKey(entry.title), titleKey(item.title)];
  const length = Math.min(one.length, other.length);
  return length > 3 && one.slice(0, length) === other.slice(0, length);
}

function shareWords(left: string, right: string): boolean {
  const words = new Set(titleKey(left).split(" "));
  return titleKey(right)
    .split(" ")
    .some((word) => word.length > 3 && words.has(word));
}

/** Counted from 1. */
function lineOf(text: string, at: number): number {
  let line = 1;
  for (let index = text.indexOf("\n"); index >= 0 && index < at; index = text.indexOf("\n", index + 1)) line++;
  return line;
}
