import { readMarkedLines } from "#minutes/marked-lines.ts";
import type { ExtractedText, Minutes } from "#minutes/model.ts";
import { readMinutes } from "#minutes/read-minutes.ts";
import { applyCorrections, type Told } from "./apply-corrections.ts";
import { correctStarts, lostStarts } from "./correct-starts.ts";
import type { Correction } from "./correction.ts";

/** A document as it was read, before anybody set anything right. */
export type Reading = { minutes: Minutes; extracted: ExtractedText };

/** `read` is the reading with its items where they begin, and `minutes` that with all other corrections, item by item. */
export type Corrected = { read: Minutes; minutes: Minutes; told: Told[] };

/** Pure: the same reading and corrections give the same minutes. */
export function correctReading({ minutes, extracted }: Reading, corrections: Correction[]): Corrected {
  if (corrections.length === 0) return { read: minutes, minutes, told: [] };
  const starts = correctStarts(corrections);
  const read = starts ? readMinutes(extracted, minutes.source, starts) : minutes;
  const lost = starts ? lostStarts(corrections, readMarkedLines(extracted.text).lines) : [];
  const applied = applyCorrections(read, corrections);
  return {
    read,
    minutes: applied.minutes,
    told: [...lost.map((correction): Told => ({ correction, state: "gone" })), ...applied.told],
  };
}
