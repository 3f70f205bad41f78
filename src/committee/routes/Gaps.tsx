import { rangesText, type YearOfCommittee } from "#archive/gaps.ts";
import { Table } from "../../web/components/Table.tsx";
import { count, listing, shortDate } from "../../web/formats.ts";
import { useLanguage } from "../../web/use-language.ts";
import { committeeMessages } from "./messages.ts";

type Year = YearOfCommittee & { outside: number };

/** What the archive has of the committee, year by year, and what it can tell that it lacks. */
export function Gaps({ years }: { years: Year[] }) {
  const { t, language } = useLanguage(committeeMessages);
  if (years.length === 0) return null;
  return (
    <section id="mangler">
      <h2>{t.gaps}</h2>
      <p className="small quiet">{t.gapsLead}</p>
      <Table caption={t.gaps} hideCaption>
        <thead>
          <tr>
            <th scope="col">{t.year}</th>
            <th scope="col" className="number">
              {t.meetingsHere}
            </th>
            <th scope="col">{t.itemsHere}</th>
            <th scope="col">{t.itemsMissing}</th>
            <th scope="col">{t.meetingsMissing}</th>
            <th scope="col" className="number">
              {t.referencesOutside}
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year.year}>
              <th scope="row">{year.year}</th>
              <td className="number">{count(year.meetings, language)}</td>
              <td className="nowrap">{itemsHere(year, t)}</td>
              <td>
                {year.missingItems > 0 ? t.missing(count(year.missingItems, language), rangesText(year.missing)) : "0"}
              </td>
              <td>
                {year.missingMeetings > 0 ? t.atLeast(year.missingMeetings) : "0"}
                {year.missingDays.length > 0 &&
                  `: ${listing(
                    year.missingDays.map((day) => shortDate(day, language)),
                    language,
                  )}`}
              </td>
              <td className="number">{count(year.outside, language)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

/** "36-51 af mindst 100" */
function itemsHere({ seen, atLeast, numberedPerMeeting }: Year, t: (typeof committeeMessages)["da"]): string {
  if (numberedPerMeeting) return t.numberedPerMeeting;
  if (seen.length === 0) return atLeast === null ? t.noNumbers : t.noneOf(atLeast);
  return t.seenOf(rangesText(seen), atLeast ?? 0);
}
