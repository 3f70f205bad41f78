import type { Language, Translated } from "./language.ts";

/** What a meeting's address is made of. `sitting` is 2 for the second meeting of a committee on one day. */
type MeetingAddress = { committee: string; date: string; sitting: number };
type ItemAddress = MeetingAddress & { item: string };

/** Filters of a list; what is empty or undefined stays out of the address. */
export type Query = Record<string, string | number | undefined>;

/** The address of every page; nothing else in the project puts one together. All arguments are slugs. */
function linksUnder(base: string) {
  const meeting = (municipality: string, at: MeetingAddress) =>
    `${base}/${municipality}/udvalg/${at.committee}/${meetingDay(at)}`;
  const item = (municipality: string, at: ItemAddress) => `${meeting(municipality, at)}/${at.item}`;
  return {
    front: () => base || "/",
    municipality: (municipality: string) => `${base}/${municipality}`,
    meetings: (municipality: string, query: Query = {}) => `${base}/${municipality}/moeder${queryString(query)}`,
    committee: (municipality: string, committee: string, query: Query = {}) =>
      `${base}/${municipality}/udvalg/${committee}${queryString(query)}`,
    meeting,
    item,
    /** A committee's meeting days; the day that is given stands open for changing. */
    plan: (municipality: string, committee: string, query: Query = {}) =>
      `${base}/${municipality}/udvalg/${committee}/plan${queryString(query)}`,
    planCalendar: (municipality: string, committee: string) => `/${municipality}/udvalg/${committee}/plan.ics`,
    calendar: (municipality: string) => `${base}/${municipality}/kalender`,
    calendarFile: (municipality: string) => `/${municipality}/kalender.ics`,
    wording: (municipality: string, at: ItemAddress) => `${item(municipality, at)}/original`,
    /** The item's text with its recomputed figures marked. */
    itemSums: (municipality: string, at: ItemAddress) => `${item(municipality, at)}/tal`,
    /** What does not add up: in a whole municipality, or in the committee that is given. */
    findings: (municipality: string, committee?: string, query: Query = {}) =>
      `${base}/${municipality}${committee ? `/udvalg/${committee}` : ""}/tal${queryString(query)}`,
    /** How figures are recomputed, in plain words. */
    aboutFindings: () => `${base}/om-efterregning`,
    cases: (municipality: string, query: Query = {}) => `${base}/${municipality}/sager${queryString(query)}`,
    /** `key` is `case_file.reference_key`. */
    case: (municipality: string, key: string, query: Query = {}) =>
      `${base}/${municipality}/sager/${encodeURIComponent(key)}${queryString(query)}`,
    person: (municipality: string, person: string, query: Query = {}) =>
      `${base}/${municipality}/personer/${person}${queryString(query)}`,
    people: (municipality: string, query: Query = {}) => `${base}/${municipality}/personer${queryString(query)}`,
    decisions: (municipality: string, query: Query = {}) => `${base}/${municipality}/beslutninger${queryString(query)}`,
    commitments: (municipality: string, query: Query = {}) => `${base}/${municipality}/loefter${queryString(query)}`,
    /** Across all municipalities when none is given. */
    search: (municipality?: string, query: Query = {}) =>
      `${base}${municipality ? `/${municipality}` : ""}/soeg${queryString(query)}`,
    signIn: (next?: string) => `${base}/log-ind${queryString({ naeste: next })}`,
    signOn: (provider: string, next?: string) => `${base}/log-ind/kommune/${provider}${queryString({ naeste: next })}`,
    oneTimeCode: (next?: string) => `${base}/log-ind/kode${queryString({ naeste: next })}`,
    signOut: () => `${base}/log-ud`,
    forgotten: () => `${base}/glemt-adgangskode`,
    choosePassword: (token: string) => `${base}/adgangskode/${token}`,
    work: (query: Query = {}) => `${base}/arbejde${queryString(query)}`,
    /** Who acts for whom. */
    deputies: (query: Query = {}) => `${base}/konto/afloesere${queryString(query)}`,
    account: () => `${base}/konto`,
    codes: () => `${base}/konto/koder`,
    access: (municipality: string) => `${base}/${municipality}/adgang`,
    audit: (municipality: string, query: Query = {}) => `${base}/${municipality}/adgang/protokol${queryString(query)}`,
    /** Cases as they are written (`src/papers`); `paper`, `section` and `attachment` are identifiers. */
    papers: (municipality: string, query: Query = {}) => `${base}/${municipality}/arbejde/sager${queryString(query)}`,
    newPaper: (municipality: string, query: Query = {}) =>
      `${base}/${municipality}/arbejde/sager/ny${queryString(query)}`,
    paper: (municipality: string, paper: number, query: Query = {}) =>
      `${base}/${municipality}/arbejde/sager/${paper}${queryString(query)}`,
    paperHead: (municipality: string, paper: number) => `${base}/${municipality}/arbejde/sager/${paper}/hoved`,
    paperPath: (municipality: string, paper: number) => `${base}/${municipality}/arbejde/sager/${paper}/vej`,
    paperRecommendations: (municipality: string, paper: number) =>
      `${base}/${municipality}/arbejde/sager/${paper}/indstilling`,
    paperAttachments: (municipality: string, paper: number, query: Query = {}) =>
      `${base}/${municipality}/arbejde/sager/${paper}/bilag${queryString(query)}`,
    /** The file; the same in both languages. */
    paperAttachment: (municipality: string, paper: number, attachment: number) =>
      `/${municipality}/arbejde/sager/${paper}/bilag/${attachment}`,
    /** Where a page that shows progress sends its files. */
    paperUpload: (municipality: string, paper: number) => `${base}/${municipality}/arbejde/sager/${paper}/bilag/send`,
    /** The versions that were kept; two of them side by side with `fra` and `til`. */
    paperVersions: (municipality: string, paper: number, query: Query = {}) =>
      `${base}/${municipality}/arbejde/sager/${paper}/versioner${queryString(query)}`,
    /** Where a section is written. */
    paperSection: (municipality: string, paper: number, section: number, query: Query = {}) =>
      `${base}/${municipality}/arbejde/sager/${paper}/tekst/${section}${queryString(query)}`,
    /** Where the editor's script sends a section, and asks for the paper's recomputed figures. */
    paperSectionSave: (municipality: string, paper: number, section: number) =>
      `${base}/${municipality}/arbejde/sager/${paper}/tekst/${section}/gem`,
    paperFindingsFile: (municipality: string, paper: number) =>
      `${base}/${municipality}/arbejde/sager/${paper}/tal.json`,
    /** A paper's figures that do not add up, to be answered. */
    paperFindings: (municipality: string, paper: number, query: Query = {}) =>
      `${base}/${municipality}/arbejde/sager/${paper}/tal${queryString(query)}`,
    /** A paper's way through approval, and what is said about it. */
    paperApproval: (municipality: string, paper: number, query: Query = {}) =>
      `${base}/${municipality}/arbejde/sager/${paper}/godkendelse${queryString(query)}`,
    /** Who must approve papers, committee by committee. */
    approvalFlows: (municipality: string) => `${base}/${municipality}/arbejde/godkendelse`,
    approvalFlow: (municipality: string, committee: string, query: Query = {}) =>
      `${base}/${municipality}/arbejde/udvalg/${committee}/godkendelse${queryString(query)}`,
    paperTemplates: (municipality: string, query: Query = {}) =>
      `${base}/${municipality}/arbejde/skabeloner${queryString(query)}`,
    /** Agendas as they are built; `meeting` is the number of a planned meeting, `item` that of an agenda's item. */
    agendas: (municipality: string, query: Query = {}) => `${base}/${municipality}/arbejde/moeder${queryString(query)}`,
    agenda: (municipality: string, meeting: number, query: Query = {}) =>
      `${base}/${municipality}/arbejde/moeder/${meeting}${queryString(query)}`,
    agendaItem: (municipality: string, meeting: number, item: number) =>
      `${base}/${municipality}/arbejde/moeder/${meeting}/punkt/${item}`,
    newAgendaItem: (municipality: string, meeting: number) =>
      `${base}/${municipality}/arbejde/moeder/${meeting}/nyt-punkt`,
    /** Sends an agenda out, and tells what became of it; an addendum is made on a page of its own. */
    dispatch: (municipality: string, meeting: number, query: Query = {}) =>
      `${base}/${municipality}/arbejde/moeder/${meeting}/udsend${queryString(query)}`,
    addendum: (municipality: string, meeting: number) => `${base}/${municipality}/arbejde/moeder/${meeting}/tillaeg`,
    standingItems: (municipality: string, committee: string, query: Query = {}) =>
      `${base}/${municipality}/arbejde/udvalg/${committee}/faste-punkter${queryString(query)}`,
    /** What a member reads before meetings; `meeting` is the number of a planned meeting. */
    reading: (municipality: string) => `${base}/${municipality}/laes`,
    readingMeeting: (municipality: string, meeting: number, query: Query = {}) =>
      `${base}/${municipality}/laes/${meeting}${queryString(query)}`,
    readingItem: (municipality: string, meeting: number, item: number) =>
      `${base}/${municipality}/laes/${meeting}/punkt/${item}`,
    readingPdf: (municipality: string, meeting: number) => `${base}/${municipality}/laes/${meeting}/dagsorden.pdf`,
    readingAttachment: (municipality: string, meeting: number, paper: number, attachment: number) =>
      `${base}/${municipality}/laes/${meeting}/bilag/${paper}/${attachment}`,
    /** Where notes, highlights and read marks are sent to, by forms and by scripts. */
    readingOwn: (municipality: string, meeting: number) => `${base}/${municipality}/laes/${meeting}/mit`,
    readingNotes: (municipality: string) => `${base}/${municipality}/laes/noter`,
    /** Minutes on their way into the archive through the browser. */
    imports: (municipality: string, query: Query = {}) =>
      `${base}/${municipality}/arbejde/indlaes${queryString(query)}`,
    importReceive: (municipality: string, query: Query = {}) =>
      `${base}/${municipality}/arbejde/indlaes/filer${queryString(query)}`,
    importBatch: (municipality: string, batch: number, query: Query = {}) =>
      `${base}/${municipality}/arbejde/indlaes/${batch}${queryString(query)}`,
    importFile: (municipality: string, batch: number, file: number, query: Query = {}) =>
      `${base}/${municipality}/arbejde/indlaes/${batch}/${file}${queryString(query)}`,
    importGiven: (municipality: string, batch: number, file: number) =>
      `/${municipality}/arbejde/indlaes/${batch}/${file}/original`,
    logo: (municipality: string) => `/${municipality}/logo`,
    /** The file as it was imported; the same in both languages. */
    original: (municipality: string, sha256: string) => `/${municipality}/originaler/${sha256}`,
  };
}

export type Links = ReturnType<typeof linksUnder>;

export const links: Translated<Links> = { da: linksUnder(""), en: linksUnder("/en") } satisfies Record<Language, Links>;

/** `{ side: 2, aar: "" }` -> `?side=2`; nothing to say -> ``. */
export function queryString(query: Query): string {
  const filled = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [[name, String(value)]],
  );
  return filled.length === 0 ? "" : `?${new URLSearchParams(filled)}`;
}

/** A meeting's day as its address has it: "2024-06-11", "2024-06-11-2". */
export const meetingDay = ({ date, sitting }: Pick<MeetingAddress, "date" | "sitting">): string =>
  sitting > 1 ? `${date}-${sitting}` : date;

/**
 * The day and sitting in a meeting's address.
 *
 *     parseMeetingDay("2024-06-11-2") // { date: "2024-06-11", sitting: 2 }
 *
 * Null when it is no day of the calendar.
 */
export function parseMeetingDay(text: string): { date: string; sitting: number } | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:-([2-9]))?$/.exec(text);
  const date = match?.[1];
  if (!date || new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) !== date) return null;
  return { date, sitting: Number(match[2] ?? 1) };
}
