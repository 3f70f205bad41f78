import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect } from "@playwright/test";

/** A portal of a test's own, which nobody else writes in. */
export type OwnPortal = { url: string; child: ChildProcess; output: string[]; stop(): Promise<void> };

/** A test sends more forms than anybody does by hand. */
const UNHURRIED = { SAGSGANG_FORMS_A_MINUTE: "100000" };

/** Starts the portal as an operator does, on this data folder; it takes visitors' addresses from a proxy's header. */
export async function ownPortal(data: string, env: Record<string, string> = {}): Promise<OwnPortal> {
  const child = spawn("node", ["scripts/start.ts"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: "0",
      SAGSGANG_DATA: data,
      SAGSGANG_PROXY: "1",
      ...UNHURRIED,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => output.push(...chunk.toString().split("\n").filter(Boolean)));
  await expect.poll(() => output.join("\n"), { timeout: 60_000 }).toMatch(/http:\/\/localhost:\d+/);
  const url = /http:\/\/localhost:\d+/.exec(output.join("\n"))?.[0] ?? "";
  return {
    url,
    child,
    output,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}
