import type { Attendance } from "#minutes/model.ts";

const da = {
  people: "Personer",
  peopleLead: (name: string) =>
    `Alle, som referaterne i ${name} nævner som medlem, stedfortræder eller uenig i en beslutning.`,
  peopleCount: (n: number): string => (n === 1 ? "person" : "personer"),
  name: "Navn",
  party: "Parti",
  meetingsListed: "Møder",
  lastSeen: "Senest",
  noPeople: "Her er endnu ingen personer",
  noPeopleHelp: "Når et referat med mødedeltagere er hentet ind, står de her.",

  parties: "Parti, som referaterne trykker det",
  noParty: "Referaterne trykker intet parti efter navnet.",
  span: (from: string, to: string) => (from === to ? from : `${from} - ${to}`),
  seats: "Udvalg",
  seatFacts: (n: number, first: string, last: string) =>
    `${n} ${n === 1 ? "møde" : "møder"}, ${first === last ? first : `${first} - ${last}`}`,
  noSeats: "Står ikke som medlem i nogen mødeliste.",

  attendance: "Deltagelse",
  attendanceSummary: (there: number, all: number) =>
    `Til stede ved ${there} af ${all} møder, hvor navnet står på listen.`,
  attendanceWords: {
    present: "Til stede",
    substitute: "Som stedfortræder",
    excused: "Afbud",
    absent: "Fraværende",
  } satisfies Record<Attendance, string>,
  attendanceChart: "Møder pr. år",
  committeeAttendance: "Fremmøde år for år",
  committeeAttendanceLead: "Hver deltager tæller én gang for hvert møde, som referatets liste siger det.",
  committeeAttendanceChart: "Deltagere på mødelisterne pr. år",
  year: "År",
  total: "I alt",
  attendanceDescription: (name: string, words: string) =>
    `Søjler, der viser ${name}s deltagelse i møder år for år: ${words}.`,
  inYear: (year: string, total: string) => `${total} i ${year}`,
  noAttendance: "Navnet står ikke i nogen liste over mødedeltagere.",

  dissents: "Afvigende meninger",
  dissentsLead: "Beslutninger, som personen ikke kunne støtte, i referatets ord.",
  together: (names: string) => `Sammen med ${names}`,
  substitutions: "Stedfortrædere",
  stoodInFor: "Stedfortræder for",
  replacedBy: "Stedfortræder var",
  mentions: "Nævnt i beslutninger",
  mentionsLead: "Punkter, hvor navnet står i selve beslutningen.",
  seeAll: (n: string) => `Se alle ${n}`,
  found: "i alt",
  backTo: (name: string) => `Tilbage til ${name}`,
  searchFor: (name: string) => `Søg efter ${name} i alle tekster`,
};

const en: typeof da = {
  people: "People",
  peopleLead: (name) =>
    `Everybody the minutes of ${name} name as a member, a substitute or in disagreement with a decision.`,
  peopleCount: (n) => (n === 1 ? "person" : "people"),
  name: "Name",
  party: "Party",
  meetingsListed: "Meetings",
  lastSeen: "Latest",
  noPeople: "There are no people here yet",
  noPeopleHelp: "Once minutes with a list of participants are imported, they stand here.",

  parties: "Party, as the minutes print it",
  noParty: "The minutes print no party after the name.",
  span: (from, to) => (from === to ? from : `${from} - ${to}`),
  seats: "Committees",
  seatFacts: (n, first, last) =>
    `${n} ${n === 1 ? "meeting" : "meetings"}, ${first === last ? first : `${first} - ${last}`}`,
  noSeats: "Is not listed as a member at any meeting.",

  attendance: "Attendance",
  attendanceSummary: (there, all) => `Present at ${there} of the ${all} meetings that list the name.`,
  attendanceWords: { present: "Present", substitute: "As a substitute", excused: "Sent apologies", absent: "Absent" },
  attendanceChart: "Meetings a year",
  committeeAttendance: "Attendance year by year",
  committeeAttendanceLead: "Everybody counts once for each meeting, as the list in the minutes says.",
  committeeAttendanceChart: "People on the meetings' lists a year",
  year: "Year",
  total: "Total",
  attendanceDescription: (name, words) => `Columns showing the attendance of ${name} year by year: ${words}.`,
  inYear: (year, total) => `${total} in ${year}`,
  noAttendance: "The name stands in no list of participants.",

  dissents: "Dissents",
  dissentsLead: "Decisions the person did not support, in the words of the minutes.",
  together: (names) => `Together with ${names}`,
  substitutions: "Substitutes",
  stoodInFor: "Stood in for",
  replacedBy: "Replaced by",
  mentions: "Named in decisions",
  mentionsLead: "Items where the name stands in the decision itself.",
  seeAll: (n) => `See all ${n}`,
  found: "in all",
  backTo: (name) => `Back to ${name}`,
  searchFor: (name) => `Search for ${name} in all texts`,
};

export const personMessages = { da, en };
