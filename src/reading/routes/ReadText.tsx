import { useMemo } from "react";
import { type MarkedRange, withMarks } from "#reading/flat-text.ts";
import type { Part } from "#reading/parts.ts";
import type { PlacedHighlight } from "#reading/place-of.ts";
import { RichText } from "../../web/components/RichText.tsx";

type Props = {
  part: Part;
  item: number;
  highlights: readonly PlacedHighlight[];
  added?: readonly { from: number; to: number }[] | undefined;
};

/** A text of an item with the reader's highlights, and what is new in it, laid over it. */
export function ReadText({ part, item, highlights, added = [] }: Props) {
  const body = useMemo(() => {
    const ranges: MarkedRange[] = [
      ...added.map((range) => ({ ...range, mark: { type: "added" } })),
      ...highlights.flatMap(({ place, colour }) =>
        place?.part === part.key ? [{ ...place, mark: { type: "highlight", attrs: { colour } } }] : [],
      ),
    ];
    return withMarks(part.body, ranges);
  }, [part, highlights, added]);
  return (
    <div data-part={part.key} data-item={item}>
      <RichText text={body} headingLevel={4} />
    </div>
  );
}
