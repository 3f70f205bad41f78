import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extractPdf } from "#minutes/formats/pdf.ts";
import { readMinutes } from "#minutes/read-minutes.ts";
import { generateMinutes } from "./generate/index.ts";
import { interleaved } from "./measure.ts";
import { pdfOf } from "./pdf-of.ts";
import type { Row } from "./run.ts";

export const name = "pdf";
export const needs = ["pdftotext"];

const DOCUMENTS = 24;
const ROUNDS = 7;
const TARGET = 4;

/** Every twelfth document is of the same municipality; the second one writes Markdown, whose headings PDFs need. */
const made = Array.from({ length: DOCUMENTS }, (_, index) => generateMinutes(1 + index * 12));
const items = made.reduce((total, minutes) => total + minutes.items, 0);

function writePdfs(folder: string, tagged: boolean): string[] {
  return made.map(({ fileName, text }) => {
    const file = join(folder, fileName.replace(/md$/, tagged ? "tagged.pdf" : "pdf"));
    writeFileSync(file, pdfOf(text, { tagged }));
    return file;
  });
}

async function readPdfs(files: readonly string[]): Promise<number> {
  let items = 0;
  for (const file of files) {
    const read = await extractPdf(readFileSync(file));
    if (!read.ok) throw new Error(`${file}: ${read.message}`);
    items += readMinutes(read.extracted, { file, sha256: "" }).items.length;
  }
  return items;
}

function toText(files: readonly string[]): void {
  for (const file of files) {
    const { status, stderr } = spawnSync("pdftotext", ["-layout", file, "-"], { maxBuffer: 2 ** 26 });
    if (status !== 0) throw new Error(`pdftotext: ${String(stderr)}`);
  }
}

/** PDFs to Minutes on one core, with and without tags, beside a `pdftotext -layout` process for each of the same files. */
export async function run(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "sagsgang-bench-pdf-"));
  try {
    const rows: Row[] = [];
    for (const tagged of [true, false]) {
      const files = writePdfs(folder, tagged);
      const found = await readPdfs(files);
      const works = [() => readPdfs(files), () => toText(files)];
      const [reading = 1, converting = 1] = await interleaved(works, { rounds: ROUNDS, warmUp: 2 });
      const ratio = reading / converting;
      const each = (seconds: number): number => (1000 * seconds) / DOCUMENTS;
      const kind = tagged ? "PDF med tags" : "PDF uden tags";
      rows.push(
        {
          work: `læs referat (${kind})`,
          measured: each(reading),
          unit: "ms/fil",
          target: `højst ${TARGET} x`,
          ratio,
          met: ratio <= TARGET,
          note: `${DOCUMENTS} filer, ${found} af ${items} punkter fundet`,
        },
        { work: "pdftotext -layout, samme filer", measured: each(converting), unit: "ms/fil", target: "", met: null },
      );
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
