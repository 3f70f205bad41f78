import { expect, test } from "@playwright/test";
import { expectAccessible, signIn } from "../support/visitor.ts";

const plan = "/eksempelkoebing/udvalg/boerne-og-skoleudvalget/plan";

test("a secretary plans a meeting, moves it and cancels it, and the public follows", async ({ browser, request }) => {
  // A year of their own for each run, so that the two projects do not plan the same hour.
  const year = test.info().project.name === "with scripts" ? 2031 : 2033;
  const page = await signIn(browser, "secretary");
  await page.goto(plan);
  await page.getByLabel("Dato").fill(`${year}-12-25`);
  await page.getByLabel("Begynder").fill("13:00");
  await page.getByLabel("Slutter").fill("12:00");
  await page.getByLabel("Sted").fill("Skolen ved søen");
  await page.getByRole("button", { name: "Læg i planen" }).click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("juledag");
  await expect(alert).toContainText("slutte efter");
  await expectAccessible(page);
  await page.getByLabel("Slutter").fill("15:00");
  await page.getByLabel("Dato").fill(`${year}-12-10`);
  await page.getByRole("button", { name: "Læg i planen" }).click();
  await expect(page.getByText("Planen er rettet")).toBeVisible();

  const row = page.getByRole("listitem").filter({ hasText: String(year) });
  await row.getByRole("link", { name: "Ret" }).click();
  await page.getByLabel("Dato").fill(`${year}-12-11`);
  await page.getByRole("button", { name: "Gem ændringen" }).click();
  await expect(alert).toContainText("Skriv en begrundelse");
  await page.getByLabel("Begrundelse").fill("Byrådet holder seminar");
  await page.getByRole("button", { name: "Gem ændringen" }).click();

  await expect(row).toContainText(`Flyttet fra 10. december ${year}`);
  const reader = await browser.newPage();
  await reader.goto(plan);
  await expect(reader.getByText("Byrådet holder seminar").first()).toBeVisible();
  await expect(reader.getByRole("button", { name: "Læg i planen" })).toHaveCount(0);

  await row.getByRole("link", { name: "Ret" }).click();
  await page.getByLabel("Begrundelse").fill("For få punkter");
  await page.getByRole("button", { name: "Aflys mødet" }).click();
  await expect(row).toContainText("Aflyst");
  const file = await (await request.get(`${plan}.ics`)).text();
  expect(file).toContain(`DTSTART:${year}1211T120000Z`);
  expect(file).toContain("STATUS:CANCELLED");
});

test("a member reads the plan and cannot change it", async ({ browser, request, baseURL }) => {
  const page = await signIn(browser, "member");
  await page.goto(plan);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mødeplan");
  await expect(page.getByRole("button", { name: "Læg i planen" })).toHaveCount(0);
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const form = { do: "add", date: "2032-05-04", start: "10:00", place: "Prøverum 71" };
  // Without an origin everybody is turned away; with it, whoever may not plan.
  const headers = { Cookie: cookie, Origin: baseURL as string };
  expect((await request.post(plan, { headers, form })).status()).toBe(403);
  expect(await (await request.get(plan)).text()).not.toContain("Prøverum 71");

  // The same request from somebody who may plan is taken: so it is the person that was turned away.
  const secretary = await signIn(browser, "secretary");
  const theirs = (await secretary.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const year = test.info().project.name === "with scripts" ? 2035 : 2036;
  const taken = await request.post(plan, {
    headers: { Cookie: theirs, Origin: baseURL as string },
    form: { ...form, date: `${year}-05-08`, place: "Et andet lokale" },
    maxRedirects: 0,
  });
  expect(taken.status()).toBe(303);
});
