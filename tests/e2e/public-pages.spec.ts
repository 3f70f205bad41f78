import { expect, test } from "@playwright/test";

const meeting = "/eksempelkoebing/udvalg/oekonomiudvalget/2024-06-17";

test("a citizen finds from the front page what was decided", async ({ page }) => {
  await page.goto("/");
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Eksempelkøbing/ })
    .first()
    .click();
  // The committee in the list of committees: the plan of coming meetings names it too.
  await page
    .getByRole("main")
    .locator("a.row-title", { hasText: /^Økonomiudvalget$/ })
    .click();
  await page.getByRole("link", { name: /17\. juni 2024/ }).click();
  await page.getByRole("link", { name: "Beslutning om model for en samlet ungeindsats" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Beslutning om model for en samlet ungeindsats");
  const decision = page.locator("#beslutning");
  await expect(decision.locator(".outcome")).toHaveText("Anbefalet");
  await expect(decision).toContainText("anlægsudgiften nedsættes til 3,6 mio. kr.");
  await expect(decision.getByRole("figure")).toContainText("kunne ikke støtte indstillingen");
});

test("an item's path leads to the bodies that the archive has, and says which it lacks", async ({ page }) => {
  await page.goto(`${meeting}/90`);
  const path = page.getByRole("region", { name: "Sagens vej" });
  await expect(path.getByRole("listitem")).toHaveCount(4);
  await expect(path.getByRole("listitem").first()).toContainText("ikke i arkivet");
  await path.getByRole("link", { name: "Byrådet" }).click();
  await expect(page).toHaveURL(/byraadet\/2024-06-25\/63$/);
});

test("an item's table is a table with its figures, once", async ({ page }) => {
  await page.goto(`${meeting}/90`);
  const row = page.getByRole("row", { name: /^Model B: Ungehus/ });
  await expect(row).toHaveCount(1);
  await expect(row.getByRole("cell", { name: "4.200" })).toHaveCSS("text-align", "right");
});

test("a reference in the text leads to its item, and that item knows who mentions it", async ({ page }) => {
  await page.goto(`${meeting}/90`);
  await page.getByRole("link", { name: /\(sag 39\)/ }).click();
  await expect(page).toHaveURL(/arbejdsmarkeds-og-integrationsudvalget\/2024-06-11\/39$/);
  const mentions = page.locator("#omtalt-i");
  await expect(mentions).toContainText("Økonomiudvalget 17. juni 2024, punkt 90");
});

test("the original's wording and file are one click away", async ({ page }) => {
  await page.goto(`${meeting}/90`);
  const file = await page.getByRole("link", { name: "Hent originalen" }).getAttribute("href");
  await page.getByRole("link", { name: "Originalens ordlyd" }).click();
  await expect(page.getByText("90. Beslutning om model for en samlet ungeindsats")).toBeVisible();
  const response = await page.request.get(file ?? "");
  expect(response.status()).toBe(200);
  expect(await response.text()).toContain("90. Beslutning om model for en samlet ungeindsats");
});

test("the English page says so, links back, and marks what is Danish", async ({ page }) => {
  await page.goto(`${meeting}/90`);
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(`/en${meeting}/90`);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveAttribute("lang", "da");
  await expect(page.getByRole("heading", { name: "The item's path" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Dansk" })).toHaveAttribute("href", `${meeting}/90`);
});

test("a page that is not there helps, in the municipality where it was looked for", async ({ page }) => {
  for (const path of [
    "/findes/ikke/her",
    "/eksempelkoebing/udvalg/nej",
    `${meeting}/900`,
    "/eksempelkoebing/udvalg/%00",
    "/eksempelkoebing/udvalg/oekonomiudvalget/2024-02-30",
  ]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Siden findes ikke");
    await expect(page.getByRole("searchbox")).toBeVisible();
  }
  await expect(page.getByRole("banner")).toContainText("Eksempelkøbing");
});

test("keys reach the content first, and always show where they are", async ({ page }) => {
  await page.goto(`${meeting}/90`);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Gå til sidens indhold" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  for (let stop = 0; stop < 15; stop++) {
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
    expect(outline).not.toBe("none");
  }
});

test("paper gets the text without menus, on white also from a dark screen", async ({ page }) => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.goto(`${meeting}/90`);
  await expect(page.getByRole("navigation", { name: "Hovedmenu" })).toBeHidden();
  await expect(page.getByRole("search")).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(255, 255, 255)");
});
