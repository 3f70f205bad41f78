import { unzipSync } from "fflate";
import { fileTypeFromBuffer } from "file-type";

/** What may be attached: nothing that runs by itself when it is opened. The first ending is the one a file is given. */
const kinds: Record<string, readonly [string, ...string[]]> = {
  "application/pdf": ["pdf"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ["pptx"],
  "application/vnd.oasis.opendocument.text": ["odt"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
};
const textKinds: Record<string, string> = { txt: "text/plain", csv: "text/csv" };

export const MAX_ATTACHMENT = 50 * 1024 * 1024;

/** For the `accept` of a file field. */
export const acceptedEndings = [...Object.values(kinds).flat(), ...Object.keys(textKinds)].map(
  (ending) => `.${ending}`,
);

/** `kind`: not one of ours by its bytes. `macros`: it carries programs. `empty` and `large`: zero bytes, or above the limit. */
export type KindFault = "kind" | "macros" | "empty" | "large";

export type AttachmentKind = { ok: true; mediaType: string; fileName: string } | { ok: false; reason: KindFault };

/**
 * What a file is by its bytes, whatever its name says, and the name with the ending that belongs to it.
 *
 *     await attachmentKind("C:\\plan.exe", bytesOfAPdf) // { ok: true, mediaType: "application/pdf", fileName: "plan.exe.pdf" }
 */
export async function attachmentKind(name: string, bytes: Uint8Array): Promise<AttachmentKind> {
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  if (bytes.length > MAX_ATTACHMENT) return { ok: false, reason: "large" };
  const fileName = plainName(name);
  const ending = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  const mediaType = (await fileTypeFromBuffer(bytes))?.mime;
  if (mediaType === undefined) {
    const text = textKinds[ending];
    return text && isText(bytes) ? { ok: true, mediaType: text, fileName } : { ok: false, reason: "kind" };
  }
  const endings = kinds[mediaType];
  if (!endings) return { ok: false, reason: /macro/i.test(mediaType) ? "macros" : "kind" };
  if (bytes[0] === 0x50 && carriesPrograms(bytes)) return { ok: false, reason: "macros" };
  return { ok: true, mediaType, fileName: endings.includes(ending) ? fileName : `${fileName}.${endings[0]}` };
}

/** The last part of a path, without what no file system takes, at most 150 characters with its ending kept. */
function plainName(name: string): string {
  const last = name.toWellFormed().normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, "")
    .replace(/^[. ]+/, "")
    .trim();
  const [, stem = "", ending = ""] = /^(.*?)(\.[a-z0-9]{1,5})?$/i.exec(plain) ?? [];
  return (stem.slice(0, 150) || "bilag") + ending;
}

/** What the attachment is called until somebody says otherwise: the file's name without its ending. */
export const nameOfFile = (fileName: string): string => fileName.replace(/\.[a-z0-9]{1,5}$/i, "").replaceAll("_", " ");

/** Visual Basic in Office files, Basic and scripts in OpenDocument. Only the list of what is packed is read. */
function carriesPrograms(bytes: Uint8Array): boolean {
  let found = false;
  try {
    unzipSync(bytes, {
      filter({ name }) {
        found ||=
          /(?:^|\/)(?:vbaProject|vbaData)[^/]*$|^(?:Basic|Scripts)\/|activeX\d*\.bin$|\.(?:exe|dll|js|vbs)$/i.test(
            name,
          );
        return false;
      },
    });
  } catch {
    // A list that cannot be read may hide anything.
    return true;
  }
  return found;
}

/** UTF-8, or the Latin letters of older programs, without control characters. */
function isText(bytes: Uint8Array): boolean {
  return !bytes.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13);
}
