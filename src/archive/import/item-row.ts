import type { Decision, Item, Outcome } from "#minutes/model.ts";
import { titleKey } from "#minutes/titles.ts";
import { committeeKey } from "../keys.ts";
import { type Names, placeOf } from "./names.ts";

export type ItemRow = {
  /** What the item is called in addresses, until another item of the meeting has taken it. */
  slug: string;
  number: string | null;
  numberValue: number | null;
  title: string;
  titleKey: string;
  caseIndex: number | null;
  closed: boolean;
  outcome: Outcome | null;
  spanStart: number;
  spanEnd: number;
};

/** The body whose meeting this is, and its day. */
export type OwnBody = { key: string | null; date: string | null };

export function itemRow(item: Item, index: number, own: OwnBody, names: Names): ItemRow {
  return {
    slug: item.number ?? `punkt-${index + 1}`,
    number: item.number,
    numberValue: numberValue(item.number),
    title: item.title,
    titleKey: titleKey(item.title),
    caseIndex: item.caseNumber === null ? null : placeOf(names.cases, item.caseNumber),
    closed: item.closed,
    outcome: item.decisions.findLast((decision) => isOwn(decision, own))?.outcome ?? null,
    spanStart: item.span.start,
    spanEnd: item.span.end,
  };
}

/** Made by the body whose meeting this is; without a name or a day it is taken for its own. */
export function isOwn(decision: Decision, own: OwnBody): boolean {
  return (
    (decision.committee === null || committeeKey(decision.committee) === own.key) &&
    (decision.date === null || decision.date === own.date)
  );
}

/** "46" -> 46, "46 a" -> 46; null for none. */
export function numberValue(number: string | null): number | null {
  const digits = /\d{1,9}/.exec(number ?? "")?.[0];
  return digits === undefined ? null : Number(digits);
}
