import type { AccessRow } from "#identity/access-queries.ts";
import { Table } from "../../web/components/Table.tsx";
import { count, shortDate } from "../../web/formats.ts";
import { useLanguage } from "../../web/use-language.ts";
import { accessMessages } from "./messages-access.ts";

/** Who may what, a row a role, with a button that ends it. */
export function AccessList({ people }: { people: AccessRow[] }) {
  const { t, language } = useLanguage(accessMessages);
  return (
    <Table caption={`${count(people.length, language)} ${t.invited(people.length)}`}>
      <thead>
        <tr>
          <th scope="col">{t.person}</th>
          <th scope="col">{t.role}</th>
          <th scope="col">{t.where}</th>
          <th scope="col">{t.until}</th>
          <th scope="col">{t.end}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((row) => (
          <tr key={row.grantId}>
            <th scope="row">
              {row.name}
              <span className="row-facts">
                {row.email}
                {!row.canSignIn && <span>{t.notYet}</span>}
              </span>
            </th>
            <td>{t.roles[row.role]}</td>
            <td>{row.committee ?? t.wholeMunicipality}</td>
            <td>{row.untilOn && shortDate(row.untilOn, language)}</td>
            <td>
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
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
