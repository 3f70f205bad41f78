import { extname } from "node:path";

const KINDS = new Set([".txt", ".md", ".markdown", ".html", ".htm", ".pdf", ".docx"]);

/** Whether a file that nobody named may hold minutes, by its name: it is of a kind that is read, and no README. */
export function holdsMinutes(name: string): boolean {
  const file = name.slice(name.lastIndexOf("/") + 1);
  return KINDS.has(extname(file).toLowerCase()) && !/^readme\./i.test(file);
}
