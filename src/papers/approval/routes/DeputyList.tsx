import type { Deputy } from "#papers/approval/deputy-queries.ts";
import { longDate } from "../../../web/formats.ts";
import { useLanguage } from "../../../web/use-language.ts";
import { deputyMessages } from "./messages-deputies.ts";

type Shown = Deputy & { isNow: boolean };

/** Who acts for the person, each with a button that ends it, and for whom the person acts. */
export function DeputyList({ place }: { place: { slug: string; mayHave: boolean; mine: Shown[]; others: Shown[] } }) {
  const { t, language } = useLanguage(deputyMessages);
  const period = ({ fromOn, untilOn, isNow }: Shown) => (
    <span className="row-facts">
      {t.period(longDate(fromOn, language), longDate(untilOn, language))}
      {isNow && <strong className="work-mark">{t.now}</strong>}
    </span>
  );
  return (
    <>
      {place.mayHave && (
        <>
          <h2>{t.mine}</h2>
          {place.mine.length === 0 && (
            <p>
              {t.none}. {t.noneLead}
            </p>
          )}
          <ul className="rows">
            {place.mine.map((one) => (
              <li key={one.id}>
                <form method="post" className="form-row">
                  <span>
                    {one.deputy.name}
                    {period(one)}
                  </span>
                  <input type="hidden" name="municipality" value={place.slug} />
                  <input type="hidden" name="id" value={one.id} />
                  <button
                    type="submit"
                    name="do"
                    value="end"
                    className="button button-tertiary"
                    aria-label={t.endOf(one.deputy.name)}
                  >
                    {t.end}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </>
      )}
      {place.others.length > 0 && (
        <>
          <h2>{t.iAmFor}</h2>
          <ul className="rows">
            {place.others.map((one) => (
              <li key={one.id}>
                {t.forPerson(one.person.name)}
                {period(one)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
