import { check, checkAmong } from "#factcheck/check.ts";
import { blind } from "#factcheck/evaluate/blind/phrasebook.ts";
import { development } from "#factcheck/evaluate/development/phrasebook.ts";
import { heldOut } from "#factcheck/evaluate/held-out/phrasebook.ts";
import { realDocuments } from "#factcheck/evaluate/real-documents.ts";
import { evaluate } from "#factcheck/evaluate/run.ts";
import { errorFigures } from "#factcheck/evaluate/score.ts";
import type { Source } from "#factcheck/model.ts";
import { type Reading, readSource } from "#factcheck/reading.ts";
import { readMinutes } from "#minutes/read-minutes.ts";
import { generateArchive, generateMinutes } from "./generate/index.ts";
import { interleaved } from "./measure.ts";
import type { Row } from "./run.ts";

export const name = "factcheck";

const SAMPLES = 200;
const ITEMS = 10_000;
/** Each document is compared with this many before it, as in the background queue. */
const NEIGHBOURS = 3;

/** Precision and recall on papers with planted errors, and the time the checks take. */
export async function run(): Promise<Row[]> {
  return [
    ...planted("udviklingssæt", development, 1),
    ...planted("tilbageholdt sæt", heldOut, 500_001),
    ...planted("blindt sæt", blind, 700_001),
    ...(await documents()),
    archive(),
    ...(await linearity()),
  ];
}

function planted(which: string, book: typeof development, seed: number): Row[] {
  const { recall, precision, planted: all } = errorFigures(evaluate(book, seed, SAMPLES));
  const note = `${all} plantede fejl`;
  return [
    { work: `fejl fundet, ${which}`, measured: recall, unit: "genkaldelse", target: "0,90", met: recall >= 0.9, note },
    { work: `fejl rigtige, ${which}`, measured: precision, unit: "præcision", target: "0,95", met: precision >= 0.95 },
  ];
}

function sourceOf(file: string, text: string): Source {
  return {
    file,
    text,
    minutes: readMinutes({ format: "text", text, pages: null, warnings: [] }, { file, sha256: "" }),
  };
}

/** The five real documents where they are, else as many generated ones. */
async function documents(): Promise<Row[]> {
  const sources =
    realDocuments() ?? Array.from({ length: 5 }, (_, index) => sourceOf(`${index}`, generateMinutes(index).text));
  const [checking = 1, parsing = 1] = await interleaved(
    [() => check(sources), () => sources.map(({ file, text }) => sourceOf(file, text))],
    { rounds: 15, warmUp: 4 },
  );
  return [
    {
      work: "efterregn fem dokumenter sammen",
      measured: checking * 1000,
      unit: "ms",
      target: "200",
      ratio: checking / parsing,
      met: checking < 0.2,
      note: "forhold: til at læse de samme referater",
    },
  ];
}

function archive(): Row {
  const texts = [...generateArchive({ items: ITEMS })];
  const items = texts.reduce((sum, document) => sum + document.items, 0);
  const start = performance.now();
  let last: Reading[] = [];
  let town = "";
  for (const [index, { text, municipality }] of texts.entries()) {
    if (municipality !== town) last = [];
    town = municipality;
    const reading = readSource(sourceOf(`${index}`, text));
    checkAmong(reading, last);
    last = [...last, reading].slice(-NEIGHBOURS);
  }
  const seconds = (performance.now() - start) / 1000;
  return {
    work: `efterregn ${ITEMS} punkter, én kerne, læsning med`,
    measured: seconds,
    unit: "s",
    target: "60",
    met: seconds < 60,
    note: `${texts.length} dokumenter, ${Math.round(items / seconds)} punkter/s, hvert sammen med ${NEIGHBOURS} andre`,
  };
}

/** The text of ten minutes, of twenty and of forty, each read as one. */
async function linearity(): Promise<Row[]> {
  const texts = Array.from({ length: 40 }, (_, index) => generateMinutes(index).text);
  const works = [10, 20, 40].map((count) => {
    const source = { file: "", text: texts.slice(0, count).join("\n"), minutes: null };
    const times = source.text.length / texts.slice(0, 10).join("\n").length;
    return { times, work: () => check([source]) };
  });
  const [one = 1, two = 1, four = 1] = await interleaved(
    works.map(({ work }) => work),
    { rounds: 5, warmUp: 2 },
  );
  return [two, four].map((seconds, index) => {
    const times = works[index + 1]?.times ?? 1;
    const factor = seconds / one / times;
    return {
      work: `efterregn en tekst, ${index === 0 ? "dobbelt" : "fire gange"} så lang`,
      measured: factor,
      unit: "gange tiden pr. tegn",
      target: "højst 1,5",
      met: factor <= 1.5,
    };
  });
}
