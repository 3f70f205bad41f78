import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, signIn } from "../support/visitor.ts";

const papers = "/eksempelkoebing/arbejde/sager";

test.describe.configure({ timeout: 120_000 });

/** A new draft of the schools' committee; its address. */
async function begin(page: Page, title: string): Promise<string> {
  await page.goto(`${papers}/ny?udvalg=boerne-og-skoleudvalget`);
  await page.getByLabel("Titel").fill(title);
  await page.getByRole("button", { name: "Opret sagen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  return new URL(page.url()).pathname;
}

test("a writer begins a case, says what it is, recommends, and plans its way", async ({ browser }) => {
  const page = await signIn(browser, "writer");
  await page.goto(papers);
  await expectAccessible(page, ["light", "dark"]);
  await page.getByRole("link", { name: "Ny sag" }).click();
  await page.getByLabel("Udvalg").selectOption({ label: "Børne- og Skoleudvalget" });
  await page.getByRole("button", { name: "Videre" }).click();
  await page.getByLabel("Titel").fill("Ny");
  await page.getByLabel("Sagsnummer").fill("nummer fire");
  await page.getByRole("button", { name: "Opret sagen" }).click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("Skriv en titel");
  await expectAccessible(page);
  const title = `Skolernes svømmeundervisning ${test.info().project.name} ${process.pid}`;
  await page.getByLabel("Titel").fill(title);
  await page.getByRole("button", { name: "Opret sagen" }).click();
  await expect(alert).toContainText("24-014917");
  await expect(page.getByLabel("Titel")).toHaveValue(title);
  await page.getByLabel("Sagsnummer").fill("");
  await page.getByRole("button", { name: "Opret sagen" }).click();
  await expect(page.getByText("Sagen er oprettet")).toBeVisible();
  await expect(page.getByText(/^\d\d-\d{6}$/).first()).toBeVisible();
  const address = new URL(page.url()).pathname;

  await page.getByRole("link", { name: "Ret titel, frist og ansvarlig" }).click();
  await page.getByLabel("Åben eller lukket").selectOption({ label: "Lukket sag" });
  await page.getByRole("button", { name: "Gem" }).click();
  await expect(alert).toContainText("Skriv paragraffen og grunden");
  await page.getByLabel("Åben eller lukket").selectOption({ label: "Åben sag" });
  await page.getByLabel("Frist").fill("2031-01-31");
  await page.getByRole("button", { name: "Gem" }).click();
  await expect(page.getByText("31. januar 2031")).toBeVisible();

  await page.getByRole("link", { name: "Ret sagens vej" }).click();
  const second = page.getByRole("group", { name: "Trin 2" });
  await second.getByLabel("Udvalg").selectOption({ label: "Byrådet" });
  await second.getByLabel("Møde").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Gem" }).click();
  await expect(alert).toContainText("Vælg");
  await expectAccessible(page);
  await second.getByLabel("Møde").selectOption("");
  await page.getByRole("group", { name: "Trin 1" }).getByLabel("Rolle").selectOption({ label: "Anbefaler" });
  await page.getByRole("button", { name: "Gem" }).click();
  await expect(page.locator("#vej")).toContainText("Byrådet");

  await page.getByRole("link", { name: "Ret indstillingen" }).click();
  await page.getByRole("group", { name: "Punkt 1" }).getByLabel("Tekst").fill("at bevilge pengene");
  await page.getByRole("group", { name: "Punkt 1" }).getByLabel("Stilet til").selectOption({ label: "Byrådet" });
  await page.getByRole("group", { name: "Punkt 2" }).getByLabel("Tekst").fill("at godkende planen");
  await page.getByRole("group", { name: "Punkt 2" }).getByLabel("Nr.").fill("0");
  await page.getByRole("button", { name: "Tilføj et punkt" }).click();
  await expect(page.getByRole("group", { name: "Punkt 1" }).getByLabel("Tekst")).toHaveValue("at godkende planen");
  await page.getByRole("button", { name: "Gem" }).click();
  await expect(page.locator("#indstilling li")).toHaveText([/at godkende planen/, /at bevilge pengene.*til Byrådet/]);
  await expectAccessible(page);

  await page.goto(`${papers}?soeg=${encodeURIComponent(title)}&mine=ja`);
  await expect(page.getByRole("link", { name: title })).toBeVisible();
  await expect(page.getByText("1 sag", { exact: true })).toBeVisible();
  await page.goto(address);
  await page.getByText("Slet kladden").first().click();
  await page.getByRole("button", { name: "Slet kladden" }).click();
  await expect(alert).toContainText("Nogen har skrevet i sagen");
  await page.getByText("Træk sagen tilbage").first().click();
  await page.getByLabel("Begrundelse").fill("Prøven er slut");
  await page.getByRole("button", { name: "Træk sagen tilbage" }).click();
  await expect(page.getByText("Sagen er trukket tilbage")).toBeVisible();
  await page.getByRole("button", { name: "Tag sagen op igen" }).click();
  await expect(page.getByText("Kladde", { exact: true })).toBeVisible();
});

test("attachments are sent several at once, put in order, closed and read by those who may", async ({ browser }) => {
  const page = await signIn(browser, "writer");
  const address = await begin(page, `Bilagsprøve ${test.info().project.name} ${process.pid}`);
  await page.goto(`${address}/bilag`);
  await page.getByLabel("Åbne bilag").setInputFiles([
    { name: "Kort over området.txt", mimeType: "text/plain", buffer: Buffer.from("nord") },
    { name: "Priser.csv", mimeType: "text/csv", buffer: Buffer.from("a;1") },
    { name: "side.html", mimeType: "text/html", buffer: Buffer.from("<html></html>") },
  ]);
  await page.getByRole("button", { name: "Tilføj filerne" }).click();
  await expect(page.getByText("side.html: Den slags fil kan ikke vedlægges")).toBeVisible();
  const rows = page.getByRole("group", { name: /^Bilag \d/ });
  await expect(rows).toHaveCount(2);
  await page.getByRole("button", { name: "Flyt op: Priser" }).click();
  await expect(rows.first().getByLabel("Navn")).toHaveValue("Priser");
  await rows.first().getByLabel("Navn").fill("Priser, fortrolige");
  await rows.first().getByLabel("Åbent eller lukket").selectOption({ label: "Lukket bilag" });
  await page.getByRole("button", { name: "Gem rækkefølge og navne" }).click();
  await expect(page.getByText("Bilagene er gemt")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Færdig" }).click();
  await expect(page.locator("#bilag li").first()).toContainText("Priser, fortrolige");
  await expect(page.locator("#bilag li").first()).toContainText("Lukket bilag");

  const href = (await page.getByRole("link", { name: "Kort over området" }).getAttribute("href")) as string;
  const file = await page.request.get(href);
  expect(await file.text()).toBe("nord");
  expect(file.headers()).toMatchObject({
    "content-type": "text/plain",
    "content-disposition": expect.stringMatching(/^attachment; filename="Kort over omr_det\.txt"/),
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
  expect(file.headers()["content-security-policy"]).toContain("sandbox");
  const member = await signIn(browser, "member");
  expect((await member.request.get(href)).status()).toBe(404);
  const stranger = await browser.newPage();
  await stranger.goto(href);
  await expect(stranger).toHaveURL(/\/log-ind\?naeste=/);
});

test("a version is kept, and what changed since stands beside it", async ({ browser }) => {
  const page = await signIn(browser, "writer");
  const name = `${test.info().project.name} ${process.pid}`;
  const address = await begin(page, `Skolebusser i nord ${name}`);
  await page.getByRole("button", { name: "Gem som version" }).click();
  await expect(page.getByText("Versionen er gemt")).toBeVisible();
  await page.goto(`${address}/hoved`);
  await page.getByLabel("Titel").fill(`Skolebusser i syd ${name}`);
  await page.getByRole("button", { name: "Gem" }).click();
  await page.getByRole("link", { name: "Se og sammenlign versioner" }).click();
  await expect(page.locator("del")).toContainText("nord");
  await expect(page.locator("ins")).toContainText("syd");
  await expect(page.getByText("1 ændring i alt.")).toBeVisible();
  await expectAccessible(page, ["light", "dark"]);
});

test("of two who change a case at once the second is told who was first, and keeps the words", async ({ browser }) => {
  const [writer, secretary] = [await signIn(browser, "writer"), await signIn(browser, "secretary")];
  const address = await begin(writer, `To på én gang ${test.info().project.name} ${process.pid}`);
  for (const page of [writer, secretary]) await page.goto(`${address}/hoved`);
  await secretary.getByLabel("Titel").fill("Sekretærens ord");
  await secretary.getByRole("button", { name: "Gem" }).click();
  await expect(secretary.getByRole("heading", { level: 1 })).toHaveText("Sekretærens ord");
  await writer.getByLabel("Titel").fill("Sagsbehandlerens ord");
  await writer.getByRole("button", { name: "Gem" }).click();
  await expect(writer.getByRole("alert")).toContainText("Signe Sekretær ændrede sagen");
  await expect(writer.getByLabel("Titel")).toHaveValue("Sagsbehandlerens ord");
  await writer.getByRole("button", { name: "Gem" }).click();
  await expect(writer.getByRole("heading", { level: 1 })).toHaveText("Sagsbehandlerens ord");
});

test("a secretary keeps templates, and a new case begins with one", async ({ browser }) => {
  const page = await signIn(browser, "secretary");
  const name = `Tilsyn ${test.info().project.name} ${process.pid}`;
  await page.goto("/eksempelkoebing/arbejde/skabeloner");
  await page.getByRole("button", { name: "Gem skabelonen" }).click();
  await expect(page.getByRole("alert")).toContainText("Skriv et navn");
  await page.getByLabel("Navn").fill(name);
  await page.getByRole("group", { name: "Afsnit 2" }).getByLabel("Overskrift").fill("Tilsynets fund");
  await page.getByRole("button", { name: "Gem skabelonen" }).click();
  await expect(page.getByText("Skabelonen er gemt")).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${papers}/ny?udvalg=boerne-og-skoleudvalget`);
  await page.getByLabel("Skabelon").selectOption({ label: name });
  await page.getByLabel("Titel").fill(`Sag med skabelon ${name}`);
  await page.getByRole("button", { name: "Opret sagen" }).click();
  await expect(page.getByRole("heading", { name: "Tilsynets fund" })).toBeVisible();
  await page.goto("/eksempelkoebing/arbejde/skabeloner");
  await page.getByRole("button", { name: `Tag ${name} ud af brug` }).click();
  await expect(page.getByRole("heading", { name })).toHaveCount(0);
});

test("members, readers and the public find no case in progress, and forged addresses find nothing", async ({
  browser,
  request,
}) => {
  for (const role of ["member", "reader", "guest"]) {
    const page = await signIn(browser, role);
    for (const path of [papers, `${papers}/1`, `${papers}/1/hoved`, `${papers}/1/versioner`, `${papers}/ny`])
      expect((await page.goto(path))?.status(), `${role} ${path}`).toBe(404);
  }
  const writer = await signIn(browser, "writer");
  for (const path of ["0", "-1", "1.5", "x", "99999999999999999999"])
    expect((await writer.goto(`${papers}/${path}`))?.status(), path).toBe(404);
  const response = await request.get(papers, { maxRedirects: 0 });
  expect(response.status()).toBe(303);
});

test("no word of a closed case is on any page the public can reach @scripts", async ({ request }) => {
  const markers = ["Møllevangen", "7.800 kvadratmeter", "Ramme for forhandlingen", "jordforsyningen"];
  const queue = [
    "/",
    "/en",
    "/eksempelkoebing/kalender.ics",
    ...markers.map((marker) => `/eksempelkoebing/soeg?q=${encodeURIComponent(marker)}`),
    "/soeg?q=daginstitution",
    "/eksempelkoebing/sager/26-000003",
  ];
  const seen = new Set(queue);
  for (let path = queue.shift(); path !== undefined && seen.size < 1500; path = queue.shift()) {
    const response = await request.get(path, { maxRedirects: 0 });
    const body = await response.text();
    // A search says again what was searched for.
    const asked = decodeURIComponent(path.replaceAll("+", " "));
    for (const marker of markers) if (!asked.includes(marker)) expect(body, path).not.toContain(marker);
    expect(body, path).not.toContain("Køb af grund");
    for (const [, href = ""] of body.matchAll(/href="(\/[^"#]*)/g)) {
      const next = href.replaceAll("&amp;", "&");
      if (seen.has(next) || /^\/(en\/|assets|originaler)|\/originaler\/|[?&](?:side|aar|udfald)=/.test(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  expect(seen.size).toBeGreaterThan(60);
});
