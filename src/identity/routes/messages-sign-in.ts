import type { Translated } from "../../web/language.ts";
import { roleNames } from "./messages-roles.ts";
import { sharedMessages } from "./messages-shared.ts";

const da = {
  ...sharedMessages.da,
  roles: roleNames.da,
  signInLead: "For medarbejdere og politikere. Møder og sager, der er offentlige, kan læses uden at logge ind.",
  password: "Adgangskode",
  withPasskey: "Log ind med adgangsnøgle",
  withSignOn: (label: string) => `Log ind med ${label}`,
  wrong: "E-mail eller adgangskode er forkert. Prøv igen, eller vælg en ny adgangskode under Glemt adgangskode.",
  failed: "Det lykkedes ikke at logge ind. Prøv igen.",
  notInvited:
    "Kommunens login kender dig, men du har ikke adgang til Sagsgang. Bed kommunens administrator om en invitation.",
  signOnFailed: "Kommunens login gav ikke et svar, der kan bruges. Prøv igen, eller log ind med adgangskode.",
  examples: "Prøv eksemplet",
  examplesLead: (password: string) =>
    `Brugerne herunder hører til den opdigtede eksempelkommune. De har alle adgangskoden ${password}`,
  codeTitle: "Skriv engangskoden",
  codeLead:
    "Åbn din godkenderapp, og skriv de seks cifre, den viser. Har du ikke appen ved hånden, så brug en af dine nødkoder.",
  code: "Kode",
  codeExpired: "Der gik for lang tid. Log ind forfra.",
  chosen: "Adgangskoden er gemt. Log ind med den.",
};

const en: typeof da = {
  ...sharedMessages.en,
  roles: roleNames.en,
  signInLead: "For staff and politicians. Public meetings and cases can be read without signing in.",
  password: "Password",
  withPasskey: "Sign in with a passkey",
  withSignOn: (label) => `Sign in with ${label}`,
  wrong: "The e-mail or the password is wrong. Try again, or choose a new one under Forgotten your password.",
  failed: "Signing in did not work. Try again.",
  notInvited:
    "The municipality's sign-on knows you, but you have no access to Sagsgang. Ask its administrator for an invitation.",
  signOnFailed: "The municipality's sign-on gave no answer that can be used. Try again, or sign in with a password.",
  examples: "Try the example",
  examplesLead: (password) => `These users belong to the invented example municipality. Their password is ${password}`,
  codeTitle: "Enter the one-time code",
  codeLead:
    "Open your authenticator app and enter its six digits. If you do not have it at hand, use one of your backup codes.",
  code: "Code",
  codeExpired: "That took too long. Sign in again.",
  chosen: "The password is saved. Sign in with it.",
};

/** The pages where one signs in. */
export const signInMessages: Translated<typeof da> = { da, en };
