import { isAbsolute } from "node:path";
import { expect, test } from "vitest";
import routes from "./routes.ts";

test("a route is named after its file, and not after where the program was built", () => {
  expect(routes.length).toBeGreaterThan(50);
  expect(routes.filter(({ file }) => isAbsolute(file))).toEqual([]);
});
