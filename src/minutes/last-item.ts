import type { Document, ItemStart } from "./item-lines.ts";
import type { Line } from "./lines.ts";
import { readTitle, titleKey } from "./titles.ts";

const USUAL = /^(?:eventuelt|evt\.?)\s*:?$/i;

/** The list of all items' attachments: what stands below it is no item. */
const APPENDIX = /^(?:bilagsliste|bilagsoversigt|bilagsfortegnelse)\s*:?$/i;

/**
 * Adds the items behind the last numbered one that have no number themselves: "Eventuelt" on a line of its own, and
 * what the contents list without a number.
 */
export function withUnnumberedEnd(starts: ItemStart[], { lines, headings, entries }: Document): ItemStart[] {
  const last = starts.at(-1);
  if (!last || starts.some(({ title }) => USUAL.test(title))) return starts;
  const listed = new Set(entries.filter(({ number }) => number === null).map(({ title }) => titleKey(title)));
  const added: ItemStart[] = [];
  for (let index = last.body; index < lines.length; index++) {
    const { label, bullet, level } = lines[index] as Line;
    if (APPENDIX.test(label)) break;
    if (label.length < 3 || label.length > 120 || bullet || headings[index]) continue;
    if (level === 0 && lines[index - 1]?.label !== "") continue;
    if (!USUAL.test(label) && (listed.size === 0 || !listed.has(titleKey(readTitle(label).title)))) continue;
    const { title, closed } = readTitle(label.replace(/\s*:$/, ""));
    added.push({ line: index, body: index + 1, number: null, title, closed });
  }
  return added.length === 0 ? starts : [...starts, ...added];
}
