import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { openDatabase } from "#database/open.ts";
import type { Database } from "#database/connect.ts";
import { saveSection } from "#papers/save-section.ts";
import { archiveOf100000, ITEMS } from "./archive.ts";
import { committeeWork, PASSWORD, someText, type Work } from "./committee-work.ts";
import type { Row } from "./run.ts";

export const name = "signed-in";

const PORT = 3904;
const HOME = `http://localhost:${PORT}`;
const USERS = 20;
const WARM_UP = 400;
const REQUESTS = 3000;
const READING_REQUESTS = 800;
/** Milliseconds between an answer and the next page, on average: nobody reads a page faster. */
const READING = 1000;
const SAVES = 800;
const EDITORS = 4;

/** Pages of people at work while the archive is large, and saving what they write. */
export async function run(): Promise<Row[]> {
  const data = await archiveOf100000();
  const { db, close } = await openDatabase({ databaseUrl: null, dataFolder: data });
  const work = await committeeWork(db);
  const saves = await measureSaves(db, work).finally(close);

  const server = await portal(data);
  try {
    const pages = await pagesOf(work);
    await ask(pages, WARM_UP);
    const times = await ask(pages, REQUESTS);
    const reading = await ask(pages, READING_REQUESTS, READING);
    const save = quantile(saves, 0.95);
    return [
      pagesRow("sider, når man er logget ind, p95", `${USERS} ad gangen uden ophold`, times),
      pagesRow("de samme, når man læser et sekund ind imellem, p95", `${USERS} personer`, reading),
      {
        work: "gem afsnit i en sag, p95",
        measured: save,
        unit: "ms",
        target: "30",
        met: save <= 30,
        note: `${EDITORS} ad gangen; p50 ${quantile(saves, 0.5).toFixed(1)} ms`,
      },
    ];
  } finally {
    server.kill("SIGTERM");
    if (server.exitCode === null) await once(server, "exit");
  }
}

function pagesRow(work: string, note: string, times: Time[]): Row {
  const all = times.map(({ ms }) => ms);
  const p95 = quantile(all, 0.95);
  return {
    work,
    measured: p95,
    unit: "ms",
    target: "50",
    met: p95 <= 50,
    note: `${note}, ${ITEMS} punkter i arkivet; p50 ${quantile(all, 0.5).toFixed(1)} ms; ${slowest(times)}`,
  };
}

/** Several people, each in a paper of their own, save again and again. In milliseconds. */
async function measureSaves(db: Database, { actor, municipalityId, papers }: Work): Promise<number[]> {
  const times: number[] = [];
  const editor = async (number: number) => {
    const paperId = papers[100 + number] as number;
    for (let version = 2; version < 2 + SAVES / EDITORS; version++) {
      const body = someText(version, 12);
      const start = performance.now();
      const saved = await saveSection(db, actor, { municipalityId, paperId, sectionId: 1, baseVersion: version, body });
      times.push(performance.now() - start);
      if (!saved.ok) throw new Error(saved.reason);
    }
  };
  await Promise.all(Array.from({ length: EDITORS }, (_, number) => editor(number)));
  return times;
}

type Visit = { name: string; path: string; cookie: string };

async function pagesOf({ municipality, committee, papers, building, sent, emails }: Work): Promise<Visit[]> {
  const secretary = await signIn(emails.secretary);
  const member = await signIn(emails.member);
  const work = `/${municipality}/arbejde`;
  const pages: [string, string, string][] = [
    ["arbejde", "/arbejde", secretary],
    ["konto", "/konto", secretary],
    ["sager", `${work}/sager`, secretary],
    ["sag", `${work}/sager/${papers[3]}`, secretary],
    ["lukket sag", `${work}/sager/${papers[10]}`, secretary],
    ["skriv", `${work}/sager/${papers[120]}/tekst/1`, secretary],
    ["bilag", `${work}/sager/${papers[120]}/bilag`, secretary],
    ["versioner", `${work}/sager/${papers[100]}/versioner`, secretary],
    ["møder", `${work}/moeder`, secretary],
    ["byg dagsorden", `${work}/moeder/${building}`, secretary],
    ["læs dagsorden", `/${municipality}/laes/${sent}`, member],
    ["mine møder", `/${municipality}/laes`, member],
    ["udvalg", `/${municipality}/udvalg/${committee}`, member],
    ["søg", `/${municipality}/soeg?q=legeplads`, member],
  ];
  return pages.map(([name, path, cookie]) => ({ name, path, cookie }));
}

async function signIn(email: string): Promise<string> {
  const response = await fetch(`${HOME}/log-ind`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: HOME },
    body: new URLSearchParams({ email, password: PASSWORD }),
  });
  const cookie = response.headers.getSetCookie().map((one) => one.split(";")[0]);
  if (response.status !== 303 || cookie.length === 0) throw new Error(`not signed in: ${response.status}`);
  return cookie.join("; ");
}

type Time = { name: string; ms: number };

/**
 * Asks for the pages in turn, so many times in all, by `USERS` people who each wait for their answer, and then for
 * `pause` milliseconds, give or take half.
 */
async function ask(pages: Visit[], requests: number, pause = 0): Promise<Time[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: USERS });
  const times: Time[] = [];
  let next = 0;
  const user = async (_: unknown, number: number) => {
    // They do not all begin at once.
    if (pause > 0) await wait((pause * number) / USERS);
    while (next < requests) {
      const visit = pages[next++ % pages.length] as Visit;
      const start = performance.now();
      await get(visit, agent);
      times.push({ name: visit.name, ms: performance.now() - start });
      if (pause > 0) await wait(pause * (0.5 + ((next * 7) % 11) / 10));
    }
  };
  await Promise.all(Array.from({ length: USERS }).map(user));
  agent.destroy();
  return times;
}

function get({ path, cookie }: Visit, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    request(`${HOME}${path}`, { agent, headers: { Cookie: cookie } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${path}: ${response.statusCode}`));
      response.resume().once("end", resolve);
    })
      .once("error", reject)
      .end();
  });
}

async function portal(data: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--max-semi-space-size=16", "--heap-growing-percent=40", "scripts/start.ts"], {
    env: {
      ...process.env,
      PORT: String(PORT),
      SAGSGANG_DATA: data,
      SAGSGANG_EXAMPLE: "0",
      NODE_ENV: "production",
      MALLOC_ARENA_MAX: "2",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  for (let attempt = 0; attempt < 900; attempt++) {
    if (child.exitCode !== null) throw new Error(`the portal stopped with ${child.exitCode}`);
    const answer = await fetch(`${HOME}/readyz`).catch(() => undefined);
    if (answer?.ok) return child;
    await wait(100);
  }
  throw new Error("the portal did not answer");
}

/** The three pages that take longest, with their own p95. */
function slowest(times: Time[]): string {
  const names = [...new Set(times.map(({ name }) => name))];
  return names
    .map((name) => ({
      name,
      p95: quantile(
        times.filter((time) => time.name === name).map(({ ms }) => ms),
        0.95,
      ),
    }))
    .toSorted((a, b) => b.p95 - a.p95)
    .slice(0, 3)
    .map(({ name, p95 }) => `${name} ${p95.toFixed(0)}`)
    .join(", ");
}

function quantile(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
