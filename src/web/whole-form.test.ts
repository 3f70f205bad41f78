import { describe, expect, test } from "vitest";
import { wholeForm } from "./whole-form.ts";

const HOME = "http://localhost:3000";
const post = (path: string, type: string | null, body: BodyInit | null) =>
  new Request(HOME + path, {
    method: "POST",
    body,
    ...(type !== null && { headers: { "Content-Type": type } }),
    duplex: "half",
  } as RequestInit);

/** A body that sends a little and then breaks off, or says no more. */
const begun = (end: "breaks off" | "waits") =>
  new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode("email=a"));
      if (end === "breaks off") controller.error(new Error("aborted"));
      else return new Promise<void>(() => undefined);
    },
  });

describe("a form", () => {
  test("comes through as it was sent", async () => {
    const plain = (await wholeForm(post("/log-ind", "application/x-www-form-urlencoded", "email=%C3%A6"))) as Request;
    expect((await plain.formData()).get("email")).toBe("æ");
    const form = new FormData();
    form.append("text", "to\r\nlinjer");
    const parts = (await wholeForm(new Request(`${HOME}/laes`, { method: "POST", body: form }))) as Request;
    expect((await parts.formData()).get("text")).toBe("to\r\nlinjer");
  });

  test("is empty where nothing was sent", async () => {
    const empty = (await wholeForm(post("/log-ud", null, null))) as Request;
    expect([...(await empty.formData())]).toEqual([]);
  });

  test.each([
    ["multipart/form-data", "--x"],
    ["multipart/form-data; boundary=x", "--x\r\n\r\n"],
    ["application/json", "{}"],
    ["text/plain", "\0"],
    [null, begun("breaks off")],
    ["application/x-www-form-urlencoded", begun("breaks off")],
  ])("that is none, or breaks off, is told so: %s", async (type, body) => {
    expect(await wholeForm(post("/log-ind", type, body))).toBe("broken");
  });

  test("that never ends is not waited for", async () => {
    expect(await wholeForm(post("/log-ind", "application/x-www-form-urlencoded", begun("waits")), 5)).toBe("slow");
  });
});

test("files are left to the pages that take them, JSON to the one that does", async () => {
  const files = post("/birkeby/arbejde/sager/1/bilag", "multipart/form-data; boundary=x", begun("waits"));
  expect(await wholeForm(files, 5)).toBe(files);
  const text = await wholeForm(post("/birkeby/arbejde/sager/1/tekst/2/gem", "application/json", "{"));
  expect(text).toBeInstanceOf(Request);
});
