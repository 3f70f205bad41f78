import type { RichNode, RichText } from "#rich-text/model.ts";
import { type Piece, writeText } from "#rich-text/text-of.ts";

export type PaperText = {
  title: string;
  recommendations: string[];
  sections: { id: number; heading: string; body: RichText }[];
};

/** A section's words in the whole text: `pieces` say where each stands in the section's body. */
type ComposedSection = { id: number; heading: string; pieces: Piece[] };

export type ComposedPaper = { text: string; sections: ComposedSection[] };

/** A paper in one text, as the figure check reads documents: title, points of the Indstilling, sections. */
export function composePaper({ title, recommendations, sections }: PaperText): ComposedPaper {
  let text = `# ${title}\n`;
  if (recommendations.length > 0)
    text += `\n# Indstilling\n\n${recommendations.map((point, index) => `${index + 1}. ${point.replace(/\s+/g, " ")}\n`).join("")}`;
  const composed = sections.map(({ id, heading, body }) => {
    text += `\n# ${heading}\n\n`;
    const written = writeText(body);
    const pieces = written.pieces.map((piece) => ({ ...piece, start: piece.start + text.length }));
    text += written.text;
    return { id, heading, pieces };
  });
  return { text, sections: composed };
}

/** Characters `from` to `to` of the text node at `path` in a section's body. */
export type Stretch = { path: number[]; from: number; to: number };

/** Where a stretch of the whole text stands; null in what is no section's words (title, points, labels of lists). */
export function placeOf(
  { sections }: ComposedPaper,
  span: { start: number; end: number },
): { sectionId: number; heading: string; stretches: Stretch[] } | null {
  for (const { id, heading, pieces } of sections) {
    const stretches = pieces.flatMap(({ start, length, path, offset }) => {
      const from = Math.max(span.start, start);
      const to = Math.min(span.end, start + length);
      return from < to ? [{ path, from: offset + from - start, to: offset + to - start }] : [];
    });
    if (stretches.length > 0) return { sectionId: id, heading, stretches };
  }
  return null;
}

/** The body with other words in a stretch; null when the words there are not those that were seen. */
export function replaceWords(
  body: RichText,
  { path, from, to, words }: Stretch & { words: string },
  instead: string,
): RichText | null {
  const visit = (node: RichNode, [index, ...rest]: number[]): RichNode | null => {
    if (index === undefined) {
      if (node.text?.slice(from, to) !== words) return null;
      return { ...node, text: node.text.slice(0, from) + instead + node.text.slice(to) };
    }
    const child = node.content?.[index];
    const changed = child && visit(child, rest);
    return changed ? { ...node, content: (node.content ?? []).with(index, changed) } : null;
  };
  return visit(body, path) as RichText | null;
}
