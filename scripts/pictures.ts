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
await browser.close();
