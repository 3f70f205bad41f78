import { sql } from "kysely";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { testDatabase, type TestDatabase } from "#database/testing.ts";
import { isPublicPage, PageCache } from "./page-cache.ts";

const log = pino({ level: "silent" });
const html = { "content-type": "text/html" };
let database: TestDatabase;
let cache: PageCache;
let news: { stop(): Promise<void> };

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  cache = new PageCache();
  news = cache.listen(database.url, log);
  await vi.waitFor(() => expect(kept("/ready")).toBe(true), 5000);
});
afterEach(async () => {
  vi.useRealTimers();
  await news.stop();
});

function kept(url: string, generation = cache.generation): boolean {
  cache.get(url);
  cache.put(url, generation, html, Buffer.from("<p>side"));
  return cache.get(url) !== undefined;
}

test("a page is kept until the archive changes", async () => {
  expect(kept("/a")).toBe(true);
  await sql`select pg_notify('sagsgang_archive', '2')`.execute(database.db);
  await vi.waitFor(() => expect(cache.get("/a")).toBeUndefined());
});

test("a page rendered before a change is not kept after it", async () => {
  const before = cache.generation;
  await sql`select pg_notify('sagsgang_archive', '3')`.execute(database.db);
  await vi.waitFor(() => expect(cache.generation).not.toBe(before));
  expect(kept("/b", before)).toBe(false);
});

test("nothing is kept while the database cannot be heard", async () => {
  expect(kept("/c")).toBe(true);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen sagsgang_archive' and datname = current_database()`.execute(
    database.db,
  );
  await vi.waitFor(() => expect(cache.get("/c")).toBeUndefined());
  expect(kept("/c")).toBe(false);
  await vi.waitFor(() => expect(kept("/c")).toBe(true), 5000);
});

test("a fact is read once until the archive changes, and each time while nothing is heard of it", async () => {
  let reads = 0;
  const fact = () => cache.remember("look", async () => ++reads);
  expect([await fact(), await fact()]).toEqual([1, 1]);
  await sql`select pg_notify('sagsgang_archive', '4')`.execute(database.db);
  await vi.waitFor(async () => expect(await fact()).toBe(2));
  const deaf = new PageCache();
  await deaf.remember("look", async () => ++reads);
  expect(await deaf.remember("look", async () => ++reads)).toBe(4);
});

test("a fact that could not be read is asked for again", async () => {
  await expect(cache.remember("broken", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await cache.remember("broken", async () => "mended")).toBe("mended");
});

test("what is overdue is not told from yesterday's page", () => {
  expect(kept("/d")).toBe(true);
  vi.useFakeTimers({ now: Date.now() + 3_600_000, toFake: ["Date"] });
  expect(cache.get("/d")).toBeUndefined();
});

test("the least asked for go first when there is no more room", () => {
  const large = Buffer.alloc(2.5 * 1024 * 1024, "x");
  for (let page = 0; page < 12; page++) {
    cache.put(`/${page}`, cache.generation, html, large);
    cache.get("/0");
  }
  expect(cache.get("/0")).toBeDefined();
  expect(cache.get("/1")).toBeUndefined();
  expect(cache.get("/11")).toBeDefined();
});

test("only whole pages that anybody may see are kept", () => {
  const page = new Response("<p>", { headers: html });
  expect(isPublicPage(new Request("http://x/"), page)).toBe(true);
  expect(isPublicPage(new Request("http://x/", { method: "POST" }), page)).toBe(false);
  expect(isPublicPage(new Request("http://x/", { headers: { cookie: "session=1" } }), page)).toBe(false);
  expect(isPublicPage(new Request("http://x/"), new Response("<p>", { status: 404, headers: html }))).toBe(false);
  expect(
    isPublicPage(new Request("http://x/"), new Response("<p>", { headers: { ...html, "set-cookie": "a=1" } })),
  ).toBe(false);
});
