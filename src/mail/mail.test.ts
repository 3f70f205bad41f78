import type { AddressInfo } from "node:net";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, test, vi } from "vitest";
import { openMail } from "./mail.ts";

const servers: SMTPServer[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(servers.splice(0).map((server) => new Promise<void>((done) => server.close(() => done()))));
});

/** A real mail server that keeps what it gets; `refuse`: that will not have it. */
async function mailServer(refuse = false): Promise<{ url: string; received: string[]; recipients: string[] }> {
  const received: string[] = [];
  const recipients: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) => {
      recipients.push(address);
      done(refuse ? new Error("unknown user") : null);
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        received.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, received, recipients };
}

const message = {
  to: { name: "Åse Øst", email: "aase@example.dk" },
  language: "da" as const,
  subject: "Dagsorden til mødet",
  text: "Hej Åse\n",
  attachments: [{ filename: "moede.ics", contentType: "text/calendar", content: "BEGIN:VCALENDAR" }],
};

test("a message arrives with its name, subject, text and file", async () => {
  const { url, received } = await mailServer();
  vi.stubEnv("SAGSGANG_SMTP", url);
  vi.stubEnv("SAGSGANG_MAIL_FROM", "moeder@example.dk");
  const mail = openMail({ error: () => undefined });
  expect(await mail?.send(message)).toBe(true);
  mail?.close();
  const parsed = await simpleParser(received[0] as string);
  expect(parsed).toMatchObject({ subject: "Dagsorden til mødet", text: "Hej Åse\n" });
  expect(parsed.headers.get("content-language")).toBe("da");
  expect(parsed.from?.value[0]).toMatchObject({ name: "Sagsgang", address: "moeder@example.dk" });
  expect(parsed.attachments[0]).toMatchObject({ filename: "moede.ics", contentType: "text/calendar" });
});

test.each([
  ["a name", { to: { name: "Åse\r\nBcc: alle@example.dk", email: "aase@example.dk" } }],
  ["an address", { to: { name: "Åse", email: "aase@example.dk\r\nBcc: alle@example.dk" } }],
  ["an address with more than one in it", { to: { name: "Åse", email: "aase@example.dk, alle@example.dk" } }],
  ["a subject", { subject: "Dagsorden\r\nBcc: alle@example.dk\r\n\r\nEn anden tekst" }],
  [
    "a file name",
    { attachments: [{ filename: 'x"\r\nBcc: alle@example.dk', contentType: "text/calendar", content: "" }] },
  ],
])("%s with lines of its own adds nobody and no header to a message", async (_what, hostile) => {
  const { url, received, recipients } = await mailServer();
  vi.stubEnv("SAGSGANG_SMTP", url);
  vi.stubEnv("SAGSGANG_MAIL_FROM", "moeder@example.dk");
  const mail = openMail({ error: () => undefined });
  await mail?.send({ ...message, ...hostile });
  mail?.close();
  expect(recipients).not.toContain("alle@example.dk");
  for (const text of received) {
    const parsed = await simpleParser(text);
    expect(parsed.bcc).toBeUndefined();
    expect(parsed.text).toBe("Hej Åse\n");
  }
});

test("a message that the server refuses is false, and the log names nobody", async () => {
  const { url } = await mailServer(true);
  vi.stubEnv("SAGSGANG_SMTP", url);
  vi.stubEnv("SAGSGANG_MAIL_FROM", "moeder@example.dk");
  const logged: unknown[] = [];
  const mail = openMail({ error: (...said: unknown[]) => logged.push(said) });
  expect(await mail?.send(message)).toBe(false);
  mail?.close();
  expect(logged).toHaveLength(1);
  expect(JSON.stringify(logged)).not.toContain("aase");
});

test("without a server there is no mail", () => {
  vi.stubEnv("SAGSGANG_SMTP", "");
  expect(openMail({ error: () => undefined })).toBeNull();
});

test.each([
  ["mail.example.dk", "moeder@example.dk", /SAGSGANG_SMTP er ikke en adresse/],
  ["smtp://mail.example.dk", "", /SAGSGANG_MAIL_FROM mangler/],
])("%j from %j is said in one sentence", (url, from, sentence) => {
  vi.stubEnv("SAGSGANG_SMTP", url);
  vi.stubEnv("SAGSGANG_MAIL_FROM", from);
  expect(() => openMail({ error: () => undefined })).toThrow(sentence);
});
