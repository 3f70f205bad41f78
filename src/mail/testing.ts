import { type ParsedMail, simpleParser } from "mailparser";
import { pino } from "pino";
import { SMTPServer } from "smtp-server";
import { vi } from "vitest";
import { type Mailer, openMail } from "./mail.ts";

/** A mail as a real server got it: its bytes, what they say, and whom the envelope named. */
export type Received = { raw: string; mail: ParsedMail; envelope: string[] };

export type TestMail = {
  mailer: Mailer;
  received: Received[];
  /** Lets the server refuse recipients from now on; nobody by default. */
  refuse: (refuses: (email: string) => boolean) => void;
  stop: () => Promise<void>;
};

/** A real mail server on a port of its own, and the mailer that sends to it. Unstub the environment afterwards. */
export async function testMail(): Promise<TestMail> {
  const received: Received[] = [];
  let refuses = (_email: string) => false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) => done(refuses(address) ? new Error("no such mailbox") : null),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString();
        simpleParser(raw).then(
          (mail) => {
            received.push({ raw, mail, envelope: session.envelope.rcptTo.map(({ address }) => address) });
            done();
          },
          (error: Error) => done(error),
        );
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  vi.stubEnv("SAGSGANG_SMTP", `smtp://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`);
  vi.stubEnv("SAGSGANG_MAIL_FROM", "moeder@eksempel.dk");
  const mailer = openMail(pino({ enabled: false })) as Mailer;
  return {
    mailer,
    received,
    refuse: (given) => {
      refuses = given;
    },
    async stop() {
      mailer.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** All that a mail says anywhere, decoded: subject, text, names of files and what stands in them. */
export const saidIn = ({ raw, mail }: Received): string =>
  [
    raw,
    mail.subject,
    mail.text,
    ...mail.attachments.flatMap(({ filename, content }) => [filename, unfolded(content)]),
  ].join("\n");

/** A calendar file with its long lines put together again (RFC 5545 § 3.1). */
const unfolded = (content: Buffer): string => content.toString().replaceAll("\r\n ", "");

/** The lines of a mail's calendar file. */
export const calendarOf = ({ mail }: Received): string[] =>
  unfolded(mail.attachments[0]?.content ?? Buffer.alloc(0)).split("\r\n");
