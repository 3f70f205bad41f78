import { expect, test } from "vitest";
import { readBody } from "./bodies.ts";

test("a committee's name goes on behind an article and an adjective", () => {
  expect(readBody("Udvalget for det nære sundhedsvæsen, 11.03.2021")?.name).toBe("Udvalget for det nære sundhedsvæsen");
  expect(readBody("Udvalget for det nære sundhedsvæsen besluttede at")?.name).toBe(
    "Udvalget for det nære sundhedsvæsen",
  );
});
