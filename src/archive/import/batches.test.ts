import { expect, test } from "vitest";
import { createBatches } from "./batches.ts";

/** Batches of words, a word's key being its first letter; each batch takes a while. */
function batchesOf(log: string[], options: { most: number; atOnce: number; patience?: number }) {
  return createBatches<string>({
    patience: 1000,
    ...options,
    keyOf: (word) => word.charAt(0),
    run: async (batch) => {
      log.push(`> ${batch.join(" ")}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (batch.includes("fejl")) throw new Error("fejl");
      log.push(`< ${batch.join(" ")}`);
    },
  });
}

test("what comes together is done together, and what is left at the end too", async () => {
  const log: string[] = [];
  const batches = batchesOf(log, { most: 2, atOnce: 1 });
  for (const word of ["abe", "bil", "cykel"]) batches.add(word);
  await batches.finish();
  expect(log).toEqual(["> abe bil", "< abe bil", "> cykel", "< cykel"]);
});

test("those of one key are done one after the other, in their order", async () => {
  const log: string[] = [];
  const batches = batchesOf(log, { most: 2, atOnce: 2 });
  for (const word of ["abe", "and", "bil", "ask"]) batches.add(word);
  await batches.finish();
  const ofA = log.filter((line) => /^. a/.test(line));
  expect(ofA).toEqual(["> abe", "< abe", "> and", "< and", "> ask", "< ask"]);
  expect(log).toContain("< bil");
});

test("a batch that does not fill is not waited for longer than patience allows", async () => {
  const log: string[] = [];
  const batches = batchesOf(log, { most: 10, atOnce: 1, patience: 1 });
  batches.add("abe");
  await expect.poll(() => log).toEqual(["> abe", "< abe"]);
  await batches.finish();
});

test("a batch that fails is told at the end, and the others are done", async () => {
  const log: string[] = [];
  const batches = batchesOf(log, { most: 1, atOnce: 1 });
  for (const word of ["fejl", "bil"]) batches.add(word);
  await expect(batches.finish()).rejects.toThrow("fejl");
  expect(log).toContain("< bil");
});
