import { correctReading } from "#archive/corrections/correct-reading.ts";
import { committeeKey } from "#archive/keys.ts";
import { checkAmong } from "#factcheck/check.ts";
import type { Known } from "#factcheck/model.ts";
import { type Reading, readSource } from "#factcheck/reading.ts";
import { readMinutes } from "#minutes/read-minutes.ts";
import type { BatchText, CheckBatch, CheckedDocument, HeldMeeting } from "./batch.ts";

/** Checks the documents of a batch. Every text is read once, however many it is compared with. */
export function checkBatch({ texts, targets, held }: CheckBatch): CheckedDocument[] {
  const known = knownOf(held);
  const numbers = new Map<string, number>();
  const readings = new Map<number, Reading>();
  for (const text of texts) {
    // Two documents may have files of one name.
    const file = numbers.has(text.fileName) ? `${text.fileName} (${text.id})` : text.fileName;
    numbers.set(file, text.id);
    readings.set(text.id, read(text, file));
  }
  return targets.map(({ id, neighbours }) => {
    const others = neighbours.flatMap((neighbour) => readings.get(neighbour) ?? []);
    const findings = checkAmong(readings.get(id) as Reading, others, known).map((finding) => ({
      ...finding,
      documents: finding.evidence.map(({ file }) => numbers.get(file) ?? id),
    }));
    return { id, findings };
  });
}

/** As the archive has it: what was set right by hand says where items begin, and of which body and day a decision is. */
function read({ text, format, pages, corrections }: BatchText, file: string): Reading {
  const extracted = { text, format, pages, warnings: [] };
  const minutes = readMinutes(extracted, { file, sha256: "" });
  return readSource({ file, text, minutes: correctReading({ minutes, extracted }, corrections).minutes });
}

/** What can be said of a reference: nothing, where the archive does not hold the meeting. */
function knownOf(held: HeldMeeting[]): Known {
  const meetings = new Map(held.map(({ committeeKey, date, numbers }) => [`${committeeKey} ${date}`, numbers]));
  return {
    hasItem: (body, date, number) =>
      meetings.get(`${committeeKey(body)} ${date}`)?.includes(Number.parseInt(number, 10)) ?? null,
  };
}
