import { useLanguage } from "../../web/use-language.ts";
import type { ItemFinding } from "../item-queries.ts";
import { findingMessages } from "./messages.ts";
import { SumNote } from "./SumNote.tsx";

/** What does not add up in a meeting's papers outside its items. */
export function OutsideFindings({ findings, municipality }: { findings: ItemFinding[]; municipality: string }) {
  const { t, to } = useLanguage(findingMessages);
  if (findings.length === 0) return null;
  return (
    <section id="tal-uden-for-punkterne">
      <h2>{t.outsideHeading}</h2>
      <p className="quiet small">
        {t.fair} <a href={to.aboutFindings()}>{t.how}</a>.
      </p>
      {findings.map((finding) => (
        <SumNote
          key={finding.position}
          finding={{ ...finding, number: null }}
          municipality={municipality}
          isPlaced={false}
        />
      ))}
    </section>
  );
}
