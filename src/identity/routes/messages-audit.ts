import type { Translated } from "../../web/language.ts";
import { sharedMessages } from "./messages-shared.ts";

const da = {
  ...sharedMessages.da,
  auditTitle: "Protokol over handlinger",
  auditLead:
    "Alt, der ændrer noget, og hver læsning af et lukket punkt. Hver post bærer en sum over posten før, så ingen kan ændre i den bagefter.",
  subject: "Genstand",
  anyPerson: "Alle",
  entries: (n: number): string => (n === 1 ? "handling" : "handlinger"),
  noEntries: "Ingen handlinger",
  noEntriesLead: "Der er ingen, der passer på det valgte.",
  actions: {
    "role.given": "gav rolle",
    "role.ended": "afsluttede rolle",
    "sign-in": "loggede ind",
    "password.chosen": "valgte adgangskode",
    "operator.made": "blev driftsadministrator",
  } as Record<string, string>,
};

const en: typeof da = {
  ...sharedMessages.en,
  auditTitle: "Record of actions",
  auditLead:
    "All that changes anything, and each reading of a closed item. Each entry carries a sum over the one before, so nobody can change it afterwards.",
  subject: "Subject",
  anyPerson: "Everybody",
  entries: (n) => (n === 1 ? "action" : "actions"),
  noEntries: "No actions",
  noEntriesLead: "Nothing fits what was chosen.",
  actions: {
    "role.given": "gave a role",
    "role.ended": "ended a role",
    "sign-in": "signed in",
    "password.chosen": "chose a password",
    "operator.made": "became the operator",
  },
};

/** What was done. */
export const auditMessages: Translated<typeof da> = { da, en };
