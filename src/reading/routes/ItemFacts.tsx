import type { AgendaItem } from "#documents/model.ts";
import { Icon } from "../../web/components/Icon.tsx";
import { shortDate } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { readingMessages } from "./messages.ts";

/** What is said of an item above its text: case number, time, guests, why it is closed, late or withdrawn. */
export function ItemFacts({ item }: { item: AgendaItem }) {
  const { t, language } = useLanguage(readingMessages);
  const lang = langOfMinutes(language);
  const { closed, closedGround, reference, startsAt, minutes, guests, lateReason, cameWith, withdrawn } = item;
  const time = (value: string) => (language === "da" ? value.replace(":", ".") : value);
  return (
    <>
      <ul className="facts item-facts">
        {closed && (
          <li className="closed-tag">
            <Icon name="lock" />
            {t.closed}
            {closedGround && <span {...lang}>: {closedGround}</span>}
          </li>
        )}
        {cameWith > 0 && <li>{t.addendum(cameWith)}</li>}
        {reference && (
          <li>
            {t.caseNumber} {reference}
          </li>
        )}
        {(startsAt || minutes) && (
          <li>
            <Icon name="time" />
            {[startsAt && t.clock(time(startsAt), null), minutes && t.minutes(minutes)].filter(Boolean).join(", ")}
          </li>
        )}
      </ul>
      {guests.length > 0 && (
        <p className="item-guests">
          <strong>{t.guests}:</strong>{" "}
          <span {...lang}>
            {guests
              .map(({ name, from, until }) => (from ? `${name} (${t.clock(time(from), until && time(until))})` : name))
              .join(", ")}
          </span>
        </p>
      )}
      {lateReason && (
        <p className="notice">
          <span>
            <strong>{t.late}:</strong> <span {...lang}>{lateReason}</span>
          </span>
        </p>
      )}
      {withdrawn && (
        <p className="notice notice--withdrawn">
          <span>
            <strong>{t.withdrawnWith(withdrawn.with)}.</strong> <span {...lang}>{withdrawn.reason}</span>
          </span>
        </p>
      )}
    </>
  );
}

/** The bodies that treat the case, in order. */
export function ItemWay({ path, committee }: { path: AgendaItem["path"]; committee: string }) {
  const { t, language } = useLanguage(readingMessages);
  if (path.length < 2) return null;
  return (
    <section className="way">
      <h3>{t.path}</h3>
      <ol {...langOfMinutes(language)}>
        {path.map((step, index) => (
          <li key={index} aria-current={step.committee === committee ? "step" : undefined}>
            <span>{step.committee}</span>{" "}
            <span className="row-facts">
              {[t.treatment[step.role], step.date && shortDate(step.date, language), step.result]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
