import { expect, test } from "vitest";
import { createSlots } from "./slots.ts";

test("no more than the capacity is under way, and what waits goes in by its order", async () => {
  const slots = createSlots(2);
  const log: string[] = [];
  const enter = async (name: string, weight: number) => {
    const leave = await slots.acquire(weight);
    log.push(name);
    return leave;
  };
  const [first, second] = await Promise.all([enter("a", 1), enter("b", 1)]);
  const heavy = enter("heavy", 99);
  const light = enter("light", 1);
  first();
  await Promise.resolve();
  expect(log).toEqual(["a", "b"]);
  second();
  (await heavy)();
  (await light)();
  expect(log).toEqual(["a", "b", "heavy", "light"]);
});
