import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { claimKey, noteKey, type NumberedFinding } from "../marked-item.ts";
import { findingMessages } from "./messages.ts";

/** What was recomputed and holds, folded away. `isPlaced`: each leads to its mark in the text. */
export function Holding({ findings, isPlaced }: { findings: NumberedFinding[]; isPlaced: boolean }) {
  const { t, language } = useLanguage(findingMessages);
  const minutesLang = langOfMinutes(language);
  if (findings.length === 0) return null;
  return (
    <details className="sums-hold">
      <summary>
        <span aria-hidden="true">=</span> {t.okHere(findings.length)}
      </summary>
      <ul>
        {findings.map((finding) => (
          <li key={finding.position} id={noteKey(finding)}>
            {isPlaced ? (
              <a href={`#${claimKey(finding)}`} {...minutesLang}>
                {finding.stated}
              </a>
            ) : (
              <span {...minutesLang}>{finding.stated}</span>
            )}
            : <span {...minutesLang}>{finding.explanation}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
