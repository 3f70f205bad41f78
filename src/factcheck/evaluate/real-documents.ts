import { existsSync, readFileSync } from "node:fs";
import { check } from "#factcheck/check.ts";
import { lineFinder } from "#factcheck/lines.ts";
import type { Source } from "#factcheck/model.ts";
import { readMinutes } from "#minutes/read-minutes.ts";
import { expectations } from "./five-documents.ts";
import { type Met, meetExpectations } from "./score-documents.ts";

/** They stand beside the repository. */
const folder = new URL("../../../../shared/minutes/", import.meta.url);

/** The real documents, or null where they are not. */
export function realDocuments(): Source[] | null {
  if (!existsSync(folder)) return null;
  return [...new Set(expectations.map(({ file }) => file))].map((file) => {
    const text = readFileSync(new URL(file, folder), "utf8");
    return {
      file,
      text,
      minutes: readMinutes({ format: "text", text, pages: null, warnings: [] }, { file, sha256: "" }),
    };
  });
}

/** What the checks say of the known claims, when the documents are checked together. */
export function meetRealDocuments(sources: Source[]): Met[] {
  const lines = new Map(sources.map(({ file, text }) => [file, lineFinder(text)]));
  return meetExpectations(expectations, check(sources), (file, at) => lines.get(file)?.(at) ?? 0);
}
