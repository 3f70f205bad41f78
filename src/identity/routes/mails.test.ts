import { expect, test } from "vitest";
import { passwordMail } from "./mails.ts";

const url = "https://moeder.eksempel.dk/adgangskode/abc";

test.each([
  ["invitation", "Du har fået adgang til Sagsgang", "You have access to Sagsgang"],
  ["forgotten", "Vælg en ny adgangskode til Sagsgang", "Choose a new password for Sagsgang"],
] as const)("the mail with the link of an %s is written in both languages", (kind, da, en) => {
  for (const [language, subject] of [
    ["da", da],
    ["en", en],
  ] as const) {
    const mail = passwordMail(kind, url, language);
    expect(mail).toMatchObject({ language, subject });
    expect(mail.text).toContain(`\n${url}\n`);
  }
});
