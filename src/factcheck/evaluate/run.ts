import { generateSample } from "./generate.ts";
import type { Phrasebook } from "./model.ts";
import { type Score, scoreSamples } from "./score.ts";

/** Checks papers of a phrasebook, one sample after the other, from a seed on. */
export function evaluate(book: Phrasebook, seed: number, samples: number): Score {
  return scoreSamples(generated(book, seed, samples));
}

function* generated(book: Phrasebook, seed: number, samples: number) {
  for (let index = 0; index < samples; index++) yield generateSample(book, seed + index);
}
