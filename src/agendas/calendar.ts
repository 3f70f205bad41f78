import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { MailLanguage } from "#database/schema-identity.ts";
import type { PlannedMeetingOfCommittee } from "./plan-queries.ts";

/**
 * Meetings as an iCalendar file (RFC 5545) that calendars can subscribe to. A meeting keeps its identity when it is moved,
 * and one that is cancelled says so, so that it is crossed out where it stands. `home`: where people find the portal.
 */
export function calendarFile(
  name: string,
  meetings: PlannedMeetingOfCommittee[],
  {
    home,
    municipality,
    address,
    language = "da",
  }: { home: string; municipality: string; address: (committee: string) => string; language?: MailLanguage },
): string {
  const calendar = newCalendar(name, language);
  const t = words[language];
  const { hostname } = new URL(home);
  for (const { id, committee, startsAt, endsAt, place, cancelled, extraordinary, reason, version } of meetings)
    calendar.createEvent({
      id: `${municipality}-${id}@${hostname}`,
      sequence: version,
      summary: `${cancelled ? t.cancelled : ""}${committee.name}${extraordinary ? t.extraordinary : ""}`,
      start: startsAt,
      end: endsAt ?? new Date(startsAt.getTime() + 2 * 60 * 60 * 1000),
      location: place,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      url: home + address(committee.slug),
      ...(reason && { description: reason }),
    });
  return calendar.toString();
}

/** An empty calendar that people put into their own; nobody is asked to answer it. */
export const newCalendar = (name: string, language: MailLanguage) =>
  ical({
    name,
    prodId: { company: "Sagsgang", product: "Sagsgang", language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 6 * 60 * 60,
  });

const words = {
  da: { cancelled: "Aflyst: ", extraordinary: " (ekstraordinært møde)" },
  en: { cancelled: "Cancelled: ", extraordinary: " (extraordinary meeting)" },
} satisfies Record<MailLanguage, unknown>;
