import { expect as usual, type Page, test } from "@playwright/test";
import { expectAccessible, signIn, withScripts } from "../support/visitor.ts";

// A machine that runs everything at once is slow, and nothing here is about time.
const expect = usual.configure({ timeout: 20_000 });
test.describe.configure({ timeout: 120_000 });

const committee = "klima-og-teknikudvalget";
const plan = `/eksempelkoebing/udvalg/${committee}/plan`;

const titles = (page: Page) => page.locator(".agenda-item__title");
const numbers = (page: Page) => page.locator(".agenda-item__number [aria-hidden]");

/** A Tuesday of the year; another when the test is run again. */
function dayIn(year: number): string {
  const first = new Date(Date.UTC(year, 2, 1)).getUTCDay();
  return new Date(Date.UTC(year, 2 + 6 * test.info().retry, 1 + ((9 - first) % 7))).toISOString().slice(0, 10);
}

/** Plans a meeting on a day of its own and begins its agenda. */
async function begin(page: Page, date: string): Promise<void> {
  await page.goto(plan);
  await page.getByLabel("Dato").fill(date);
  await page.getByLabel("Begynder").fill("14:00");
  await page.getByLabel("Slutter").fill("16:00");
  await page.getByLabel("Sted").fill("Rådhuset, lokale 4");
  await page.getByRole("button", { name: "Læg i planen" }).click();
  await expect(page.getByText("Planen er rettet")).toBeVisible();
  await page.goto(`/eksempelkoebing/arbejde/moeder?udvalg=${committee}`);
  await page.locator(`li:has(time[datetime="${date}"])`).getByRole("link").click();
  await page.getByRole("button", { name: "Begynd dagsordenen" }).click();
  await expect(titles(page)).toHaveText(["Godkendelse af dagsorden", "Meddelelser", "Underskriftsark"]);
}

async function addNote(page: Page, title: string, text = ""): Promise<void> {
  await page.getByRole("link", { name: "Tilføj et punkt uden sag" }).click();
  await page.getByLabel("Overskrift").fill(title);
  await page.getByLabel("Tekst").fill(text);
  await page.getByRole("button", { name: "Sæt på dagsordenen" }).click();
  await expect(page.getByText("Dagsordenen er gemt")).toBeVisible();
}

test("a secretary builds an agenda by keys and number fields, and the numbers and references follow", async ({
  browser,
}) => {
  const page = await signIn(browser, "secretary");
  await begin(page, dayIn(withScripts() ? 2041 : 2043));
  await addNote(page, "Byvandring");
  await addNote(page, "Cykelstier");
  await addNote(page, "Træer i bymidten", "Se også [punkt 2].");
  await expect(numbers(page)).toHaveText(["1.", "2.", "3.", "4.", "5.", "6."]);
  await expect(page.getByText("Se også punkt 2.")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Flyt “Byvandring” ned" }).focus();
  await page.keyboard.press("Enter");
  await expect(titles(page).nth(2)).toHaveText("Byvandring");
  await expect(page.getByText("Se også punkt 3.")).toBeVisible();
  if (withScripts()) {
    await expect(page.getByRole("button", { name: "Flyt “Byvandring” ned" })).toBeFocused();
    await expect(page.locator("output.sr-only")).toHaveText("“Byvandring” er nu nummer 3 af 6.");
  }
  await page.getByLabel("Plads for “Træer i bymidten”").fill("2");
  await page.getByLabel("Plads for “Træer i bymidten”").press("Enter");
  await expect(titles(page).nth(1)).toHaveText("Træer i bymidten");
  await expect(page.getByText("Se også punkt 4.")).toBeVisible();

  await page.getByRole("link", { name: "Ret Cykelstier" }).click();
  await page.getByLabel("Begynder kl.").fill("15:30");
  await page.getByLabel("Minutter").fill("45");
  await page.getByLabel("Inviteret 1").fill("Gorm Gæst (guest@eksempelkoebing.example)");
  await page.getByLabel("Fra kl.").first().fill("15:30");
  await page.getByLabel("Åbent eller lukket").selectOption("Lukket");
  await page.getByRole("button", { name: "Gem" }).click();
  await expect(page.getByRole("alert")).toContainText("Skriv paragraf og grund");
  await expectAccessible(page);
  await page.getByLabel("Paragraf og grund til lukning").fill("Styrelseslovens § 10: køb af jord");
  await page.getByRole("button", { name: "Gem" }).click();
  const row = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Cykelstier" }) });
  await expect(titles(page)).toHaveText([
    "Godkendelse af dagsorden",
    "Træer i bymidten",
    "Byvandring",
    "Meddelelser",
    "Cykelstier",
    "Underskriftsark",
  ]);
  await expect(row).toContainText("Lukket: Styrelseslovens § 10: køb af jord");
  await expect(row).toContainText("Inviteret: Gorm Gæst (fra kl. 15.30)");
  await expect(row).toContainText("Tiden ligger uden for mødet.");
  await page.getByRole("button", { name: "Tag af Byvandring" }).click();
  await expect(titles(page)).not.toContainText(["Byvandring"]);
  await expect(page.getByText("Se også et punkt, som er taget af.")).toBeVisible();
});

test("of two who change an agenda at once one is told, and keeps what was written", async ({ browser }) => {
  const page = await signIn(browser, "secretary");
  await begin(page, dayIn(withScripts() ? 2042 : 2044));
  await addNote(page, "Byvandring");
  const address = page.url().replace(/[?#].*/, "");
  await page.getByRole("link", { name: "Ret Byvandring" }).click();
  await page.getByLabel("Overskrift").fill("Byvandring i havnen");

  const other = await page.context().newPage();
  await other.goto(address);
  await other.getByRole("button", { name: "Flyt “Byvandring” op" }).isDisabled();
  await addNote(other, "Ny skraldeplan");

  await page.getByRole("button", { name: "Gem" }).click();
  await expect(page.getByRole("alert")).toContainText("En anden har ændret dagsordenen");
  await expect(page.getByRole("alert")).toContainText("satte “Ny skraldeplan” på");
  await expect(page.getByLabel("Overskrift")).toHaveValue("Byvandring i havnen");
  await expect(page.getByText("Der står nu: Byvandring")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Gem" }).click();
  await expect(titles(page).nth(1)).toHaveText("Byvandring i havnen");

  await other.goto(address);
  await page.getByRole("link", { name: "Ret Ny skraldeplan" }).click();
  await page.getByLabel("Tekst").fill("Med billeder fra den seneste runde.");
  await other.getByRole("button", { name: "Tag af Ny skraldeplan" }).click();
  await expect(other.getByText("Dagsordenen er gemt")).toBeVisible();
  await page.getByRole("button", { name: "Gem" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Punktet er taget af dagsordenen");
  await expect(page.getByText("Med billeder fra den seneste runde.")).toBeVisible();
  await expectAccessible(page);

  await other.goto(address);
  await page.goto(address);
  await addNote(page, "Et punkt mere");
  await other.getByRole("button", { name: "Gem rækkefølgen" }).last().click();
  await expect(other.getByRole("alert")).toContainText("satte “Et punkt mere” på");
});

test("the standing items of a committee begin its next agendas", async ({ browser }) => {
  const page = await signIn(browser, "secretary");
  // Each project sets the items of a committee of its own.
  const slug = withScripts() ? "borgerraadgivning" : "byraadet";
  await page.goto(`/eksempelkoebing/arbejde/moeder`);
  const options = await page
    .getByLabel("Udvalg")
    .locator("option")
    .evaluateAll((all) => all.map((one) => one.getAttribute("value")));
  const chosen = options.find((value) => value === slug) ?? options.at(withScripts() ? 1 : 2);
  await page.goto(`/eksempelkoebing/arbejde/udvalg/${chosen}/faste-punkter`);
  await expect(page.getByLabel("Overskrift", { exact: true })).toHaveCount(3);
  await page.getByLabel("Overskrift på et nyt punkt").fill("Spørgetid");
  await page.getByLabel("Plads", { exact: true }).last().selectOption("Før alle andre");
  await page.getByLabel("Åbent eller lukket").nth(1).selectOption("Lukket");
  await page.getByRole("button", { name: "Gem" }).click();
  await expect(page.getByRole("alert")).toContainText("Skriv paragraf og grund");
  await page.getByLabel("Åbent eller lukket").nth(1).selectOption("Åbent");
  await page.getByRole("button", { name: "Gem" }).click();
  await expect(page.getByText("De faste punkter er gemt")).toBeVisible();
  await expect(page.getByLabel("Overskrift", { exact: true })).toHaveCount(4);
  await expect(page.getByLabel("Overskrift", { exact: true }).nth(1)).toHaveValue("Spørgetid");
  await expectAccessible(page);
  await page.getByLabel("Overskrift", { exact: true }).nth(1).fill("");
  await page.getByRole("button", { name: "Gem" }).click();
  await expect(page.getByLabel("Overskrift", { exact: true })).toHaveCount(3);
});

test("agendas are the secretary's: others find no page, and forged addresses lead nowhere", async ({
  browser,
  request,
}) => {
  const page = await signIn(browser, "secretary");
  await page.goto("/eksempelkoebing/arbejde/moeder");
  await expect(page.getByText("Under udarbejdelse").first()).toBeVisible();
  await expectAccessible(page);
  const agenda = page.locator("li", { hasText: "Under udarbejdelse" }).getByRole("link").first();
  const address = (await agenda.getAttribute("href")) ?? "";
  await agenda.click();
  await expect(page.getByRole("link", { name: "Udsend dagsorden" })).toBeVisible();
  for (const forged of [
    "/eksempelkoebing/arbejde/moeder/999999",
    "/eksempelkoebing/arbejde/moeder/1e3",
    `${address}/punkt/999999`,
    `/findes-ikke/arbejde/moeder/1`,
  ])
    expect((await page.goto(forged))?.status(), forged).toBe(404);

  const member = await signIn(browser, "member");
  expect((await member.goto(address))?.status()).toBe(404);
  expect((await member.goto(`${address}/nyt-punkt`))?.status()).toBe(404);
  await member.goto("/eksempelkoebing/arbejde/moeder");
  await expect(member.getByRole("heading", { level: 1 })).toHaveText("Møder og dagsordener");
  await expect(member.locator(`a[href="${address}"]`)).toHaveCount(0);
  const cookie = (await member.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const form = { do: "order", version: "1" };
  const headers = { Cookie: cookie, Origin: new URL(member.url()).origin };
  expect((await request.post(address, { headers, form })).status()).toBe(404);
});

test("an item is dragged to its place @scripts", async ({ browser }) => {
  const page = await signIn(browser, "secretary");
  await begin(page, dayIn(2045));
  for (const title of ["A-vej", "B-vej", "C-vej"]) await addNote(page, title);
  // All of the agenda in view, for a hand cannot reach what is not.
  await page.setViewportSize({ width: 1280, height: 1600 });
  const handles = page.locator(".agenda-handle");
  await expect(handles).toHaveCount(3);
  await handles.nth(2).hover();
  await page.mouse.down();
  // To the upper half of A's row, and a little to and fro there until the rows have made way.
  const row = await page.locator(".agenda-items > li").nth(1).boundingBox();
  const x = (await handles.nth(0).boundingBox())?.x ?? 0;
  await expect(async () => {
    await page.mouse.move(x + 5, (row?.y ?? 0) + 30, { steps: 5 });
    await page.mouse.move(x + 5, (row?.y ?? 0) + 4, { steps: 5 });
    await expect(titles(page).nth(1)).toHaveText("C-vej", { timeout: 200 });
  }).toPass();
  await page.mouse.up();
  await expect(page.locator("output.sr-only")).toContainText("“C-vej” er nu nummer 2");
  await page.reload();
  await expect(titles(page).nth(1)).toHaveText("C-vej");
});
