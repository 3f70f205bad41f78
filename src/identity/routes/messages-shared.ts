import type { Translated } from "../../web/language.ts";

const da = {
  email: "E-mail",
  name: "Navn",
  person: "Person",
  signIn: "Log ind",
  tooMany: "Der er prøvet for mange gange. Vent et minut, og prøv igen.",
  missing: (field: string) => `Udfyld ${field.toLowerCase()}.`,
  emailWrong: "E-mailen er ikke skrevet rigtigt. Skriv den som navn@kommune.dk.",
  nameWrong: "Skriv navnet, mindst to bogstaver.",
  forgotten: "Glemt adgangskode?",
  newPassword: "Ny adgangskode",
  currentPassword: "Nuværende adgangskode",
  passwordHint: "Mindst 12 tegn. En sætning på fire ord er let at huske og svær at gætte.",
  passwordWrong: "Den nuværende adgangskode er forkert.",
  faults: {
    "too-short": "Adgangskoden er for kort. Brug mindst 12 tegn.",
    "too-long": "Adgangskoden er for lang. Brug højst 128 tegn.",
    known: "Adgangskoden står på lister over lækkede eller almindelige ord. Brug flere ord, som kun du sætter sammen.",
    easy: "Adgangskoden er for let at gætte. Lad være med at bruge navne, årstal og kendte ord.",
  },
  codeWrong: "Koden passer ikke. Koder skifter hvert halve minut: prøv med den nyeste.",
  turnOn: "Slå engangskoder til",
  work: "Dit arbejde",
  accessTitle: "Adgang og roller",
  audit: "Protokol over handlinger",
};

const en: typeof da = {
  email: "E-mail",
  name: "Name",
  person: "Person",
  signIn: "Sign in",
  tooMany: "Too many attempts. Wait a minute and try again.",
  missing: (field) => `Fill in ${field.toLowerCase()}.`,
  emailWrong: "The e-mail is not written right. Write it as name@municipality.dk.",
  nameWrong: "Write the name, at least two letters.",
  forgotten: "Forgotten your password?",
  newPassword: "New password",
  currentPassword: "Current password",
  passwordHint: "At least 12 characters. A sentence of four words is easy to remember and hard to guess.",
  passwordWrong: "The current password is wrong.",
  faults: {
    "too-short": "The password is too short. Use at least 12 characters.",
    "too-long": "The password is too long. Use at most 128 characters.",
    known: "The password is on lists of leaked or common words. Use several words that only you put together.",
    easy: "The password is too easy to guess. Leave out names, years and well-known words.",
  },
  codeWrong: "The code does not fit. Codes change every half minute: try the newest.",
  turnOn: "Turn on one-time codes",
  work: "Your work",
  accessTitle: "Access and roles",
  audit: "Record of actions",
};

/** Words that several pages of identity say. */
export const sharedMessages: Translated<typeof da> = { da, en };
