import { Hono } from "hono";
import { expect, test } from "vitest";
import { sandboxFiles, securityHeaders } from "./security-headers.ts";

const app = new Hono()
  .use(sandboxFiles)
  .use(securityHeaders)
  .get("/side", (c) => c.html("<p>Dagsorden</p>"))
  .get("/logo", (c) => c.body("<svg/>", 200, { "Content-Type": "image/svg+xml" }))
  .get("/fil", (c) => c.body("<p>Et bilag</p>", 200, { "Content-Disposition": 'attachment; filename="bilag.html"' }));

const policyOf = async (path: string) => (await app.request(path)).headers.get("Content-Security-Policy");

test("a page runs its own scripts only", async () => {
  expect(await policyOf("/side")).toMatch(/script-src 'self' 'nonce-[^']+';/);
});

test.each(["/logo", "/fil"])("%s, opened by itself, runs nothing and has no origin", async (path) => {
  expect(await policyOf(path)).toBe("sandbox; default-src 'none'; style-src 'unsafe-inline'");
});
