import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { limitBody, MAX_FORM, MAX_STRANGERS_FORM } from "./body-limit.ts";

const app = new Hono()
  .use(limitBody(async (headers) => headers.has("Cookie")))
  .post("*", async (c) => c.text(String((await c.req.arrayBuffer()).byteLength)));

const form = "application/x-www-form-urlencoded";
const files = "multipart/form-data; boundary=x";

const post = (path: string, type: string, body: BodyInit, headers: Record<string, string> = {}) =>
  app.request(path, {
    method: "POST",
    headers: { "Content-Type": type, Cookie: "known", ...headers },
    body,
    duplex: "half",
  } as RequestInit);

/** A body that does not say how long it is. */
const unending = (bytes: number) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (let sent = 0; sent < bytes; sent += 65_536) controller.enqueue(new Uint8Array(65_536));
      controller.close();
    },
  });

describe("a form", () => {
  test("of a reasonable size is read", async () => {
    expect(await (await post("/log-ind", form, "a".repeat(100_000))).text()).toBe("100000");
  });

  test.each([
    ["that says it is too large", () => "a".repeat(10), { "Content-Length": String(MAX_FORM + 1) }],
    ["that is too large", () => "a".repeat(MAX_FORM + 1), {}],
    ["that does not say how large it is", () => unending(MAX_FORM + 65_536), {}],
  ])("%s is turned away with a sentence", async (_what, body, headers: Record<string, string>) => {
    const response = await post("/birkeby/arbejde/sager/1/hoved", form, body(), headers);
    expect(response.status).toBe(413);
    expect(await response.text()).toContain("Formularen er for stor");
  });

  test.each([
    "/log-ind",
    "/birkeby/arbejde/sager/ny",
    "/birkeby/arbejde/sager/1/hoved",
    "/birkeby/arbejde/sager/1/bilag/2",
    "/birkeby/arbejde/moeder",
    "/birkeby/arbejde/indlaes/3",
  ])("with files is turned away at %s, where no files belong", async (path) => {
    expect((await post(path, files, unending(MAX_FORM + 65_536))).status).toBe(413);
  });
});

test("a stranger's form is smaller", async () => {
  const stranger = (bytes: number) =>
    app.request("/log-ind", { method: "POST", headers: { "Content-Type": form }, body: "a".repeat(bytes) });
  expect((await stranger(MAX_STRANGERS_FORM)).status).toBe(200);
  expect((await stranger(MAX_STRANGERS_FORM + 1)).status).toBe(413);
});

test.each([
  "/birkeby/arbejde/sager/1/bilag",
  "/en/birkeby/arbejde/sager/1/bilag/send",
  "/birkeby/arbejde/indlaes/filer",
])("files go through to %s, which counts for itself", async (path) => {
  expect((await post(path, files, unending(MAX_FORM + 65_536))).status).toBe(200);
});
