import { expect as expectSoon, type Page, test } from "@playwright/test";
import { expectAccessible, signIn, withScripts } from "../support/visitor.ts";

/** A machine may be busy. */
const expect = expectSoon.configure({ timeout: 20_000 });

const entry = (page: Page, title: string) => page.getByRole("listitem").filter({ hasText: title });
const step = (page: Page, role: string) => page.locator(".steps__step").filter({ hasText: role }).first();

/** From the work list to a paper's approval page. */
async function open(page: Page, title: string): Promise<void> {
  await page.goto("/arbejde");
  await entry(page, title).getByRole("link", { name: "Læs og godkend" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
}

test("a paper goes from writer to head and back, then by head, a deputy and the secretary to ready", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const title = `Cykelsti langs åen, ${withScripts() ? "med" : "uden"} scripts, forsøg ${test.info().retry}`;
  const writer = await signIn(browser, "writer");
  const head = await signIn(browser, "head");
  const director = await signIn(browser, "director");
  const secretary = await signIn(browser, "secretary");

  await writer.goto("/eksempelkoebing/arbejde/sager/ny?udvalg=klima-og-teknikudvalget");
  await writer.getByLabel("Titel").fill(title);
  await writer.getByRole("button", { name: "Opret sagen" }).click();
  await writer.getByRole("link", { name: "Send til godkendelse" }).click();
  await expect(writer.getByRole("heading", { name: "Hvem der skal godkende" })).toBeVisible();
  await expectAccessible(writer);
  await writer.getByLabel("Bemærkning til dem").fill("Tallene er nye.");
  await writer.getByRole("button", { name: "Send til godkendelse" }).click();
  await expect(writer.getByText("Sagen er sendt til godkendelse.")).toBeVisible();
  await expect(step(writer, "Afdelingsleder")).toContainText("Venter på Alma Afdelingsleder");

  await open(head, title);
  await expect(head.getByText("Tallene er nye.")).toBeVisible();
  await head.getByRole("button", { name: "Send tilbage" }).click();
  await expect(head.getByRole("alert")).toContainText("Skriv en begrundelse");
  await expectAccessible(head);
  await head.getByLabel("Bemærkning").fill("Skriv, hvad stien koster at holde ved lige.");
  await head.getByRole("button", { name: "Send tilbage" }).click();
  await expect(head.getByText("Sagen er sendt tilbage.")).toBeVisible();
  await expect(entry(head, title)).toHaveCount(0);

  await writer.goto("/arbejde");
  await expect(entry(writer, title)).toContainText("Skriv, hvad stien koster at holde ved lige.");
  await expectAccessible(writer);
  await entry(writer, title).getByRole("link", { name: "Ret sagen" }).click();
  const paper = writer.url();
  await writer.goto(`${paper}/hoved`);
  await writer.getByLabel("Titel").fill(`${title}, med drift`);
  await writer.getByRole("button", { name: "Gem" }).click();
  await writer.goto(`${paper}/godkendelse`);
  await expect(writer.getByText("Alma Afdelingsleder sendte sagen tilbage")).toBeVisible();
  await writer.getByRole("button", { name: "Send til godkendelse" }).click();
  await expect(step(writer, "Sagsbehandler").getByRole("link", { name: /se forskellen/ })).toBeVisible();
  const named = `${title}, med drift`;

  await open(head, named);
  await head.getByRole("button", { name: "Godkend", exact: true }).click();
  await expect(head.getByText("Sagen er godkendt.")).toBeVisible();

  // The director is away, and a colleague says yes instead.
  const colleague = withScripts() ? "Alma Afdelingsleder" : "Bodil Borgmester";
  const deputy = withScripts() ? head : await signIn(browser, "mayor");
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen" }).format(new Date());
  await director.goto("/konto/afloesere");
  await director.getByLabel("Afløser", { exact: true }).selectOption({ label: await optionOf(director, colleague) });
  await director.getByRole("button", { name: "Gem afløser" }).click();
  await expect(director.getByRole("alert")).toContainText("Skriv den sidste dag");
  await director.getByLabel("Til og med").fill(today);
  await director.getByRole("button", { name: "Gem afløser" }).click();
  await expect(director.getByText("Afløseren er gemt.")).toBeVisible();
  await expectAccessible(director);
  await deputy.goto("/arbejde");
  await expect(entry(deputy, named)).toContainText("som afløser for Dines Direktør");
  await open(deputy, named);
  await expect(deputy.getByText("Du er afløser for Dines Direktør.")).toBeVisible();
  const form = await director.context().newPage();
  await form.goto(`${paper}/godkendelse`);
  await deputy.getByRole("button", { name: "Godkend", exact: true }).click();
  await expect(deputy.getByText("Sagen er godkendt.")).toBeVisible();

  // The director had the page open, and is told.
  await form.getByLabel("Bemærkning").fill("Fint arbejde");
  await form.getByRole("button", { name: "Godkend", exact: true }).click();
  await expect(form.getByRole("alert")).toContainText(`${colleague} godkendte trinnet`);

  await secretary.goto(`${paper}/godkendelse`);
  await expect(step(secretary, "Direktør")).toContainText(`${colleague} for Dines Direktør`);
  await secretary.getByLabel("Kommentar", { exact: true }).fill("Sættes på mødet i januar.");
  await secretary.getByRole("button", { name: "Tilføj kommentar" }).click();
  await expect(secretary.getByText("Kommentaren er tilføjet.")).toBeVisible();
  await secretary.getByRole("button", { name: /som klaret/ }).click();
  await expect(secretary.getByText("Klaret af Signe Sekretær")).toBeVisible();
  await secretary.getByRole("button", { name: "Godkend", exact: true }).click();
  await secretary.goto(`${paper}/godkendelse`);
  await expect(step(secretary, "Klar til dagsorden")).toBeVisible();
  await expectAccessible(secretary);
});

async function optionOf(page: Page, name: string): Promise<string> {
  return (await page.getByRole("option").filter({ hasText: name }).textContent()) ?? "";
}

test("an administrator sets who approves a committee's papers", async ({ browser }) => {
  const committee = withScripts() ? "Byrådet" : "Arbejdsmarkeds- og Erhvervsudvalget";
  const page = await signIn(browser, "administrator");
  await page.getByRole("link", { name: "Godkendelse af sager" }).click();
  await expectAccessible(page);
  await page.getByRole("link", { name: `Ret godkendelsen af sager til ${committee}` }).click();
  await page.getByRole("button", { name: "Fjern trin 2" }).click();
  await expect(page.getByText("Ændringen er ikke gemt endnu")).toBeVisible();
  await page.getByRole("button", { name: "Flyt trin 2 op" }).click();
  await page.getByRole("button", { name: "Tilføj trin" }).click();
  const last = page.getByRole("group", { name: "Trin 3" });
  await last.getByLabel("Rolle").selectOption("Borgmester");
  await last.getByLabel("Hverdage").fill("mange");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Skriv et helt tal");
  await expectAccessible(page);
  await last.getByLabel("Hverdage").fill("0");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByText("Godkendelsen er gemt.")).toBeVisible();
  const roles = await page.getByLabel("Rolle").evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value));
  expect(roles).toEqual(["secretary", "head", "mayor"]);
  await page.getByRole("button", { name: "Brug standarden" }).click();
  await expect(page.getByText("Udvalget følger standarden")).toBeVisible();
});

test("who has nothing to do with a paper is not told that it is there", async ({ browser }) => {
  const member = await signIn(browser, "member");
  for (const path of [
    "/eksempelkoebing/arbejde/sager/1/godkendelse",
    "/eksempelkoebing/arbejde/sager/999999/godkendelse",
    "/eksempelkoebing/arbejde/sager/x/godkendelse",
    "/eksempelkoebing/arbejde/godkendelse",
    "/eksempelkoebing/arbejde/udvalg/byraadet/godkendelse",
    "/findes-ikke/arbejde/godkendelse",
  ]) {
    expect((await member.goto(path))?.status(), path).toBe(404);
  }
  const reader = await browser.newPage();
  await reader.goto("/eksempelkoebing/arbejde/sager/1/godkendelse");
  await expect(reader).toHaveURL(/log-ind/);
});
