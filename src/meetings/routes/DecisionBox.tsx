import { OutcomeTag } from "../../web/components/OutcomeTag.tsx";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { ItemDecision, Voter } from "../item-queries.ts";
import { withParty } from "./Attendance.tsx";
import { meetingMessages } from "./messages.ts";
import { SectionText } from "./SectionText.tsx";

type Props = {
  decision: ItemDecision | null;
  isAgenda: boolean;
  municipality: string;
  /** Shows the parts ("Ad. 1") with their outcomes; not where they stand beside the recommendations. */
  withParts: boolean;
};

/** What was decided, first on the page: tag, words, who was missing, who could not support it. */
export function DecisionBox({ decision, isAgenda, municipality, withParts }: Props) {
  const { t, language } = useLanguage(meetingMessages);
  const minutesLang = langOfMinutes(language);
  return (
    <section className={`decision ${decision ? `outcome--${decision.outcome}` : "outcome--other"}`} id="beslutning">
      <div className="decision__head">
        <h2>{t.decision}</h2>
        {decision && <OutcomeTag outcome={decision.outcome} />}
      </div>
      {!decision && <p className="quiet">{isAgenda ? t.noDecision : t.noDecisionRead}</p>}
      {decision && decision.text !== "" && (
        <div className="decision__text" {...minutesLang}>
          <SectionText text={withoutDissents(decision)} />
        </div>
      )}
      {decision && withParts && decision.parts.length > 1 && (
        <ul className="decision__parts">
          {decision.parts.map((part) => (
            <li key={part.number}>
              {t.part(part.number)} <OutcomeTag outcome={part.outcome} />
            </li>
          ))}
        </ul>
      )}
      {decision && <Absences people={decision.attendance} municipality={municipality} />}
      {decision && <Dissents decision={decision} municipality={municipality} />}
    </section>
  );
}

function Absences({ people, municipality }: { people: Voter[]; municipality: string }) {
  const { t, to } = useLanguage(meetingMessages);
  const words = {
    excused: t.absences.excused,
    absent: t.absences.absent,
    substitute: t.substitute,
    present: t.present,
  };
  const groups = [...Map.groupBy(people, ({ attendance }) => attendance)];
  if (groups.length === 0) return null;
  return (
    <ul className="decision__people">
      {groups.map(([attendance, people]) => (
        <li key={attendance}>
          {words[attendance]}:{" "}
          {people.map((person, index) => (
            <span key={person.slug}>
              {index > 0 && ", "}
              <a href={to.person(municipality, person.slug)}>{withParty(person)}</a>
              {person.substituteFor && ` ${t.substituteFor(person.substituteFor)}`}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** The decision's words but those that are quoted as dissent. */
export function withoutDissents({ text, dissents }: ItemDecision): string {
  return dissents.reduce((rest, dissent) => rest.replace(dissent.text, ""), text);
}

/** The minority's words, quoted (styrelsesloven § 13, stk. 2). */
export function Dissents({ decision, municipality }: { decision: ItemDecision; municipality: string }) {
  const { t, to, language } = useLanguage(meetingMessages);
  return decision.dissents.map(({ text, by }) => (
    <figure key={text} className="dissent">
      <figcaption>
        {t.dissent}
        {by.map(({ name, slug }, index) => (
          <span key={name}>
            {index === 0 ? ": " : ", "}
            {slug ? <a href={to.person(municipality, slug)}>{name}</a> : name}
          </span>
        ))}
      </figcaption>
      <blockquote {...langOfMinutes(language)}>{text}</blockquote>
    </figure>
  ));
}
