import type { PaperForAgenda } from "#agendas/agenda-building-queries.ts";
import { EmptyState } from "../../web/components/EmptyState.tsx";
import { Icon } from "../../web/components/Icon.tsx";
import { shortDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { buildingMessages } from "./agenda-messages.ts";

type Props = { papers: PaperForAgenda[]; municipality: string; version: number };

const isReady = ({ state }: PaperForAgenda) => state === "ready" || state === "dispatched";

/** The papers that wait for this committee: those that are ready, and, folded, those that are not yet. */
export function PapersToAdd({ papers, municipality, version }: Props) {
  const { t } = useLanguage(buildingMessages);
  const ready = papers.filter(isReady);
  const waiting = papers.filter((paper) => !isReady(paper));
  return (
    <section className="agenda-ready">
      <h2>
        {t.ready} ({ready.length})
      </h2>
      <form method="post">
        <input type="hidden" name="version" value={version} />
        {ready.length === 0 ? (
          <EmptyState title={t.noReady}>
            <p>{t.noReadyHelp}</p>
          </EmptyState>
        ) : (
          <PaperRows papers={ready} municipality={municipality} />
        )}
        {waiting.length > 0 && (
          <details className="agenda-waiting">
            <summary>{t.notReady(waiting.length)}</summary>
            <PaperRows papers={waiting} municipality={municipality} />
          </details>
        )}
      </form>
    </section>
  );
}

function PaperRows({ papers, municipality }: { papers: PaperForAgenda[]; municipality: string }) {
  const { t, to, language } = useLanguage(buildingMessages);
  return (
    <ul className="rows agenda-papers">
      {papers.map(({ id, title, reference, closed, state, responsible, deadline, role, plannedHere }) => (
        <li key={id}>
          <p className="row-title" {...langOfMinutes(language)}>
            <a href={to.paper(municipality, id)}>{title}</a>
          </p>
          <p className="row-facts">
            <span>{reference}</span>
            <span>{t.roles[role]}</span>
            {closed && (
              <span>
                <Icon name="lock" /> {t.closed}
              </span>
            )}
            {state !== "ready" && <span>{t.states[state]}</span>}
            {plannedHere && <span>{t.plannedHere}</span>}
            {deadline && <span>{t.due(shortDate(deadline, language))}</span>}
            <span>{responsible}</span>
          </p>
          <button type="submit" name="do" value={`add:${id}`} className="button button-secondary">
            {t.add} <span className="sr-only">{title}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
