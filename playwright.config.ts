import { defineConfig } from "@playwright/test";
import { findBrowser } from "./tests/support/browser.ts";

// Another than its usual one where two checkouts are tested at once.
const port = Number(process.env["PORT"] ?? 3999);

export default defineConfig({
  testDir: "tests/e2e",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A browser that dies when it is launched is launched again; what is flaky is named in the report.
  retries: 1,
  use: { baseURL: `http://localhost:${port}`, launchOptions: await findBrowser(), locale: "da-DK" },
  projects: [
    { name: "with scripts", use: { javaScriptEnabled: true } },
    { name: "without scripts", use: { javaScriptEnabled: false }, grepInvert: /@scripts/ },
  ],
  webServer: {
    command: "node tests/support/portal.ts",
    // Behind a proxy, so that each visitor of a test can come from an address of its own.
    env: { PORT: String(port), SAGSGANG_PROXY: "1", SAGSGANG_FORMS_A_MINUTE: "100000" },
    url: `http://localhost:${port}/readyz`,
    timeout: 120_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
