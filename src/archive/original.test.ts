import { describe, expect, test } from "vitest";
import { contentDisposition } from "./original.ts";

describe("contentDisposition", () => {
  test("names the file in UTF-8, and in ASCII for old programs", () => {
    expect(contentDisposition("Referat møde.pdf", "application/pdf")).toBe(
      `inline; filename="Referat m_de.pdf"; filename*=UTF-8''Referat%20m%C3%B8de.pdf`,
    );
  });

  test("offers for saving what a browser could run", () => {
    expect(contentDisposition("referat.html", "text/html")).toMatch(/^attachment;/);
    expect(contentDisposition("referat.docx", "application/octet-stream")).toMatch(/^attachment;/);
  });

  test.each([['a";b=c\r\nX: y.pdf'], ["../../etc/passwd"], ["100%27.txt"], ["it's (1)*.txt"], ["\ud800.txt"]])(
    "a hostile name %j stays one name",
    (name) => {
      const header = contentDisposition(name, "text/plain");
      expect(header).toMatch(/^inline; filename="[^"\\/%\r\n]*"; filename\*=UTF-8''[\w.!~%-]*$/);
    },
  );
});
