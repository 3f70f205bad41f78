import { fork, spawnSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { removeArchive } from "./archive.ts";
import { plainTable, machine, withFigures } from "./report.ts";

/** One line of the table. `measured` is in `unit`; `met` is null where there is nothing to reach. */
export type Row = {
  work: string;
  measured: number;
  unit: string;
  target: string;
  /** To what was measured beside it in the same run. */
  ratio?: number;
  met: boolean | null;
  note?: string;
};

/** What a file `bench/<name>.bench.ts` exports. */
export type Benchmark = {
  name: string;
  /** Programs that must be on the machine; without them the benchmark is skipped with a word. */
  needs?: readonly string[];
  run(): Promise<Row[]>;
};

const here = import.meta.dirname;
const ending = ".bench.ts";

async function load(name: string): Promise<Benchmark> {
  return (await import(`./${name}${ending}`)) as Benchmark;
}

function available(): string[] {
  return readdirSync(here)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .toSorted();
}

const isMissing = (program: string): boolean => spawnSync(program, ["-v"]).error !== undefined;
const without = (work: string, note: string): Row => ({
  work,
  measured: Number.NaN,
  unit: "",
  target: "",
  met: null,
  note,
});

/** Each benchmark has a process of its own, so that no heap or compiled code is left from the one before. */
async function measure(name: string): Promise<{ rows: Row[]; failed: boolean }> {
  const { needs = [] } = await load(name);
  const missing = needs.filter(isMissing);
  if (missing.length > 0)
    return { rows: [without(name, `sprunget over: ${missing.join(", ")} mangler`)], failed: false };
  const child = fork(fileURLToPath(import.meta.url), ["--measure", name], { serialization: "advanced" });
  let rows: Row[] | null = null;
  child.on("message", (message) => {
    rows = message as Row[];
  });
  const code = await new Promise((resolve) => child.once("exit", resolve));
  return rows === null ? { rows: [without(name, `fejlede (kode ${code})`)], failed: true } : { rows, failed: false };
}

const usage = `npm run bench -- [NAVN ...] [--markdown FIL]\n\nMålinger: ${available().join(", ")}`;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { markdown: { type: "string" }, measure: { type: "string" }, help: { type: "boolean" } },
});

async function main(): Promise<number> {
  const known = available();
  const unknown = positionals.filter((name) => !known.includes(name));
  if (values.help || unknown.length > 0) {
    console.log(unknown.length > 0 ? `Der er ingen måling ved navn ${unknown.join(", ")}.\n\n${usage}` : usage);
    return unknown.length > 0 ? 1 : 0;
  }
  const rows: Row[] = [];
  let failures = 0;
  for (const name of positionals.length > 0 ? positionals : known) {
    console.error(`Måler ${name} ...`);
    const result = await measure(name);
    rows.push(...result.rows);
    if (result.failed) failures += 1;
  }
  await removeArchive();
  console.log(`\n${machine()}\n\n${plainTable(rows)}`);
  if (values.markdown !== undefined) writePage(values.markdown, rows);
  return failures > 0 ? 1 : 0;
}

function writePage(file: string, rows: Row[]): void {
  let page = "";
  try {
    page = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  writeFileSync(file, withFigures(page, rows, new Date().toISOString().slice(0, 10)));
}

if (values.measure === undefined) {
  process.exitCode = await main();
} else {
  const rows = await (await load(values.measure)).run();
  process.send?.(rows, () => process.exit(0));
}
