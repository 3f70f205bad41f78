import { expect, test } from "vitest";
import { FORGET_WAITING, readWaiting, waitingCookie } from "./waiting.ts";

test("how many notes wait is read from what the page's script wrote, and nothing else", () => {
  expect(readWaiting(`a=1; ${waitingCookie(3).split(";")[0]}; b=2`)).toBe(3);
  expect(readWaiting(FORGET_WAITING.split(";")[0] as string)).toBe(0);
  for (const odd of [
    null,
    "",
    "sagsgang.waiting=",
    "sagsgang.waiting=-1",
    "sagsgang.waiting=1e9",
    "xsagsgang.waiting=4",
  ])
    expect(readWaiting(odd)).toBe(0);
});
