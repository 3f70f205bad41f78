import { mkdtempSync } from "node:fs";
import { type ClientRequest, request as ask } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { anAgendaToSend } from "#agendas/dispatch/testing.ts";
import { aPaper } from "#agendas/testing.ts";
import { openDatabase } from "#database/open.ts";
import { aPerson } from "#identity/testing.ts";
import { signedIn } from "../support/everything.ts";
import { type OwnPortal, ownPortal } from "../support/own-portal.ts";

// No browser here: one of the two projects is enough.
test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "runs once, in the project with scripts");
test.setTimeout(120_000);

let portal: OwnPortal | undefined;
test.afterEach(() => portal?.stop());

const part = (name: string) =>
  `--x\r\nContent-Disposition: form-data; name="open"; filename="${name}.txt"\r\nContent-Type: text/plain\r\n\r\nReferat ${name}\r\n`;

/** A form with files that is sent bit by bit. */
function slowForm(url: string, path: string, cookie: string): { request: ClientRequest; status: Promise<number> } {
  const headers = { Origin: url, Cookie: cookie, "Content-Type": "multipart/form-data; boundary=x" };
  const request = ask(`${url}${path}`, { method: "POST", headers });
  const status = new Promise<number>((resolve, reject) => {
    request.on("response", (response) => resolve(response.resume().statusCode ?? 0));
    request.on("error", reject);
  });
  return { request, status };
}

test("files that come after the role has ended are not taken, in the form that was begun before", async () => {
  const data = mkdtempSync(join(tmpdir(), "sagsgang-slow-"));
  portal = await ownPortal(data);
  const { url } = portal;
  const opened = await openDatabase({ databaseUrl: null, dataFolder: data });
  const { db } = opened;
  try {
    const { place } = await anAgendaToSend(db);
    const draft = await aPaper(db, place);
    await db.updateTable("paper").set({ state: "draft" }).where("id", "=", draft).execute();
    const tables = { bilag: "paper_attachment", filer: "import_file" } as const;
    for (const [visitor, path] of [`sager/${draft}/bilag`, "indlaes/filer"].entries()) {
      const table = tables[path.split("/").at(-1) as keyof typeof tables];
      // A role that stays, so that the session does.
      const { email, userId } = await aPerson(db, place.municipalityId, `Sonja ${visitor}`, "reader", 11);
      await aPerson(db, place.municipalityId, `Sonja ${visitor}`, "secretary");
      const { cookies } = await (await signedIn(url, email, visitor + 1)).storageState();
      const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
      const files = () =>
        db.selectFrom(table).select("sha256").where("municipality_id", "=", place.municipalityId).execute();

      const { request, status } = slowForm(url, `/birkeby/arbejde/${path}`, cookie);
      request.write(part("et") + part("to"));
      // The last of them is over when the next begins.
      await expect.poll(async () => (await files()).length, { message: path }).toBeGreaterThan(0);
      const before = (await files()).length;
      await db
        .updateTable("role_grant")
        .set({ ended_at: new Date(), ended_by: "operator" })
        .where("user_id", "=", userId)
        .where("role", "=", "secretary")
        .execute();
      request.end(`${part("tre")}${part("fire")}--x--\r\n`);
      expect.soft([303, 400, 404], path).toContain(await status);
      expect.soft((await files()).length, path).toBe(before);
    }
    expect(portal.output.filter((line) => /"level":(?:50|60)/.test(line))).toEqual([]);
  } finally {
    await opened.close();
  }
});
