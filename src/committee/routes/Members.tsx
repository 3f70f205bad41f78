import { Table } from "../../web/components/Table.tsx";
import { shortDate } from "../../web/formats.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { Member } from "../members.ts";
import { committeeMessages } from "./messages.ts";

type Props = { members: Member[]; substitutes: Member[]; municipality: string };

/** Who sat on the committee, for which party, from when to when, and how often they came. */
export function Members({ members, substitutes, municipality }: Props) {
  const { t, to, language } = useLanguage(committeeMessages);
  if (members.length === 0) return null;
  return (
    <section id="medlemmer">
      <h2>
        {t.members} <span className="count">{members.length}</span>
      </h2>
      <p className="small quiet">{t.membersLead}</p>
      <Table caption={t.members} hideCaption>
        <thead>
          <tr>
            <th scope="col">{t.member}</th>
            <th scope="col">{t.parties}</th>
            <th scope="col">{t.period}</th>
            <th scope="col" className="number">
              {t.attendance}
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map(({ slug, name, parties, first, last, seats, present }) => (
            <tr key={slug}>
              <th scope="row">
                <a href={to.person(municipality, slug)}>{name}</a>
              </th>
              <td>{parties.join(t.later)}</td>
              <td>
                {first === last
                  ? shortDate(first, language)
                  : `${shortDate(first, language)} – ${shortDate(last, language)}`}
              </td>
              <td className="number">{t.attended(present, seats)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {substitutes.length > 0 && (
        <>
          <h3>
            {t.substitutes} <span className="count">{substitutes.length}</span>
          </h3>
          <Table caption={t.substitutes} hideCaption>
            <thead>
              <tr>
                <th scope="col">{t.member}</th>
                <th scope="col">{t.parties}</th>
                <th scope="col" className="number">
                  {t.asSubstitute}
                </th>
              </tr>
            </thead>
            <tbody>
              {substitutes.map(({ slug, name, parties, substitute }) => (
                <tr key={slug}>
                  <th scope="row">
                    <a href={to.person(municipality, slug)}>{name}</a>
                  </th>
                  <td>{parties.join(t.later)}</td>
                  <td className="number">{substitute}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </>
      )}
    </section>
  );
}
