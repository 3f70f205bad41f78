import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { openDatabase } from "#database/open.ts";
import { archiveOf100000, ITEMS } from "./archive.ts";
import type { Row } from "./run.ts";
import { searchQueries } from "./search-queries.ts";

export const name = "memory";

const PORT = 3905;
const PAGES = 400;
const SEARCHES = 300;
const AT_ONCE = 4;
const LIMIT = 350;
/** Pages of every kind: with so many of one kind the next of it waits. */
const OF_A_KIND = 40;

/** What the server takes of memory after people have been all over an archive of 100,000 items. Linux only. */
export async function run(): Promise<Row[]> {
  const data = await archiveOf100000();
  const { db, close } = await openDatabase({ databaseUrl: null, dataFolder: data });
  const queries = await searchQueries(db, SEARCHES);
  await close();

  const server = await start(data);
  const idle = await megabytes(server);
  const pages = await visitAll();
  const searches = queries.map(({ query }) => `/soeg?q=${encodeURIComponent(query)}`);
  await each(searches, async (path) => void (await page(path)));
  const used = await megabytes(server);
  server.kill("SIGTERM");
  if (server.exitCode === null) await once(server, "exit");
  return [
    {
      work: "serverens hukommelse",
      measured: used,
      unit: "MB",
      target: String(LIMIT),
      met: used <= LIMIT,
      note: `${ITEMS} punkter, efter ${pages} sider og ${SEARCHES} søgninger; ${Math.round(idle)} MB ved start`,
    },
  ];
}

async function start(data: string): Promise<ChildProcess> {
  // As `npm start` does, with its settings for Node, but in a process whose number we know.
  const { scripts } = JSON.parse(await readFile("package.json", "utf8")) as { scripts: { start: string } };
  const server = spawn(scripts.start, {
    shell: true,
    env: {
      ...process.env,
      SAGSGANG_DATA: data,
      PORT: String(PORT),
      PATH: `${dirname(process.execPath)}:${process.env["PATH"] ?? ""}`,
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  for (let attempt = 0; attempt < 1200; attempt++) {
    if (server.exitCode !== null) throw new Error(`The server stopped with ${server.exitCode}.`);
    const answer = await fetch(`http://localhost:${PORT}/readyz`).catch(() => undefined);
    if (answer?.ok) return server;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The server did not answer.");
}

/** Follows links from the front page, some of every kind of page; gives how many pages that were. */
async function visitAll(): Promise<number> {
  const found = new Set(["/"]);
  const waiting = ["/"];
  const kinds = new Map<string, number>();
  let visited = 0;
  while (waiting.length > 0 && visited < PAGES) {
    const now = waiting.splice(0, AT_ONCE);
    const linked = await Promise.all(now.map(async (path) => links(await page(path))));
    visited += now.length;
    for (const path of linked.flat()) {
      const kind = path
        .replaceAll(/\d[^/?]*/g, "N")
        .split("/")
        .slice(2)
        .join("/")
        .replace(/\?.*/, "?");
      const others = kinds.get(kind) ?? 0;
      if (found.has(path) || others >= OF_A_KIND) continue;
      kinds.set(kind, others + 1);
      found.add(path);
      waiting.push(path);
    }
  }
  return visited;
}

function links(html: string): string[] {
  return Array.from(html.matchAll(/href="(\/[^"#]*)"/g), ([, path = "/"]) => path.replaceAll("&amp;", "&")).filter(
    (path) => !path.startsWith("/assets/") && !/\.\w{2,5}$/.test(path),
  );
}

async function page(path: string): Promise<string> {
  const answer = await fetch(`http://localhost:${PORT}${path}`);
  const html = await answer.text();
  if (answer.status >= 500) throw new Error(`${path}: ${answer.status}`);
  return html;
}

async function each<T>(list: T[], work: (entry: T) => Promise<void>): Promise<void> {
  const left = list.values();
  const worker = async () => {
    for (const entry of left) await work(entry);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** What is resident, as the kernel counts it. */
async function megabytes({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
}
