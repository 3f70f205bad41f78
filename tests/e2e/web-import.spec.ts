import { expect as expectSoon, type Page, test } from "@playwright/test";
import { zipSync } from "fflate";
import { writePdf } from "../support/pdf.ts";
import { expectAccessible, signIn, withScripts } from "../support/visitor.ts";

// Files are read in the background, beside whatever else the machine does.
const expect = expectSoon.configure({ timeout: 15_000 });
test.describe.configure({ timeout: 90_000 });

const uploads = "/eksempelkoebing/arbejde/indlaes";

/** Minutes of a meeting of its own for each run, so that two runs do not write one meeting. */
function minutes(day: string, more = ""): string {
  return `REFERAT Teknik- og Miljøudvalget
Dato: ${day} kl. 13.00 - 15.30
Sted: Eksempelkøbing Rådhus, Eksempelkøbing Kommune
Deltagere: Anna Holm (A), Bo Kjær (V), Carla Dam (C)

Punkt 61: Godkendelse af dagsorden
Beslutning
Godkendt.

Punkt 62: Ny cykelsti langs åen
24-000123
Indstilling
Administrationen indstiller, at stien anlægges.
Beslutning
Godkendt.
1. april begynder arbejdet ved broen.

Drøftelse af et nyt legeområde
Sagsfremstilling
Legeområdet skal ligge ved søen.
Beslutning
Udsat.

Punkt 64: Eventuelt
Beslutning
Intet.
${more}`;
}

/** Days that no other run of this file takes. */
const dayOf = (offset: number) => `${1 + offset + (withScripts() ? 0 : 10)}. marts ${2010 + test.info().retry}`;

type Given = { name: string; content: string | Uint8Array };

async function send(page: Page, files: Given[]): Promise<void> {
  await page.goto(uploads);
  await page
    .getByLabel("Vælg filer")
    .setInputFiles(
      files.map(({ name, content }) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) })),
    );
  await page.getByRole("button", { name: "Send filerne" }).click();
  await page.waitForURL(/indlaes\/\d+/);
}

/** Without scripts a page is looked at again; with them it looks by itself. */
async function until(page: Page, text: string, count = 1): Promise<void> {
  await expect(async () => {
    if (!withScripts()) await page.reload();
    await expect(page.getByText(text, { exact: true })).toHaveCount(count, { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
}

test("a secretary sends minutes, sets the reading right beside the original, and finds them in the archive", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const page = await signIn(browser, "secretary");
  await page.goto(uploads);
  await expectAccessible(page);
  await send(page, [
    { name: "referat.txt", content: minutes(dayOf(1)) },
    { name: "tom.txt", content: "" },
    { name: "brev.txt", content: "Kære nabo\n\nTak for kaffe i går. Det var hyggeligt.\n" },
    { name: "skannet.pdf", content: writePdf([{ image: true }]) },
    { name: "fremmed.txt", content: minutes(dayOf(2)).replaceAll("Eksempelkøbing", "Andenby") },
  ]);
  await until(page, "Til gennemsyn", 2);
  await until(page, "Kan ikke læses", 3);
  await expect(page.getByText("Filen er tom. Hent den igen fra det sted, den kommer fra.")).toBeVisible();
  await expect(page.getByText("Filen er hverken et referat eller en dagsorden")).toBeVisible();
  await expect(page.getByText("PDF-filen er skannet")).toBeVisible();
  await expect(page.getByText("Dokumentet siger, at det er fra Andenby")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "referat.txt" }).click();
  await expect(page.getByRole("heading", { name: "Originalen" })).toBeVisible();
  await expectAccessible(page);
  const item = (title: string) => page.getByRole("article").filter({ has: page.getByRole("heading", { name: title }) });
  await expect(item("64. Eventuelt").getByText("Der springes fra nummer 62")).toBeVisible();

  await page.locator("summary", { hasText: "Et punkt mangler" }).click();
  const line = page.locator("li.source__line", { hasText: "Drøftelse af et nyt legeområde" });
  if (withScripts()) await line.click();
  else await page.getByLabel("Linje i originalen").fill((await line.getAttribute("value")) ?? "");
  await page.getByLabel("Punktets nummer").fill("63");
  await page.getByRole("button", { name: "Tilføj punktet" }).click();
  await expect(page.getByText("Rettelsen er gemt.")).toBeVisible();
  await expect(item("63. Drøftelse af et nyt legeområde").locator(".outcome")).toHaveText("Udsat");

  await page.locator("summary", { hasText: "Ret punkt 62" }).click();
  await item("62. Ny cykelsti").getByLabel("Titel", { exact: true }).fill("Cykelsti fra broen til skolen");
  await item("62. Ny cykelsti").getByRole("button", { name: "Gem" }).click();
  await page.locator("summary", { hasText: "Ret mødet" }).click();
  await page.getByLabel("Udvalg", { exact: true }).fill("");
  await page.getByLabel("Sted", { exact: true }).fill("Skolen ved søen");
  await page.getByRole("button", { name: "Gem" }).first().click();
  await expect(page.getByRole("alert")).toContainText("Skriv udvalgets navn");
  await expect(page.getByLabel("Sted", { exact: true })).toHaveValue("Skolen ved søen");
  await expectAccessible(page);
  await page.getByLabel("Udvalg", { exact: true }).fill("Teknik- og Miljøudvalget");
  await page.getByRole("button", { name: "Gem" }).first().click();
  await expect(page.getByText("Rettet i hånden.")).toHaveCount(3);

  await page.locator("summary", { hasText: "Ret deltagere" }).click();
  const added = page.getByRole("group", { name: "Ny deltager" });
  await added.getByLabel("Navn", { exact: true }).fill("Dines Eg");
  await added.getByLabel("Deltagelse").selectOption("Afbud");
  await page.locator("form", { has: added }).getByRole("button", { name: "Gem" }).click();
  await expect(page.getByText("Dines Eg - afbud")).toBeVisible();

  await page.getByRole("button", { name: "Læg i arkivet" }).click();
  await until(page, "Ny i arkivet");
  await page.getByRole("link", { name: "Se mødet i arkivet" }).click();
  await expect(page.getByText("Cykelsti fra broen til skolen")).toBeVisible();
  await expect(page.getByText("Drøftelse af et nyt legeområde")).toBeVisible();
  await expect(page.getByText("Skolen ved søen")).toBeVisible();

  // A new revision of the same minutes has the corrections from the start.
  await send(page, [
    {
      name: "ny udgave.zip",
      content: zipSync({ "inde/referat.txt": Buffer.from(minutes(dayOf(1), "\nMødet slut.\n")) }),
    },
  ]);
  await until(page, "Til gennemsyn");
  await page.getByRole("link", { name: "ny udgave.zip/inde/referat.txt" }).click();
  await expect(page.getByRole("heading", { name: "62. Cykelsti fra broen til skolen" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "63. Drøftelse af et nyt legeområde" })).toBeVisible();
  await page.getByRole("button", { name: "Læg i arkivet" }).click();
  await until(page, "Ny udgave i arkivet");
  await page.context().close();
});

test("the text of a closed item goes in only when the secretary says that it is published", async ({ browser }) => {
  const page = await signIn(browser, "secretary");
  const text = "Ejeren kræver mere, end arealet er vurderet til, og vil kun sælge, hvis vejen bliver lagt om. ".repeat(
    3,
  );
  const closed = `\nPunkt 65: Lukket: Køb af areal\nSagsfremstilling\n${text}\nBeslutning\nGodkendt.\n`;
  await send(page, [{ name: "internt.txt", content: minutes(dayOf(9), closed) }]);
  await until(page, "Til gennemsyn");
  await expect(page.getByText("Et lukket punkt har tekst, som ville blive offentlig.")).toBeVisible();
  await page.getByRole("link", { name: "internt.txt" }).click();
  const question = page.getByRole("region", { name: "Lukkede punkter med tekst" });
  await expect(question.getByRole("link")).toHaveText("65. Køb af areal");
  await expect(page.getByRole("button", { name: "Læg i arkivet" })).toHaveCount(0);
  await question.getByRole("button", { name: "Gem, at teksten er offentlig" }).click();
  await expect(page.getByRole("alert")).toContainText("Sæt kryds");
  await expectAccessible(page);
  await question.getByLabel("Teksten i punkterne er offentliggjort").check();
  await question.getByRole("button", { name: "Gem, at teksten er offentlig" }).click();
  await expect(page.getByText("Rettelsen er gemt.")).toBeVisible();
  await expect(question).toHaveCount(0);
  await expect(page.getByText("Punkt 65 er lukket, og teksten er offentliggjort")).toBeVisible();
  await expectAccessible(page);

  // Taken back it is asked about again.
  await page.getByRole("button", { name: /Punkt 65 er lukket/ }).click();
  await expect(question).toBeVisible();
  await question.getByLabel("Teksten i punkterne er offentliggjort").check();
  await question.getByRole("button", { name: "Gem, at teksten er offentlig" }).click();
  await page.getByRole("button", { name: "Læg i arkivet" }).click();
  await until(page, "Ny i arkivet");
  await page.context().close();
});

test("what others correct meanwhile is told, and what was written stays", async ({ browser }) => {
  const page = await signIn(browser, "secretary");
  await send(page, [{ name: "to.txt", content: minutes(dayOf(3)) }]);
  await until(page, "Til gennemsyn");
  await page.getByRole("link", { name: "to.txt" }).click();
  const other = await page.context().newPage();
  await other.goto(page.url());
  for (const [where, place] of [
    [other, "Biblioteket"],
    [page, "Hallen"],
  ] as const) {
    await where.locator("summary", { hasText: "Ret mødet" }).click();
    await where.getByLabel("Sted", { exact: true }).fill(place);
    await where.getByRole("button", { name: "Gem" }).first().click();
  }
  await expect(page.getByRole("alert")).toContainText("En anden har rettet filen");
  await expect(page.getByLabel("Sted", { exact: true })).toHaveValue("Hallen");
  await other.goto(`${new URL(page.url()).pathname.replace(/\/\d+$/, "")}`);
  await other.locator("summary", { hasText: "Smid hele uploadet væk" }).click();
  await other.getByRole("button", { name: "Smid hele uploadet væk" }).click();
  await expect(other.getByText("Smidt væk.")).toBeVisible();
  await page.context().close();
});

test("a session that ends while files are chosen costs no file that was received", async ({ browser }) => {
  const page = await signIn(browser, "secretary");
  await page.goto(uploads);
  await page
    .getByLabel("Vælg filer")
    .setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from(minutes(dayOf(4))) });
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Send filerne" }).click();
  if (withScripts()) {
    await expect(page.getByText("Du er logget ud.")).toBeVisible();
    await page.context().addCookies(cookies);
    await page.getByRole("button", { name: "Send igen" }).click();
    await page.waitForURL(/indlaes\/\d+/);
    await until(page, "Til gennemsyn");
  } else {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Log ind");
    await page.context().addCookies(cookies);
    await page.goto(`${uploads}?fejl=expired`);
    await expect(page.getByRole("alert")).toContainText("filerne blev ikke modtaget");
  }
  await page.context().close();
});

test("what is written when the session ends comes back after signing in", async ({ browser }) => {
  const page = await signIn(browser, "secretary");
  await send(page, [{ name: "ud.txt", content: minutes(dayOf(5)) }]);
  await until(page, "Til gennemsyn");
  await page.getByRole("link", { name: "ud.txt" }).click();
  const address = page.url();
  const cookies = await page.context().cookies();
  await page.locator("summary", { hasText: "Ret mødet" }).click();
  await page.getByLabel("Sted", { exact: true }).fill("Forsamlingshuset");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Gem" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Log ind");
  expect(new URL(page.url()).searchParams.get("naeste")).toBe(new URL(address).pathname);
  await page.context().addCookies(cookies);
  if (withScripts()) {
    await page.goto(address);
    await expect(page.getByText("Du var logget ud")).toBeVisible();
  } else await page.goBack();
  await expect(page.getByLabel("Sted", { exact: true })).toHaveValue("Forsamlingshuset");
  await page.context().close();
});

test("the pages are not there for a member", async ({ browser }) => {
  const page = await signIn(browser, "member");
  expect((await page.goto(uploads))?.status()).toBe(404);
  expect((await page.goto(`${uploads}/1`))?.status()).toBe(404);
  await page.context().close();
});
