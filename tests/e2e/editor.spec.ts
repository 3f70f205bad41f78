import { expect as plainExpect, type Page, test } from "@playwright/test";
import { expectAccessible, giveSignIn, signIn } from "../support/visitor.ts";

const papers = "/eksempelkoebing/arbejde/sager";
// What is awaited comes after a second of silence and a save; a busy machine takes its time for both.
const expect = plainExpect.configure({ timeout: 20_000 });

// Two people in two browsers take their time on a busy machine.
test.setTimeout(120_000);

/** The Sagsfremstilling of a new draft; its address. */
async function begin(page: Page, title: string): Promise<string> {
  await page.goto(`${papers}/ny?udvalg=boerne-og-skoleudvalget`);
  await page.getByLabel("Titel").fill(`${title} ${test.info().project.name} ${process.pid}`);
  await page.getByRole("button", { name: "Opret sagen" }).click();
  await expect(page.getByText("Sagen er oprettet")).toBeVisible();
  return `${new URL(page.url()).pathname}/tekst/2`;
}

const textOf = (page: Page) => page.getByRole("textbox", { name: /^Tekst til/ });
const status = (page: Page) => page.locator(".save-status");

/** Writes in the editor, at the end of the text. */
async function write(page: Page, words: string): Promise<void> {
  await textOf(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(words);
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(status(page)).toBeVisible();
}

test("what is typed is saved by itself, says so, and stands there afterwards @scripts", async ({ browser }) => {
  const page = await signIn(browser, "writer");
  const address = await begin(page, "Gemmer selv");
  await open(page, address);
  await write(page, "Udvalget får her en status.\n## Tidsplan\n- Projektering\n");
  await page.keyboard.type("Anlæg");
  await expect(status(page)).toHaveText(/^Gemt kl\. \d\d\.\d\d$/);
  await page.reload();
  await expect(textOf(page).getByRole("heading")).toHaveText("Tidsplan");
  await expect(textOf(page).getByRole("listitem")).toHaveText(["Projektering", "Anlæg"]);

  // Leaving at once after the last key loses nothing either.
  await write(page, " i 2027");
  await page.goto(papers);
  await open(page, address);
  await expect(textOf(page)).toContainText("Anlæg i 2027");
  await expect(status(page)).toHaveText(/^Gemt kl\.|^Alt er gemt$/);
  await expectAccessible(page);
});

test("the toolbar is one stop for the keyboard, with tables, notes and links @scripts", async ({ browser }) => {
  const page = await signIn(browser, "writer");
  await open(page, await begin(page, "Værktøjer"));
  const toolbar = page.getByRole("toolbar", { name: "Formatering" });
  await write(page, "Udvalget skal vide, at dette er vigtigt");
  await page.keyboard.press("Shift+Control+ArrowLeft");
  await expect(toolbar.getByRole("button", { name: "Link" })).not.toHaveAttribute("aria-disabled");
  await page.keyboard.press("Shift+Tab");
  await expect(toolbar.getByRole("button", { name: "Fortryd" })).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(toolbar.getByRole("button").last()).toBeFocused();
  await page.keyboard.press("Home");
  for (let step = 0; step < 6; step++) await page.keyboard.press("ArrowRight");
  const bold = toolbar.getByRole("button", { name: "Fed" });
  await expect(bold).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(bold).toHaveAttribute("aria-pressed", "true");
  await expect(textOf(page).locator("strong")).toHaveText("vigtigt");

  await toolbar.getByRole("button", { name: "Link" }).click();
  await page.getByLabel(/^Adresse/).fill("javascript:alert(1)");
  await page.getByRole("button", { name: "Sæt ind" }).click();
  await expect(page.getByText("Skriv en adresse, der begynder med")).toBeVisible();
  await page.getByLabel(/^Adresse/).fill("https://eksempel.dk/plan");
  await page.getByRole("button", { name: "Sæt ind" }).click();
  await expect(textOf(page).getByRole("link")).toHaveAttribute("href", "https://eksempel.dk/plan");

  await page.keyboard.press("Control+End");
  await toolbar.getByRole("button", { name: "Fodnote" }).click();
  await page.getByLabel("Fodnotens tekst").fill("Kilde: registret");
  await page.getByRole("button", { name: "Sæt ind" }).click();
  await page.getByLabel("Fodnote 1", { exact: true }).fill("Kilde: forvaltningens register");
  await textOf(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await toolbar.getByRole("button", { name: "Indsæt tabel" }).click();
  const table = page.getByRole("toolbar", { name: "Tabel" });
  await page.keyboard.type("År");
  await table.getByRole("button", { name: "Kolonne til højre" }).click();
  await table.getByRole("button", { name: "Slet række" }).click();
  await table.getByRole("button", { name: "Tabeltekst" }).click();
  await page.getByLabel("Tabeltekst").last().fill("Klager");
  await page.getByRole("button", { name: "Sæt ind" }).click();
  await expectAccessible(page);
  await expect(status(page)).toHaveText(/^Gemt kl\./);
  await page.reload();
  await expect(textOf(page).locator("table tr")).toHaveCount(2);
  await expect(textOf(page).locator("table tr").first().locator("th, td")).toHaveCount(4);
  await expect(page.getByLabel("Fodnote 1", { exact: true })).toHaveValue("Kilde: forvaltningens register");
});

test("suggested changes stand until they are accepted or rejected @scripts", async ({ browser }) => {
  const page = await signIn(browser, "writer");
  await open(page, await begin(page, "Forslag"));
  await write(page, "Udvalget afviser planen.");
  await page.getByRole("button", { name: "Foreslå ændringer" }).click();
  await textOf(page).click();
  await page.keyboard.press("Home");
  for (let step = 0; step < "Udvalget ".length; step++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+Control+ArrowRight");
  await page.keyboard.type("godkender ");
  await expect(textOf(page).locator("del")).toHaveText(/^afviser/);
  await expect(textOf(page).locator("ins")).toHaveText(/^godkender/);
  await expect(page.getByRole("toolbar", { name: "Forslag fra Sander Sagsbehandler" })).toBeVisible();
  await expect(status(page)).toHaveText(/^Gemt kl\./);
  await expectAccessible(page);
  await page.reload();
  await page.getByRole("button", { name: "Godkend alle forslag" }).click();
  await expect(textOf(page)).toHaveText(/^Udvalget godkender\s+planen\.$/);
  await expect(textOf(page).locator("del, ins")).toHaveCount(0);
});

test("what is pasted from Word is clean @scripts", async ({ browser }) => {
  const page = await signIn(browser, "writer");
  await open(page, await begin(page, "Indsat"));
  await textOf(page).click();
  await textOf(page).evaluate((element) => {
    const data = new DataTransfer();
    const item = (words: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>${words}<o:p></o:p></p>`;
    data.setData(
      "text/html",
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head><body lang=DA><!--StartFragment--><h1><span style='font-family:"Calibri"'>Baggrund<o:p></o:p></span></h1><p class=MsoNormal><span lang=DA style='color:black'>Byrådet <b>vedtog</b> planen.</span></p>${item("løn")}${item("drift")}<table class=MsoTableGrid><tr><td width=99><p class=MsoNormal><b>Post</b></p></td><td><p class=MsoNormal><b>Kr.</b></p></td></tr><tr><td><p class=MsoNormal>El</p></td><td><p class=MsoNormal>12</p></td></tr></table><!--EndFragment--></body></html>`,
    );
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(textOf(page).getByRole("heading", { level: 2 })).toHaveText("Baggrund");
  await expect(textOf(page).getByRole("listitem")).toHaveText(["løn", "drift"]);
  await expect(textOf(page).locator("th")).toHaveText(["Post", "Kr."]);
  await expect(textOf(page).locator("[style*=color], [class*=Mso]")).toHaveCount(0);
});

test("without a connection the text stays in the browser, and is saved when there is one again @scripts", async ({
  browser,
}) => {
  const page = await signIn(browser, "writer");
  const address = await begin(page, "Uden net");
  await open(page, address);
  await write(page, "Skrevet før.");
  await expect(status(page)).toHaveText(/^Gemt kl\./);
  await page.context().setOffline(true);
  await write(page, " Skrevet uden net.");
  await expect(status(page)).toHaveText("Ikke gemt: ingen forbindelse, teksten er gemt i denne browser");
  await expectAccessible(page);
  await page.context().setOffline(false);
  await expect(status(page)).toHaveText(/^Gemt kl\./);

  // The browser is closed while there is none: the text is offered where it was left.
  await page.context().setOffline(true);
  await write(page, " Og lidt til.");
  await expect(status(page)).toHaveText(/^Ikke gemt/);
  const again = await page.context().newPage();
  await page.close();
  await again.context().setOffline(false);
  await open(again, address);
  await expect(again.getByText(/er hentet frem igen/)).toBeVisible();
  await expect(textOf(again)).toContainText("Og lidt til.");
  await expect(status(again)).toHaveText(/^Gemt kl\./);
});

test("whoever is signed out in the middle keeps the text, and it comes back @scripts", async ({ browser }) => {
  const page = await signIn(browser, "writer");
  await open(page, await begin(page, "Logget ud"));
  await write(page, "Skrevet før.");
  await expect(status(page)).toHaveText(/^Gemt kl\./);
  await page.context().clearCookies();
  await write(page, " Skrevet efter.");
  await expect(status(page)).toContainText("du er logget ud");
  await status(page).getByRole("link").click();
  await giveSignIn(page, "writer");
  await expect(page.getByText(/er hentet frem igen/)).toBeVisible();
  await expect(textOf(page)).toHaveText("Skrevet før. Skrevet efter.");
  await expect(status(page)).toHaveText(/^Gemt kl\./);
});

test("two who write at once both get their words in, and choose where they changed the same @scripts", async ({
  browser,
}) => {
  const first = await signIn(browser, "writer");
  const second = await signIn(browser, "secretary");
  const address = await begin(first, "To ad gangen");
  await open(first, address);
  await write(first, "Skolen har 214 elever.\nTaget er utæt.");
  await expect(status(first)).toHaveText(/^Gemt kl\./);
  await open(second, address);

  await write(first, " Det regner ind.");
  await expect(status(first)).toHaveText(/^Gemt kl\./);
  await textOf(second).getByText("214 elever").click();
  await second.keyboard.press("End");
  await second.keyboard.type(" De går i ni klasser.");
  await expect(second.getByText("Sander Sagsbehandler har rettet i afsnittet")).toBeVisible();
  await expect(textOf(second)).toContainText("De går i ni klasser.");
  await expect(textOf(second)).toContainText("Det regner ind.");
  await second.getByText("Se, hvad der er ændret").click();
  await expect(second.locator(".difference ins")).toContainText("Det regner ind.");
  await expect(second.getByText(/Sander Sagsbehandler skrev i Sagsfremstilling/)).toBeVisible();
  await expect(status(second)).toHaveText(/^Gemt kl\./);

  // Now both write in the same paragraph, from the same text.
  await open(first, address);
  await open(second, address);
  await write(first, " Hver uge.");
  await expect(status(first)).toHaveText(/^Gemt kl\./);
  await write(second, " Hver dag.");
  await expect(status(second)).toContainText("Sander Sagsbehandler har rettet det samme");
  await second.getByRole("button", { name: "Se begge, og vælg" }).click();
  await expect(second.getByRole("heading", { name: "I har begge rettet det samme" })).toBeVisible();
  await expect(second.locator(".merge__side ins")).toHaveText([/Hver dag\./, /Hver uge\./]);
  await expectAccessible(second);
  await second.getByLabel("Det, jeg skriver her").check();
  await second
    .getByLabel("Skriv, hvad der skal stå")
    .fill("Taget er utæt. Det regner ind hver uge, nogle gange hver dag.");
  await second.getByRole("button", { name: "Gem den samlede tekst" }).click();
  await expect(second.getByText("Den samlede tekst er gemt")).toBeVisible();
  await expect(textOf(second)).toContainText("nogle gange hver dag.");
  await expect(textOf(second)).toContainText("De går i ni klasser.");
});

test("a section is written, looked at and merged as plain text", async ({ browser }) => {
  const page = await signIn(browser, "writer");
  const address = `${await begin(page, "Ren tekst")}?ren=ja`;
  await page.goto(address);
  const field = page.getByLabel("Tekst til Sagsfremstilling");
  await field.fill("## Tidsplan\n\nSkolen har 214 elever.\n\nTaget er utæt.\n\n| Post | Kr. |\n|---|---|\n| El | 12 |");
  await page.getByRole("button", { name: "Vis, hvordan det ser ud" }).click();
  await expect(page.getByRole("heading", { name: "Tidsplan" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Post" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByText("Teksten er gemt.")).toBeVisible();

  const other = await signIn(browser, "secretary");
  await other.goto(address);
  await field.fill((await field.inputValue()).replace("214", "216"));
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByText("Teksten er gemt.")).toBeVisible();
  const otherField = other.getByLabel("Tekst til Sagsfremstilling");
  const written = await otherField.inputValue();
  await otherField.fill(written.replace("utæt", "helt utæt"));
  await other.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(other.getByText(/Begges ændringer er med/)).toBeVisible();
  await expect(otherField).toHaveValue(/216 elever[\s\S]*helt utæt/);

  await field.fill((await field.inputValue()).replace("Taget er utæt", "Taget er repareret"));
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByRole("heading", { name: "I har begge rettet det samme" })).toBeVisible();
  await page.getByLabel("Begge, min først").check();
  await page.getByRole("button", { name: "Gem den samlede tekst" }).click();
  await expect(page.getByText("Den samlede tekst er gemt")).toBeVisible();
  await expect(field).toHaveValue(/Taget er repareret\.\n\nTaget er helt utæt\./);
});

test("a text sent by somebody who is signed out is on the page that asks who they are, and is saved then", async ({
  browser,
}) => {
  const page = await signIn(browser, "writer");
  const address = `${await begin(page, "Udløbet")}?ren=ja`;
  await page.goto(address);
  await page.getByLabel("Tekst til Sagsfremstilling").fill("En lang tekst, der ikke må gå tabt.");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Din tekst er ikke gemt endnu");
  await expect(page.getByLabel("Din tekst")).toHaveValue("En lang tekst, der ikke må gå tabt.");
  await expectAccessible(page);
  await page.getByLabel("E-mail").fill("writer@eksempelkoebing.example");
  await page.getByLabel("Adgangskode", { exact: true }).fill("forkert kode her");
  await page.getByRole("button", { name: "Log ind og gem teksten" }).click();
  await expect(page.getByRole("alert")).toContainText("passer ikke");
  await expect(page.getByLabel("Din tekst")).toHaveValue("En lang tekst, der ikke må gå tabt.");
  await giveSignIn(page, "writer", { button: "Log ind og gem teksten" });
  await expect(page.getByText("Teksten er gemt.")).toBeVisible();
  await expect(page.getByLabel("Tekst til Sagsfremstilling")).toHaveValue("En lang tekst, der ikke må gå tabt.");
});

test("a text that may not be saved any longer is shown to be taken along", async ({ browser }) => {
  const page = await signIn(browser, "writer");
  const address = await begin(page, "Gået videre");
  await page.goto(`${address}?ren=ja`);
  await page.getByLabel("Tekst til Sagsfremstilling").fill("Skrevet for sent.");
  const other = await signIn(browser, "secretary");
  await other.goto(address.replace(/\/tekst\/2$/, ""));
  await other.getByText("Træk sagen tilbage").first().click();
  await other.getByLabel("Begrundelse").fill("Sagen er slået sammen med en anden.");
  await other.getByRole("button", { name: "Træk sagen tilbage" }).click();
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByText("Sagen er gået videre")).toBeVisible();
  await expect(page.getByLabel("Din tekst")).toHaveValue("Skrevet for sent.");
});

test("figures that do not add up are told beside the text, changed by one click or left with a reason", async ({
  browser,
}) => {
  const page = await signIn(browser, "writer");
  const address = `${await begin(page, "Tal")}?ren=ja`;
  await page.goto(address);
  const field = page.getByLabel("Tekst til Sagsfremstilling");
  const wrong = "Der bruges 250.000 kr. på løn og 120.000 kr. på drift, i alt 380.000 kr.";
  await field.fill(`${wrong}\n\nMødet holdes mandag den 3. marts 2026.`);
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  const margin = page.getByRole("complementary", { name: "Tal, der bør ses efter" });
  await expect(margin.getByText("250.000 + 120.000 = 370.000 kr.")).toBeVisible();
  await expectAccessible(page);
  await margin.getByRole("button", { name: "Brug det udregnede tal: 370.000 kr." }).click();
  await expect(page.getByText("Det udregnede tal er skrevet ind.")).toBeVisible();
  await expect(field).toHaveValue(/i alt 370\.000 kr\./);
  await expect(margin.getByRole("listitem")).toHaveCount(1);

  await margin.getByText("Afvis med begrundelse").click();
  await margin.getByRole("button", { name: "Gem begrundelsen" }).click();
  await expect(page.getByRole("alert")).toContainText("Skriv en begrundelse");
  await margin.getByLabel("Begrundelse").fill("Datoen er rettet af udvalget.");
  await margin.getByRole("button", { name: "Gem begrundelsen" }).click();
  await expect(margin.getByText(/^Afvist af Sander Sagsbehandler/)).toBeVisible();
  await margin.getByRole("link", { name: "Se alle sagens fund" }).click();
  await expect(page.getByText("0 fund mangler svar")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Åbn igen" }).click();
  await expect(page.getByText("1 fund mangler svar")).toBeVisible();
});

test("the margin follows what is written @scripts", async ({ browser }) => {
  const page = await signIn(browser, "writer");
  await open(page, await begin(page, "Marginen"));
  await write(page, "Der bruges 250.000 kr. på løn og 120.000 kr. på drift, i alt 380.000 kr.");
  const margin = page.getByRole("complementary", { name: "Tal, der bør ses efter" });
  await expect(margin.getByText("250.000 + 120.000 = 370.000 kr.")).toBeVisible();
  await expect(textOf(page).locator(".finding-mark")).toHaveText("380.000 kr.");
  await write(page, " Resten følger.");
  await margin.getByRole("button", { name: /^Brug det udregnede tal/ }).click();
  await expect(page.getByText("Det udregnede tal er skrevet ind.")).toBeVisible();
  await expect(textOf(page)).toContainText("i alt 370.000 kr. Resten følger.");
});

test("other people's sections are not there", async ({ browser }) => {
  const page = await signIn(browser, "writer");
  const address = await begin(page, "Ikke for alle");
  const member = await signIn(browser, "member");
  expect((await member.goto(address))?.status()).toBe(404);
  expect((await member.goto(address.replace(/tekst\/2$/, "tal")))?.status()).toBe(404);
  expect((await member.request.get(address.replace(/tekst\/2$/, "tal.json"))).status()).toBe(404);
  const forged = await member.request.post(`${address}/gem`, { data: { body: { type: "doc" }, baseVersion: 1 } });
  expect(forged.status()).toBeGreaterThanOrEqual(400);
  expect((await page.goto(address.replace(/2$/, "99")))?.status()).toBe(404);
});
