import { createHash } from "node:crypto";
import { mkdirSync, openSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { roles } from "#identity/actor.ts";
import { EXAMPLE, pages, patternOf, patterns } from "../support/pages.ts";
import { expectAccessible, requester } from "../support/visitor.ts";

/** A case of the example that is open and a draft; the table says who reads such a one. */
const DRAFT = "Cykelsti langs Strandvejen, anden etape";
const MINUTES =
  "Referat\nUdvalget for Plan og Natur\n\nDato: tirsdag den 3. februar 2026 kl. 13:00\nSted: Rådhuset\n\nPunkt 1: Godkendelse af dagsorden\n\nBeslutning\nGodkendt.\n";

/** What no link leads to in the same way for everybody: pages of one certain case, and of files on their way in. */
async function known(baseURL: string): Promise<[string, string][]> {
  const secretary = await requester(baseURL, "secretary");
  const work = `${EXAMPLE}/arbejde`;
  const list = await (await secretary.get(`${work}/sager?soeg=Strandvejen`)).text();
  const paper = /\/arbejde\/sager\/(\d+)"/.exec(list)?.[1];
  expect(paper, `"${DRAFT}" is among the cases`).toBeDefined();
  if ((await secretary.get(`${work}/sager/${paper}/bilag/1`)).status() === 404)
    await secretary.post(`${work}/sager/${paper}/bilag`, {
      multipart: { open: { name: "kort.txt", mimeType: "text/plain", buffer: Buffer.from("Et kort\n") } },
    });
  const sent = await secretary.post(`${work}/indlaes/filer`, {
    headers: { Accept: "application/json" },
    multipart: { files: { name: "moede.txt", mimeType: "text/plain", buffer: Buffer.from(MINUTES) } },
  });
  const batch = `${work}/indlaes/${((await sent.json()) as { batch: number }).batch}`;
  const readFile = async () =>
    new RegExp(`href="(${batch}/\\d+)"`).exec(await (await secretary.get(batch)).text())?.[1];
  await expect.poll(readFile, { message: "the file has been read", timeout: 30_000 }).toBeDefined();
  const file = (await readFile()) as string;
  const meeting = await sentAgenda(secretary);
  const building = await agendaWithItems(secretary);
  const ofPaper = Object.keys(pages)
    .filter((pattern) => pattern.includes("/sager/:paper"))
    .map((pattern): [string, string] => [
      pattern,
      `/${pattern}`.replace("/:municipality", EXAMPLE).replace(":paper", String(paper)).replace(/:\w+/, "1"),
    ]);
  const ofFile: [string, string][] = [
    [":municipality/arbejde/indlaes/:batch", batch],
    [":municipality/arbejde/indlaes/:batch/:file", file],
    [":municipality/arbejde/indlaes/:batch/:file/original", `${file}/original`],
  ];
  const ofMeetings: [string, string][] = [
    [":municipality/laes/:meeting", `${EXAMPLE}/laes/${meeting.id}`],
    [":municipality/laes/:meeting/punkt/:item", `${EXAMPLE}/laes/${meeting.id}/punkt/${meeting.item}`],
    [":municipality/laes/:meeting/dagsorden.pdf", `${EXAMPLE}/laes/${meeting.id}/dagsorden.pdf`],
    [":municipality/arbejde/moeder/:meeting/tillaeg", `${EXAMPLE}/arbejde/moeder/${meeting.id}/tillaeg`],
    [":municipality/arbejde/udvalg/:committee/faste-punkter", await standingItems(secretary)],
    [":municipality/arbejde/moeder/:meeting", building],
    [":municipality/arbejde/moeder/:meeting/nyt-punkt", `${building}/nyt-punkt`],
    [":municipality/arbejde/moeder/:meeting/udsend", `${building}/udsend`],
    [":municipality/arbejde/moeder/:meeting/punkt/:item", await itemOf(secretary, building)],
  ];
  await secretary.dispose();
  return [...ofPaper, ...ofFile, ...ofMeetings];
}

const meetingLinks = async (person: APIRequestContext): Promise<string[]> => {
  const list = await (await person.get(`${EXAMPLE}/arbejde/moeder`)).text();
  return [...new Set([...list.matchAll(/href="(\/[a-z]+\/arbejde\/moeder\/\d+)"/g)].map(([, href = ""]) => href))];
};

async function standingItems(person: APIRequestContext): Promise<string> {
  const front = await (await person.get(EXAMPLE)).text();
  const committee = /href="\/[a-z]+\/udvalg\/([a-z-]+)"/.exec(front)?.[1];
  return `${EXAMPLE}/arbejde/udvalg/${committee}/faste-punkter`;
}

const itemOf = async (person: APIRequestContext, agenda: string): Promise<string> =>
  new RegExp(`${agenda}/punkt/\\d+`).exec(await (await person.get(agenda)).text())?.[0] ?? "";

/** The agenda that the example municipality builds. */
async function agendaWithItems(person: APIRequestContext): Promise<string> {
  for (const agenda of await meetingLinks(person)) if (await itemOf(person, agenda)) return agenda;
  throw new Error("The example municipality builds no agenda.");
}

/** An agenda of one item, for the last meeting in the plan, sent to the members; whoever comes second finds it sent. */
async function sentAgenda(person: APIRequestContext): Promise<{ id: string; item: string }> {
  const agenda = (await meetingLinks(person)).at(-1) ?? "";
  const id = agenda.split("/").at(-1) ?? "";
  const version = async (path: string) =>
    /name="version" value="(\d+)"/.exec(await (await person.get(path)).text())?.[1] ?? "";
  await person.post(agenda, { form: { do: "begin" } });
  const note = { title: "Orientering om byens træer", text: "Der plantes 40 nye træer langs Åvej." };
  if (!(await itemOf(person, agenda)))
    await person.post(`${agenda}/nyt-punkt`, { form: { ...note, version: await version(`${agenda}/nyt-punkt`) } });
  const page = await (await person.get(`${agenda}/udsend`)).text();
  const answered = /name="answered" value="([^"]+)"/.exec(page)?.[1] ?? "";
  await person.post(`${agenda}/udsend`, { form: { version: await version(`${agenda}/udsend`), answered } });
  const read = await (await person.get(`${EXAMPLE}/laes/${id}`)).text();
  return { id, item: /id="punkt-(\d+)"/.exec(read)?.[1] ?? "" };
}

/** An address for each route: found by following links as several people, else the one the table names. */
async function addresses(baseURL: string): Promise<Map<string, string>> {
  const found = new Map(await known(baseURL));
  for (const [pattern, { address }] of Object.entries(pages)) if (address) found.set(pattern, address);
  for (const role of ["secretary", "administrator"] as const) {
    const person = await requester(baseURL, role);
    const visits = new Map<string, number>();
    const queue = ["/", "/arbejde", "/konto", EXAMPLE];
    const seen = new Set(queue);
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const pattern = patternOf(path) ?? "";
      const count = (visits.get(pattern) ?? 0) + 1;
      visits.set(pattern, count);
      if (!found.has(pattern)) found.set(pattern, path);
      if (count > 2 || pages[pattern]?.kind) continue;
      const answer = await person.get(path, { maxRedirects: 0 });
      if (!answer.headers()["content-type"]?.startsWith("text/html")) continue;
      for (const [, href = ""] of (await answer.text()).matchAll(/href="(\/[^"#]*)/g)) {
        const link = href.replaceAll("&amp;", "&");
        if (seen.has(link) || link.startsWith("/en") || link.startsWith("/assets")) continue;
        seen.add(link);
        const leadsTo = patternOf(link);
        if (leadsTo !== undefined && !found.has(leadsTo)) found.set(leadsTo, link);
        queue.push(link);
      }
    }
    await person.dispose();
  }
  return found;
}

const looked = join(tmpdir(), `sagsgang-every-role-${process.ppid}`);

/** True for whoever is first to meet a page that looks like this, whatever the name at its top. */
function isNew(html: string): boolean {
  const same = html
    .replace(/<a class="header__person"[^>]*>[^<]*<\/a>/, "")
    .replace(/nonce="[^"]*"/g, "")
    .replace(/<script[\s\S]*?<\/script>/g, "");
  mkdirSync(looked, { recursive: true });
  try {
    openSync(join(looked, createHash("sha256").update(same).digest("hex")), "wx");
    return true;
  } catch {
    return false;
  }
}

async function look(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expectAccessible(page, ["light", "dark"], path);
  expect.soft(await page.title(), path).toMatch(/\S - \S|Sagsgang/);
  expect.soft(await page.locator("h1").count(), `headings of the first rank on ${path}`).toBe(1);
  for (const landmark of ["banner", "main", "contentinfo"] as const)
    expect.soft(await page.getByRole(landmark).count(), `${landmark} on ${path}`).toBe(1);
  await page.setViewportSize({ width: 390, height: 844 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `width of ${path} on a phone`).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1280, height: 900 });
}

test.describe.configure({ mode: "parallel" });

let found: Map<string, string>;
test.beforeAll(async ({ baseURL }) => {
  test.setTimeout(300_000);
  found = await addresses(baseURL as string);
});

test("every route stands in the table of who reads it @scripts", () => {
  expect(patterns.filter((pattern) => !pages[pattern])).toEqual([]);
  expect(Object.keys(pages).filter((pattern) => !patterns.includes(pattern))).toEqual([]);
});

test("every page has been found @scripts", () => {
  const missing = Object.entries(pages).filter(([pattern, { kind }]) => !kind && !found.has(pattern));
  expect(missing.map(([pattern]) => pattern)).toEqual([]);
});

for (const role of [...roles, "public"] as const)
  test(`the ${role} finds what the table says, and nothing is wrong with it @scripts`, async ({ browser, baseURL }) => {
    test.setTimeout(600_000);
    const person = await requester(baseURL as string, role === "public" ? undefined : role);
    const context = await browser.newContext({ storageState: await person.storageState() });
    const page = await context.newPage();
    for (const [pattern, { readers, kind }] of Object.entries(pages)) {
      const path = found.get(pattern);
      if (path === undefined || kind === "door") continue;
      const answer = await person.get(path, { maxRedirects: 0 });
      const place = `${role} at ${path} (${pattern})`;
      if (role === "public" && readers !== "everybody") {
        if (kind === "file") expect.soft([303, 401, 404], place).toContain(answer.status());
        else expect.soft(answer.headers()["location"], place).toMatch(/^\/log-ind\?naeste=/);
        continue;
      }
      const reads = readers === "everybody" || readers.includes(role as never);
      // Whoever is signed in already is led on from the page where one does that.
      if (pattern === "log-ind" && role !== "public") expect.soft(answer.status(), place).toBe(303);
      else expect.soft(answer.status(), place).toBe(reads ? 200 : 404);
      if (readers !== "everybody") expect.soft(answer.headers()["cache-control"], place).toContain("no-store");
      // Pages of the public are looked at elsewhere (every-page.spec.ts).
      if (readers === "everybody" || kind || answer.status() !== 200) continue;
      if (isNew(await answer.text())) await look(page, path);
    }
    await context.close();
    await person.dispose();
  });
