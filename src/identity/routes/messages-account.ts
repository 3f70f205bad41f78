import type { Translated } from "../../web/language.ts";
import { sharedMessages } from "./messages-shared.ts";

const da = {
  ...sharedMessages.da,
  accountTitle: "Din konto",
  passkeys: "Adgangsnøgler",
  passkeysLead: "En adgangsnøgle er din telefons eller computers egen lås: fingeraftryk, ansigt eller pinkode.",
  noPasskeys: "Du har ingen adgangsnøgler.",
  addPasskey: "Tilføj adgangsnøgle",
  needsScript: "Adgangsnøgler kræver JavaScript.",
  passkeyFailed: "Adgangsnøglen blev ikke gemt. Prøv igen.",
  remove: "Fjern",
  added: (day: string) => `tilføjet ${day}`,
  codes: "Engangskoder",
  codesOn: "Slået til: du bliver spurgt om en kode, når du logger ind med adgangskode.",
  codesOff: "Slået fra. Med engangskoder er din adgangskode ikke nok for en, der har gættet den.",
  turnOff: "Slå engangskoder fra",
  changePassword: "Skift adgangskode",
  changed: "Adgangskoden er skiftet, og andre steder er du logget ud.",
  codesTitle: "Slå engangskoder til",
  codesScan: "Læs billedet med en godkenderapp, eller skriv nøglen ind i den.",
  codesKey: "Nøgle",
  codesBackup: "Dine nødkoder",
  codesBackupLead: "Skriv dem ned, og gem dem et sikkert sted. Hver kan bruges én gang, hvis du mister appen.",
  codesConfirm: "Skriv koden fra appen for at slå til",
  codesAsk: "Skriv din adgangskode for at begynde.",
};

const en: typeof da = {
  ...sharedMessages.en,
  accountTitle: "Your account",
  passkeys: "Passkeys",
  passkeysLead: "A passkey is your phone's or computer's own lock: a fingerprint, your face or a PIN.",
  noPasskeys: "You have no passkeys.",
  addPasskey: "Add a passkey",
  needsScript: "Passkeys need JavaScript.",
  passkeyFailed: "The passkey was not saved. Try again.",
  remove: "Remove",
  added: (day) => `added ${day}`,
  codes: "One-time codes",
  codesOn: "On: you are asked for a code when you sign in with your password.",
  codesOff: "Off. With one-time codes your password alone is not enough for somebody who guessed it.",
  turnOff: "Turn off one-time codes",
  changePassword: "Change password",
  changed: "The password is changed, and you are signed out elsewhere.",
  codesTitle: "Turn on one-time codes",
  codesScan: "Read the picture with an authenticator app, or write the key into it.",
  codesKey: "Key",
  codesBackup: "Your backup codes",
  codesBackupLead: "Write them down and keep them safe. Each works once if you lose the app.",
  codesConfirm: "Enter the code from the app to turn on",
  codesAsk: "Enter your password to begin.",
};

/** A person's own account. */
export const accountMessages: Translated<typeof da> = { da, en };
