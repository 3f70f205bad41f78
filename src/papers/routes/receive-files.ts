import {
  FormDataParseError,
  MaxFilesExceededError,
  MaxFileSizeExceededError,
  MaxHeaderSizeExceededError,
  MaxPartsExceededError,
  MaxTotalSizeExceededError,
  parseFormData,
} from "@remix-run/form-data-parser";
import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { MAX_ATTACHMENT } from "#papers/attachment-kind.ts";
import { addAttachment, type AddResult, MOST_ATTACHMENTS } from "#papers/attachments.ts";
import type { PaperPlace } from "#papers/edit-paper.ts";
import { fileFields } from "./file-fields.ts";

export type Received = { file: string; result: AddResult };

/** `broken`: the rest could not be read; what came before it is saved. `large`: the file after the last was too large. */
export type Receipt = { files: Received[]; stopped: "large" | "many" | "broken" | null };

/**
 * Adds the files of a form to a paper, one at a time as they come: no more than one is held in memory, and each is saved
 * or refused by itself, as its sender may when it has come.
 */
export async function receiveFiles(
  db: Database,
  actorNow: () => Promise<Actor | null>,
  paper: PaperPlace,
  request: Request,
): Promise<Receipt> {
  const files: Received[] = [];
  const limits = {
    maxFiles: MOST_ATTACHMENTS,
    maxFileSize: MAX_ATTACHMENT,
    maxTotalSize: 20 * MAX_ATTACHMENT,
    maxParts: MOST_ATTACHMENTS + 10,
  };
  try {
    await parseFormData(request, limits, async (upload) => {
      // A field with no file chosen comes as one without a name or bytes.
      if (upload.name === "" || (upload.name === "file-upload" && upload.size === 0)) return;
      if (upload.fieldName !== fileFields.open && upload.fieldName !== fileFields.closed) return;
      const bytes = new Uint8Array(await upload.arrayBuffer());
      const closed = upload.fieldName === fileFields.closed;
      const actor = await actorNow();
      const result: AddResult = !actor
        ? { ok: false, reason: "forbidden" }
        : await addAttachment(db, actor, paper, { name: upload.name, bytes, closed });
      files.push({ file: upload.name, result });
    });
    return { files, stopped: null };
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError) return { files, stopped: "large" };
    if (
      error instanceof MaxFilesExceededError ||
      error instanceof MaxPartsExceededError ||
      error instanceof MaxTotalSizeExceededError
    )
      return { files, stopped: "many" };
    if (error instanceof MaxHeaderSizeExceededError || error instanceof FormDataParseError)
      return { files, stopped: "broken" };
    throw error;
  }
}
