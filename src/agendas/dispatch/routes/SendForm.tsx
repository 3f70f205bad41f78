import type { Recipient } from "#agendas/dispatch/recipients.ts";
import { type AgendaWarning, isHindrance } from "#agendas/agenda-warnings.ts";
import { useLanguage } from "../../../web/use-language.ts";
import { DeadlineText } from "../../routes/DeadlineText.tsx";
import { WarningText } from "../../routes/WarningText.tsx";
import { dispatchMessages } from "./dispatch-messages.ts";

type Item = { id: number; number: number; closed: boolean };

type Props = {
  municipality: { slug: string };
  meeting: { id: number; version: number; over: boolean };
  items: Item[];
  warnings: AgendaWarning[];
  /** What the box says yes to (`warningsKey`). */
  answers: string;
  recipients: Recipient[];
  guests: { name: string; email: string; itemId: number }[];
  deadline: string;
  today: string;
  late: boolean;
  hasMail: boolean;
  error: string | undefined;
};

/** What stands in the way, what to say yes to, what is sent to whom, and one button. */
export function SendForm(props: Props) {
  const { municipality, meeting, items, warnings, answers, recipients, guests, deadline, today, late, hasMail, error } =
    props;
  const { t, to } = useLanguage(dispatchMessages);
  const must = warnings.filter(isHindrance);
  const others = warnings.filter((warning) => !isHindrance(warning));
  const agenda = to.agenda(municipality.slug, meeting.id);
  return (
    <form method="post" className="dispatch">
      <input type="hidden" name="version" value={meeting.version} />
      {must.length > 0 && <Warnings title={t.mustSolve(must.length)} warnings={must} items={items} agenda={agenda} />}
      {others.length > 0 && (
        <Warnings title={t.lookAt(others.length)} warnings={others} items={items} agenda={agenda}>
          {must.length === 0 && (
            <div className={error ? "form-group form-error" : "form-group"}>
              <label className="tick" htmlFor="answered">
                <input
                  type="checkbox"
                  id="answered"
                  name="answered"
                  value={answers}
                  aria-describedby={error ? "answered-error" : undefined}
                />
                <span>{t.answer(others.length)}</span>
              </label>
              {error && (
                <span className="form-error-message" id="answered-error">
                  {error}
                </span>
              )}
            </div>
          )}
        </Warnings>
      )}
      {warnings.length === 0 && (
        <section>
          <h2>{t.allWell}</h2>
          <p>{t.allWellLead}</p>
        </section>
      )}
      <section>
        <h2>{t.facts}</h2>
        <dl className="dispatch-facts">
          <dt>{t.deadline}</dt>
          <dd>
            <DeadlineText deadline={deadline} today={today} />
            {late && <p>{t.late}</p>}
          </dd>
          <dt>{t.content}</dt>
          <dd>{t.items(items.length, items.filter(({ closed }) => closed).length)}</dd>
          <dt>{t.recipients(recipients.length)}</dt>
          <dd>
            <ul className="dispatch-people">
              {recipients.map(({ userId, name, role }) => (
                <li key={userId}>
                  {name} <span className="quiet">{t.roles[role]}</span>
                </li>
              ))}
            </ul>
            <p>{hasMail ? t.mail : t.noMail}</p>
          </dd>
          {guests.length > 0 && (
            <>
              <dt>{t.guests(guests.length)}</dt>
              <dd>
                <ul className="dispatch-people">
                  {guests.map(({ name, email, itemId }) => (
                    <li key={`${itemId} ${email}`}>
                      {name}{" "}
                      <span className="quiet">
                        {t.guestOf(items.find(({ id }) => id === itemId)?.number ?? 0)}, {email}
                      </span>
                    </li>
                  ))}
                </ul>
                {hasMail && <p>{t.guestsMail}</p>}
              </dd>
            </>
          )}
        </dl>
        <h2>{t.happens}</h2>
        <ul>
          {t.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      </section>
      <p className="dispatch-buttons">
        {must.length === 0 && !meeting.over && (
          <button type="submit" className="button button-primary">
            {t.send}
          </button>
        )}
        <a href={agenda}>{t.back}</a>
      </p>
    </form>
  );
}

type WarningsProps = {
  title: string;
  warnings: AgendaWarning[];
  items: Item[];
  agenda: string;
  children?: React.ReactNode;
};

function Warnings({ title, warnings, items, agenda, children }: WarningsProps) {
  const { t } = useLanguage(dispatchMessages);
  return (
    <section className="agenda-warnings">
      <h2>{title}</h2>
      <ul className="plain-list">
        {warnings.map((warning, index) => {
          const item = items.find(({ id }) => id === warning.item);
          return (
            // oxlint-disable-next-line react/no-array-index-key -- a code may stand there twice
            <li key={index}>
              {item ? <a href={`${agenda}#punkt-${item.id}`}>{t.ofItem(item.number)}</a> : <span>{t.whole}</span>}
              <WarningText warning={warning} />
            </li>
          );
        })}
      </ul>
      {children}
    </section>
  );
}
