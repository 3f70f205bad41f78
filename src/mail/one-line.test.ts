import { expect, test } from "vitest";
import { isOneAddress, manyLines, oneLine } from "./one-line.ts";

test.each([
  ["Åse Øst", "Åse Øst"],
  ["Åse\r\nBcc: alle@example.dk", "Åse Bcc: alle@example.dk"],
  ["Åse\u2028Øst\u2029", "Åse Øst"],
  ["nul\0bell\u0007", "nulbell"],
  ["\u202Eksdt\u2066", "ksdt"],
  ["en\ttabulator", "en tabulator"],
  ["halvt \ud83d", "halvt \ufffd"],
])("%j is the line %j", (text, line) => {
  expect(oneLine(text)).toBe(line);
});

test("a line of 10,000 characters is cut between characters, never within one", () => {
  const line = oneLine("🏛".repeat(10_000));
  expect([...line]).toHaveLength(300);
  expect(line.isWellFormed()).toBe(true);
  expect(line.endsWith("🏛…")).toBe(true);
});

test("a text keeps its lines and loses what is no text", () => {
  expect(manyLines("Kære Åse\r\n\r\n\0Hej\u202E\rFarvel")).toBe("Kære Åse\n\nHej\nFarvel");
});

test.each([
  ["aase@example.dk", true],
  ["åse.øst+møder@bølgen.example", true],
  ["aase@example.dk, alle@example.dk", false],
  ["aase@example.dk\r\nBcc: alle@example.dk", false],
  ["Åse <aase@example.dk>", false],
  ["aase", false],
  ["@example.dk", false],
  [`${"a".repeat(250)}@example.dk`, false],
])("%j is one address: %s", (text, is) => {
  expect(isOneAddress(text)).toBe(is);
});
