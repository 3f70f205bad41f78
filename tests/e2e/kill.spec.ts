import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { type APIRequestContext, expect, request as requests, test } from "@playwright/test";
import { clusterIn } from "#database/cluster.ts";
import { openDatabase } from "#database/open.ts";
import { findPostmaster } from "#database/postmaster.ts";
import { richText } from "#rich-text/testing.ts";
import { textOf } from "#rich-text/text-of.ts";
import type { RichText } from "#rich-text/model.ts";
import { type OwnPortal, ownPortal } from "../support/own-portal.ts";
import { requester } from "../support/visitor.ts";

// No browser here: one of the two projects is enough.
test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "runs once, in the project with scripts");
test.setTimeout(180_000);

const PAPERS = "/eksempelkoebing/arbejde/sager";
const ROUNDS = 3;

/** The server and its database die at once, in the middle of what they are doing. */
async function killBoth({ child }: OwnPortal, data: string): Promise<void> {
  const ended = once(child, "exit");
  const postmaster = await findPostmaster(clusterIn(data).folder);
  process.kill(postmaster?.pid as number, "SIGKILL");
  child.kill("SIGKILL");
  await ended;
}

/** A save that the server said it had kept. */
type Kept = { section: number; version: number; words: string };

/** Saves one text after the other into `kept`, until the server is gone. */
async function write(
  context: APIRequestContext,
  paper: string,
  section: number,
  name: string,
  kept: Kept[],
): Promise<void> {
  const address = `${PAPERS}/${paper}/tekst/${section}`;
  try {
    let version = await versionAt(context, address);
    for (let count = 1; ; count++) {
      const words = `${name} ${count}.`;
      // A long text, so that there is something to be half written.
      const body = richText(words, ...Array(20).fill("Udvalget skal tage stilling til sagen. ".repeat(10)), words);
      const answer = await context.post(`${address}/gem`, { data: { body, baseVersion: version } });
      const saved = (await answer.json()) as { ok: boolean; version: number };
      // The other one was first: nothing was promised.
      if (answer.status() === 409) version = await versionAt(context, address);
      else {
        expect.soft({ status: answer.status(), ok: saved.ok }, words).toEqual({ status: 200, ok: true });
        version = saved.version;
        kept.push({ section, version, words });
      }
    }
  } catch {
    // The connection is cut: whether the last save was kept, nobody has been told.
  }
}

async function versionAt(context: APIRequestContext, address: string): Promise<number> {
  const page = await (await context.get(`${address}?ren=ja`)).text();
  return Number(/name="baseVersion" value="(\d+)"/.exec(page)?.[1]);
}

async function newPaper(secretary: APIRequestContext): Promise<string> {
  const form = await (await secretary.get(`${PAPERS}/ny?udvalg=boerne-og-skoleudvalget`)).text();
  const hidden = Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  ) as Record<string, string>;
  const responsible =
    /<option[^>]* selected=""[^>]*value="([^"]+)"|<option value="([^"]+)" selected/
      .exec(form)
      ?.slice(1)
      .find(Boolean) ?? "";
  const made = await secretary.post(`${PAPERS}/ny?udvalg=boerne-og-skoleudvalget`, {
    form: { ...hidden, title: "Strømmen går", responsible },
    maxRedirects: 0,
  });
  const paper = /\/sager\/(\d+)/.exec(made.headers()["location"] ?? "")?.[1];
  expect(paper, await made.text()).toBeDefined();
  return paper as string;
}

/** What stands in the archive itself, read while nobody uses it. */
async function archived(data: string, paper: string) {
  const opened = await openDatabase({ databaseUrl: null, dataFolder: data });
  const id = Number(paper);
  try {
    const sections = await opened.db
      .selectFrom("paper_section")
      .select(["id", "version", "body"])
      .where("paper_id", "=", id)
      .execute();
    const versions = await opened.db
      .selectFrom("paper_section_version")
      .select(["section_id", "version", "body"])
      .where("paper_id", "=", id)
      .orderBy("section_id")
      .orderBy("version")
      .execute();
    const audit = await opened.db
      .selectFrom("audit_entry")
      .select(["details"])
      .where("action", "=", "paper.text-saved")
      .where("subject", "=", `paper:${paper}`)
      .execute();
    return { sections, versions, audit };
  } finally {
    await opened.close();
  }
}

test("what was acknowledged is there after server and database are killed in the middle of saving, and nothing is half saved", async () => {
  const data = mkdtempSync(join(tmpdir(), "sagsgang-kill-"));
  let portal = await ownPortal(data);
  const people = [await requester(portal.url, "writer"), await requester(portal.url, "secretary")];
  const paper = await newPaper(people[0]!);
  const cookies = await Promise.all(people.map((person) => person.storageState()));
  const promised: Kept[] = [];

  for (let round = 0; round < ROUNDS; round++) {
    if (round > 0) portal = await ownPortal(data);
    const contexts = await Promise.all(
      cookies.map((storageState) =>
        requests.newContext({ baseURL: portal.url, storageState, extraHTTPHeaders: { Origin: portal.url } }),
      ),
    );
    // Each writes in a section of their own, and both in a third.
    const before = promised.length;
    const writers = contexts.flatMap((context, index) =>
      [index + 1, 3].map((section) =>
        write(context, paper, section, `Runde ${round}, skriver ${index}, del ${section}, nr.`, promised),
      ),
    );
    // However slow the machine is, some saves were promised when it happens.
    await expect.poll(() => promised.length, { timeout: 30_000, intervals: [50] }).toBeGreaterThan(before + 5);
    await sleep(Math.random() * 500);
    await killBoth(portal, data);
    await Promise.all(writers);
  }

  const { sections, versions, audit } = await archived(data, paper);
  const texts = new Map(versions.map((one) => [`${one.section_id} ${one.version}`, textOf(one.body as RichText)]));
  const lost = promised.filter(({ section, version, words }) => !texts.get(`${section} ${version}`)?.includes(words));
  expect(lost).toEqual([]);
  for (const { id, version, body } of sections) {
    const own = versions.filter(({ section_id }) => section_id === id);
    // Every version from the second on is kept, none is missing and none is beyond the one that stands.
    expect(own.map((one) => one.version)).toEqual(Array.from({ length: version - 1 }, (_, index) => index + 2));
    if (own.length > 0) expect(own.at(-1)?.body).toEqual(body);
  }
  expect(audit.length).toBeGreaterThan(2);
  for (const { details } of audit) {
    const { section, version } = details as { section: number; version: number };
    expect(texts.has(`${section} ${version}`), `section ${section}, version ${version}`).toBe(true);
  }
  const verified = await promisify(execFile)("node", ["src/cli/main.ts", "audit", "verify"], {
    env: { ...process.env, SAGSGANG_DATA: data },
  });
  expect(verified.stdout).toContain("Kæden holder");
});
