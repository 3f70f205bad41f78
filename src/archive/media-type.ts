import type { Format } from "#minutes/model.ts";

const mediaTypes: Record<Format, string> = {
  text: "text/plain",
  markdown: "text/markdown",
  html: "text/html",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

export function mediaTypeOf(format: Format): string {
  return mediaTypes[format];
}
