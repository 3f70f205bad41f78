import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import { generateMinutes } from "./generate/index.ts";
import type { Row } from "./run.ts";

export const name = "web";

const ROUNDS = 3;
const SECONDS = 4;
const CONNECTIONS = 16;

/** The meeting page as anybody gets it, beside a bare `node:http` server that sends the same bytes. */
export async function run(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "sagsgang-bench-web-"));
  for (let index = 0; index < 40; index++) {
    const { fileName, text } = generateMinutes(index);
    writeFileSync(join(folder, fileName), text);
  }
  const data = join(folder, "data");
  const cached = await portal(folder, data, { PORT: "3901" });
  const page = await meetingPage("http://localhost:3901");
  const bare = await server(["bench/bare-server.ts"], { PORT: "3902", PAGE: `http://localhost:3901${page}` });
  const uncached = await portal(folder, data, { PORT: "3903", SAGSGANG_PAGE_CACHE: "0" });

  const rates = { cached: [] as number[], bare: [] as number[], uncached: [] as number[] };
  for (let round = 0; round <= ROUNDS; round++) {
    const measured = {
      bare: await rate("http://localhost:3902/"),
      cached: await rate(`http://localhost:3901${page}`),
      uncached: await rate(`http://localhost:3903${page}`),
    };
    // The first round only warms up.
    if (round > 0) for (const key of ["bare", "cached", "uncached"] as const) rates[key].push(measured[key]);
  }
  for (const child of [bare, uncached, cached]) await stop(child);

  const perSecond = { bare: median(rates.bare), cached: median(rates.cached), uncached: median(rates.uncached) };
  const ratio = perSecond.cached / perSecond.bare;
  return [
    {
      work: "mødeside, gemt",
      measured: perSecond.cached,
      unit: "svar/s",
      target: "mindst halvt så mange som node:http",
      ratio,
      met: ratio >= 0.5,
    },
    { work: "bare node:http, samme bytes", measured: perSecond.bare, unit: "svar/s", target: "", met: null },
    {
      work: "mødeside, tegnet hver gang",
      measured: perSecond.uncached,
      unit: "svar/s",
      target: "800",
      met: perSecond.uncached >= 800,
    },
  ];
}

async function rate(url: string): Promise<number> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} bad answers, ${result.errors} errors`);
  return result.requests.average;
}

function portal(folder: string, data: string, env: Record<string, string>): Promise<ChildProcess> {
  const paths = env["SAGSGANG_PAGE_CACHE"] === "0" ? [] : [folder];
  return server(["scripts/start.ts", ...paths], { ...env, SAGSGANG_DATA: data, NODE_ENV: "production" });
}

/** Starts a server and waits until it answers. */
async function server(args: string[], env: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  for (let attempt = 0; attempt < 600; attempt++) {
    if (child.exitCode !== null) throw new Error(`${args[0]} stopped with ${child.exitCode}`);
    const answer = await fetch(`http://localhost:${env["PORT"]}/readyz`).catch(() => undefined);
    if (answer?.ok) return child;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${args[0]} did not answer`);
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill("SIGTERM");
  if (child.exitCode === null) await once(child, "exit");
}

/** The first meeting that the front page links to. */
async function meetingPage(url: string): Promise<string> {
  const html = await (await fetch(url)).text();
  const path = /href="(\/[^"/]+\/udvalg\/[^"/]+\/\d{4}-\d\d-\d\d)"/.exec(html)?.[1];
  if (!path) throw new Error("no meeting on the front page");
  return path;
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
