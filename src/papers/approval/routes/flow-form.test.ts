import { describe, expect, test } from "vitest";
import { arrange, readFlow, readSteps } from "./flow-form.ts";

const steps = [
  { role: "head", days: "5" },
  { role: "director", days: "3" },
  { role: "secretary", days: "x" },
] as const;
const arranged = (button: string) => arrange([...steps], button).map(({ role, days }) => `${role} ${days}`);

describe("a button", () => {
  test.each([
    ["up:1", ["director 3", "head 5", "secretary x"]],
    ["down:0", ["director 3", "head 5", "secretary x"]],
    ["remove:1", ["head 5", "secretary x"]],
    ["up:0", ["head 5", "director 3", "secretary x"]],
    ["down:2", ["head 5", "director 3", "secretary x"]],
    ["remove:9", ["head 5", "director 3", "secretary x"]],
    ["nonsense", ["head 5", "director 3", "secretary x"]],
  ])("%s arranges the steps and keeps what was typed", (button, after) => {
    expect(arranged(button)).toEqual(after);
  });

  test("adds a step, up to eight", () => {
    let all = [...steps].slice(0, 0) as Parameters<typeof arrange>[0];
    for (let press = 0; press < 12; press++) all = arrange(all, "add");
    expect(all).toHaveLength(8);
  });
});

test("fields are read in their order, and a role that is none is the first", () => {
  const form = new FormData();
  for (const [role, days] of [
    ["mayor", " 2 "],
    ["administrator", "1"],
  ]) {
    form.append("role", role as string);
    form.append("days", days as string);
  }
  expect(readSteps(form)).toEqual([
    { role: "mayor", days: "2" },
    { role: "head", days: "1" },
  ]);
});

describe("a flow", () => {
  test.each(["", "-1", "61", "1,5", "mange", "1e1"])("does not take %j for days, and says at which step", (days) => {
    const read = readFlow(
      [
        { role: "head", days: "1" },
        { role: "mayor", days },
      ],
      "da",
    );
    expect(read).toEqual({ ok: false, errors: { "days-1": "Skriv et helt tal fra 0 til 60." } });
  });

  test("has a step", () => {
    expect(readFlow([], "da")).toMatchObject({ ok: false, errors: { form: expect.any(String) } });
    expect(readFlow([{ role: "head", days: "0" }], "da")).toEqual({ ok: true, steps: [{ role: "head", days: 0 }] });
  });
});
