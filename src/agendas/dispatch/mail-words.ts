import type { MailLanguage } from "#database/schema-identity.ts";

/** What mails about agendas say. Names of committees, places and reasons are the municipality's own, as they were written. */
type Words = {
  greeting: (name: string) => string;
  subject: {
    agenda: (meeting: string) => string;
    addendum: (number: number, meeting: string) => string;
    moved: (meeting: string) => string;
    cancelled: (meeting: string) => string;
    invited: (meeting: string) => string;
    changed: (meeting: string) => string;
    withdrawn: (meeting: string) => string;
  };
  agenda: (committee: string, items: number) => string;
  late: string;
  addendum: (number: number, committee: string) => string;
  moved: (committee: string) => string;
  movedFrom: (day: string) => string;
  cancelled: (committee: string) => string;
  because: (reason: string) => string;
  /** `item`: its title; null for a closed one, of which nothing is said. */
  invited: (committee: string, item: string | null) => string;
  changed: (committee: string, item: string | null) => string;
  withdrawn: (committee: string, item: string | null) => string;
  guestMoved: (committee: string, item: string | null) => string;
  guestCancelled: (committee: string, item: string | null) => string;
  meeting: (when: string) => string;
  place: (place: string) => string;
  slot: (when: string) => string;
  noSlot: string;
  read: string;
  calendar: string;
  guestCalendar: string;
  calendarFile: string;
  reasons: Record<"member" | "substitute" | "mayor" | "guest", string>;
  day: (date: string) => string;
  /** Of "13:00" and "15:00"; one of them may be missing. */
  hours: (from: string | null, until: string | null) => string;
  /** The entry in a guest's calendar. */
  summary: (committee: string, item: string | null, off: boolean) => string;
};

const dayIn = (locale: string) => {
  const format = new Intl.DateTimeFormat(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  // "Tuesday, 2 February" in some versions of the locale's data.
  return (date: string) => format.format(new Date(`${date}T00:00:00Z`)).replace(",", "");
};

const itemDa = (item: string | null) => (item === null ? "et punkt" : `punktet »${item}«`);
const clock = (time: string) => time.replace(":", ".");

const da: Words = {
  greeting: (name) => `Kære ${name}`,
  subject: {
    agenda: (meeting) => `Dagsorden: ${meeting}`,
    addendum: (number, meeting) => `Tillægsdagsorden ${number}: ${meeting}`,
    moved: (meeting) => `Møde ændret: ${meeting}`,
    cancelled: (meeting) => `Møde aflyst: ${meeting}`,
    invited: (meeting) => `Invitation: ${meeting}`,
    changed: (meeting) => `Nyt tidspunkt: ${meeting}`,
    withdrawn: (meeting) => `Invitation trukket tilbage: ${meeting}`,
  },
  agenda: (committee, items) =>
    `Dagsordenen for mødet i ${committee} er klar. Den har ${items === 1 ? "1 punkt" : `${items} punkter`}.`,
  late: "Den er sendt efter fristen.",
  addendum: (number, committee) =>
    `Der er kommet tillægsdagsorden ${number} til mødet i ${committee}. Hvad der er nyt, ændret eller trukket tilbage, er mærket, og ingen punkter har fået nyt nummer.`,
  moved: (committee) => `Mødet i ${committee} er ændret.`,
  movedFrom: (day) => `Det skulle have været ${day}.`,
  cancelled: (committee) => `Mødet i ${committee} er aflyst.`,
  because: (reason) => `Begrundelse: ${reason}`,
  invited: (committee, item) => `Du er inviteret til mødet i ${committee} for at oplyse ${itemDa(item)}.`,
  changed: (committee, item) =>
    `Du skal komme på et andet tidspunkt til mødet i ${committee}, hvor du skal oplyse ${itemDa(item)}.`,
  withdrawn: (committee, item) =>
    `Du skal ikke komme til mødet i ${committee}. Invitationen til at oplyse ${itemDa(item)} er trukket tilbage.`,
  guestMoved: (committee, item) =>
    `Mødet i ${committee}, hvor du er inviteret til at oplyse ${itemDa(item)}, er ændret.`,
  guestCancelled: (committee, item) =>
    `Mødet i ${committee}, hvor du er inviteret til at oplyse ${itemDa(item)}, er aflyst. Du skal ikke komme.`,
  meeting: (when) => `Møde: ${when}`,
  place: (place) => `Sted: ${place}`,
  slot: (when) => `Din tid: ${when}`,
  noSlot: "Din tid på mødet er ikke fastsat.",
  read: "Læs dagsordenen her (du skal logge ind):",
  calendar:
    "Mødet ligger ved som kalenderfil. Åbn den for at lægge mødet i din kalender eller rette det, der står der.",
  guestCalendar:
    "Din tid ligger ved som kalenderfil. Åbn den for at lægge den i din kalender eller rette det, der står der.",
  calendarFile: "moede.ics",
  reasons: {
    member: "Du får mailen, fordi du er medlem af udvalget.",
    substitute: "Du får mailen, fordi du er stedfortræder i udvalget.",
    mayor: "Du får mailen, fordi borgmesteren får alle udvalgs dagsordener.",
    guest: "Du får mailen, fordi udvalgets sekretær har inviteret dig.",
  },
  day: dayIn("da-DK"),
  hours: (from, until) => {
    if (from && until) return `kl. ${clock(from)}-${clock(until)}`;
    return from ? `kl. ${clock(from)}` : `til kl. ${clock(until ?? "")}`;
  },
  summary: (committee, item, off) => `${off ? "Aflyst: " : ""}${committee}: ${item ?? "et punkt"}`,
};

const itemEn = (item: string | null) => (item === null ? "an item" : `the item “${item}”`);

const en: Words = {
  greeting: (name) => `Dear ${name}`,
  subject: {
    agenda: (meeting) => `Agenda: ${meeting}`,
    addendum: (number, meeting) => `Addendum ${number}: ${meeting}`,
    moved: (meeting) => `Meeting changed: ${meeting}`,
    cancelled: (meeting) => `Meeting cancelled: ${meeting}`,
    invited: (meeting) => `Invitation: ${meeting}`,
    changed: (meeting) => `New time: ${meeting}`,
    withdrawn: (meeting) => `Invitation withdrawn: ${meeting}`,
  },
  agenda: (committee, items) =>
    `The agenda for the meeting of ${committee} is ready. It has ${items === 1 ? "1 item" : `${items} items`}.`,
  late: "It was sent after the deadline.",
  addendum: (number, committee) =>
    `There is addendum ${number} to the agenda for the meeting of ${committee}. What is new, changed or withdrawn is marked, and no item has got a new number.`,
  moved: (committee) => `The meeting of ${committee} has been changed.`,
  movedFrom: (day) => `It should have been on ${day}.`,
  cancelled: (committee) => `The meeting of ${committee} is cancelled.`,
  because: (reason) => `Reason: ${reason}`,
  invited: (committee, item) => `You are invited to the meeting of ${committee} to inform it about ${itemEn(item)}.`,
  changed: (committee, item) =>
    `You are to come at another time to the meeting of ${committee}, where you are to inform it about ${itemEn(item)}.`,
  withdrawn: (committee, item) =>
    `You need not come to the meeting of ${committee}. The invitation to inform it about ${itemEn(item)} has been withdrawn.`,
  guestMoved: (committee, item) =>
    `The meeting of ${committee}, which you are invited to inform about ${itemEn(item)}, has been changed.`,
  guestCancelled: (committee, item) =>
    `The meeting of ${committee}, which you are invited to inform about ${itemEn(item)}, is cancelled. You need not come.`,
  meeting: (when) => `Meeting: ${when}`,
  place: (place) => `Place: ${place}`,
  slot: (when) => `Your time: ${when}`,
  noSlot: "Your time at the meeting has not been set.",
  read: "Read the agenda here (you must sign in):",
  calendar:
    "The meeting is attached as a calendar file. Open it to put the meeting into your calendar or to correct what stands there.",
  guestCalendar:
    "Your time is attached as a calendar file. Open it to put it into your calendar or to correct what stands there.",
  calendarFile: "meeting.ics",
  reasons: {
    member: "You get this mail because you are a member of the committee.",
    substitute: "You get this mail because you are a substitute in the committee.",
    mayor: "You get this mail because the mayor gets the agendas of all committees.",
    guest: "You get this mail because the committee's secretary has invited you.",
  },
  day: dayIn("en-GB"),
  hours: (from, until) => {
    if (from && until) return `${from}-${until}`;
    return from ? `at ${from}` : `until ${until ?? ""}`;
  },
  summary: (committee, item, off) => `${off ? "Cancelled: " : ""}${committee}: ${item ?? "an item"}`,
};

export const mailWords: Record<MailLanguage, Words> = { da, en };
