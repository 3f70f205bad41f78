import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../support/visitor.ts";

const MEETING = "/eksempelkoebing/udvalg/arbejdsmarkeds-og-integrationsudvalget/2025-06-10";
const ITEM = `${MEETING}/27`;

/** The queue checks the example after the start; pages say so until it has. */
async function whenChecked(page: Page, path: string): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expect(page.getByText(/Tal efterregnet: \d+ stemmer/)).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 60_000 });
}

test("a reader of an item sees that a figure does not hold, and the sum behind it beside the place", async ({
  page,
}) => {
  test.setTimeout(90_000);
  await whenChecked(page, ITEM);
  await page.getByRole("link", { name: /Tal efterregnet: \d+ stemmer, 1 stemmer ikke/ }).click();
  await expect(page).toHaveURL(`${ITEM}/tal`);
  const mark = page.locator("mark.sum-mark--error");
  await expect(mark).toHaveText("7.728.765");
  await page.getByRole("cell").getByRole("link", { name: "Stemmer ikke, forklaring 1" }).click();
  const note = page.locator(".sum-note--error");
  await expect(note).toBeInViewport();
  await expect(note).toContainText("5.420.820 + 2.307.045 = 7.727.865, men der står 7.728.765");
  await note.getByRole("link", { name: "2.307.045" }).click();
  await expect(page.getByRole("cell").filter({ has: page.locator(":target") })).toHaveText("2.307.045");
  await note.getByRole("link", { name: "Vis sted 1 i teksten" }).click();
  await expect(mark).toBeInViewport();
});

test("the meeting's list says where something does not add up, and leads there", async ({ page }) => {
  test.setTimeout(90_000);
  await whenChecked(page, MEETING);
  const row = page.getByRole("listitem").filter({ hasText: "Kontrolgruppens arbejde" });
  await row.getByRole("link", { name: "1 stemmer ikke" }).click();
  await expect(page).toHaveURL(`${ITEM}/tal`);
});

test("the municipality's list of findings can be narrowed, and each leads to its sum", async ({ page }) => {
  test.setTimeout(90_000);
  await whenChecked(page, ITEM);
  await page.goto("/eksempelkoebing");
  await page.getByRole("link", { name: "Tal, der ikke stemmer" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tal, der ikke stemmer");
  await expect(page.getByRole("img", { name: "Fund efter sikkerhed og år" })).toBeVisible();
  await page.goto("/eksempelkoebing/tal?slags=tabelsum&aar=2025&sikkerhed=sikker");
  await expect(page.getByText("1 fund", { exact: true })).toBeVisible();
  await expect(page.getByLabel("Slags")).toHaveValue("tabelsum");
  await page.getByRole("link", { name: /Kontrolgruppens arbejde/ }).click();
  await expect(page.locator(".sum-note:target")).toContainText("to cifre byttet om");
  await page.goto("/eksempelkoebing/tal?aar=1999");
  await expect(page.getByText("Ingen fund passer på det valgte")).toBeVisible();
  await page.goto("/eksempelkoebing/udvalg/arbejdsmarkeds-og-integrationsudvalget/tal");
  await expect(page.getByRole("link", { name: /Kontrolgruppens arbejde/ })).toBeVisible();
  expect((await page.goto("/eksempelkoebing/tal?side=99"))?.status()).toBe(404);
});

test("the pages of findings have no finding of axe, in light and dark, and fit a narrow phone @scripts", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await whenChecked(page, ITEM);
  await page.setViewportSize({ width: 320, height: 700 });
  const committee = "/eksempelkoebing/udvalg/arbejdsmarkeds-og-integrationsudvalget/tal";
  for (const path of [`${ITEM}/tal`, `/en${ITEM}/tal`, "/eksempelkoebing/tal", committee, "/en/om-efterregning"]) {
    await page.goto(path);
    await expectAccessible(page, ["light", "dark"], path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect.soft(width, path).toBeLessThanOrEqual(320);
    expect.soft(await page.locator("h1").count(), path).toBe(1);
    expect.soft(await page.locator("script").count(), path).toBe(0);
  }
});
