import { expect, type Page, test } from "@playwright/test";
import { oneTimeCode } from "../support/totp.ts";
import { EXAMPLE_PASSWORD, enter, expectAccessible, visitor } from "../support/visitor.ts";

const PASSWORD = "tre blaa stole i regn";

/** An invited person's address and the link they got, as an administrator sees it. */
async function invite(page: Page, name: string, role: string): Promise<{ email: string; link: string }> {
  const email = `${name.toLowerCase().replaceAll(" ", ".")}.${test.info().workerIndex}@example.dk`;
  await page.goto("/eksempelkoebing/adgang");
  await page.getByLabel("Navn").fill(name);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Rolle", { exact: true }).selectOption({ label: role });
  await page.getByRole("button", { name: "Giv adgang" }).click();
  const link = (await page.locator(".link-to-copy").textContent()) as string;
  return { email, link };
}

test("an administrator gives access, the person chooses a password, works, and loses the role again", async ({
  browser,
}) => {
  const administrator = await visitor(browser);
  await enter(administrator, "administrator");
  await expect(administrator.getByRole("heading", { level: 1 })).toHaveText("Dit arbejde");
  await expectAccessible(administrator);

  await administrator.goto("/eksempelkoebing/adgang");
  await administrator.getByRole("button", { name: "Giv adgang" }).click();
  await expect(administrator.getByRole("alert")).toContainText("Skriv navnet");
  await expectAccessible(administrator);
  const { email, link } = await invite(administrator, "Vera Birk", "Administrator");

  const person = await visitor(browser);
  await person.goto(link);
  await expect(person.getByText(email)).toBeVisible();
  await expectAccessible(person);
  await person.getByLabel("Ny adgangskode").fill("kort");
  await person.getByRole("button", { name: "Gem" }).click();
  await expect(person.getByRole("alert")).toContainText("for kort");
  await person.getByLabel("Ny adgangskode").fill(PASSWORD);
  await person.getByRole("button", { name: "Gem" }).click();
  await expect(person.getByText("Adgangskoden er gemt")).toBeVisible();
  await enter(person, email, PASSWORD);
  await person.getByRole("link", { name: "Protokol over handlinger" }).click();
  await expect(person.getByText("Asta Administrator gav rolle").first()).toBeVisible();
  await expectAccessible(person);

  await administrator.goto("/eksempelkoebing/adgang");
  await administrator.getByRole("row", { name: email }).getByRole("button", { name: "Afslut" }).click();
  await expect(administrator.getByText("Rollen er afsluttet")).toBeVisible();
  await person.goto("/eksempelkoebing/adgang");
  await expect(person, "whose last role is ended is signed out").toHaveURL(/\/log-ind/);

  await person.goto(link);
  await expect(person.getByRole("heading", { level: 1 })).toHaveText("Linket kan ikke bruges");
});

test("whoever is not signed in is sent to do that, and then where they were going", async ({ browser }) => {
  const page = await visitor(browser);
  await page.goto("/eksempelkoebing/adgang/protokol?fra=2020-01-01");
  await expect(page).toHaveURL(/\/log-ind\?naeste=/);
  await expectAccessible(page);
  await page.getByLabel("E-mail").fill("administrator@eksempelkoebing.example");
  await page.getByLabel("Adgangskode", { exact: true }).fill("noget forkert");
  await page.getByRole("button", { name: "Log ind", exact: true }).click();
  await expect(page.getByRole("alert").first()).toContainText("E-mail eller adgangskode er forkert");
  await expect(page.getByLabel("E-mail")).toHaveValue("administrator@eksempelkoebing.example");
  await page.getByLabel("Adgangskode", { exact: true }).fill(EXAMPLE_PASSWORD);
  await page.getByRole("button", { name: "Log ind", exact: true }).click();
  await expect(page).toHaveURL(/\/eksempelkoebing\/adgang\/protokol\?fra=2020-01-01$/);
});

test("a page for administrators is not there for anybody else, and no kept page shows who was signed in", async ({
  browser,
}) => {
  const page = await visitor(browser);
  await enter(page, "secretary");
  for (const path of ["/eksempelkoebing/adgang", "/eksempelkoebing/adgang/protokol"])
    expect((await page.goto(path))?.status(), path).toBe(404);
  const signedIn = await page.goto("/eksempelkoebing");
  expect(signedIn?.headers()["cache-control"]).toBe("private, no-store");
  await expect(page.getByRole("link", { name: "Signe Sekretær" })).toBeVisible();
  const anonymous = await visitor(browser);
  await anonymous.goto("/eksempelkoebing");
  await expect(anonymous.getByText("Signe Sekretær")).toHaveCount(0);
  await page.goto("/arbejde");
  await page.getByRole("button", { name: "Log ud" }).click();
  await page.goto("/arbejde");
  await expect(page).toHaveURL(/\/log-ind/);
});

test("a substitute gets a committee and a period, and what is missing is said beside the field", async ({
  browser,
}) => {
  const page = await visitor(browser);
  await enter(page, "administrator");
  await page.goto("/eksempelkoebing/adgang");
  await page.getByLabel("Navn").fill("Sus Holt");
  const email = `sus.holt.${test.info().workerIndex}@example.dk`;
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Rolle", { exact: true }).selectOption({ label: "Stedfortræder" });
  await page.getByRole("button", { name: "Giv adgang" }).click();
  await expect(page.getByRole("alert")).toContainText("Vælg hvilket");
  await page.getByLabel("Hvor", { exact: true }).selectOption({ index: 1 });
  await page.getByRole("button", { name: "Giv adgang" }).click();
  await expect(page.getByRole("alert")).toContainText("har en sidste dag");
  await page.getByLabel("Til og med").fill("2099-12-31");
  await page.getByRole("button", { name: "Giv adgang" }).click();
  await expect(page.getByText("Sus Holt har fået adgang")).toBeVisible();
  await expect(page.getByRole("row", { name: email })).toContainText("2099");
});

test("people see where they are signed in, and sign out there", async ({ browser }) => {
  const [here, there] = [await visitor(browser), await visitor(browser)];
  for (const page of [here, there]) await enter(page, "officer");
  await here.goto("/konto");
  await expect(here.getByText("denne enhed")).toHaveCount(1);
  await here.getByRole("button", { name: "Log ud alle andre steder" }).click();
  await expect(here.getByText("Du er logget ud der")).toBeVisible();
  await expect(here.getByRole("button", { name: "Log ud alle andre steder" })).toHaveCount(0);
  await there.goto("/konto");
  await expect(there).toHaveURL(/\/log-ind/);
});

test("one-time codes are turned on, asked for, and turned off", async ({ browser }) => {
  const administrator = await visitor(browser);
  await enter(administrator, "administrator");
  const { email, link } = await invite(administrator, "Per Krog", "Læser");
  const page = await visitor(browser);
  await page.goto(link);
  await page.getByLabel("Ny adgangskode").fill(PASSWORD);
  await page.getByRole("button", { name: "Gem" }).click();
  await enter(page, email, PASSWORD);
  await page.goto("/konto");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Slå engangskoder til" }).click();
  await page.getByLabel("Nuværende adgangskode").fill(PASSWORD);
  await page.getByRole("button", { name: "Slå engangskoder til" }).click();
  const key = (await page.locator("p code").first().textContent()) as string;
  const backup = (await page.locator(".backup-codes code").first().textContent()) as string;
  await expectAccessible(page);
  await page.getByLabel("Skriv koden fra appen").fill("000000");
  await page.getByRole("button", { name: "Slå engangskoder til" }).click();
  await expect(page.getByRole("alert")).toContainText("Koden passer ikke");
  await page.getByLabel("Skriv koden fra appen").fill(oneTimeCode(key));
  await page.getByRole("button", { name: "Slå engangskoder til" }).click();
  await expect(page.getByText("Slået til")).toBeVisible();

  for (const code of [oneTimeCode(key), backup]) {
    const again = await visitor(browser);
    await enter(again, email, PASSWORD);
    await expect(again.getByRole("heading", { level: 1 })).toHaveText("Skriv engangskoden");
    await expectAccessible(again);
    await again.getByLabel("Kode", { exact: true }).fill(code);
    await again.getByRole("button", { name: "Log ind" }).click();
    await expect(again.getByRole("heading", { level: 1 })).toHaveText("Dit arbejde");
  }
});

test("a passkey is added, and lets its owner in @scripts", async ({ browser }) => {
  const page = await visitor(browser);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await enter(page, "reader");
  await page.goto("/konto");
  await page.getByRole("button", { name: "Tilføj adgangsnøgle" }).click();
  await expect(page.getByRole("button", { name: "Fjern" })).toHaveCount(1);
  await page.goto("/arbejde");
  await page.getByRole("button", { name: "Log ud" }).click();
  await page.goto("/log-ind");
  await page.getByRole("button", { name: "Log ind med adgangsnøgle" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dit arbejde");
  await page.goto("/konto");
  await page.getByRole("button", { name: "Fjern" }).click();
  await expect(page.getByText("Du har ingen adgangsnøgler")).toBeVisible();
});

test("a form whose writer was signed out in the meantime is sent after a new sign-in, with every word", async ({
  browser,
}) => {
  const page = await visitor(browser);
  await enter(page, "writer");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dit arbejde");
  await page.goto("/eksempelkoebing/arbejde/sager/ny?udvalg=boerne-og-skoleudvalget");
  const title = `Nye bænke ved søen ${test.info().project.name}`;
  await page.getByLabel("Titel").fill(title);
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Opret sagen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Du er logget ud");
  await expect(page.getByText(title)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("E-mail").fill("writer@eksempelkoebing.example");
  await page.getByLabel("Adgangskode", { exact: true }).fill("en helt anden kode");
  await page.getByRole("button", { name: "Log ind, og send" }).click();
  await expect(page.getByRole("alert")).toContainText("forkert");
  await page.getByLabel("Adgangskode", { exact: true }).fill(EXAMPLE_PASSWORD);
  await page.getByRole("button", { name: "Log ind, og send" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
});

test("a form that another site sends is refused", async ({ request }) => {
  const response = await request.post("/log-ind", {
    headers: { Origin: "https://ond.example" },
    form: { email: "reader@eksempelkoebing.example", password: EXAMPLE_PASSWORD },
  });
  expect(response.status()).toBe(403);
});

test("a forgotten password is answered alike for everybody", async ({ browser }) => {
  const page = await visitor(browser);
  await page.goto("/glemt-adgangskode");
  await expect(page.getByText("Portalen kan ikke sende mail endnu")).toBeVisible();
  await expectAccessible(page);
});
