import type { Transporter } from "nodemailer";
import type { Logger } from "pino";
import type { MailLanguage } from "#database/schema-identity.ts";
import { isOneAddress, manyLines, oneLine } from "./one-line.ts";

/** What people wrote may stand in any part of it as it is: what is no text is taken out before it is sent. */
export type Message = {
  to: { name: string; email: string };
  /** What the mail is written in. */
  language: MailLanguage;
  subject: string;
  text: string;
  attachments?: { filename: string; contentType: string; content: string | Buffer }[];
};

/** `send` resolves to false when the mail server did not take the message; why stands in the log, without the address. */
export type Mailer = { send(message: Message): Promise<boolean>; close(): void };

/**
 * Sends mail through the server that `SAGSGANG_SMTP` names ("smtp://name:password@mail.example.dk:587"; "smtps:" for
 * encryption from the first byte), from the address in `SAGSGANG_MAIL_FROM`. Null when none is set. Throws one Danish
 * sentence when they are written wrong.
 */
export function openMail(log: Pick<Logger, "error">): Mailer | null {
  const url = process.env["SAGSGANG_SMTP"];
  if (!url) return null;
  const from = process.env["SAGSGANG_MAIL_FROM"];
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol))
    throw new Error("SAGSGANG_SMTP er ikke en adresse. Skriv den som smtp://bruger:kode@mail.eksempel.dk:587");
  if (!from) throw new Error("SAGSGANG_MAIL_FROM mangler. Skriv den adresse, mail skal sendes fra.");
  let transport: Promise<Transporter> | undefined;
  const open = async () => {
    // Loaded with the first mail.
    const { createTransport } = await import("nodemailer");
    return createTransport(url, { from: { name: "Sagsgang", address: from } });
  };
  return {
    async send({ to, language, subject, text, attachments = [] }) {
      if (!isOneAddress(to.email)) {
        log.error("a mail was not sent: the address is none, or more than one");
        return false;
      }
      try {
        transport ??= open();
        await (
          await transport
        ).sendMail({
          to: { name: oneLine(to.name, 100), address: to.email },
          subject: oneLine(subject, 200),
          text: manyLines(text),
          headers: { "Content-Language": language },
          attachments: attachments.map((file) => ({ ...file, filename: oneLine(file.filename, 100) })),
        });
        return true;
      } catch (error) {
        const { code, responseCode } = error as { code?: string; responseCode?: number };
        log.error({ code, responseCode }, "a mail was not taken");
        return false;
      }
    },
    close: () => void transport?.then((opened) => opened.close()),
  };
}
