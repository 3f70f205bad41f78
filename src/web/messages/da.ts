import type { Outcome } from "#minutes/model.ts";

/** What every page says: the frame, dates, outcomes, lists, errors. A module's own words stand in its `routes/messages.ts`. */
export const da = {
  siteName: "Sagsgang",
  skipToContent: "Gå til sidens indhold",
  breadcrumbs: "Brødkrumme",
  home: "Forside",
  mainMenu: "Hovedmenu",
  languages: "Sprog",
  meetings: "Møder",
  committees: "Udvalg",
  cases: "Sager",
  decisions: "Beslutninger",
  commitments: "Løfter",
  people: "Personer",

  search: "Søg",
  searchIn: (name: string) => `Søg i ${name}`,
  searchEverywhere: "Søg i alle kommuners møder og sager",
  searchHint: "Ord, sagsnummer eller navn",

  footerAbout:
    "Sagsgang viser kommunale mødereferater som de er offentliggjort. Teksten er læst af et program; det originale dokument gælder, og hver side viser hen til det.",
  footerSource: "Fri software under MPL-2.0",

  outcome: {
    approved: "Godkendt",
    noted: "Til efterretning",
    discussed: "Drøftet",
    recommended: "Anbefalet",
    postponed: "Udsat",
    rejected: "Ikke godkendt",
    referred: "Sendt videre",
    withdrawn: "Udgået",
    other: "Anden beslutning",
  } satisfies Record<Outcome, string>,
  closed: "Lukket punkt",

  filter: "Filtrer",
  filterActive: (n: number) => `Filtrer (${n} valgt)`,
  filterShow: "Vis",
  filterClear: "Nulstil",
  any: "Alle",
  from: "Fra",
  to: "Til",

  years: "År",
  allYears: "Alle år",
  pages: "Sider",
  page: (page: number) => `Side ${page}`,
  pageOf: (page: number, pages: number) => `Side ${page} af ${pages}`,
  previousPage: "Forrige side",
  previous: "Forrige",
  next: "Næste",
  nextPage: "Næste side",
  skippedPages: "sider imellem",
  showing: (from: number, to: number, of: string, what: string) => `Viser ${from}-${to} af ${of} ${what}`,
  showingAll: (of: string, what: string) => `${of} ${what}`,

  notSavedTitle: "Ikke gemt",
  notSavedGone:
    "Det, du ville ændre, er der ikke længere, eller du har ikke længere adgang til det. Intet er gemt. Tag med dig, hvad du skal bruge.",
  notSavedTooOften:
    "Du har sendt usædvanligt meget på kort tid, og det her er ikke gemt. Vent et minut, gå tilbage, og send det igen.",
  youWrote: "Det, du skrev",
  notFoundTitle: "Siden findes ikke",
  notFound:
    "Adressen passer ikke på noget i arkivet. Mødet eller punktet er måske ikke hentet ind, eller adressen er skrevet forkert.",
  notFoundHelp: "Det kan hjælpe at",
  notFoundSearch: "søge efter det, du leder efter, i feltet herunder",
  notFoundAddress: "se efter, om adressen er skrevet rigtigt",
  notFoundFront: "begynde forfra:",
  failedTitle: "Siden kunne ikke vises",
  failed: "Der skete en fejl hos os, og den er skrevet ned. Intet er gået tabt. Prøv igen om lidt.",
  toFront: "Gå til forsiden",

  signIn: "Log ind",
  work: "Dit arbejde",
  formErrors: "Der er noget, der skal rettes",
  formError: "Fejl",
};

export type FrameMessages = typeof da;
