import { expect, it } from "vitest";
import { da } from "./da.ts";
import { en } from "./en.ts";

it("has English words for every Danish message, and they differ where they should", () => {
  expect(Object.keys(en)).toEqual(Object.keys(da));
  const same = Object.entries(da).filter(
    ([key, text]) => typeof text === "string" && text === en[key as keyof typeof en],
  );
  expect(same.map(([key]) => key)).toEqual(["siteName"]);
});
