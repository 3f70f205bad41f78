import {
  type FileUpload,
  FormDataParseError,
  MaxFileSizeExceededError,
  MaxFilesExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  parseFormData,
} from "@remix-run/form-data-parser";
import { ZIP_LIMITS } from "#archive/import/zip-files.ts";
import type { GivenFile } from "#import-review/upload-operations.ts";
import { MAX_FILE_BYTES } from "#minutes/formats/unreadable.ts";

const MB = 1024 * 1024;
/** A file above the limits is taken in and refused with its sentence; above this the request is broken off. */
const LIMITS = { maxFiles: 500, maxFileSize: 256 * MB, maxTotalSize: 1024 * MB, maxParts: 600 } as const;

export type Broken = "too-large" | "too-many" | "broken";

/** Hands over the files of a form, one by one as they arrive. What was handed over before a fault stays with the caller. */
export async function receiveFiles(
  request: Request,
  onFile: (file: GivenFile) => Promise<void>,
): Promise<Broken | null> {
  try {
    await parseFormData(request, LIMITS, async (file) => {
      // A field that nobody filled in.
      if (file.name === "" && file.size === 0) return;
      await onFile({ name: file.name, size: file.size, bytes: await bytesOf(file) });
    });
    return null;
  } catch (error) {
    if (error instanceof MaxFilesExceededError) return "too-many";
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) return "too-large";
    if (error instanceof FormDataParseError || error instanceof MultipartParseError) return "broken";
    throw error;
  }
}

async function bytesOf(file: FileUpload): Promise<Uint8Array | null> {
  const mayBeZip = file.size <= ZIP_LIMITS.bytes && (await isPacked(file));
  return file.size <= MAX_FILE_BYTES || mayBeZip ? file.bytes() : null;
}

async function isPacked(file: FileUpload): Promise<boolean> {
  return Buffer.from(await file.slice(0, 2).bytes()).toString("latin1") === "PK";
}

/** Reads what is left of a request to nowhere: a browser that is answered while it sends takes it for a lost connection. */
export async function drain(request: Request): Promise<void> {
  let left: number = LIMITS.maxTotalSize;
  try {
    for await (const chunk of request.body ?? []) {
      left -= (chunk as Uint8Array).length;
      if (left < 0) return;
    }
  } catch {
    // The browser went away, and with it whoever would hear the answer.
  }
}
