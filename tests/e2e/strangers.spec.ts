import { connect } from "node:net";
import { expect, test } from "@playwright/test";
import { EXAMPLE } from "../support/pages.ts";
import { requester } from "../support/visitor.ts";

// No browser here: one of the two projects is enough.
test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "runs once, in the project with scripts");

const GIGABYTE = 1024 ** 3;
const PART = `--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n`;

/** What is answered to somebody who announces a gigabyte and has sent its beginning; "" when they are made to send it all. */
function announced(baseURL: string, path: string, type: string, cookie: string): Promise<string> {
  const { port, host } = new URL(baseURL);
  return new Promise((resolve) => {
    const socket = connect(Number(port), "localhost");
    const end = (answer: string) => (socket.destroy(), resolve(answer));
    socket.setTimeout(5000, () => end(""));
    socket.on("error", () => end(""));
    socket.once("data", (chunk) => end(chunk.toString("latin1")));
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${baseURL}\r\nAccept: application/json\r\n${cookie}Content-Type: ${type}\r\nContent-Length: ${GIGABYTE}\r\n\r\n${PART}`,
    );
  });
}

test("whoever may not send files is told so before they have sent them", async ({ request }) => {
  const baseURL = new URL((await request.get("/readyz")).url()).origin;
  const files = "multipart/form-data; boundary=x";
  const member = await requester(baseURL, "member");
  const { cookies } = await member.storageState();
  const theirs = `Cookie: ${cookies.map(({ name, value }) => `${name}=${value}`).join("; ")}\r\n`;
  const forged = "Cookie: sagsgang.session_token=a.b\r\n";
  for (const [path, type, cookie, status] of [
    [`${EXAMPLE}/arbejde/indlaes/filer`, files, "", 401],
    [`${EXAMPLE}/arbejde/indlaes/filer`, files, forged, 401],
    [`${EXAMPLE}/arbejde/indlaes/filer`, files, theirs, 404],
    ["/ingen-kommune/arbejde/indlaes/filer", files, theirs, 404],
    [`${EXAMPLE}/arbejde/sager/1/bilag`, files, "", 303],
    [`${EXAMPLE}/arbejde/sager/1/bilag/send`, files, "", 303],
    [`${EXAMPLE}/arbejde/sager/1/bilag`, files, theirs, 404],
    [`${EXAMPLE}/arbejde/sager/1/hoved`, files, theirs, 413],
    ["/log-ind", "application/x-www-form-urlencoded", "", 413],
    ["/api/auth/passkey/verify-authentication", "application/json", "", 413],
    ["/findes/ikke", "text/plain", "", 413],
  ] as const) {
    const answer = await announced(baseURL, path, type, cookie);
    expect.soft(answer.slice(0, 12), `${path} ${cookie.slice(0, 20)}`).toBe(`HTTP/1.1 ${status}`);
  }
});

test("a drawing that is opened by itself can run nothing", async ({ request }) => {
  const { "content-security-policy": policy, "x-content-type-options": sniffing } = (
    await request.get(`${EXAMPLE}/logo`)
  ).headers();
  expect(policy).toBe("sandbox; default-src 'none'; style-src 'unsafe-inline'");
  expect(sniffing).toBe("nosniff");
});
