import type { BlockDifference } from "#rich-text/difference.ts";
import { RichText } from "../../../web/components/RichText.tsx";

/** What changed, block by block; a changed block word by word. What is the same is left out. */
export function Difference({ changes }: { changes: BlockDifference[] }) {
  return (
    <div className="difference rich-text">
      {changes.map((change, index) => {
        if (change.kind === "same") return null;
        if ("block" in change) {
          const text = <RichText text={{ type: "doc", content: [change.block] }} />;
          return change.kind === "added" ? <ins key={index}>{text}</ins> : <del key={index}>{text}</del>;
        }
        return (
          <p key={index} className="difference__words">
            {change.words.map(({ kind, text }, at) =>
              kind === "added" ? <ins key={at}>{text}</ins> : kind === "removed" ? <del key={at}>{text}</del> : text,
            )}
          </p>
        );
      })}
    </div>
  );
}
