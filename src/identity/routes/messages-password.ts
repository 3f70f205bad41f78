import type { Translated } from "../../web/language.ts";
import { sharedMessages } from "./messages-shared.ts";

const da = {
  ...sharedMessages.da,
  chooseTitle: "Vælg adgangskode",
  firstTitle: "Opret den første administrator",
  firstLead: "Du bliver driftsadministrator: du giver kommunernes administratorer adgang. Sagerne kan du ikke læse.",
  chooseFor: (name: string, email: string) => `${name}, ${email}`,
  save: "Gem",
  linkDead: "Linket kan ikke bruges",
  linkDeadLead:
    "Det er brugt eller for gammelt. Bed om et nyt under Glemt adgangskode, eller spørg kommunens administrator.",
  taken: "Der er allerede en bruger med den e-mail. Brug en anden, eller log ind.",
  forgottenTitle: "Glemt adgangskode",
  forgottenLead: "Skriv din e-mail, så sender vi et link til at vælge en ny adgangskode. Linket kan bruges i en time.",
  send: "Send link",
  sent: "Hvis adressen hører til en bruger, er der nu sendt en mail til den. Se også efter i uønsket post.",
  noMail: "Portalen kan ikke sende mail endnu. Bed kommunens administrator om et nyt link.",
};

const en: typeof da = {
  ...sharedMessages.en,
  chooseTitle: "Choose a password",
  firstTitle: "Make the first administrator",
  firstLead:
    "You become the operator: you give the municipalities' administrators access. You cannot read their cases.",
  chooseFor: (name, email) => `${name}, ${email}`,
  save: "Save",
  linkDead: "The link cannot be used",
  linkDeadLead:
    "It has been used or is too old. Ask for a new one under Forgotten your password, or ask the administrator.",
  taken: "There is a user with that e-mail already. Use another, or sign in.",
  forgottenTitle: "Forgotten password",
  forgottenLead: "Write your e-mail and we send a link for choosing a new password. It can be used for an hour.",
  send: "Send link",
  sent: "If the address belongs to a user, a mail has been sent to it. Look in unwanted mail, too.",
  noMail: "The portal cannot send mail yet. Ask the municipality's administrator for a new link.",
};

/** The pages where a password is chosen or has been forgotten. */
export const passwordMessages: Translated<typeof da> = { da, en };
