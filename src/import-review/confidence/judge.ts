import { findItem } from "#archive/corrections/anchors.ts";
import type { Correction } from "#archive/corrections/correction.ts";
import type { Minutes } from "#minutes/model.ts";
import { type Judged } from "./judged.ts";
import { judgeHeader, type Surroundings } from "./judge-header.ts";
import { judgeItems, judgeList } from "./judge-items.ts";
import { judgePeople } from "./judge-people.ts";

/**
 * How far each field of a reading is to be trusted, by nothing but the document itself and what the archive knows of
 * committees. A sum of signs, not a probability: `docs/import.md` says which, and how often they were right.
 */
export function judge(minutes: Minutes, text: string, around: Surroundings): Judged[] {
  return [
    ...judgeHeader(minutes, text, around),
    judgePeople(minutes, text),
    judgeList(minutes),
    ...judgeItems(minutes, text),
  ];
}

/** What somebody has set right is sure, whatever the signs say. `read` is the reading the corrections were made in. */
export function trustCorrections(judged: Judged[], corrections: Correction[], read: Minutes): Judged[] {
  const byHand = new Set(
    corrections.map((correction) => {
      if (correction.kind === "header") return `null ${correction.field}`;
      if (correction.kind === "public-text") return "";
      if (correction.kind === "item") return `${findItem(read.items, correction.item)} ${correction.field}`;
      return correction.kind === "participant" ? "null participants" : "null items";
    }),
  );
  return judged.map((one) =>
    byHand.has(`${one.item} ${one.field}`) ? { ...one, level: "sure", reasons: [{ code: "by-hand" }] } : one,
  );
}

/** Those that need a look, the worst first, and otherwise in the order of the document. */
export function doubts(judged: Judged[]): Judged[] {
  return [...judged.filter(({ level }) => level === "doubtful"), ...judged.filter(({ level }) => level === "unsure")];
}
