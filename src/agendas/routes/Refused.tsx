import type { AgendaChange, AgendaRefusal } from "#agendas/agenda-change.ts";
import { Icon } from "../../web/components/Icon.tsx";
import { moment } from "../../web/formats.ts";
import { langOfMinutes } from "../../web/language.ts";
import { useLanguage } from "../../web/use-language.ts";
import { buildingMessages } from "./agenda-messages.ts";

type Props = { refused: AgendaRefusal; changes: AgendaChange[] };

/** Says why an agenda was not changed, and what others did to it in the meantime. */
export function Refused({ refused, changes }: Props) {
  const { t, language } = useLanguage(buildingMessages);
  return (
    <div className="error-summary" role="alert" tabIndex={-1} id="fejl">
      <p className="error-summary__title">
        <Icon name="warning" />
        {t.refusals[refused]}
      </p>
      {changes.length > 0 && (
        <>
          <p>{t.whatChanged}:</p>
          <ul>
            {changes.map(({ at, by, action, title }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- the list is made once
              <li key={index} {...langOfMinutes(language)}>
                {t.change(by, action, title)} ({moment(at, language)})
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
