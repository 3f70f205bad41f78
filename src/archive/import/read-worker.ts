import { parentPort } from "node:worker_threads";
import { readDocument } from "#minutes/read-document.ts";
import { prepareDocument } from "./prepare.ts";
import type { ReadAnswer, ReadRequest } from "./read-pool.ts";

parentPort?.on("message", async ({ bytes, fileName }: ReadRequest) => {
  const answer = await read(bytes, fileName);
  const rows = answer.ok ? Object.values(answer.document.rows) : [];
  parentPort?.postMessage(
    answer,
    [answer.bytes, ...rows].map(({ buffer }) => buffer as ArrayBuffer),
  );
});

async function read(bytes: Uint8Array, fileName: string): Promise<ReadAnswer> {
  const read = await readDocument(bytes, fileName);
  if (!read.ok) return { ok: false, message: read.message, bytes };
  return { ok: true, document: prepareDocument({ minutes: read.minutes, text: read.text, fileName }), bytes };
}
