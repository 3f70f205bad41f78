import { Hono } from "hono";
import { expect, test } from "vitest";
import { limitUploads } from "./uploads.ts";

const app = new Hono()
  .use(limitUploads(async (headers) => headers.get("Cookie")))
  .post("*", async (c) => c.text(String((await c.req.raw.arrayBuffer()).byteLength)));

const files = { "Content-Type": "multipart/form-data; boundary=x" };
const UPLOAD = "/birkeby/arbejde/indlaes/filer";

/** A body whose reader is told of, and that never ends when `endless`. */
function aBody({ endless = false } = {}) {
  const seen = { read: 0 };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        seen.read++;
        controller.enqueue(new Uint8Array(1000));
        if (!endless) controller.close();
        // A slow line: the rest never comes.
        else return new Promise(() => {});
      },
    },
    { highWaterMark: 0 },
  );
  return { seen, body };
}

const post = (path: string, body: ReadableStream, headers: Record<string, string>) =>
  app.request(path, { method: "POST", headers, body, duplex: "half" } as RequestInit);

test("what a stranger sends is not read, and the page answers all the same", async () => {
  const { seen, body } = aBody({ endless: true });
  const answer = await post(UPLOAD, body, files);
  expect(await answer.text()).toBe("0");
  expect(seen.read).toBe(0);
});

test("somebody's second upload waits for the first, and is in nobody else's way", async () => {
  const slow = aBody({ endless: true });
  void post(UPLOAD, slow.body, { ...files, Cookie: "anna", "Content-Length": "5000" });
  const second = aBody();
  void post(UPLOAD, second.body, { ...files, Cookie: "anna", "Content-Length": "5000" });
  const other = aBody();
  expect(await (await post(UPLOAD, other.body, { ...files, Cookie: "bo", "Content-Length": "5000" })).text()).toBe(
    "1000",
  );
  expect([slow.seen.read, second.seen.read]).toEqual([1, 0]);
});

test("forms without files go past", async () => {
  const { body } = aBody();
  expect(await (await post(UPLOAD, body, { "Content-Type": "application/x-www-form-urlencoded" })).text()).toBe("1000");
});
