import { chromium } from "@playwright/test";
import { findBrowser } from "../tests/support/browser.ts";

/** Takes the README's pictures of a running portal that shows the example: `node scripts/pictures.ts http://localhost:3000`. */
const portal = process.argv[2] ?? "http://localhost:3000";

const pictures = [
  { name: "municipality", path: "/eksempelkoebing", height: 900 },
  { name: "item", path: "/eksempelkoebing/udvalg/arbejdsmarkeds-og-integrationsudvalget/2024-06-11/39", height: 1100 },
  { name: "search", path: "/eksempelkoebing/soeg?q=klage", height: 900 },
];

const browser = await chromium.launch(await findBrowser());
const page = await browser.newPage({ deviceScaleFactor: 1 });
for (const { name, path, height } of pictures) {
  await page.setViewportSize({ width: 1280, height });
  await page.goto(portal + path);
  await page.screenshot({ path: `docs/pictures/${name}.png` });
}
// The work up to the meeting, as the example municipality's secretary sees it.
await page.goto(`${portal}/log-ind`);
await page.getByLabel("E-mail").fill("secretary@eksempelkoebing.example");
await page.getByLabel("Adgangskode", { exact: true }).fill("eksempel paa en kode");
await page.getByRole("button", { name: "Log ind", exact: true }).click();
await page.getByRole("link", { name: /^Børne- og Skoleudvalget/ }).click();
await page.setViewportSize({ width: 1280, height: 900 });
await page.screenshot({ path: "docs/pictures/agenda.png" });
await browser.close();
