import { DateText } from "../../web/components/DateText.tsx";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { ListedFinding } from "../list-queries.ts";
import { noteKey } from "../marked-item.ts";
import { findingMessages } from "./messages.ts";
import { VerdictTag } from "./VerdictTag.tsx";

/** Findings with their sums, each leading to its marked place. */
export function FindingList({ municipality, findings }: { municipality: string; findings: ListedFinding[] }) {
  const { t, to, language } = useLanguage(findingMessages);
  const minutesLang = langOfMinutes(language);
  return (
    <ol className="rows">
      {findings.map((finding) => {
        const { committee, committeeName, date, sitting, item, number, title, kind, verdict, explanation } = finding;
        const at = { committee, date, sitting };
        const href = item
          ? `${to.itemSums(municipality, { ...at, item })}#${noteKey(finding)}`
          : `${to.meeting(municipality, at)}#tal-uden-for-punkterne`;
        return (
          <li key={`${finding.document}-${finding.position}`}>
            <h2 className="row-title">
              <a href={href} {...minutesLang}>
                {number && `${number}. `}
                {title ?? `${committeeName}: ${t.outsideItems.toLowerCase()}`}
              </a>
            </h2>
            <div className="row-facts">
              <VerdictTag verdict={verdict} />
              <span>{t.kinds[kind]}</span>
              <span {...minutesLang}>{committeeName}</span>
              <DateText date={date} />
            </div>
            <p className="sum-words" {...minutesLang}>
              {explanation}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
