import type { FileSummary } from "#import-review/queries.ts";
import { longDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { importMessages } from "./messages.ts";
import { StateTag } from "./StateTag.tsx";

type Props = { municipality: string; batch: number; file: FileSummary; mayReview: boolean };

/** One file of an upload: how far it is, what was read in it, and what stands in the way. */
export function FileRow({ municipality, batch, file, mayReview }: Props) {
  const { t, to, language } = useLanguage(importMessages);
  const { id, name, state, summary, message, corrections, result, known, meeting } = file;
  const open = mayReview && summary !== null;
  const ready = state === "read" && summary?.hindrance === null;
  const doubts = summary && [
    ...(summary.doubtful > 0 ? [t.doubtful(summary.doubtful)] : []),
    ...(summary.unsure > 0 ? [t.unsure(summary.unsure)] : []),
  ];
  return (
    <li className="file-row">
      <span className="file-row__choice">
        {ready && (
          <input
            type="checkbox"
            name="file"
            value={id}
            defaultChecked
            aria-label={t.chooseFile(name)}
            id={`fil-${id}`}
          />
        )}
      </span>
      <div>
        <p className="file-row__name">
          {open ? <a href={to.importFile(municipality, batch, id)}>{name}</a> : name} <StateTag state={state} />
        </p>
        {summary && (
          <p className="row-facts">
            {summary.committee !== null && <span {...langOfMinutes(language)}>{summary.committee}</span>}
            {summary.date !== null && <span>{longDate(summary.date, language)}</span>}
            <span>{t.points(summary.items)}</span>
            {corrections > 0 && <span>{t.corrections(corrections)}</span>}
          </p>
        )}
        {doubts && state === "read" && (
          <p className={doubts.length > 0 ? "file-row__doubts" : "row-facts"}>
            {doubts.length > 0 ? doubts.join(" · ") : t.allSure}
          </p>
        )}
        {state === "read" && known && <p className="row-facts">{t.known}</p>}
        {state === "read" && summary?.hindrance && (
          <p className="file-row__fault">{t.hindrance[summary.hindrance](summary.municipality ?? "")}</p>
        )}
        {message !== null && (
          <p className="file-row__fault" {...langOfMinutes(language)}>
            {message}
          </p>
        )}
        {state === "imported" && result !== null && (
          <p className="row-facts">
            <span>{t.result[result]}</span>
            {meeting && <a href={to.meeting(municipality, meeting)}>{t.inArchive}</a>}
          </p>
        )}
      </div>
      <button
        type="submit"
        name="discard"
        value={id}
        className="button button-tertiary file-row__discard"
        aria-label={t.discardFile(name)}
      >
        {t.discardShort}
      </button>
    </li>
  );
}
