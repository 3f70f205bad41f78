import type { Message } from "#mail/mail.ts";
import { calendarFile } from "../calendar.ts";
import type { PlannedMeetingOfCommittee } from "../plan-queries.ts";

/** What a mail tells, and to whom. Nothing of what stands in an item is in it. */
export type DispatchNotice = {
  kind: "dispatch" | "moved" | "cancelled";
  /** 0: the agenda; else the addendum's number. */
  number: number;
  to: { name: string; email: string };
  role: string;
  municipality: { slug: string; name: string };
  meeting: PlannedMeetingOfCommittee;
  items: number;
  late: boolean;
};

/** Where the portal is, and the addresses in it that a mail names. */
export type Addresses = {
  /** "https://moeder.eksempel.dk". */
  home: string;
  reading: (municipality: string, meetingId: number) => string;
  plan: (municipality: string, committee: string) => string;
};

/**
 * A mail to one recipient, with the meeting as a calendar file. It has the identity the subscribed calendars have (PUBLISH,
 * the same UID, the plan's version as SEQUENCE), so a later mail moves or crosses out what stands in the calendar already;
 * REQUEST would ask politicians to answer a mailbox that nobody reads.
 */
export function dispatchMail(notice: DispatchNotice, { home, reading, plan }: Addresses): Message {
  const { meeting, municipality, to } = notice;
  const calendar = calendarFile(meeting.committee.name, [meeting], {
    home,
    municipality: municipality.slug,
    address: (committee) => plan(municipality.slug, committee),
  });
  return {
    to,
    subject: subjectOf(notice),
    text: [
      `Kære ${to.name}`,
      ...bodyOf(notice),
      `Møde: ${when(meeting)}\nSted: ${meeting.place}`,
      ...(notice.kind === "cancelled"
        ? []
        : [`Læs dagsordenen her (du skal logge ind):\n${home}${reading(municipality.slug, meeting.id)}`]),
      "Mødet ligger ved som kalenderfil. Åbn den for at lægge mødet i din kalender eller rette det, der står der.",
      `${reasons[notice.role] ?? reasons["member"]}\n${municipality.name}`,
    ].join("\n\n"),
    attachments: [
      { filename: "moede.ics", contentType: "text/calendar; charset=utf-8; method=PUBLISH", content: calendar },
    ],
  };
}

const reasons: Record<string, string> = {
  member: "Du får mailen, fordi du er medlem af udvalget.",
  substitute: "Du får mailen, fordi du er stedfortræder i udvalget.",
  mayor: "Du får mailen, fordi borgmesteren får alle udvalgs dagsordener.",
};

function subjectOf({ kind, number, meeting }: DispatchNotice): string {
  const what = `${meeting.committee.name} ${day(meeting.date)}`;
  if (kind === "moved") return `Møde ændret: ${what}`;
  if (kind === "cancelled") return `Møde aflyst: ${what}`;
  return number === 0 ? `Dagsorden: ${what}` : `Tillægsdagsorden ${number}: ${what}`;
}

function bodyOf({ kind, number, meeting, items, late }: DispatchNotice): string[] {
  const { committee, reason, movedFrom } = meeting;
  const because = reason ? ` Begrundelse: ${reason}` : "";
  if (kind === "cancelled") return [`Mødet i ${committee.name} er aflyst.${because}`];
  if (kind === "moved")
    return [
      `Mødet i ${committee.name} er ændret${movedFrom ? `. Det skulle have været ${day(movedFrom)}` : ""}.${because}`,
    ];
  const count = items === 1 ? "1 punkt" : `${items} punkter`;
  if (number === 0)
    return [
      `Dagsordenen for mødet i ${committee.name} er klar. Den har ${count}.${late ? " Den er sendt efter fristen." : ""}`,
    ];
  return [
    `Der er kommet tillægsdagsorden ${number} til mødet i ${committee.name}. Hvad der er nyt, ændret eller trukket tilbage, er mærket, og ingen punkter har fået nyt nummer.`,
  ];
}

const weekday = new Intl.DateTimeFormat("da-DK", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

const day = (date: string): string => weekday.format(new Date(`${date}T00:00:00Z`));

const when = ({ date, start, end }: PlannedMeetingOfCommittee): string =>
  `${day(date)} kl. ${start.replace(":", ".")}${end ? `-${end.replace(":", ".")}` : ""}`;
