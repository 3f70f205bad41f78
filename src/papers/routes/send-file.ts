/**
 * Sends one file, telling how many per cent of it have left. Null when it was added; else why not, in words for the person,
 * empty when it did not arrive.
 */
export function sendFile(
  address: string,
  field: string,
  file: File,
  tell: (percent: number) => void,
): Promise<string | null> {
  const body = new FormData();
  body.append(field, file);
  return new Promise((resolve) => {
    // XMLHttpRequest, for fetch tells nothing of what has been sent.
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.upload.addEventListener("progress", ({ loaded, total }) => tell(Math.floor((100 * loaded) / total)));
    request.addEventListener("error", () => resolve(""));
    request.addEventListener("abort", () => resolve(""));
    request.addEventListener("load", () => {
      const fault = request.getResponseHeader("X-Refused");
      resolve(request.status === 204 ? null : fault === null ? "" : decodeURIComponent(fault));
    });
    request.send(body);
  });
}
