import { personKey } from "#archive/keys.ts";
import type { Minutes } from "#minutes/model.ts";
import { gather, type Judged, levelOf, type Reason } from "./judged.ts";

/** The list of who took part, against the absences that the decisions tell of. */
export function judgePeople(minutes: Minutes, text: string): Judged {
  const reasons = peopleReasons(minutes);
  const at = minutes.participants[0] ? text.indexOf(minutes.participants[0].name) : -1;
  return { field: "participants", item: null, level: levelOf(reasons), reasons, at: at < 0 ? null : at };
}

function peopleReasons({ participants, items, kind, warnings }: Minutes): Reason[] {
  if (participants.length === 0) return [{ code: kind === "minutes" ? "missing" : "not-said" }];
  const keys = participants.map(({ name }) => personKey(name));
  const known = new Set(keys);
  const strangers = new Set(
    items.flatMap(({ decisions }) =>
      decisions.flatMap(({ absent }) => absent.map(({ name }) => name).filter((name) => !known.has(personKey(name)))),
    ),
  );
  const odd = participants.filter(({ name }) => /\d/.test(name) || !/^\S+(?: \S+){1,5}$/.test(name.trim()));
  const alone = participants.filter(({ attendance, substituteFor }) => attendance === "substitute" && !substituteFor);
  const named = (code: Reason["code"], names: string[]): Reason | false =>
    names.length > 0 && { code, detail: names.slice(0, 3).join(", ") };
  return gather(
    named(
      "twice",
      participants.filter((_, at) => keys.indexOf(keys[at] as string) !== at).map(({ name }) => name),
    ),
    named("not-listed", [...strangers]),
    named(
      "odd-name",
      odd.map(({ name }) => name),
    ),
    named(
      "substitute-for-whom",
      alone.map(({ name }) => name),
    ),
    named(
      "spelling",
      warnings.flatMap(({ code, message }) => (code === "name-spelling" ? [message.split(": ").at(-1) as string] : [])),
    ),
  );
}
