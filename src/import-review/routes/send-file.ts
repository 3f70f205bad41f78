import type { ReceivedAnswer } from "./receive.ts";

const MB = 1024 * 1024;

/** Why a file need not be sent at all; null when it may be. */
export function faultBeforeSending({
  name,
  size,
}: {
  name: string;
  size: number;
}): "too-large" | "zip-too-large" | null {
  if (/\.zip$/i.test(name)) return size > 200 * MB ? "zip-too-large" : null;
  return size > 50 * MB ? "too-large" : null;
}

/** Sends one file, and tells how far it is: XMLHttpRequest, for `fetch` does not say. Null when it did not arrive. */
export function sendFile(
  address: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<ReceivedAnswer | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total));
    request.addEventListener("load", () => resolve(request.response as ReceivedAnswer | null));
    for (const fault of ["error", "abort"]) request.addEventListener(fault, () => resolve(null));
    const form = new FormData();
    form.append("files", file);
    request.send(form);
  });
}
