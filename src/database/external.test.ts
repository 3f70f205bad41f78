import { expect, test } from "vitest";
import { explain } from "./external.ts";

const url = "postgres://sags%20gang:hemmelig@db.example.dk:5433/arkiv";

test("an unreachable server is named without the password", () => {
  const { message } = explain(Object.assign(new Error("connect"), { code: "ECONNREFUSED" }), url);
  expect(message).toContain("db.example.dk:5433 svarer ikke");
  expect(message).not.toContain("hemmelig");
});

test("a missing database comes with the command that makes it", () => {
  expect(explain({ code: "3D000" }, url).message).toContain("createdb arkiv");
});

test("what is not foreseen is passed on as it is", () => {
  const error = new Error("something else");
  expect(explain(error, url)).toBe(error);
});
