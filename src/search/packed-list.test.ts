import fc from "fast-check";
import { expect, test } from "vitest";
import { PackedList } from "./packed-list.ts";

test("numbers come out as they went in, in any order and however far apart", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2 ** 31 - 1)), fc.boolean(), (numbers, trimmed) => {
      const list = new PackedList();
      for (const number of numbers) list.add(number);
      if (trimmed) list.trim();
      const found = new Uint32Array(numbers.length + 2);
      list.unpack(found, 1);
      expect([...found]).toEqual([0, ...numbers, 0]);
    }),
  );
});

test("a list goes on after it was trimmed", () => {
  const list = new PackedList();
  for (let number = 0; number < 300; number += 3) list.add(number);
  list.trim();
  list.add(1);
  const found = new Uint32Array(list.count);
  list.unpack(found, 0);
  expect(Array.from(found.slice(-2))).toEqual([297, 1]);
});
