import { Fragment } from "react";
import { RichText } from "../../web/components/RichText.tsx";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Route } from "./+types/paper";
import { paperMessages } from "./messages.ts";

type Data = Route.ComponentProps["loaderData"];

/** The paper as it is read: its sections, with the Indstilling after the Resumé. */
export function PaperText({ data }: { data: Data }) {
  const summary = data.sections.findIndex(({ role }) => role === "summary");
  return (
    <>
      {summary === -1 && <Recommendation data={data} />}
      {data.sections.map((section, index) => (
        <Fragment key={section.id}>
          <Section data={data} section={section} />
          {index === summary && <Recommendation data={data} />}
        </Fragment>
      ))}
    </>
  );
}

function Section({ data, section }: { data: Data; section: Data["sections"][number] }) {
  const { municipality, paper, may } = data;
  const { t, to, language } = useLanguage(paperMessages);
  const lang = langOfMinutes(language);
  return (
    <section className="paper-section" id={`afsnit-${section.id}`}>
      <div className="paper-section__head">
        <h2 {...lang}>{section.heading}</h2>
        {may.edit && (
          <a
            href={to.paperSection(municipality.slug, paper.id, section.id)}
            aria-label={t.editSection(section.heading)}
          >
            {t.edit}
          </a>
        )}
      </div>
      {section.updatedBy === null ? (
        <p className="quiet">
          {t.emptySection} {section.required && <strong>{t.required}.</strong>}
        </p>
      ) : (
        <>
          <div {...lang}>
            <RichText text={section.body} suggestions="shown" />
          </div>
          {section.saved && (
            <p className="row-facts paper-section__saved">{t.savedBy(section.updatedBy, section.saved)}</p>
          )}
        </>
      )}
    </section>
  );
}

function Recommendation({ data }: { data: Data }) {
  const { municipality, paper, may, recommendations, path } = data;
  const { t, to, language } = useLanguage(paperMessages);
  const lang = langOfMinutes(language);
  const isForMany = path.length > 1;
  return (
    <section className="paper-section" id="indstilling">
      <div className="paper-section__head">
        <h2>{t.recommendation}</h2>
        {may.edit && (
          <a href={to.paperRecommendations(municipality.slug, paper.id)} aria-label={t.editRecommendation}>
            {t.edit}
          </a>
        )}
      </div>
      {recommendations.length === 0 ? (
        <p className="quiet">{t.noRecommendation}</p>
      ) : (
        <ol className="paper-points">
          {recommendations.map(({ number, text, committee }) => (
            <li key={number} value={number}>
              <span {...lang}>{text}</span>
              {isForMany && (
                <span className="paper-points__for" {...(committee && lang)}>
                  {committee ? t.to(committee) : t.toAll}
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
