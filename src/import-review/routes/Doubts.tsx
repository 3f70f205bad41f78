import type { FieldView, ItemView } from "#import-review/review-view.ts";
import { useLanguage } from "../../web/use-language.ts";
import { anchorOf } from "./anchors.ts";
import { LevelTag } from "./FieldLine.tsx";
import { reviewMessages } from "./review-messages.ts";

/** What to look at first, each a link to its field; the worst at the top. */
export function Doubts({ doubts, items }: { doubts: FieldView[]; items: ItemView[] }) {
  const { t } = useLanguage(reviewMessages);
  if (doubts.length === 0) return <p>{t.noDoubts}</p>;
  const nameOf = ({ field, item }: FieldView) =>
    item === null ? t.field[field] : t.ofItem(t.item(items[item]?.number ?? null, item), t.field[field]);
  return (
    <details className="details doubts" open={doubts.length <= 12}>
      <summary className="details-summary">{t.doubtsTitle(doubts.length)}</summary>
      <ol className="doubts__list">
        {doubts.map((doubt) => (
          <li key={anchorOf(doubt)}>
            <a href={`#${anchorOf(doubt)}`}>{nameOf(doubt)}</a> <LevelTag level={doubt.level} />
          </li>
        ))}
      </ol>
      <p className="row-facts">{t.keys}</p>
    </details>
  );
}
