import type { ComparedLine, ComparedPart } from "#papers/compare.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { versionMessages } from "./messages-versions.ts";

type Props = { parts: ComparedPart[]; from: string; to: string };

/**
 * Two versions side by side, and below each other where the screen is narrow. What was added or removed is marked by
 * colour and line, said to those who listen, and told apart in print.
 */
export function Comparison({ parts, from, to }: Props) {
  const { t } = useLanguage(versionMessages);
  const changes = parts.reduce((sum, part) => sum + part.changes, 0);
  return (
    <section className="comparison">
      <h2>{t.of(from, to)}</h2>
      <p>{changes === 0 ? t.noChanges : t.summary(changes)}</p>
      {parts
        .filter(({ lines }) => lines.length > 0)
        .map((part, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <Part key={index} part={part} from={from} to={to} />
        ))}
    </section>
  );
}

/** A part where nothing changed is folded together. */
function Part({ part: { heading, lines, changes }, from, to }: { part: ComparedPart; from: string; to: string }) {
  const { t, language } = useLanguage(versionMessages);
  const name = heading.kind === "section" ? heading.text : t[heading.kind];
  const lang = heading.kind === "section" ? langOfMinutes(language) : {};
  const table = <Lines caption={name} lines={lines} from={from} to={to} />;
  if (changes === 0)
    return (
      <details className="comparison__part">
        <summary>
          <span {...lang}>{name}</span>: {t.changes(0)}
        </summary>
        {table}
      </details>
    );
  return (
    <section className="comparison__part">
      <h3 {...lang}>{name}</h3>
      <p className="row-facts">{t.changes(changes)}</p>
      {table}
    </section>
  );
}

type LinesProps = { caption: string; lines: ComparedLine[]; from: string; to: string };

function Lines({ caption, lines, from, to }: LinesProps) {
  const { language } = useLanguage();
  return (
    <table className="comparison__table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{from}</th>
          <th scope="col">{to}</th>
        </tr>
      </thead>
      <tbody {...langOfMinutes(language)}>
        {lines.map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={index} className={`comparison__line comparison__line--${line.kind}`}>
            <Side words={line.before} />
            <Side words={line.after} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Side({ words }: { words: ComparedLine["before"] }) {
  const { t } = useLanguage(versionMessages);
  if (!words)
    return (
      <td className="comparison__nothing">
        <span className="sr-only">{t.nothing}</span>
      </td>
    );
  return (
    <td>
      {words.map(({ kind, text }, index) => {
        // oxlint-disable-next-line react/no-array-index-key
        if (kind === "same") return <span key={index}>{text}</span>;
        const Mark = kind === "added" ? "ins" : "del";
        return (
          // oxlint-disable-next-line react/no-array-index-key
          <Mark key={index}>
            <span className="sr-only">{kind === "added" ? t.added : t.removed} </span>
            {text}
            <span className="sr-only"> {t.endOf}</span>
          </Mark>
        );
      })}
    </td>
  );
}
