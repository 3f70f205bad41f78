import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../support/visitor.ts";

/** Follows links from the front page until every kind of page has been met, in both languages. */
async function pagesOf(page: Page): Promise<string[]> {
  const kinds = new Map<string, string>();
  const queue = ["/", "/en"];
  const seen = new Set(queue);
  for (let path = queue.shift(); path !== undefined && seen.size < 4000; path = queue.shift()) {
    const kind = kindOf(path);
    if (kinds.has(kind)) continue;
    const response = await page.goto(path);
    if (!response?.headers()["content-type"]?.startsWith("text/html")) continue;
    kinds.set(kind, path);
    const hrefs = await page
      .locator("a[href^='/']")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    for (const href of hrefs.map((href) => href.split("#")[0] ?? "")) {
      if (!seen.has(href) && !href.includes("/originaler/") && !href.endsWith(".ics")) queue.push(href);
      seen.add(href);
    }
  }
  return [...kinds.values()];
}

/** "/naestved/udvalg/x/2024-06-11/46?side=2" and its like are one kind of page. */
function kindOf(path: string): string {
  const [route = "", query] = path.split("?");
  const parts = route.split("/").filter(Boolean);
  const language = parts[0] === "en" ? (parts.shift() ?? "") : "da";
  const [, section, name, date, item, more] = parts;
  // Pages of people, not of a municipality.
  if (["log-ind", "glemt-adgangskode", "om-efterregning"].includes(parts[0] ?? ""))
    return `${language} ${parts.join("/")}`;
  const shape = [section, name && "*", date && "*", item && "*", more].filter(Boolean).join("/");
  return `${language} ${parts.length > 0 ? "m" : "front"}/${shape}${query ? "?" : ""}`;
}

test("every page has no finding of axe, one heading of the first rank, and no script @scripts", async ({ page }) => {
  test.setTimeout(600_000);
  const paths = await pagesOf(page);
  expect(paths.length).toBeGreaterThan(20);
  for (const path of paths) {
    await page.goto(path);
    await expectAccessible(page, ["light", "dark"], path);
    expect.soft(await page.locator("h1").count(), path).toBe(1);
    // Signing in with a passkey is the one public page that offers a script.
    if (!path.includes("/log-ind")) expect.soft(await page.locator("script").count(), path).toBe(0);
    expect.soft(await page.title(), path).not.toBe("");
  }
});

test("no page is wider than a narrow phone", async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of await pagesOf(page)) {
    await page.goto(path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect.soft(width, path).toBeLessThanOrEqual(320);
  }
});
