import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, signIn, withScripts } from "../support/visitor.ts";

const committee = "klima-og-teknikudvalget";

// Journeys of many pages, on machines that do other things besides.
test.setTimeout(120_000);

/** Plans a meeting on a day of its own, and builds an agenda with an open and a closed item. Returns its address. */
async function build(page: Page, date: string): Promise<string> {
  await page.goto(`/eksempelkoebing/udvalg/${committee}/plan`);
  await page.getByLabel("Dato").fill(date);
  await page.getByLabel("Begynder").fill("14:00");
  await page.getByLabel("Slutter").fill("16:00");
  await page.getByLabel("Sted").fill("Rådhuset, lokale 4");
  await page.getByRole("button", { name: "Læg i planen" }).click();
  await expect(page.getByText("Planen er rettet")).toBeVisible();
  await page.goto(`/eksempelkoebing/arbejde/moeder?udvalg=${committee}`);
  await page.locator(`li:has(time[datetime="${date}"])`).getByRole("link").click();
  await page.getByRole("button", { name: "Begynd dagsordenen" }).click();
  const address = page.url().replace(/[?#].*/, "");
  await addNote(page, "Besøg på genbrugspladsen");
  await addNote(page, "Køb af jord");
  await page.getByRole("link", { name: /^Ret.*Køb af jord/ }).click();
  await page.getByLabel("Åbent eller lukket").selectOption("Lukket");
  await page.getByLabel("Paragraf og grund til lukning").fill("Styrelseslovens § 10: køb af jord");
  await page.getByRole("button", { name: "Gem" }).click();
  await expect(page.getByText("Dagsordenen er gemt")).toBeVisible();
  return address;
}

async function addNote(page: Page, title: string): Promise<void> {
  await page.getByRole("link", { name: "Tilføj et punkt uden sag" }).click();
  await page.getByLabel("Overskrift").fill(title);
  await page.getByRole("button", { name: "Sæt på dagsordenen" }).click();
  await expect(page.getByText("Dagsordenen er gemt")).toBeVisible();
}

test("a secretary sends an agenda and an addendum, and the public sees the open part of both", async ({
  browser,
  request,
}) => {
  const page = await signIn(browser, "secretary");
  const date = withScripts() ? "2046-03-06" : "2047-03-05";
  const address = await build(page, date);
  await page.getByRole("link", { name: "Udsend dagsorden" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Udsend dagsorden");
  await expect(page.getByText("5 punkter, heraf 1 lukket")).toBeVisible();
  await expect(page.getByText("Mogens Medlem")).toBeVisible();
  await expectAccessible(page);

  // A second page that is open at the same time is told who was first.
  const other = await page.context().newPage();
  await other.goto(`${address}/udsend`);
  if ((await page.getByRole("checkbox").count()) > 0) {
    await page.getByRole("button", { name: "Udsend dagsordenen" }).click();
    await expect(page.getByRole("alert")).toContainText("sæt kryds");
    await expectAccessible(page);
    await page.getByRole("checkbox").check();
  }
  await page.getByRole("button", { name: "Udsend dagsordenen" }).click();
  await expect(page.getByText("Dagsordenen er sendt ud.")).toBeVisible();
  await expect(page.getByRole("row", { name: /Mogens Medlem.*Medlem.*Venter/ })).toBeVisible();
  await expectAccessible(page);

  // The public: in the background, within seconds.
  const publicPage = `/eksempelkoebing/udvalg/${committee}/${date}`;
  await expect.poll(async () => (await request.get(publicPage)).status(), { timeout: 30_000 }).toBe(200);
  const shown = await (await request.get(publicPage)).text();
  expect(shown).toContain("Besøg på genbrugspladsen");
  expect(shown).toContain("Lukket punkt");
  expect(shown).not.toMatch(/Køb af jord|§ 10/);
  await page.reload();
  const pdf = await request.get(
    (await page.getByRole("link", { name: "Den offentlige PDF" }).getAttribute("href")) ?? "",
  );
  expect(pdf.headers()["content-type"]).toContain("application/pdf");

  await page.getByRole("link", { name: "Lav tillægsdagsorden" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tillægsdagsorden");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Udsend tillægsdagsorden" }).click();
  await expect(page.getByRole("alert")).toContainText("Vælg mindst én ting");
  await page.getByLabel("Overskrift").fill("Orientering om lugtgener");
  const withdraw = page.locator("details", { hasText: "Besøg på genbrugspladsen" });
  await withdraw.locator("summary").click();
  await withdraw.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Udsend tillægsdagsorden" }).click();
  await expect(page.getByRole("alert")).toContainText("Skriv en begrundelse");
  await expect(page.getByLabel("Overskrift")).toHaveValue("Orientering om lugtgener");
  await expectAccessible(page);
  await withdraw.getByLabel(/Begrundelse/).fill("Pladsen er lukket den dag.");
  await page.getByRole("button", { name: "Udsend tillægsdagsorden" }).click();
  await expect(page.getByText("Tillægsdagsordenen er sendt ud.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Tillægsdagsorden 1" })).toBeVisible();
  await expectAccessible(page);
  await expect
    .poll(async () => (await request.get(publicPage)).text(), { timeout: 30_000 })
    .toContain("Orientering om lugtgener");

  await other.goto(`${address}/tillaeg`);
  await expect(other.locator("details", { hasText: "Køb af jord" })).toBeVisible();
  const member = await signIn(browser, "member");
  for (const hidden of [`${address}/udsend`, `${address}/tillaeg`])
    expect((await member.goto(hidden))?.status(), hidden).toBe(404);
  const read = await member.goto(`/eksempelkoebing/laes/${address.split("/").at(-1)}`);
  expect(read?.status()).toBe(200);
  await expect(member.getByText("Orientering om lugtgener").first()).toBeVisible();
});

test("of two who send at once one is told who was first", async ({ browser }) => {
  const page = await signIn(browser, "secretary");
  const address = await build(page, withScripts() ? "2048-03-03" : "2049-03-02");
  const send = async (tab: Page) => {
    await tab.goto(`${address}/udsend`);
    if ((await tab.getByRole("checkbox").count()) > 0) await tab.getByRole("checkbox").check();
  };
  const other = await page.context().newPage();
  await send(page);
  await send(other);
  await page.getByRole("button", { name: "Udsend dagsordenen" }).click();
  await expect(page.getByText("Dagsordenen er sendt ud.")).toBeVisible();
  // The same person, the same form: it is sent once, and nobody is alarmed.
  await other.getByRole("button", { name: "Udsend dagsordenen" }).click();
  await expect(other.getByText("Dagsordenen er sendt ud.")).toBeVisible();
  await expect(other.getByRole("heading", { level: 2 })).toHaveText(["Dagsordenen"]);
});

test("a meeting that is moved after its agenda was sent is moved in the archive, and its old address leads there", async ({
  browser,
  request,
}) => {
  const page = await signIn(browser, "secretary");
  const [before, after] = withScripts() ? ["2050-03-04", "2050-03-11"] : ["2051-03-04", "2051-03-11"];
  await build(page, before);
  await page.getByRole("link", { name: "Udsend dagsorden" }).click();
  const answer = page.getByRole("checkbox");
  if ((await answer.count()) > 0) await answer.check();
  await page.getByRole("button", { name: "Udsend dagsordenen" }).click();
  await expect(page.getByText("Dagsordenen er sendt ud.")).toBeVisible();
  const at = (day: string) => `/eksempelkoebing/udvalg/${committee}/${day}`;
  await expect.poll(async () => (await request.get(at(before))).status(), { timeout: 30_000 }).toBe(200);

  await page.goto(`/eksempelkoebing/udvalg/${committee}/plan`);
  const row = page.getByRole("listitem").filter({ hasText: before.slice(0, 4) });
  await row.getByRole("link", { name: "Ret" }).click();
  await page.getByLabel("Dato").fill(after);
  await page.getByLabel("Begrundelse").fill("Rådhuset er lukket i vinterferien");
  await page.getByRole("button", { name: "Gem ændringen" }).click();
  await expect(page.getByText("Planen er rettet")).toBeVisible();

  await expect
    .poll(async () => (await request.get(at(before), { maxRedirects: 0 })).headers()["location"], { timeout: 30_000 })
    .toBe(at(after));
  await page.goto(at(before));
  await expect(page).toHaveURL(new RegExp(`${after}$`));
  await expect(page.getByText("Rådhuset er lukket i vinterferien")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Besøg på genbrugspladsen" }).click();
  await expect(page.getByText(/Mødet er flyttet fra 4\. marts/)).toBeVisible();
  await page.goto(`/eksempelkoebing/udvalg/${committee}`);
  await expect(page.getByText(/Mødet er flyttet fra 4\. marts 205/).first()).toBeVisible();
});
