import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { anAgendaToSend, inDays } from "#agendas/dispatch/testing.ts";
import { openAgenda } from "#agendas/agenda-operations.ts";
import { aMeeting } from "#agendas/testing.ts";
import type { Database } from "#database/connect.ts";
import { openDatabase, type OpenDatabase } from "#database/open.ts";
import { aPerson, PASSWORD } from "#identity/testing.ts";
import { type OwnPortal, ownPortal } from "../support/own-portal.ts";
import { enter, visitor } from "../support/visitor.ts";

test.setTimeout(120_000);

let portal: OwnPortal | undefined;
let opened: OpenDatabase | undefined;
test.afterEach(async () => {
  await opened?.close();
  await portal?.stop();
});

async function aTownOfOne(env?: Record<string, string>) {
  const data = mkdtempSync(join(tmpdir(), "sagsgang-refused-"));
  portal = await ownPortal(data, env);
  opened = await openDatabase({ databaseUrl: null, dataFolder: data });
  const { db } = opened;
  const { place, secretary } = await anAgendaToSend(db);
  const { municipalityId, committeeId } = place;
  const meeting = await aMeeting(db, place, inDays(70));
  await openAgenda(db, secretary, { municipalityId, meetingId: meeting });
  // A role that stays, so that the session does.
  const person = await aPerson(db, municipalityId, "Sonja Sekretær", "reader", 11);
  await aPerson(db, municipalityId, "Sonja Sekretær", "secretary", committeeId);
  return { db, url: portal.url, person, form: `${portal.url}/birkeby/arbejde/moeder/${meeting}/nyt-punkt` };
}

const endRole = (db: Database, userId: string, role: "secretary" | "reader") =>
  db
    .updateTable("role_grant")
    .set({ ended_at: new Date(), ended_by: "operator" })
    .where("user_id", "=", userId)
    .where("role", "=", role)
    .execute();

const TEXT = "En lang orientering, der er skrevet i en halv time og ikke må gå tabt.";

test("a role that ends between the form and its sending: nothing is saved, and every word is there", async ({
  browser,
}) => {
  const { db, url, person, form } = await aTownOfOne();
  const page = await visitor(browser, url);
  await enter(page, person.email, PASSWORD);
  await page.goto(form);
  await page.getByLabel("Overskrift").first().fill("Orientering om sommerfesten");
  await page.locator("textarea").first().fill(TEXT);
  await endRole(db, person.userId, "secretary");
  await page.locator("main form button[type=submit]").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ikke gemt");
  for (const words of ["Orientering om sommerfesten", TEXT]) await expect(page.getByText(words)).toBeVisible();
  const items = await db.selectFrom("agenda_item").select("id").where("title", "like", "%sommerfesten%").execute();
  expect(items).toEqual([]);
  expect((await page.goto(form))?.status()).toBe(404);
});

test("whoever sends more than anybody writes is asked to wait, and every word is there", async ({ browser }) => {
  const { url, person, form } = await aTownOfOne({ SAGSGANG_FORMS_A_MINUTE: "3" });
  const page = await visitor(browser, url);
  await enter(page, person.email, PASSWORD);
  await page.goto(form);
  await page.getByLabel("Overskrift").first().fill("Orientering om sommerfesten");
  await page.locator("textarea").first().fill(TEXT);
  for (let sent = 0; sent < 3; sent++)
    await page.request.post(form, { form: { version: "0", title: "Noget" }, headers: { Origin: url } });
  await page.locator("main form button[type=submit]").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ikke gemt");
  await expect(page.getByText("Vent et minut")).toBeVisible();
  await expect(page.getByText(TEXT)).toBeVisible();
});
