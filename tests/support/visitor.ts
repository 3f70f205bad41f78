import { AxeBuilder } from "@axe-core/playwright";
import { type APIRequestContext, type Browser, expect, type Page, request as requests, test } from "@playwright/test";

/** The password of everybody in the example municipality. */
export const EXAMPLE_PASSWORD = "eksempel paa en kode";

/** Whether scripts run in the project at hand. */
export const withScripts = (): boolean => test.info().project.use.javaScriptEnabled ?? true;

let visitors = 0;
const nextAddress = () => `198.18.${process.pid % 250}.${++visitors % 250}`;

/** Somebody at a machine of their own, for limits on attempts count by address. `baseURL`: of another portal. */
export async function visitor(browser: Browser, baseURL?: string): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: withScripts(),
    extraHTTPHeaders: { "X-Forwarded-For": nextAddress() },
    ...(baseURL !== undefined && { baseURL }),
  });
  return context.newPage();
}

/** Fills in the form to sign in and sends it. `who`: an example user's role, or an e-mail address. */
export async function giveSignIn(
  page: Page,
  who: string,
  { password = EXAMPLE_PASSWORD, button = "Log ind" } = {},
): Promise<void> {
  await page.getByLabel("E-mail").fill(who.includes("@") ? who : `${who}@eksempelkoebing.example`);
  await page.getByLabel("Adgangskode", { exact: true }).fill(password);
  await page.getByRole("button", { name: button, exact: true }).click();
}

/** Goes to the page for signing in, and gives what it asks for. */
export async function enter(page: Page, who: string, password = EXAMPLE_PASSWORD): Promise<void> {
  await page.goto("/log-ind");
  await giveSignIn(page, who, { password });
}

/** An example user at a machine of their own, signed in and at their work list. */
export async function signIn(browser: Browser, role: string, baseURL?: string): Promise<Page> {
  const page = await visitor(browser, baseURL);
  await enter(page, role);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dit arbejde", { timeout: 20_000 });
  return page;
}

/** Somebody who asks without a browser; signed in as an example user where a role is given. */
export async function requester(baseURL: string, role?: string): Promise<APIRequestContext> {
  const context = await requests.newContext({
    baseURL,
    extraHTTPHeaders: { "X-Forwarded-For": nextAddress(), Origin: baseURL },
  });
  if (role === undefined) return context;
  const form = { email: `${role}@eksempelkoebing.example`, password: EXAMPLE_PASSWORD };
  const answer = await context.post("/log-ind", { form, maxRedirects: 0 });
  expect(answer.status(), `${role} signs in`).toBe(303);
  return context;
}

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** axe finds nothing on the page as it stands. Only where scripts run: axe is one. `place` names the page in the report. */
export async function expectAccessible(
  page: Page,
  colorSchemes: ("light" | "dark")[] = ["light", "dark"],
  place = page.url(),
): Promise<void> {
  if (!withScripts()) return;
  for (const colorScheme of colorSchemes) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
    expect.soft(found, `${place} ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
  // axe takes a box that nobody can see for one.
  const boxes = page.locator("input[type=checkbox], input[type=radio]");
  const undrawn = await boxes.evaluateAll((all) =>
    all
      .filter((box) => box.checkVisibility() && getComputedStyle(box).appearance === "none")
      .map((box) => box.outerHTML),
  );
  expect.soft(undrawn, `boxes that are not drawn: ${place}`).toEqual([]);
}
