import type { FrameMessages } from "./da.ts";

export const en: FrameMessages = {
  siteName: "Sagsgang",
  skipToContent: "Skip to content",
  breadcrumbs: "Breadcrumb",
  home: "Front page",
  mainMenu: "Main menu",
  languages: "Language",
  meetings: "Meetings",
  committees: "Committees",
  cases: "Cases",
  decisions: "Decisions",
  commitments: "Promises",
  people: "People",

  search: "Search",
  searchIn: (name) => `Search ${name}`,
  searchEverywhere: "Search the meetings and cases of every municipality",
  searchHint: "Words, a case number or a name",

  footerAbout:
    "Sagsgang shows the minutes of Danish municipalities as they were published, in Danish. A program has read the text; the original document is what counts, and every page leads to it.",
  footerSource: "Free software, MPL-2.0",

  outcome: {
    approved: "Approved",
    noted: "Noted",
    discussed: "Discussed",
    recommended: "Recommended",
    postponed: "Postponed",
    rejected: "Not approved",
    referred: "Passed on",
    withdrawn: "Withdrawn",
    other: "Other decision",
  },
  closed: "Closed item",

  filter: "Filter",
  filterActive: (n) => `Filter (${n} on)`,
  filterShow: "Show",
  filterClear: "Clear",
  any: "All",
  from: "From",
  to: "To",

  years: "Years",
  allYears: "All years",
  pages: "Pages",
  page: (page) => `Page ${page}`,
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  previousPage: "Previous page",
  previous: "Previous",
  next: "Next",
  nextPage: "Next page",
  skippedPages: "pages in between",
  showing: (from, to, of, what) => `Showing ${from}-${to} of ${of} ${what}`,
  showingAll: (of, what) => `${of} ${what}`,

  notSavedTitle: "Not saved",
  notSavedGone:
    "What you wanted to change is no longer there, or you no longer have access to it. Nothing is saved. Take with you what you need.",
  notSavedTooOften:
    "You have sent unusually much in a short time, and this is not saved. Wait a minute, go back, and send it again.",
  youWrote: "What you wrote",
  notFoundTitle: "There is no such page",
  notFound:
    "The address fits nothing in the archive. The meeting or item may not have been fetched yet, or the address is misspelt.",
  notFoundHelp: "You could",
  notFoundSearch: "search for what you are looking for, below",
  notFoundAddress: "check the spelling of the address",
  notFoundFront: "start afresh:",
  failedTitle: "The page could not be shown",
  failed:
    "Something went wrong on our side, and it has been written down. Nothing is lost. Please try again in a moment.",
  toFront: "Go to the front page",

  signIn: "Sign in",
  work: "Your work",
  formErrors: "Something has to be put right",
  formError: "Error",
};
