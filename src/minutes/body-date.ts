import { readBody } from "./bodies.ts";
import { findDates, isoDate } from "./dates.ts";

/** A line that says only which body, and mostly when: the head of that body's decision. */
export type BodyDate = { committee: string; date: string | null; itemNumber: string | null };

const AFTER_DATE = /^[.,]?\s*(?:(?:pkt|punkt|sag|sagsnr)\.?\s*(?:nr\.?)?\s*(\d+))?\s*[:.]?$/i;
const BETWEEN =
  /^\s*[,:–-]?\s*(?:(?:man|tirs|ons|tors|fre|lør|søn)dag )?(?:i (?:sit )?møde(?:t)? )?(?:den|d\.|dato:)?\s*$/i;

/** "Teknik- og Miljøudvalgets beslutning i mødet den 5. februar 2024", "Bispebjerg Lokaludvalgs beslutning den …". */
const GENITIVE = /^([A-ZÆØÅ].{3,80}?s) (?:beslutning|møde)(?: (?:i|på|fra|af) (?:sit )?mødet?)? (?:den )?(\d.*)$/;

/**
 * Reads a line such as "Byrådet, 25.06.2024", "Social- og Sundhedsudvalget den 16-08-2019:" or
 * "Plan, Miljø og Teknik, 9. februar 2021, pkt. 421:"; null when the line says anything more.
 */
export function readBodyDate(label: string): BodyDate | null {
  const length = label.length;
  if (length < 12 || length > 150) return null;
  const last = label.charCodeAt(length - 1);
  const first = label.charCodeAt(0);
  if (!(last > 47 && last < 58) && last !== 58 && last !== 46 && !(first > 47 && first < 58)) return null;
  if (label.startsWith("Behandling i ")) label = label.slice(13);
  const genitive = GENITIVE.exec(label);
  if (genitive) label = `${(genitive[1] as string).replace(/s$/, "")}, ${genitive[2] as string}`;
  const reversed = /^(\d[\d./-]{7,10}) ([A-ZÆØÅ][^.:]{3,60})$/.exec(label);
  if (reversed) label = `${reversed[2] as string}, ${reversed[1] as string}`;
  const dates = findDates(label);
  const date = dates[0];
  if (!date || dates.length > 1 || date.year === null) return null;
  const after = AFTER_DATE.exec(label.slice(date.end));
  if (!after) return null;
  const before = label.slice(0, date.index);
  const body = readBody(before);
  const iso = isoDate(date.year, date.month, date.day);
  if (body && BETWEEN.test(before.slice(body.end)))
    return { committee: body.name, date: iso, itemNumber: after[1] ?? null };
  const name = /^([A-ZÆØÅ§][^:.;()]{2,80}?),\s*(?:den )?$/.exec(before)?.[1];
  return name && after[1] && !name.startsWith("Beslutning")
    ? { committee: name, date: iso, itemNumber: after[1] }
    : null;
}

/**
 * A line that goes on with what the body decided: "Teknisk Udvalg, 4. juni 2019, pkt. 55: Anbefales." Null when it
 * begins otherwise.
 */
export function splitBodyDate(label: string): { head: BodyDate; rest: string } | null {
  if (label.length < 20) return null;
  const colon = label.indexOf(": ", 11);
  const dash = colon > 0 && colon < 150 ? -1 : label.search(/\d [-–] (?=\p{Lu})/u) + 1;
  const at = dash > 0 ? dash : colon;
  const last = label.charCodeAt(at - 1);
  if (at < 12 || at > 149 || !(last > 47 && last < 58)) return null;
  const head = readBodyDate(`${label.slice(0, at)}:`);
  return head && { head, rest: label.slice(at + 2).replace(/^ /, "") };
}

/** "Økonomiudvalgets beslutning": the body in front of what is its own. */
const BODY_OF = /^(\p{Lu}.{2,80}(?:[dg]et|en))s (?:beslutning|afgørelse|behandling):?$/u;

/**
 * The body and date inside a decision's heading: "Beslutning i Økonomiudvalget den 18. november 2019",
 * "Beslutning fra Direktionen, 8. februar 2021, pkt. 6", "Borgerrepræsentationens beslutning i mødet den 4. november 2021".
 */
export function bodyDateOfHeading(heading: string): { committee: string | null; date: string | null } {
  const whole = readBodyDate(heading);
  if (whole) return whole;
  const of = BODY_OF.exec(heading)?.[1];
  if (of !== undefined) return { committee: readBody(of)?.name ?? null, date: null };
  const found = findDates(heading)[0];
  const date = found?.year ? isoDate(found.year, found.month, found.day) : null;
  const rest = heading.replace(/^Beslutning(?:en|er)?\s*(?:truffet |taget )?(?:i|fra|af|for)?\s*/i, "");
  const until = found ? heading.length - rest.length : 0;
  const name = (found ? rest.slice(0, Math.max(0, found.index - until)) : rest).replace(
    /[\s,:]*(?:i? ?mødet?)? ?(?:den|d\.)?[\s,:]*$/i,
    "",
  );
  const body = readBody(name);
  if (body) return { committee: body.name.replace(/ens$/, "en"), date };
  return {
    committee: /^[A-ZÆØÅ§]/.test(name) && found && !/^beslutning/i.test(name) && name.length < 90 ? name : null,
    date,
  };
}
