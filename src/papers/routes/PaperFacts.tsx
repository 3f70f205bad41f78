import { longDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/paper";
import { paperMessages } from "./messages.ts";

/** Whose the paper is, by when, why it is closed, and when it was changed. */
export function PaperFacts({ data }: { data: Route.ComponentProps["loaderData"] }) {
  const { municipality, paper, head, may } = data;
  const { t, to, language } = useLanguage(paperMessages);
  return (
    <section className="paper-facts" aria-label={t.editHead}>
      <dl>
        <div>
          <dt>{t.responsible}</dt>
          <dd>{head.responsible}</dd>
        </div>
        {head.deadline && (
          <div>
            <dt>{t.deadline}</dt>
            <dd>{longDate(head.deadline, language)}</dd>
          </div>
        )}
        {head.closedGround && (
          <div>
            <dt>{t.closedGround}</dt>
            <dd {...langOfMinutes(language)}>{head.closedGround}</dd>
          </div>
        )}
      </dl>
      <p className="row-facts">
        <span>{t.created(head.created)}</span>
        <span>{t.changed(head.changed)}</span>
        {may.edit && <a href={to.paperHead(municipality.slug, paper.id)}>{t.editHead}</a>}
      </p>
    </section>
  );
}
