import { useLanguage } from "../../../web/use-language.ts";
import type { ShownWriter } from "./load-section.ts";
import { editorMessages } from "./messages.ts";

/** Who else is at work in the paper, in words. */
export function OtherWriters({ others }: { others: ShownWriter[] }) {
  const { t } = useLanguage(editorMessages);
  if (others.length === 0) return null;
  return (
    <section className="editor__others">
      <h2>{t.othersHere}</h2>
      <ul>
        {others.map(({ by, heading, clock }) => (
          <li key={heading}>{t.wroteIn(by, heading, clock)}</li>
        ))}
      </ul>
    </section>
  );
}
