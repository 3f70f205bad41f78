import type { Told } from "./apply-corrections.ts";
import { nameOfItem } from "./closed-text.ts";
import type { Correction } from "./correction.ts";

const HEADER = {
  municipality: "kommunen",
  committee: "udvalget",
  date: "datoen",
  startTime: "starttidspunktet",
  endTime: "sluttidspunktet",
  place: "stedet",
};
const ITEM = {
  number: "nummeret",
  title: "titlen",
  caseNumber: "sagsnummeret",
  closed: "lukkingen",
  outcome: "udfaldet",
};

/** One sentence about a correction that did not find its place as it was. */
export function tell({ correction, state }: Told): string {
  return state === "gone"
    ? `Rettelsen af ${nameOf(correction)} kunne ikke bruges igen, for det rettede står der ikke længere. Se dokumentet efter.`
    : `Rettelsen af ${nameOf(correction)} gælder stadig, men dokumentet siger nu noget andet end før. Se det efter.`;
}

function nameOf(correction: Correction): string {
  switch (correction.kind) {
    case "header":
      return HEADER[correction.field];
    case "participant":
      return `deltageren ${correction.name ?? correction.to?.name}`;
    case "item":
      return `${ITEM[correction.field]} på ${nameOfItem(correction.item)}`;
    case "public-text":
      return `offentliggørelsen af ${nameOfItem(correction.item)}`;
    default:
      return `linjen "${correction.line.text.slice(0, 60)}"`;
  }
}
