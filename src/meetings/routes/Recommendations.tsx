import { OutcomeTag } from "../../web/components/OutcomeTag.tsx";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { ItemDecision, ItemLists } from "../item-queries.ts";
import { InlineText } from "./InlineText.tsx";
import { meetingMessages } from "./messages.ts";

type Props = { recommendations: ItemLists["recommendations"]; decision: ItemDecision | null };

/** What was recommended, and beside each point what was decided on it. */
export function Recommendations({ recommendations, decision }: Props) {
  const { t, language } = useLanguage(meetingMessages);
  const minutesLang = langOfMinutes(language);
  const by = recommendations[0]?.by;
  if (recommendations.length === 0) return null;
  const parts = decision?.parts ?? [];
  return (
    <section id="indstilling">
      <h2>{decision ? t.recommendedAndDecided : t.recommendation}</h2>
      {by && <p>{t.recommendedBy(by)}</p>}
      <ol className="pairs" {...minutesLang}>
        {recommendations.map(({ number, text }, index) => {
          const part = parts.find((part) => part.number === (number ?? index + 1));
          return (
            <li key={text}>
              <span className="pairs__number">{number !== null && `${number}.`}</span>
              <span className="pairs__text">
                <InlineText text={text} />
              </span>
              {part && (
                <span className="pairs__decided">
                  <span className="sr-only">{t.decided}: </span>
                  <OutcomeTag outcome={part.outcome} />
                  {part.text.includes(" ") && <span className="pairs__words">{part.text}</span>}
                </span>
              )}
              {!part && decision && index === 0 && parts.length === 0 && (
                <span className="pairs__decided">
                  <span className="sr-only">{recommendations.length > 1 ? t.asAWhole : t.decided}: </span>
                  <OutcomeTag outcome={decision.outcome} />
                  {recommendations.length > 1 && <span className="pairs__words">{t.asAWhole}</span>}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
