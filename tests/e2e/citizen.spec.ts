import { expect, test } from "@playwright/test";

test("a citizen finds what was decided about the cycle path, and how it got there", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("searchbox").first().fill("cykelsti");
  await page.getByRole("button", { name: "Søg" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("cykelsti");
  await expect(page.locator("mark").first()).toHaveText(/cykelsti/i);

  await page.getByRole("link", { name: /Anlægsbevilling til cykelsti/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    "Anlægsbevilling til cykelsti mellem Nørre Vium og Lysholm",
  );
  await expect(page.getByRole("heading", { name: "Sagens vej" })).toBeVisible();

  await page
    .getByRole("link", { name: /23-011870/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/eksempelkoebing\/sager\//);
  for (const body of ["Klima- og Teknikudvalget", "Økonomiudvalget", "Byrådet"]) {
    await expect(page.getByText(body).first()).toBeVisible();
  }
});

test("a reader narrows a search by its facets, and the address can be shared", async ({ page }) => {
  await page.goto("/eksempelkoebing/soeg?q=budgetkontrol");
  const count = async () =>
    Number(/\d+/.exec((await page.locator("main").innerText()).match(/(\d+) punkter/)?.[0] ?? "")?.[0]);
  const all = await count();
  await page.getByRole("link", { name: /^2024/ }).first().click();
  await expect(page).toHaveURL(/aar=2024/);
  const fewer = await count();
  expect(fewer).toBeGreaterThan(0);
  expect(fewer).toBeLessThan(all);
});

test("a misspelt search says what was searched instead", async ({ page }) => {
  await page.goto("/soeg?q=klagestatestik");
  await expect(page.getByText(/Ingen punkter har ordet »klagestatestik«/)).toBeVisible();
  await expect(page.getByRole("link", { name: /klagestatistik/i }).first()).toBeVisible();
});

test("every page is there in English, with the minutes' own words marked as Danish", async ({ page }) => {
  await page.goto("/eksempelkoebing");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(/\/en\/eksempelkoebing$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("link", { name: "Dansk" }).click();
  await expect(page).toHaveURL(/\/eksempelkoebing$/);
});

test("the original can be fetched from its meeting, byte for byte as it was imported", async ({ page, request }) => {
  await page.goto("/eksempelkoebing/udvalg/byraadet/2024-06-25");
  const href = await page
    .getByRole("link", { name: /original/i })
    .first()
    .getAttribute("href");
  const response = await request.get(href ?? "");
  expect(response.status()).toBe(200);
  expect(response.headers()["content-disposition"]).toContain("attachment");
  expect(await response.text()).toContain("Borgerforslag om fri bustransport");
});

for (const path of [
  "/findes-ikke",
  "/eksempelkoebing/udvalg/findes-ikke",
  "/eksempelkoebing/udvalg/byraadet/2024-06-25/999",
  "/eksempelkoebing/sager/0",
  "/en/x/y/z",
]) {
  test(`an address that leads nowhere helps on: ${path}`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("searchbox").first()).toBeVisible();
  });
}

test("the keyboard reaches the content first, then everything, and always shows where it is", async ({ page }) => {
  await page.goto("/eksempelkoebing/udvalg/byraadet/2024-06-25");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveAttribute("href", "#main-content");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const inside = await page.locator(":focus").evaluate((element) => element.closest("main") !== null);
  expect(inside).toBe(true);

  await page.goto("/eksempelkoebing/udvalg/byraadet/2024-06-25");
  const links = await page.locator("a:visible, button:visible, input:visible, summary:visible").count();
  const reached = new Set<string>();
  for (let step = 0; step <= links; step++) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const style = getComputedStyle(element);
      return {
        html: element.outerHTML.slice(0, 200),
        seen: style.outlineStyle !== "none" || style.boxShadow !== "none",
      };
    });
    if (!focus) break;
    expect.soft(focus.seen, focus.html).toBe(true);
    reached.add(focus.html);
  }
  expect(reached.size).toBeGreaterThan(15);
});
