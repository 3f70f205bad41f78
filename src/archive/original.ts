/** Types a browser shows by itself without running anything; every other original is offered for saving. */
const shownInline = new Set(["application/pdf", "text/plain"]);

/**
 * `Content-Disposition` of a file (RFC 6266): the name in UTF-8, and for old programs in ASCII beside it.
 *
 *     contentDisposition("Referat møde.pdf", "application/pdf")
 *     // inline; filename="Referat m_de.pdf"; filename*=UTF-8''Referat%20m%C3%B8de.pdf
 */
export function contentDisposition(fileName: string, mediaType: string): string {
  const name = fileName.replaceAll(/[\p{Cc}/\\]/gu, "_");
  const plain = name.replaceAll(/[^\x20-\x7e]/g, "_").replaceAll(/["%]/g, "_");
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${shownInline.has(mediaType) ? "inline" : "attachment"}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
