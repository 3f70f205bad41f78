import fc from "fast-check";
import { expect, test } from "vitest";
import { keepReferences, printReferences, writeReferences } from "./item-references.ts";

const before = new Map([
  [118, 79],
  [119, 80],
]);
const after = new Map([
  [118, 80],
  [119, 79],
]);

test("a reference follows its item when items change places", () => {
  const { text, unknown } = keepReferences("Behandles sammen med [punkt 79].", before);
  expect(unknown).toEqual([]);
  expect(printReferences(text, before)).toBe("Behandles sammen med punkt 79.");
  expect(printReferences(text, after)).toBe("Behandles sammen med punkt 80.");
  expect(writeReferences(text, after)).toBe("Behandles sammen med [punkt 80].");
});

test("a number without an item is told, and stays as it was written", () => {
  expect(keepReferences("Se [punkt 99].", before)).toEqual({ text: "Se [punkt 99].", unknown: [99] });
});

test("a reference to an item that was taken off says so", () => {
  expect(printReferences("Se [punkt:5].", before)).toBe("Se et punkt, som er taget af.");
});

test("what is edited and kept again is what was kept, whatever stands around it", () => {
  const texts = fc
    .array(fc.oneof(fc.string(), fc.constantFrom("[punkt 79]", "[punkt 80]", "punkt 79", "[punkt")))
    .map((parts) => parts.join(" "));
  fc.assert(
    fc.property(texts, (text) => {
      const kept = keepReferences(text, before).text;
      return keepReferences(writeReferences(kept, after), after).text === kept;
    }),
  );
});
