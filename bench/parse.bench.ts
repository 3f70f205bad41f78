import { readMinutes } from "#minutes/read-minutes.ts";
import type { ExtractedText } from "#minutes/model.ts";
import { generateMinutes } from "./generate/index.ts";
import { interleaved } from "./measure.ts";
import type { Row } from "./run.ts";

export const name = "parse";

const DOCUMENTS = 240;
const ROUNDS = 15;
const TARGET = 15;

/** Finds every line of a text and looks at one letter of each: the least a reader of lines can do. */
function scanLines(text: string): number {
  let letters = 0;
  for (let start = 0; start <= text.length;) {
    const end = text.indexOf("\n", start);
    const stop = end < 0 ? text.length : end;
    if (stop > start) letters += text.charCodeAt(start);
    start = stop + 1;
  }
  return letters;
}

/** Text to Minutes on one core, warm, beside a bare scan of the lines of the same text. */
export async function run(): Promise<Row[]> {
  const documents = Array.from({ length: DOCUMENTS }, (_, index) => generateMinutes(index));
  const bytes = documents.reduce((total, { text }) => total + Buffer.byteLength(text), 0);
  const extracted = documents.map(({ text, fileName }): ExtractedText => ({
    format: fileName.endsWith(".md") ? "markdown" : "text",
    // A copy read from bytes, as from a file: a text put together from pieces would be flattened while it is measured.
    text: Buffer.from(text).toString("utf8"),
    pages: null,
    warnings: [],
  }));
  let kept = 0;
  const parse = (): void => {
    for (const [index, text] of extracted.entries()) {
      kept += readMinutes(text, { file: documents[index]?.fileName ?? "", sha256: "" }).items.length;
    }
  };
  const scan = (): void => {
    for (const { text } of extracted) kept += scanLines(text);
  };
  const once = extracted
    .slice(0, 20)
    .map(({ text }) => text)
    .join("\n");
  const long = (times: number) => () => {
    kept += readMinutes({ ...(extracted[0] as ExtractedText), text: once.repeat(times) }, { file: "", sha256: "" })
      .items.length;
  };
  const [tenfold = 1, single = 1] = await interleaved([long(10), long(1)], { rounds: 5, warmUp: 1 });
  const [parsing = 1, scanning = 1] = await interleaved([parse, scan], { rounds: ROUNDS, warmUp: 4 });
  const [rate, bare] = [bytes / parsing / 1e6, bytes / scanning / 1e6];
  const note = `${DOCUMENTS} referater, ${(bytes / 1e6).toFixed(1).replace(".", ",")} MB, median af ${ROUNDS}`;
  if (kept === 0) throw new Error("Nothing was read.");
  return [
    {
      work: "læs referat (tekst), én kerne",
      measured: rate,
      unit: "MB/s",
      target: `${TARGET}`,
      ratio: rate / bare,
      met: rate >= TARGET,
      note,
    },
    {
      work: "læs ét dokument, ti gange så langt",
      measured: tenfold / single,
      unit: "gange tiden",
      target: "højst 15",
      met: tenfold / single <= 15,
    },
    { work: "gennemløb af linjerne alene", measured: bare, unit: "MB/s", target: "", met: null },
  ];
}
