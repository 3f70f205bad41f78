import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { aWire } from "../support/wire.ts";
import { enter, expectAccessible, signIn, withScripts } from "../support/visitor.ts";

// What a member notes and marks is kept: tests that write do so at items of their own, one project after the other.
test.describe.configure({ mode: "default", timeout: 120_000 });

const LIST = "/eksempelkoebing/laes";
const BUDGET = "Tredje budgetopfølgning: merforbrug på det specialiserede børneområde";

/** Opens the agenda that the example has been sent. */
async function openAgenda(page: Page): Promise<string> {
  await page.goto(LIST);
  await page
    .getByRole("link", { name: /Økonomiudvalget/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("december");
  return new URL(page.url()).pathname;
}

/** Number 1 with scripts, 2 without: each writes at an item of its own. */
const own = () =>
  withScripts()
    ? { number: 89, title: BUDGET, sentence: "Antallet af anbragte børn er steget fra 61 til 68." }
    : { number: 90, title: "Helhedsplan for Kornhuset", sentence: "Huset ligger midt mellem havnen og gågaden." };

test("a member reads the agenda, notes, highlights and marks it as read", async ({ browser }) => {
  const page = await signIn(browser, "member");
  await page.goto(LIST);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Læs dagsordener");
  await expectAccessible(page);
  const agenda = await openAgenda(page);
  const { number, title, sentence } = own();
  const item = page.getByRole("article", { name: title });
  await expect(item.getByRole("heading", { level: 2 })).toContainText(title);
  await expectAccessible(page);

  // Until scripts run the button's form is sent by itself, and a page comes back that says no time.
  if (withScripts()) await expect(page.getByRole("button", { name: "Gem til offline med PDF og bilag" })).toBeVisible();
  await page.getByLabel(`Min note til punkt ${number}`).fill("Spørg, om tallet er det samme som i fjor");
  await page.getByRole("button", { name: `Gem note til punkt ${number}` }).click();
  if (withScripts()) await expect(item.getByText(/Gemt kl/)).toBeVisible();

  await item.getByRole("link", { name: `Markér sætninger i punkt ${number}` }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Markér det valgte" }).click();
  await expect(page.getByRole("alert")).toContainText("mindst en sætning");
  await page.getByLabel(sentence).check();
  await page.getByLabel("grøn, stiplet streg").check();
  await page.getByRole("button", { name: "Markér det valgte" }).click();
  await expect(item.locator(".rich-text mark.highlight--green")).toHaveText(sentence);
  await expect(page.getByLabel(`Min note til punkt ${number}`)).toHaveValue(/Spørg, om tallet/);

  await page.getByRole("button", { name: `Markér punkt ${number} som læst` }).click();
  await expect(page.getByRole("button", { name: `Markér punkt ${number} som ulæst` })).toBeVisible();

  await page.goto(`${LIST}/noter`);
  await expect(page.getByText("Spørg, om tallet er det samme som i fjor").first()).toBeVisible();
  await expect(page.locator("mark").filter({ hasText: sentence })).toBeVisible();
  await expectAccessible(page);

  await page.goto(agenda);
  await page.getByRole("button", { name: `Fjern markeringen "${sentence}"` }).click();
  await expect(item.locator("mark")).toHaveCount(0);
});

test("others see nothing of it: administrator and secretary have pages of their own, strangers none", async ({
  browser,
  request,
}) => {
  const member = await signIn(browser, "member");
  const agenda = await openAgenda(member);
  for (const role of ["administrator", "secretary"]) {
    const page = await signIn(browser, role);
    await page.goto(agenda);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("december");
    await expect(page.getByText("Spørg, om tallet")).toHaveCount(0);
    await expect(page.getByText("Køb af areal ved Nordre Ringvej")).toHaveCount(role === "secretary" ? 3 : 0);
    await page.goto(`${LIST}/noter`);
    await expect(page.getByText("Ingen noter eller markeringer")).toBeVisible();
    await page.context().close();
  }
  const asked = await request.get(agenda, { maxRedirects: 0 });
  expect(asked.status()).toBe(303);
  expect((await member.goto(`${LIST}/999999`))?.status()).toBe(404);
  expect((await member.goto(`${agenda}/punkt/999999`))?.status()).toBe(404);
  const pdf = await member.request.get(`${agenda}/dagsorden.pdf`);
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
});

test("a reader can mark words with the pointer, undo it, and move through the items by keyboard @scripts", async ({
  browser,
}) => {
  const page = await signIn(browser, "substitute");
  await openAgenda(page);
  const item = page.getByRole("article", { name: BUDGET });
  const paragraph = item.getByText("Forvaltningen forventer ved årets slutning");
  await paragraph.evaluate((element) => {
    const text = element.firstChild as Text;
    document.getSelection()?.setBaseAndExtent(text, 0, text, 26);
  });
  const bar = page.getByRole("toolbar", { name: "Markér" });
  await expect(bar).toBeVisible();
  await expectAccessible(page, ["light"]);
  await bar.getByRole("button", { name: /blå/ }).click();
  await expect(item.locator(".rich-text mark.highlight--blue")).toHaveText("Forvaltningen forventer ve");
  await expect(bar).toBeHidden();
  await page.reload();
  await expect(item.locator(".rich-text mark.highlight--blue")).toHaveText("Forvaltningen forventer ve");
  await item.getByRole("button", { name: /Fjern markeringen/ }).click();
  await expect(item.locator("mark")).toHaveCount(0);
  await page.getByRole("navigation", { name: "Indhold" }).getByRole("link", { name: BUDGET }).focus();
  await page.keyboard.press("Enter");
  await expect(item.getByRole("heading", { level: 2 })).toBeInViewport();
});

test("a note written on two devices is told about, and nothing is lost @scripts", async ({ browser }) => {
  const phone = await signIn(browser, "mayor");
  const tablet = await signIn(browser, "mayor");
  await openAgenda(phone);
  await openAgenda(tablet);
  const label = "Min note til punkt 92";
  await phone.getByLabel(label).fill("Skrevet på telefonen");
  await expect(phone.getByText(/Gemt kl/)).toBeVisible();
  await tablet.getByLabel(label).fill("Skrevet på tavlen");
  const alert = tablet.getByRole("alert");
  await expect(alert).toContainText("Skrevet på telefonen");
  await expectAccessible(tablet, ["light"]);
  await alert.getByRole("button", { name: "Behold begge" }).click();
  await expect(tablet.getByLabel(label)).toHaveValue("Skrevet på telefonen\n\nSkrevet på tavlen");
  await expect(tablet.getByText(/Gemt kl/)).toBeVisible();
  await phone.reload();
  await expect(phone.getByLabel(label)).toHaveValue("Skrevet på telefonen\n\nSkrevet på tavlen");
});

test("a note is kept that was typed before scripts ran, and one whose page is left at once @scripts", async ({
  browser,
}) => {
  const page = await signIn(browser, "mayor");
  const agenda = await openAgenda(page);
  const note = (at: Page) => at.getByLabel("Min note til punkt 91");
  await note(page).fill("Skrevet roligt");
  await expect(page.getByText(/Gemt kl/)).toBeVisible();
  await note(page).fill("Skrevet i sidste øjeblik");
  await page.goto("/arbejde");
  await page.goto(agenda);
  await expect(note(page)).toHaveValue("Skrevet i sidste øjeblik");
  await expect(page.getByText(/Gemt kl/)).toBeVisible();

  const slow = await signIn(browser, "mayor");
  let begin = () => undefined as void;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  await slow.route(/\/assets\/.*\.js$/, async (route) => {
    await begun;
    await route.continue();
  });
  await slow.goto(agenda, { waitUntil: "commit" });
  await expect(note(slow)).toHaveValue("Skrevet i sidste øjeblik");
  await note(slow).fill("Skrevet, før siden var klar");
  begin();
  await expect(slow.getByText(/Gemt kl/)).toBeVisible();
  await expect(note(slow)).toHaveValue("Skrevet, før siden var klar");
});

/** What lies on the device: addresses of kept pages, and how many workers and databases there are. */
async function onDevice(page: Page) {
  return page.evaluate(async () => {
    const places = await caches.keys();
    const requests = await Promise.all(places.map(async (name) => (await caches.open(name)).keys()));
    const workers = await navigator.serviceWorker.getRegistrations();
    const databases = await indexedDB.databases();
    return {
      paths: requests.flat().map(({ url }) => new URL(url).pathname),
      scopes: workers.map(({ scope }) => new URL(scope).pathname),
      databases: databases.length,
    };
  });
}

const goOffline = async (context: BrowserContext, cut: () => void) => {
  cut();
  await context.setOffline(true);
};

test("an agenda is read and noted in without a connection, and gone after sign-out @scripts", async ({
  browser,
  baseURL,
}) => {
  const wire = await aWire(baseURL as string);
  const page = await signIn(browser, "director", wire.url);
  const context = page.context();
  const agenda = await openAgenda(page);
  await page.getByRole("button", { name: "Gem til offline med PDF og bilag" }).click();
  await expect(page.getByText("Dagsordenen, PDF og bilag er gemt på enheden.")).toBeVisible({ timeout: 20_000 });
  await expect
    .poll(async () => (await onDevice(page)).paths, { timeout: 20_000 })
    .toEqual(expect.arrayContaining([agenda, `${agenda}/dagsorden.pdf`, LIST]));
  const kept = await onDevice(page);
  expect(kept.scopes).toEqual([LIST]);
  expect(kept.paths.filter((path) => path.startsWith(`${agenda}/bilag/`)).length).toBeGreaterThan(2);

  await goOffline(context, wire.cut);
  await page.reload();
  await expect(page.getByText("Du læser uden net")).toBeVisible();
  await expect(page.getByText("Forvaltningen forventer ved årets slutning")).toBeVisible();
  await page.getByLabel("Min note til punkt 91").fill("Skrevet i toget");
  await expect(page.getByText("Gemt på denne enhed. Sendes, når der er net.")).toBeVisible({ timeout: 20_000 });
  await page.getByRole("button", { name: "Markér punkt 91 som læst" }).click();
  await expect(page.getByText("2 ændringer er kun på denne enhed")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Min note til punkt 91")).toHaveValue("Skrevet i toget");
  await expect(page.getByRole("button", { name: "Markér punkt 91 som ulæst" })).toBeVisible();
  expect(await page.evaluate(async (path) => (await fetch(path)).status, `${agenda}/dagsorden.pdf`)).toBe(200);
  await page.goto(`${LIST}/noter`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Uden net");

  await page.goto(agenda);
  await wire.mend();
  await context.setOffline(false);
  await expect(page.getByText(/Gemt kl/)).toBeVisible({ timeout: 20_000 });
  await page.goto(`${LIST}/noter`);
  await expect(page.getByText("Skrevet i toget")).toBeVisible();

  await page.goto("/arbejde");
  await page.getByRole("button", { name: "Log ud" }).click();
  await page.waitForURL(`${wire.url}/`);
  expect(await onDevice(page)).toEqual({ paths: [], scopes: [], databases: 0 });
  wire.cut();
});

test("whoever signs out while notes wait on the device is asked first, and can send them @scripts", async ({
  browser,
  baseURL,
}) => {
  const wire = await aWire(baseURL as string);
  const page = await signIn(browser, "substitute", wire.url);
  const context = page.context();
  const agenda = await openAgenda(page);
  const label = "Min note til punkt 90";
  await expect.poll(async () => (await onDevice(page)).paths).toContain(agenda);
  const writeOffline = async (words: string) => {
    // The page's scripts have come.
    await expect(page.getByRole("button", { name: "Gem til offline med PDF og bilag" })).toBeVisible();
    await goOffline(context, wire.cut);
    await page.getByLabel(label).fill(words);
    await expect(page.getByText("Gemt på denne enhed. Sendes, når der er net.")).toBeVisible({ timeout: 20_000 });
    await page.goto("about:blank");
    await wire.mend();
    await context.setOffline(false);
    await page.goto("/arbejde");
    await page.getByRole("button", { name: "Log ud" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Log ud");
  };

  await writeOffline("Skrevet på broen");
  await expect(page.getByText("1 note eller markering er kun på denne enhed")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Fortryd" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dit arbejde");
  await page.getByRole("button", { name: "Log ud" }).click();
  await page.getByRole("button", { name: "Send og log ud" }).click();
  await page.waitForURL(`${wire.url}/`);
  expect(await onDevice(page)).toEqual({ paths: [], scopes: [], databases: 0 });

  await enter(page, "substitute");
  await page.goto(agenda);
  await expect(page.getByLabel(label)).toHaveValue("Skrevet på broen");
  await writeOffline("Skrevet i tunnelen");
  await page.getByRole("button", { name: "Log ud uden at sende" }).click();
  await page.waitForURL(`${wire.url}/`);
  await enter(page, "substitute");
  await page.goto(agenda);
  await expect(page.getByLabel(label)).toHaveValue("Skrevet på broen");
  // Nothing waits any more: nobody is asked.
  await page.goto("/arbejde");
  await page.getByRole("button", { name: "Log ud" }).click();
  await page.waitForURL(`${wire.url}/`);
  wire.cut();
});

test("whoever signs in on a device where another has read finds nothing of it @scripts", async ({ browser }) => {
  const page = await signIn(browser, "head");
  const agenda = await openAgenda(page);
  await expect.poll(async () => (await onDevice(page)).paths).toContain(agenda);
  // The session ends by itself: nobody signs out.
  await page.context().clearCookies({ name: /session/ });
  await enter(page, "writer");
  await expect.poll(async () => (await onDevice(page)).paths).toEqual([]);
});

test("the public has no service worker, and none comes from reading the portal @scripts", async ({ page }) => {
  await page.goto("/eksempelkoebing");
  expect(await onDevice(page)).toMatchObject({ scopes: [], paths: [] });
});
