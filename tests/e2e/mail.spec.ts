import { mkdtempSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { type OwnPortal, ownPortal } from "../support/own-portal.ts";
import { enter, expectAccessible, signIn, visitor } from "../support/visitor.ts";

// A portal and a mail server of its own: what it sends is read here.
test.describe.configure({ mode: "serial" });
test.setTimeout(180_000);

const committee = "klima-og-teknikudvalget";
const date = "2046-03-06";
const SECRET = "Hemmeligtgrundkoeb";

let portal: OwnPortal;
let server: SMTPServer;
let received: ParsedMail[];
test.beforeAll(async () => {
  received = [];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      simpleParser(stream).then(
        (mail) => {
          received.push(mail);
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  portal = await ownPortal(mkdtempSync(join(tmpdir(), "sagsgang-mail-")), {
    SAGSGANG_SMTP: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    SAGSGANG_MAIL_FROM: "moeder@eksempel.dk",
  });
});
test.afterAll(async () => {
  await portal.stop();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

const mailTo = (address: string, subject: RegExp) =>
  received.find((mail) => [mail.to].flat()[0]?.value[0]?.address === address && subject.test(mail.subject ?? ""));
/** Waits for a mail, which the portal sends in the background. */
async function mailOf(address: string, subject: RegExp): Promise<ParsedMail> {
  await expect.poll(() => mailTo(address, subject) !== undefined, { timeout: 30_000 }).toBe(true);
  return mailTo(address, subject) as ParsedMail;
}

async function addNote(page: Page, title: string): Promise<void> {
  await page.getByRole("link", { name: "Tilføj et punkt uden sag" }).click();
  await page.getByLabel("Overskrift").fill(title);
  await page.getByRole("button", { name: "Sæt på dagsordenen" }).click();
  await expect(page.getByText("Dagsordenen er gemt")).toBeVisible();
}

test("a member chooses English, and meets pages and mails in it; switching by hand still works", async ({
  browser,
}) => {
  const page = await signIn(browser, "member", portal.url);
  await page.goto("/konto");
  await expectAccessible(page);
  await page.getByLabel("Sprog i mails og efter log ind").selectOption("English");
  await page.getByRole("button", { name: "Gem sproget" }).click();
  await expect(page).toHaveURL(/\/en\/konto/);
  await expect(page.getByText("The language is saved.")).toBeVisible();
  await page.getByRole("link", { name: "Dansk" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Din konto");
  await expect(page.getByLabel("Sprog i mails og efter log ind")).toHaveValue("en");

  const again = await visitor(browser, portal.url);
  await enter(again, "member");
  await expect(again).toHaveURL(/\/en\/arbejde/);
  await expect(again.locator("html")).toHaveAttribute("lang", "en");
  // Who was on the way to a page gets to that page.
  const onTheWay = await visitor(browser, portal.url);
  await onTheWay.goto("/konto");
  await expect(onTheWay).toHaveURL(/log-ind\?naeste/);
});

test("a guest is invited to an item, told of a new time, and told when it is withdrawn", async ({ browser }) => {
  const page = await signIn(browser, "secretary", portal.url);
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
  await addNote(page, SECRET);

  // An address that is none is said in one sentence, and nothing that was typed is lost.
  await page.getByRole("link", { name: /^Ret.*genbrugspladsen/ }).click();
  const guest = (part: string) => page.locator(`#guest-${part}0`);
  await guest("").fill("Gerda Gran");
  await guest("email-").fill("gerda@eksempel.dk, alle@eksempel.dk");
  await guest("from-").fill("14:15");
  await guest("until-").fill("14:30");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Skriv én e-mailadresse som navn@eksempel.dk.");
  await expect(guest("")).toHaveValue("Gerda Gran");
  await expectAccessible(page);
  await guest("email-").fill("gerda@eksempel.dk");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByText("Dagsordenen er gemt")).toBeVisible();

  await page.getByRole("link", { name: new RegExp(`^Ret.*${SECRET}`) }).click();
  await page.getByLabel("Åbent eller lukket").selectOption("Lukket");
  await page.getByLabel("Paragraf og grund til lukning").fill("Styrelseslovens § 10: køb af jord");
  await guest("").fill("Glen Guest");
  await guest("email-").fill("glen@eksempel.dk");
  await guest("language-").selectOption("English");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(page.getByText("Dagsordenen er gemt")).toBeVisible();

  await page.goto(`${address}/udsend`);
  await expect(page.getByText("gerda@eksempel.dk")).toBeVisible();
  await expectAccessible(page);
  if ((await page.getByRole("checkbox").count()) > 0) await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Udsend dagsordenen" }).click();
  await expect(page.getByText("Dagsordenen er sendt ud.")).toBeVisible();

  const gerda = await mailOf("gerda@eksempel.dk", /^Invitation: /);
  expect(gerda.text).toContain("punktet »Besøg på genbrugspladsen«");
  expect(gerda.text).toContain("Din tid: kl. 14.15-14.30");
  const glen = await mailOf("glen@eksempel.dk", /^Invitation: /);
  expect(glen.text).toContain("to inform it about an item.");
  const member = await mailOf("member@eksempelkoebing.example", /^Agenda: /);
  expect(member.text).toContain("/en/eksempelkoebing/laes/");
  await page.reload();
  await expect(page.getByRole("row", { name: /Glen Guest.*Inviteret til punkt \d.*Sendt.*på engelsk/ })).toBeVisible();
  await expectAccessible(page);

  // What is changed after dispatch is told by an addendum, and not before.
  await page.goto(address);
  await page.getByRole("link", { name: /^Tid og inviterede.*genbrugspladsen/ }).click();
  await expectAccessible(page);
  await guest("from-").fill("15:00");
  await guest("until-").fill("15:15");
  await page.getByRole("button", { name: "Gem", exact: true }).click();
  await page.getByLabel(/Besøg på genbrugspladsen.*Ændret: gæster/).check();
  await page.getByRole("button", { name: "Udsend tillægsdagsorden" }).click();
  await expect(page.getByText("Tillægsdagsordenen er sendt ud.")).toBeVisible();
  expect((await mailOf("gerda@eksempel.dk", /^Nyt tidspunkt: /)).text).toContain("Din tid: kl. 15.00-15.15");

  await page.getByRole("link", { name: "Lav tillægsdagsorden" }).click();
  for (const title of ["Besøg på genbrugspladsen", SECRET]) {
    const withdraw = page.locator("details", { hasText: title });
    await withdraw.locator("summary").click();
    await withdraw.getByRole("checkbox").check();
    await withdraw.getByLabel(/Begrundelse/).fill("Pladsen er lukket den dag.");
  }
  await page.getByRole("button", { name: "Udsend tillægsdagsorden" }).click();
  await expect(page.getByText("Tillægsdagsordenen er sendt ud.")).toBeVisible();
  await mailOf("gerda@eksempel.dk", /^Invitation trukket tilbage: /);
  await mailOf("glen@eksempel.dk", /^Invitation withdrawn: /);
  for (const mail of received)
    expect(
      `${mail.subject}${mail.text}${mail.attachments.map(({ content }) => content.toString()).join("")}`,
    ).not.toContain(SECRET);
});
