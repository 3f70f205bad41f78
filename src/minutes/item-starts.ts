import { withoutAttachmentLists } from "./attachment-lines.ts";
import type { Candidate } from "./candidates.ts";
import type { Document, ItemStart, Scan } from "./item-lines.ts";
import { habitsOf, numberedStart } from "./item-opening.ts";
import { withUnnumberedEnd } from "./last-item.ts";
import { pickKeyword, pickNumbered, withoutLists } from "./numbered-items.ts";
import { pickParagraphs } from "./paragraph-items.ts";
import { readTitle, titleKey } from "./titles.ts";
import { startsByCaseNumber, startsByHeading, startsByMark, startsByTitle } from "./unnumbered-items.ts";

/**
 * Finds where the items begin. Documents number their items by a word ("Punkt 41:"), by a bare number ("41."), or not
 * at all; in the last case an item begins where a title from the contents stands, or where the same first heading or
 * case number comes again.
 */
export function findItemStarts(scan: Scan): ItemStart[] {
  const document = { ...scan, byLine: new Map(scan.candidates.map((candidate) => [candidate.index, candidate])) };
  const titles = new Set(document.entries.map((entry) => titleKey(entry.title)));
  const byAd = startsByAd(document);
  if (byAd.length > 1) return byAd;
  const numbered = withoutLists(
    withoutAttachmentLists(document.candidates, document.lines, document.headings).filter(
      (candidate) => candidate.index >= document.from,
    ),
    document.headings,
  );
  const byParagraph = pickParagraphs(numbered, document);
  const keyword =
    byParagraph.length > 1
      ? byParagraph
      : pickKeyword(
          numbered.filter(({ paragraph }) => !paragraph),
          document,
        );
  const bare =
    keyword.length > 1
      ? []
      : pickNumbered(
          numbered.filter((candidate) => !candidate.keyword),
          document,
          titles,
        );
  const picked = keyword.length > 1 || (keyword.length === 1 && bare.length < 2) ? keyword : bare;
  const only = picked.length === 1 ? (picked[0] as Candidate) : null;
  const habits = habitsOf(picked, document);
  if (only && only.headingsAbove > 0) return withNumberBelow(startsByHeading(document), only);
  if (picked.length > 1 || (picked.length === 1 && (picked[0] as Candidate).index < document.from + 60))
    return withUnnumberedEnd(
      picked.map((candidate) => numberedStart(candidate, document, habits)),
      document,
    );
  const byTitle = titles.size > 1 ? startsByTitle(document, titles) : [];
  if (byTitle.length > 1) return byTitle;
  const byMark = startsByMark(document);
  if (byMark.length > 1) return byMark;
  const byCase = startsByCaseNumber(document);
  if (byCase.length > 1) return byCase;
  const byHeading = startsByHeading(document);
  return byHeading.length > 0 ? byHeading : picked.map((candidate) => numberedStart(candidate, document, habits));
}

const AD = /^ad (?:punkt |pkt\.? ?)?(\d{1,3})[.:)]? +(\S.*)$/i;

/** "Ad 3. Høring" below a list that says "3. Høring": the agenda comes first, and then what was said to each. */
function startsByAd({ lines, candidates, entries }: Document): ItemStart[] {
  const keyOf = (number: string, title: string) => `${Number(number)} ${titleKey(readTitle(title).title)}`;
  const listed = new Set([
    ...candidates.map(({ printed, title }) => keyOf(printed, title)),
    ...entries.map(({ number, title }) => keyOf(number ?? "0", title)),
  ]);
  return lines.flatMap(({ label }, line) => {
    const [, number = "", title = ""] = AD.exec(label) ?? [];
    return title !== "" && listed.has(keyOf(number, title))
      ? [{ ...readTitle(title), line, body: line + 1, number }]
      : [];
  });
}

/** A document of one item may say its number and title only above the decision. */
function withNumberBelow(starts: ItemStart[], only: Candidate): ItemStart[] {
  const start = starts.findLast(({ line }) => line < only.index);
  if (!start) return starts;
  start.number ??= only.printed;
  const again = readTitle(only.title);
  if (start.title === "") Object.assign(start, again);
  if (titleKey(again.title).startsWith(titleKey(start.title))) start.again = only.index;
  return starts;
}
