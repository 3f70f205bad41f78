import { parentPort } from "node:worker_threads";
import type { Unreadable } from "#minutes/model.ts";
import { readDocument } from "#minutes/read-document.ts";
import { heldBack } from "../corrections/closed-text.ts";
import { correctReading, type Reading } from "../corrections/correct-reading.ts";
import { prepareDocument } from "./prepare.ts";
import type { ReadAnswer, ReadRequest } from "./read-pool.ts";

parentPort?.on("message", async (request: ReadRequest) => {
  const answer = await read(request);
  const own = answer.ok ? [answer.document.text, ...Object.values(answer.document.rows)] : [];
  parentPort?.postMessage(
    answer,
    [answer.bytes, ...own].map(({ buffer }) => buffer as ArrayBuffer),
  );
});

async function read({ bytes, fileName, corrections = [], ...request }: ReadRequest): Promise<ReadAnswer> {
  const reading = request.reading ?? (await readingOf(bytes, fileName));
  if ("message" in reading) return { ok: false, message: reading.message, bytes };
  const corrected = correctReading(reading, corrections);
  const { minutes, told } = corrected;
  const document = prepareDocument({ minutes, text: reading.extracted.text, fileName });
  const kept = request.keepReading ? { reading } : {};
  return { ok: true, document, bytes, told, heldBack: heldBack(corrected, corrections), ...kept };
}

async function readingOf(bytes: Uint8Array, fileName: string): Promise<Reading | Unreadable> {
  const read = await readDocument(bytes, fileName);
  return read.ok ? { minutes: read.minutes, extracted: read.extracted } : read;
}
