import type { OwnSession } from "#identity/session-operations.ts";
import { useLanguage } from "../../web/use-language.ts";
import { accountMessages } from "./messages-account.ts";

type Props = { sessions: (Omit<OwnSession, "userAgent"> & { device: string | null })[] };

const formatOf = (locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: "Europe/Copenhagen" });
const formats = { da: formatOf("da-DK"), en: formatOf("en-GB") };

/** Where a person is signed in, with a button for each place but this one. */
export function SessionList({ sessions }: Props) {
  const { t, language } = useLanguage(accountMessages);
  const time = (at: Date) => formats[language].format(new Date(at));
  return (
    <section>
      <h2>{t.sessions}</h2>
      <p>{t.sessionsLead}</p>
      <ul className="rows rows--small">
        {sessions.map(({ id, device, own, began, lastUsed, address }) => (
          <li key={id}>
            <form method="post" className="form-row">
              <span>
                {device ?? t.unknownDevice} {own && <b>({t.thisDevice})</b>}
                <span className="row-facts">
                  <span>{t.signedInAt(time(began))}</span> <span>{t.lastUsedAt(time(lastUsed))}</span>{" "}
                  {address && <span>{t.from(address)}</span>}
                </span>
              </span>
              {!own && (
                <>
                  <input type="hidden" name="id" value={id} />
                  <button
                    type="submit"
                    name="do"
                    value="end-session"
                    className="button button-tertiary"
                    aria-label={t.endSessionOf(device ?? t.unknownDevice, time(began))}
                  >
                    {t.endSession}
                  </button>
                </>
              )}
            </form>
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post">
          <button type="submit" name="do" value="end-session" className="button button-secondary">
            {t.endOthers}
          </button>
        </form>
      )}
    </section>
  );
}
