import type { DecisionPart } from "./model.ts";
import { findDissents } from "./dissents.ts";
import { classifyOutcome } from "./outcomes.ts";

const PART =
  /^(?:(?:ad|at|pkt|punkt)\.? ?(\d{1,2})(?: ?(?:og|,|-|–|til) ?(\d{1,2}))?\)?[.:)]?(?:\s+|$)|(\d{1,2})[.)]\s*(?=\D|$))/i;
const LABELLED = /^(?:ad|at|pkt|punkt)\.? ?\d/i;

/**
 * The numbered parts of a decision: "Ad. 1: Anbefales", "At 2: …", or the numbered answers under announcements.
 * A part goes on over the lines below it, but not over a paragraph of dissent. Numbers after a label count wherever they stand; bare numbers must count
 * from 1.
 */
export function readParts(lines: string[]): DecisionPart[] {
  const labelled = lines.some((line) => LABELLED.test(line) && PART.test(line));
  const parts: DecisionPart[] = [];
  let open = false;
  let blank = false;
  for (const line of lines) {
    if (line === "") {
      blank = true;
      continue;
    }
    if (open && blank && findDissents(line).length > 0) open = false;
    blank = false;
    const match = PART.exec(line);
    const isPart =
      match !== null &&
      (labelled
        ? match[1] !== undefined && Number(match[1]) <= (parts.at(-1)?.number ?? 0) + 3
        : match[3] !== undefined &&
          (Number(match[3]) === 1
            ? parts.length === 0
            : Number(match[3]) > (parts.at(-1)?.number ?? Number.MAX_SAFE_INTEGER)));
    if (match && isPart) {
      const text = line.slice(match[0].length).trim();
      const first = Number(match[1] ?? match[3]);
      const last = match[2] === undefined ? first : Number(match[2]);
      for (let number = first; number <= last && number < first + 20; number++)
        parts.push({ number, text, outcome: "other" });
      open = true;
    } else if (open) {
      const part = parts.at(-1) as DecisionPart;
      part.text = part.text === "" ? line : `${part.text}\n${line}`;
    }
  }
  for (const part of parts) part.outcome = classifyOutcome(part.text);
  return parts;
}
