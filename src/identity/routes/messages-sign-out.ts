import type { Translated } from "../../web/language.ts";

const da = {
  title: "Log ud",
  waiting: (n: number) =>
    n === 1
      ? "1 note eller markering er kun på denne enhed og er ikke sendt endnu."
      : `${n} noter og markeringer er kun på denne enhed og er ikke sendt endnu.`,
  consequence: "Når du logger ud, tømmes enheden for alt, du har læst og skrevet uden net.",
  send: "Send og log ud",
  withoutSending: "Log ud uden at sende",
  cancel: "Fortryd",
  sending: "Sender …",
  notSent: "Der er ikke net, så intet blev sendt. Prøv igen, når der er, eller log ud uden at sende.",
  refused: (n: number) =>
    `${n === 1 ? "1 kunne" : `${n} kunne`} ikke sendes. Åbn dagsordenen, og se hvorfor, eller log ud uden at sende.`,
};

export const signOutMessages: Translated<typeof da> = {
  da,
  en: {
    title: "Sign out",
    waiting: (n) =>
      n === 1
        ? "1 note or highlight is on this device only and has not been sent yet."
        : `${n} notes and highlights are on this device only and have not been sent yet.`,
    consequence: "When you sign out, all you have read and written without a connection is removed from the device.",
    send: "Send and sign out",
    withoutSending: "Sign out without sending",
    cancel: "Cancel",
    sending: "Sending …",
    notSent: "There is no connection, so nothing was sent. Try again when there is, or sign out without sending.",
    refused: (n) => `${n} could not be sent. Open the agenda to see why, or sign out without sending.`,
  },
};
