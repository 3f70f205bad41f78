import { langOfMinutes } from "../../web/language.ts";
import { longDate } from "../../web/formats.ts";
import { useLanguage } from "../../web/use-language.ts";
import { claimKey, evidenceKey, noteKey, type NumberedFinding } from "../marked-item.ts";
import { findingMessages } from "./messages.ts";
import { VerdictTag } from "./VerdictTag.tsx";

/** More pieces of evidence than this are folded away: the explanation has the sum. */
const SHOWN = 6;

type Props = { finding: NumberedFinding; municipality: string; isPlaced: boolean };

/** The sum behind one finding, with the way back to its place and on to what it was computed from. */
export function SumNote({ finding, municipality, isPlaced }: Props) {
  const { t, language } = useLanguage(findingMessages);
  const { number, verdict, kind, explanation, claim, evidence } = finding;
  return (
    <div className={`sum-note sum-note--${verdict}`} id={noteKey(finding)}>
      <p className="sum-note__head">
        {number !== null && (
          <span className="sum-note__number">
            <span className="sr-only">{t.note(number)}: </span>
            <span aria-hidden="true">{number}</span>
          </span>
        )}
        <VerdictTag verdict={verdict} /> <span className="quiet">{t.kinds[kind]}</span>
      </p>
      {!isPlaced && (
        <p className="small">
          {t.quoted}: <q {...langOfMinutes(language)}>{claim}</q>
        </p>
      )}
      <p {...langOfMinutes(language)}>{explanation}</p>
      {evidence.length > SHOWN ? (
        <details>
          <summary>{t.fromMany(evidence.length)}</summary>
          <Evidence finding={finding} municipality={municipality} />
        </details>
      ) : (
        evidence.length > 0 && (
          <div className="sum-note__evidence">
            <span>{t.from}: </span>
            <Evidence finding={finding} municipality={municipality} />
          </div>
        )
      )}
      {isPlaced && (
        <p className="sum-note__back">
          <a href={`#${claimKey(finding)}`} aria-label={number === null ? undefined : t.toPlaceOf(number)}>
            {t.toPlace}
          </a>
        </p>
      )}
    </div>
  );
}

function Evidence({ finding, municipality }: { finding: NumberedFinding; municipality: string }) {
  const { t, to, language } = useLanguage(findingMessages);
  return (
    <ul className="sum-evidence">
      {finding.evidence.map(({ text, elsewhere }, index) => {
        const words = text.length > 90 ? `${text.slice(0, 88).trimEnd()}…` : text;
        if (elsewhere === null)
          return (
            <li key={index}>
              <a href={`#${evidenceKey(finding, index)}`} {...langOfMinutes(language)}>
                {words}
              </a>
            </li>
          );
        const { item, committee, committeeName, date, sitting } = elsewhere;
        const at = { committee, date, sitting };
        return (
          <li key={index}>
            <q {...langOfMinutes(language)}>{words}</q>{" "}
            <a href={item ? to.item(municipality, { ...at, item }) : to.meeting(municipality, at)}>
              <span {...langOfMinutes(language)}>{committeeName}</span>, {longDate(date, language)}
              {item === null && `, ${t.outside}`}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
