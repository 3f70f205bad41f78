import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

// No browser here: one of the two projects is enough.
test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "runs once, in the project with scripts");
test.setTimeout(180_000);

type Portal = { url: string; output: string[]; child: ChildProcess };

function launch(data: string, env: Record<string, string> = {}, paths: string[] = []): Portal {
  const child = spawn("node", ["scripts/start.ts", ...paths], {
    env: { ...process.env, NODE_ENV: "production", PORT: "0", SAGSGANG_DATA: data, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const portal: Portal = { url: "", output: [], child };
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => portal.output.push(...chunk.toString().split("\n").filter(Boolean)));
  return portal;
}

async function ready(portal: Portal): Promise<Portal> {
  await expect.poll(() => portal.output.join("\n"), { timeout: 60_000 }).toMatch(/http:\/\/localhost:\d+/);
  portal.url = /http:\/\/localhost:\d+/.exec(portal.output.join("\n"))?.[0] ?? "";
  return portal;
}

async function exit({ child }: Portal): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.exitCode;
}

test("starts with its address and a link for the first operator, says how it is, and stops its database when told to", async () => {
  const data = mkdtempSync(join(tmpdir(), "sagsgang-life-"));
  const portal = await ready(launch(data));
  const operator = expect.stringContaining(`Opret den første administrator: ${portal.url}/adgangskode/`);
  await expect.poll(() => portal.output).toEqual([`Sagsgang er klar: ${portal.url}`, operator]);
  expect(await (await fetch(`${portal.url}/healthz`)).text()).toBe("ok\n");
  expect((await fetch(`${portal.url}/readyz`)).status).toBe(200);
  expect(await (await fetch(`${portal.url}/eksempelkoebing`)).text()).toContain("Byrådet");
  portal.child.kill("SIGTERM");
  expect(await exit(portal)).toBe(0);
  expect(existsSync(join(data, "postgres", "cluster", "postmaster.pid"))).toBe(false);
});

test("comes back by itself after kill -9, with everything it had", async () => {
  const data = mkdtempSync(join(tmpdir(), "sagsgang-life-"));
  const first = await ready(launch(data));
  const before = await (await fetch(`${first.url}/eksempelkoebing`)).text();
  first.child.kill("SIGKILL");
  await exit(first);
  const second = await ready(launch(data));
  expect(await (await fetch(`${second.url}/eksempelkoebing`)).text()).toBe(before);
  second.child.kill("SIGINT");
  expect(await exit(second)).toBe(0);
});

test("an empty archive stays empty when no example is wanted, and says how to fill it", async () => {
  const data = mkdtempSync(join(tmpdir(), "sagsgang-life-"));
  const portal = await ready(launch(data, { SAGSGANG_EXAMPLE: "0" }));
  const html = await (await fetch(portal.url)).text();
  expect(html).not.toContain("Eksempelkøbing");
  expect(html).toContain("npm run sagsgang -- import");
  portal.child.kill("SIGTERM");
  expect(await exit(portal)).toBe(0);
});

test("what it is told to import and cannot is one line, and the portal starts all the same", async () => {
  const data = mkdtempSync(join(tmpdir(), "sagsgang-life-"));
  const portal = await ready(launch(data, {}, ["examples/eksempelkoebing", "LICENSE"]));
  expect(portal.output.filter((line) => line.startsWith("LICENSE: "))).toHaveLength(1);
  portal.child.kill("SIGTERM");
  expect(await exit(portal)).toBe(0);
});

test("a port that is taken and a path that is not there are one clear line each", async () => {
  const data = mkdtempSync(join(tmpdir(), "sagsgang-life-"));
  const taken = createServer().listen(0);
  await once(taken, "listening");
  const address = taken.address();
  const port = typeof address === "object" && address ? String(address.port) : "";
  const portal = launch(data, { PORT: port, SAGSGANG_EXAMPLE: "0" });
  expect(await exit(portal)).toBe(1);
  expect(portal.output).toEqual([expect.stringContaining(`Port ${port} er optaget`)]);
  taken.close();

  const lost = launch(data, {}, ["findes/ikke"]);
  expect(await exit(lost)).toBe(1);
  expect(lost.output).toEqual([expect.stringContaining("findes/ikke: findes ikke")]);
});
