import { expect, test } from "vitest";
import { wordsIn } from "./written-form.ts";

const form = (fields: Record<string, string>) =>
  new Request("https://moeder.example/", { method: "POST", body: new URLSearchParams(fields) });

test("what somebody wrote is kept, and neither choices nor secrets are", async () => {
  const request = form({
    version: "12",
    role: "secretary",
    text: "En lang orientering",
    password: "tre blaa stole i regn",
    currentPassword: "tre blaa stole i regn",
    current: "tre blaa stole i regn",
  });
  expect(await wordsIn(request)).toEqual(["En lang orientering"]);
  expect((await request.formData()).get("version")).toBe("12");
});

test("files and what scripts send are left alone", async () => {
  const files = new FormData();
  files.append("open", new File(["En lang fil"], "fil.txt"));
  for (const body of [files, JSON.stringify({ text: "En lang orientering" })])
    expect(await wordsIn(new Request("https://moeder.example/", { method: "POST", body }))).toEqual([]);
});
