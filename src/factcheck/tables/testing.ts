import type { Finding } from "../model.ts";
import { checkTables } from "./check-tables.ts";
import { findTables } from "./find-tables.ts";

/** What the checks find in the tables of a text. */
export function findingsIn(text: string): Finding[] {
  const source = { file: "sag.txt", text, minutes: null };
  return checkTables({ source, tables: findTables(source), numbers: [], sentences: [] });
}

export type Example = { title: string; text: string; expected: string[] };

/** Tables with titles ("### Net of three"), each followed by what should be found ("! 853 -> 835"). */
export function readExamples(file: string): Example[] {
  return file
    .split(/^### /m)
    .slice(1)
    .map((block) => {
      const [title = "", ...lines] = block.trimEnd().split("\n");
      const isExpected = (line: string) => line.startsWith("! ");
      return {
        title,
        text: lines.filter((line) => !isExpected(line)).join("\n"),
        expected: lines.filter(isExpected).map((line) => line.slice(2)),
      };
    });
}
