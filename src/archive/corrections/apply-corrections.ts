import type { Decision, Item, Minutes, Outcome, Participant } from "#minutes/model.ts";
import { isOwn, type OwnBody } from "../import/item-row.ts";
import { committeeKey, personKey } from "../keys.ts";
import { findItem } from "./anchors.ts";
import type { Correction } from "./correction.ts";

/**
 * `gone`: what was corrected is not in the reading any more, and nothing was done. `differs`: the reading says something
 * else now than when it was corrected; the correction holds.
 */
export type Told = { correction: Correction; state: "gone" | "differs" };

/**
 * A reading with the corrections by hand. Those of where items begin are no business of this: they change how the text
 * is read (`correctStarts`).
 */
export function applyCorrections(reading: Minutes, corrections: Correction[]): { minutes: Minutes; told: Told[] } {
  const minutes = structuredClone(reading);
  const told: Told[] = [];
  const say = (correction: Correction, state: Told["state"]) => told.push({ correction, state });
  // Found before anything is changed: they are known by what the reading says.
  const targets = corrections.map((correction) =>
    "item" in correction ? minutes.items[findItem(reading.items, correction.item)] : undefined,
  );
  for (const [at, correction] of corrections.entries()) {
    if (correction.kind === "header") {
      if (applyHeader(minutes, reading, correction)) say(correction, "differs");
    } else if (correction.kind === "participant") {
      if (!applyParticipant(minutes.participants, correction)) say(correction, "gone");
    } else if ("item" in correction) {
      const item = targets[at];
      if (!item) say(correction, "gone");
      else if (correction.kind === "item" && applyItem(item, minutes, correction)) say(correction, "differs");
    }
  }
  return { minutes, told };
}

type Of<K extends Correction["kind"]> = Extract<Correction, { kind: K }>;

/** True when the reading says neither what it said nor what it should say. */
function applyHeader(minutes: Minutes, reading: Minutes, correction: Of<"header">): boolean {
  const { field, was, to } = correction;
  const read = reading[field];
  Object.assign(minutes, { [field]: to });
  // The meeting's own decisions carry its body and day.
  if (field === "committee" || field === "date")
    for (const decision of minutes.items.flatMap(({ decisions }) => decisions))
      if (decision[field] !== null && decision[field] === read) decision[field] = to;
  return read !== was && read !== to;
}

/** False when the person who was corrected is not there. */
function applyParticipant(people: Participant[], { name, to }: Of<"participant">): boolean {
  const find = (wanted: string) => people.findIndex((person) => personKey(person.name) === personKey(wanted));
  if (name === null) {
    if (to && find(to.name) < 0) people.push({ ...to });
    return true;
  }
  const at = find(name);
  if (at < 0) return to !== null && find(to.name) >= 0;
  people.splice(at, 1, ...(to ? [{ ...to }] : []));
  return true;
}

function applyItem(item: Item, minutes: Minutes, correction: Of<"item">): boolean {
  const { field, was, to } = correction;
  if (field === "outcome") {
    const own = ownDecision(item, minutes);
    const read = own?.outcome ?? null;
    if (own) own.outcome = to;
    else item.decisions.push(bareDecision(minutes, to));
    return read !== was && read !== to;
  }
  const read = item[field];
  Object.assign(item, { [field]: to });
  return read !== was && read !== to;
}

/** The decision whose outcome the item has: the last of the meeting's own body. */
export function ownDecision(
  item: Item,
  { committee, date }: Pick<Minutes, "committee" | "date">,
): Decision | undefined {
  const own: OwnBody = { key: committee === null ? null : committeeKey(committee), date };
  return item.decisions.findLast((decision) => isOwn(decision, own));
}

function bareDecision({ committee, date }: Minutes, outcome: Outcome): Decision {
  return { committee, date, outcome, text: "", absent: [], substitutes: [], parts: [], dissents: [] };
}
