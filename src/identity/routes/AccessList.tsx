import { dayInDenmark } from "#follow-up/due-state.ts";
import type { AccessRow } from "#identity/access-queries.ts";
import { Table } from "../../web/components/Table.tsx";
import { shortDate } from "../../web/formats.ts";
import { useLanguage } from "../../web/use-language.ts";
import { accessMessages } from "./messages-access.ts";

/** Who may what, a row a role, with a button that ends it; of what has ended when, and by whom. */
export function AccessList({ rows, caption }: { rows: AccessRow[]; caption: string }) {
  const { t, language } = useLanguage(accessMessages);
  const day = (date: string) => shortDate(date, language);
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t.person}</th>
          <th scope="col">{t.role}</th>
          <th scope="col">{t.where}</th>
          <th scope="col">{t.period}</th>
          <th scope="col">{t.end}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.grantId}>
            <th scope="row">
              {row.name}
              <span className="row-facts">
                {row.email}
                {!row.canSignIn && !row.ended && <span>{t.notYet}</span>}
              </span>
            </th>
            <td>{t.roles[row.role]}</td>
            <td>
              {row.committee ?? t.wholeMunicipality}
              {row.item && (
                <span className="row-facts">
                  {day(row.item.date)}, {row.item.title ?? t.untold}
                </span>
              )}
            </td>
            <td>
              {row.untilOn === null ? t.since(day(row.fromOn)) : t.fromTo(day(row.fromOn), day(row.untilOn))}
              {row.coming && !row.ended && <span className="row-facts">{t.coming}</span>}
            </td>
            <td>{row.ended ? <Ended {...row.ended} /> : <EndRole row={row} />}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function EndRole({ row }: { row: AccessRow }) {
  const { t } = useLanguage(accessMessages);
  return (
    <form method="post">
      <input type="hidden" name="grant" value={row.grantId} />
      <button
        type="submit"
        name="do"
        value="end"
        className="button button-tertiary"
        aria-label={t.endOf(t.roles[row.role], row.name)}
      >
        {t.end}
      </button>
    </form>
  );
}

function Ended({ at, by }: NonNullable<AccessRow["ended"]>) {
  const { t, language } = useLanguage(accessMessages);
  if (!at) return t.passed;
  return t.endedOn(shortDate(dayInDenmark(new Date(at)), language), by);
}
