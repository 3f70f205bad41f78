import { diffArrays } from "diff";
import type { AgendaDocument, AgendaItem } from "#documents/model.ts";
import { type Part, partsOf } from "./parts.ts";

/** Words in order; those that are only in the older text are removed, those only in the newer added. */
export type Words = { kind: "same" | "added" | "removed"; text: string };

/** What is not the same in a text: each changed place for itself, and where the added words stand in the newer text. */
export type TextChange = {
  part: string;
  heading: string | null;
  places: Words[][];
  added: { from: number; to: number }[];
};

export type FactChange = { fact: "title" | "closed" | "time" | "guests" | "late"; before: string; after: string };

export type ItemChange = {
  kind: "added" | "withdrawn" | "changed";
  facts: FactChange[];
  texts: TextChange[];
  attachments: { added: string[]; removed: string[]; replaced: string[] };
};

/** How an item differs from what it was in an older dispatch (null: it was not there); null when it does not. */
export function itemChange(before: AgendaItem | null, after: AgendaItem): ItemChange | null {
  if (before === after) return null;
  const empty = { facts: [], texts: [], attachments: { added: [], removed: [], replaced: [] } };
  if (after.withdrawn) return before?.withdrawn || !before ? null : { kind: "withdrawn", ...empty };
  if (!before || before.withdrawn) return { kind: "added", ...empty };
  const change: ItemChange = {
    kind: "changed",
    facts: factChanges(before, after),
    texts: textChanges(before, after),
    attachments: attachmentChanges(before, after),
  };
  const { added, removed, replaced } = change.attachments;
  const total = change.facts.length + change.texts.length + added.length + removed.length + replaced.length;
  return total === 0 ? null : change;
}

type MeetingFact = { fact: "date" | "start" | "end" | "place"; before: string; after: string };

/** How the meeting itself differs: day, times and place. */
export function meetingChanges(before: AgendaDocument, after: AgendaDocument): MeetingFact[] {
  return (["date", "start", "end", "place"] as const).flatMap((fact) =>
    before[fact] === after[fact] ? [] : [{ fact, before: before[fact] ?? "", after: after[fact] ?? "" }],
  );
}

const timeOf = ({ startsAt, minutes }: AgendaItem) =>
  [startsAt, minutes === null ? null : `${minutes} min.`].filter(Boolean).join(", ");

const guestsOf = ({ guests }: AgendaItem) =>
  guests.map(({ name, from, until }) => (from ? `${name} (${from}${until ? `-${until}` : ""})` : name)).join(", ");

function factChanges(before: AgendaItem, after: AgendaItem): FactChange[] {
  const facts: [FactChange["fact"], (item: AgendaItem) => string][] = [
    ["title", ({ title }) => title],
    ["closed", ({ closed, closedGround }) => (closed ? (closedGround ?? "lukket") : "")],
    ["time", timeOf],
    ["guests", guestsOf],
    ["late", ({ lateReason }) => lateReason ?? ""],
  ];
  return facts.flatMap(([fact, of]) => {
    const [old, now] = [of(before), of(after)];
    return old === now ? [] : [{ fact, before: old, after: now }];
  });
}

function textChanges(before: AgendaItem, after: AgendaItem): TextChange[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const keys = [...new Set([...now, ...old].map(({ key }) => key))];
  const find = (parts: Part[], key: string) => parts.find((part) => part.key === key);
  return keys.flatMap((key) => {
    const [was, is] = [find(old, key), find(now, key)];
    if ((was?.text ?? "") === (is?.text ?? "")) return [];
    const heading = (is ?? was)?.heading ?? null;
    return [{ part: key, heading, ...compare(was?.text ?? "", is?.text ?? "") }];
  });
}

/** Line by line first, so that words are compared only where lines differ. */
function compare(before: string, after: string): Pick<TextChange, "places" | "added"> {
  const places: Words[][] = [];
  const added: { from: number; to: number }[] = [];
  const lines = diffArrays(before.split("\n"), after.split("\n"));
  let at = 0;
  for (const [index, block] of lines.entries()) {
    const text = block.value.join("\n");
    const earlier = lines[index - 1];
    if (block.removed) {
      if (!lines[index + 1]?.added) places.push([{ kind: "removed", text }]);
      continue;
    }
    if (block.added) {
      const words = earlier?.removed
        ? compareWords(earlier.value.join("\n"), text)
        : [{ kind: "added", text } as Words];
      places.push(words);
      let from = at;
      for (const word of words) {
        if (word.kind === "removed") continue;
        if (word.kind === "added") added.push({ from, to: from + word.text.length });
        from += word.text.length;
      }
    }
    at += text.length + 1;
  }
  return { places: places.filter((words) => words.some(({ text }) => text.trim() !== "")), added };
}

/** Figures, words, spaces and signs: "4,2" is one figure, so that a changed one stands whole. */
const TOKENS = /[\p{L}\p{N}]+(?:[.,]\p{N}+)*|\s+|[^\s\p{L}\p{N}]/gu;

/** A text that takes too long to compare stands as taken out and put in whole. */
function compareWords(before: string, after: string): Words[] {
  const words = diffArrays(before.match(TOKENS) ?? [], after.match(TOKENS) ?? [], { timeout: 200 });
  if (!words)
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  return words.map(({ value, added, removed }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value.join(""),
  }));
}

function attachmentChanges(before: AgendaItem, after: AgendaItem): ItemChange["attachments"] {
  const [old, now] = [new Map(before.attachments.map((one) => [one.id, one])), after.attachments];
  return {
    added: now.filter(({ id }) => !old.has(id)).map(({ name }) => name),
    removed: before.attachments.filter(({ id }) => !now.some((one) => one.id === id)).map(({ name }) => name),
    replaced: now.filter(({ id, sha256 }) => old.has(id) && old.get(id)?.sha256 !== sha256).map(({ name }) => name),
  };
}
