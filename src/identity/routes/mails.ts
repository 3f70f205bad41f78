import type { Message } from "#mail/mail.ts";
import type { Language, Translated } from "../../web/language.ts";

type Kind = "invitation" | "forgotten";

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
  },
};

/** Subject and text of a mail with a link where a password is chosen. */
export function passwordMail(kind: Kind, url: string, language: Language): Omit<Message, "to"> {
  const { subject, text } = words[language][kind];
  return { language, subject, text: text(url) };
}
