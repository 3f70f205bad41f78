import { isPageChrome } from "./page-chrome.ts";

const LINK = /\[([^\]]*)\]\([^)]*\)/g;
const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|png|jpe?g|zip|msg|tiff?)\b/i;
const COUNT = /^(?:\d+\.?|\d{1,3} \d{1,3}|\(\d+\)|\d+ bilag|bilag\s*\(\d+\)|ingen(?: bilag)?\.?|intet\.?)$/i;

/** The names in a list of attachments, one a line; links, counts and page chrome are no names. */
export function readAttachments(labels: string[]): string[] {
  const names: string[] = [];
  for (const label of labels) {
    let name = label;
    if (name.includes("](")) name = name.replace(LINK, "$1");
    name = name
      .replace(/^- (?=\S)/, "")
      .replace(/^(?:application\/\w+ icon )/, "")
      .trim();
    if (
      name === "" ||
      COUNT.test(name) ||
      isPageChrome(name) ||
      /^(?:fraværende|afbud|ikke til stede|ej til stede)\b/i.test(name)
    )
      continue;
    for (const file of splitFiles(name)) if (!COUNT.test(file)) names.push(file);
  }
  return isNumbered(names) ? names.map((name) => name.replace(COUNTED, "")) : names;
}

const COUNTED = /^\d{1,2}[.)] +(?=\S)/;

/** Whether the names are counted from 1: "1. Trafikplan", "2. Uheldsanalyse". */
function isNumbered(names: string[]): boolean {
  return (
    names.length > 0 && names.every((name, index) => COUNTED.test(name) && Number.parseInt(name, 10) === index + 1)
  );
}

/** A line above an item's text that only names files. */
export function isFileList(label: string): boolean {
  return (
    FILE.test(label) &&
    /^(?:application\/\w+ icon )?\S*[\w)]\.(?:pdf|docx?|xlsx?|pptx?)(?:\.\w+)?(?:[\s_]|$|application)/i.test(
      label.trim(),
    ) &&
    /\.(?:pdf|docx?|xlsx?|pptx?|png|jpe?g)$/i.test(label.trim())
  );
}

/** "a.pdf b.pdf" are two files when no name holds a space. */
function splitFiles(name: string): string[] {
  if (!FILE.test(name) || !name.includes(" ")) return [name];
  const pieces = name.split(/(?<=\.(?:pdf|docx?|xlsx?|pptx?))(?:application\/\w+ icon\s+|\s+)(?=\S)/i);
  return pieces.length > 1 && !pieces.some((piece) => /^[([]?\d+[/-][\d/-]+[)\]]?$/.test(piece))
    ? pieces.map((piece) => piece.trim())
    : [name];
}
