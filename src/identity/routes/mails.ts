import type { Message } from "#mail/mail.ts";
import type { Language, Translated } from "../../web/language.ts";

type Kind = "invitation" | "forgotten" | "noPassword";

const words: Translated<Record<Kind, { subject: string; text: (url: string) => string }>> = {
  da: {
    invitation: {
      subject: "Du har fået adgang til Sagsgang",
      text: (url) =>
        `Du har fået adgang til kommunens udvalgssystem, Sagsgang.\n\nVælg din adgangskode her inden 14 dage:\n${url}\n\nKender du ikke til det, så slet mailen.\n`,
    },
    forgotten: {
      subject: "Vælg en ny adgangskode til Sagsgang",
      text: (url) =>
        `Vælg en ny adgangskode her inden en time:\n${url}\n\nHar du ikke bedt om det, så slet mailen. Din adgangskode er uændret.\n`,
    },
    noPassword: {
      subject: "Du logger ind i Sagsgang med kommunens login",
      text: (url) =>
        `Du har ingen adgangskode til Sagsgang. Log ind med kommunens login her:\n${url}\n\nKan du ikke det, så spørg kommunens it-support. Har du ikke bedt om mailen, så slet den.\n`,
    },
  },
  en: {
    invitation: {
      subject: "You have access to Sagsgang",
      text: (url) =>
        `You have access to the municipality's committee system, Sagsgang.\n\nChoose your password here within 14 days:\n${url}\n\nIf this means nothing to you, delete the mail.\n`,
    },
    forgotten: {
      subject: "Choose a new password for Sagsgang",
      text: (url) =>
        `Choose a new password here within an hour:\n${url}\n\nIf you did not ask for it, delete the mail. Your password is unchanged.\n`,
    },
    noPassword: {
      subject: "You sign in to Sagsgang with the municipality's sign-on",
      text: (url) =>
        `You have no password for Sagsgang. Sign in with the municipality's sign-on here:\n${url}\n\nIf that fails, ask the municipality's IT support. If you did not ask for this mail, delete it.\n`,
    },
  },
};

/** Subject and text of a mail with a link where a password is chosen, or where one signs in without. */
export function passwordMail(kind: Kind, url: string, language: Language): Omit<Message, "to"> {
  const { subject, text } = words[language][kind];
  return { language, subject, text: text(url) };
}
