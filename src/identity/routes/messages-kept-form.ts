import type { Translated } from "../../web/language.ts";
import { signInMessages } from "./messages-sign-in.ts";

const da = {
  email: signInMessages.da.email,
  password: signInMessages.da.password,
  wrong: signInMessages.da.wrong,
  tooMany: signInMessages.da.tooMany,
  title: "Du er logget ud",
  lead: "Intet er gemt endnu, og intet er tabt. Log ind her, så sendes det, du skrev.",
  signIn: "Log ind, og send",
  needsMore: "Dit login kræver en kode. Log ind i et andet vindue, og tryk så på Send igen.",
  elsewhere: "Log ind i et andet vindue (engangskode, adgangsnøgle eller kommunens login)",
  again: "Send igen",
  written: "Det, du skrev",
};

const en: typeof da = {
  email: signInMessages.en.email,
  password: signInMessages.en.password,
  wrong: signInMessages.en.wrong,
  tooMany: signInMessages.en.tooMany,
  title: "You are signed out",
  lead: "Nothing is saved yet, and nothing is lost. Sign in here, and what you wrote is sent.",
  signIn: "Sign in and send",
  needsMore: "Your sign-in asks for a code. Sign in in another window, and then press Send again.",
  elsewhere: "Sign in in another window (one-time code, passkey or the municipality's sign-on)",
  again: "Send again",
  written: "What you wrote",
};

export const keptFormMessages: Translated<typeof da> = { da, en };
