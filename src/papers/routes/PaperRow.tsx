import type { ListedPaper } from "#papers/list-queries.ts";
import { Icon } from "../../web/components/Icon.tsx";
import { shortDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { paperMessages } from "./messages.ts";
import { PaperState } from "./PaperState.tsx";

/** A paper in a list: title, where it stands and goes next, whose it is and by when. */
export function PaperRow({ municipality, paper }: { municipality: string; paper: Omit<ListedPaper, "updatedAt"> }) {
  const { t, to, language } = useLanguage(paperMessages);
  const lang = langOfMinutes(language);
  const { next } = paper;
  return (
    <li className="paper-row">
      <div>
        <h2 className="row-title">
          <a href={to.paper(municipality, paper.id)} {...lang}>
            {paper.title}
          </a>
        </h2>
        <p className="row-facts">
          <span>{paper.reference}</span>
          <span {...lang}>
            {next ? t.next(next.committee, next.date && shortDate(next.date, language)) : paper.committee}
          </span>
          <span>{paper.responsible}</span>
          {paper.deadline && (
            <span>
              {t.deadline} {shortDate(paper.deadline, language)}
            </span>
          )}
          {paper.overdue && (
            <strong className="overdue">
              <Icon name="warning" />
              {t.overdue}
            </strong>
          )}
        </p>
      </div>
      <PaperState state={paper.state} closed={paper.closed} />
    </li>
  );
}
