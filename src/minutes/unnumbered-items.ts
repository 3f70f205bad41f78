import { readBody } from "./bodies.ts";
import { looksLikeTitle } from "./candidates.ts";
import { isCaseMetadata } from "./case-numbers.ts";
import { parseDanishDate } from "./dates.ts";
import { readGroup } from "./groups.ts";
import { isHeaderLabel, readLabel } from "./header-labels.ts";
import type { Heading } from "./headings.ts";
import { lineAbove, nextLine, type Document, type ItemStart } from "./item-lines.ts";
import type { Line } from "./lines.ts";
import { isPageChrome } from "./page-chrome.ts";
import { readTitle, titleKey } from "./titles.ts";

/** Items without numbers whose titles stand in the contents. */
export function startsByTitle({ lines, from }: Document, titles: Set<string>): ItemStart[] {
  const starts: ItemStart[] = [];
  for (let index = from; index < lines.length; index++) {
    const label = (lines[index] as Line).label;
    if (label.length < 4 || label.length > 300) continue;
    const { title, closed } = readTitle(label);
    if (!titles.has(titleKey(title)) || titleKey(starts.at(-1)?.title ?? "") === titleKey(title)) continue;
    starts.push({ line: index, body: index + 1, number: null, title, closed });
  }
  return starts;
}

/** Items that show themselves only by "Åben" or "Lukket" on a line of its own. */
export function startsByMark({ lines, from }: Document): ItemStart[] {
  const starts: ItemStart[] = [];
  for (let index = from; index < lines.length; index++) {
    const { label } = lines[index] as Line;
    if (label.length < 16 && /^(?:åbent?|lukket)(?: (?:punkt|sag))?$/i.test(label))
      starts.push({ line: index, body: index + 1, number: null, title: "", closed: /^l/i.test(label) });
  }
  return starts;
}

/** Items that show themselves only by "Sagsid.: 20/00000", perhaps with a title on the line above. */
export function startsByCaseNumber({ lines, headings, from }: Document): ItemStart[] {
  const found: number[] = [];
  for (let index = from; index < lines.length; index++) {
    const label = (lines[index] as Line).label;
    if (label.length < 200 && /^(?:udskriv\s*)?(?:sags?(?:id|nr|nummer)|j\. ?nr)/i.test(label) && isCaseMetadata(label))
      found.push(index);
  }
  const above = found.map((index) => lineAbove(index, lines));
  const hasTitle = (line: number | null): line is number =>
    line !== null &&
    line >= from &&
    !headings[line] &&
    looksLikeTitle((lines[line] as Line).label) &&
    !/^udskriv/i.test((lines[line] as Line).label) &&
    (lines[line] as Line).label.length < 200 &&
    /[a-zæøå]{3} /.test((lines[line] as Line).label);
  const titled = found.length > 1 && above.filter(hasTitle).length > found.length * 0.75;
  const below = found.map((index) => nextLine(index, lines, 1));
  const titledBelow =
    !titled &&
    found.length > 1 &&
    below.filter((line) => hasTitle(line) && !isHeaderLabel((lines[line] as Line).label)).length > found.length * 0.75;
  return found.map((index, at) => {
    const line = above[at] ?? null;
    const next = below[at] ?? null;
    if (titledBelow && hasTitle(next))
      return { ...readTitle((lines[next] as Line).label), line: index, body: index, number: null, again: next };
    if (titled && hasTitle(line)) return { ...readTitle((lines[line] as Line).label), line, body: index, number: null };
    const print = line !== null && line >= from && /^(?:udskriv|-)$/i.test((lines[line] as Line).label) ? line : index;
    return { line: print, body: print === index ? index : print + 1, number: null, title: "", closed: false };
  });
}

/** Items that show themselves only by the first heading coming again once a decision or attachments have been read. */
export function startsByHeading({ lines, headings, from }: Document): ItemStart[] {
  const found: number[] = [];
  const decided = headings.some((heading) => heading?.role === "decision");
  let seen = new Set<string>();
  let last = "";
  for (let index = from; index < headings.length; index++) {
    const heading = headings[index];
    if (!heading || (heading.role === "other" && found.length === 0)) continue;
    const name = heading.heading.toLowerCase();
    const opener = found.length === 0 ? null : (headings[found.at(-1) as number] as Heading);
    if (
      opener === null ||
      opensAgain(heading, name, last, seen, opener) ||
      (seen.has("role decision") && OPENS_BELOW_TITLE.has(heading.role) && hasTitleAlone(index, lines, headings)) ||
      (!decided && name === opener.heading.toLowerCase())
    ) {
      found.push(index);
      seen = new Set();
    }
    seen.add(name);
    seen.add(`role ${heading.role}`);
    last = name;
  }
  if (found.length === 1)
    return [untitledStart(found[0] as number, firstTitle(found[0] as number, lines, from), lines)];
  const above = found.map((index) => titleLineAbove(index, lines, headings, from));
  const titled = above.filter((line) => line !== null).length > found.length * 0.7;
  return found.map((index, at) => untitledStart(index, titled ? (above[at] ?? null) : null, lines));
}

function opensAgain(heading: Heading, name: string, last: string, seen: Set<string>, opener: Heading): boolean {
  if (!seen.has("role decision") && !seen.has("role attachments")) return false;
  if (heading.role === "decision") return seen.has(name) && (name === last || !/\d/.test(name));
  return seen.has(name) ? OPENING.has(heading.role) : opener.role !== "decision" && /resum/.test(name);
}

const OPENS_BELOW_TITLE = new Set(["summary", "presentation", "recommendation", "treatment", "decision"]);

/** A title with blank lines around it above a heading, which is not all that stands below the heading before it. */
function hasTitleAlone(index: number, lines: Line[], headings: (Heading | null)[]): boolean {
  const title = lineAbove(index, lines);
  if (title === null || headings[title] || lines[title - 1]?.label !== "" || lines[title + 1]?.label !== "")
    return false;
  const above = lineAbove(title, lines);
  const { label, bullet } = lines[title] as Line;
  return (
    above !== null && !headings[above] && !bullet && label.length < 120 && looksLikeTitle(label) && !/[.:]$/.test(label)
  );
}

const OPENING = new Set(["summary", "presentation", "recommendation", "treatment"]);

/** The line above a first heading, when it stands alone and looks like a title. */
function titleLineAbove(index: number, lines: Line[], headings: (Heading | null)[], from: number): number | null {
  const above = lineAbove(index, lines);
  if (above === null || above < from || headings[above]) return null;
  const line = lines[above] as Line;
  const alone = above === 0 || (lines[above - 1] as Line).label === "" || line.level > 0;
  return alone && !line.bullet && looksLikeTitle(line.label) && line.label.length < 200 && /[a-zæøå]/.test(line.label)
    ? above
    : null;
}

/** The title of a document that is one item: its first line that can be one. */
function firstTitle(heading: number, lines: Line[], from: number): number | null {
  for (let index = from; index < heading; index++) {
    const { label } = lines[index] as Line;
    if (
      label.length < 8 ||
      label.length > 200 ||
      isPageChrome(label) ||
      readLabel(label) ||
      readGroup(label) ||
      isCaseMetadata(label)
    )
      continue;
    if (
      looksLikeTitle(label) &&
      label.includes(" ") &&
      parseDanishDate(label) === null &&
      readBody(label)?.end !== label.length &&
      !/^(?:referat|dagsorden|søg|gå ikke glip|vi bruger cookies)\b/i.test(label)
    )
      return index;
  }
  return null;
}

function untitledStart(index: number, title: number | null, lines: Line[]): ItemStart {
  if (title === null) return { line: index, body: index, number: null, title: "", closed: false };
  const { label } = lines[title] as Line;
  const numbered = /^nr\.? ?(\d+)\s*[-–:]\s*(.+)$/i.exec(label);
  return {
    ...readTitle(numbered ? (numbered[2] as string) : label),
    line: title,
    body: title + 1,
    number: numbered ? (numbered[1] as string) : null,
  };
}
