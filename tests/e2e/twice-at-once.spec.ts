import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type APIResponse, expect, test } from "@playwright/test";
import { sql } from "kysely";
import { openAgenda } from "#agendas/agenda-operations.ts";
import { listWarnings } from "#agendas/agenda-building-queries.ts";
import { warningsKey } from "#agendas/dispatch/dispatch-agenda.ts";
import { anAgendaToSend, inDays } from "#agendas/dispatch/testing.ts";
import { aMeeting, aPaper } from "#agendas/testing.ts";
import { openDatabase } from "#database/open.ts";
import { aPerson } from "#identity/testing.ts";
import { everything, signedIn } from "../support/everything.ts";
import { type OwnPortal, ownPortal } from "../support/own-portal.ts";

// No browser here: one of the two projects is enough.
test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "runs once, in the project with scripts");
test.setTimeout(120_000);

type Fields = Record<string, string>;
/** A form as it is filled in, and the rows that it makes. `made`: how many, where it is not one. */
type Form = { at: string; form?: () => Promise<Fields> | Fields; file?: string; rows: string; made?: number };

const AT_ONCE = 4;
const TOWN = "/birkeby";
const WORK = `${TOWN}/arbejde`;

let portal: OwnPortal | undefined;
test.afterEach(() => portal?.stop());

test("a form that is sent four times at once makes one thing", async () => {
  const data = mkdtempSync(join(tmpdir(), "sagsgang-twice-"));
  portal = await ownPortal(data);
  const opened = await openDatabase({ databaseUrl: null, dataFolder: data });
  const { db } = opened;
  try {
    const { place, secretary, meetingId } = await anAgendaToSend(db);
    const { municipalityId, committeeId } = place;
    const { email } = await everything(db, municipalityId, "Alma Alt");
    const colleague = await aPerson(db, municipalityId, "Dorte Direktør", "director");
    const person = await signedIn(portal.url, email, 1);
    const building = await aMeeting(db, place, inDays(70));
    const unbegun = await aMeeting(db, place, inDays(77));
    await openAgenda(db, secretary, { municipalityId, meetingId: building });
    const spare = await aPaper(db, place, { title: "Nyt legehus" });
    const late = await aPaper(db, place, { title: "Ny gynge" });
    const draft = await aPaper(db, place, { title: "Ny vippe" });
    await db.updateTable("paper").set({ state: "draft" }).where("id", "=", draft).execute();

    const count = async (rows: string) =>
      Number((await sql<{ n: string }>`select count(*) as n from ${sql.raw(rows)}`.execute(db)).rows[0]?.n);
    const versionOf = async (meeting: number) =>
      String(
        (
          await db
            .selectFrom("agenda")
            .select("version")
            .where("planned_meeting_id", "=", meeting)
            .executeTakeFirstOrThrow()
        ).version,
      );
    /** What a page has in its hidden fields. */
    const hidden = async (address: string, name: string) =>
      new RegExp(`name="${name}" value="([^"]+)"`).exec(await (await person.get(address)).text())?.[1] ?? "";

    const access = { name: "Nina Ny", email: "nina.ny@example.dk", language: "", from: "", until: "", item: "" };
    const between = { "from-birkeby": inDays(0), "until-birkeby": inDays(9) };
    const forms: Form[] = [
      {
        at: `${WORK}/sager/ny?udvalg=skoleudvalget`,
        form: async () => ({
          title: "Ny cykelsti",
          openness: "open",
          deadline: "",
          ground: "",
          responsible: await idOf(email),
          key: await hidden(`${WORK}/sager/ny?udvalg=skoleudvalget`, "key"),
        }),
        rows: "paper",
      },
      {
        at: `${TOWN}/udvalg/skoleudvalget/plan`,
        form: () => ({
          date: inDays(91),
          start: "10:00",
          end: "12:00",
          place: "Rådhuset",
          kind: "ordinary",
          holiday: inDays(91),
        }),
        rows: "planned_meeting",
      },
      { at: `${WORK}/moeder/${unbegun}`, form: () => ({ do: "begin" }), rows: "agenda" },
      {
        at: `${WORK}/moeder/${building}`,
        form: async () => ({ do: `add:${spare}`, version: await versionOf(building) }),
        rows: "agenda_item",
      },
      {
        at: `${WORK}/moeder/${building}/nyt-punkt`,
        form: async () => ({ version: await versionOf(building), title: "Orientering", text: "Om sommerfesten." }),
        rows: "agenda_item",
      },
      {
        at: `${WORK}/moeder/${meetingId}/udsend`,
        form: async () => ({
          version: await versionOf(meetingId),
          answered: warningsKey(await listWarnings(db, { municipalityId, meetingId }, inDays(0))),
        }),
        rows: "dispatch where municipality_id <> 1",
      },
      {
        at: `${WORK}/moeder/${meetingId}/tillaeg`,
        form: async () => ({
          version: await versionOf(meetingId),
          paper: String(late),
          title: "Orientering",
          text: "Om sommerfesten.",
          lateReason: "Det kan ikke vente.",
        }),
        rows: "dispatch",
      },
      { at: `${WORK}/sager/${draft}/bilag`, file: "open", rows: "paper_attachment" },
      { at: `${WORK}/sager/${draft}/bilag/send`, file: "closed", rows: "paper_attachment", made: 0 },
      {
        at: `${WORK}/sager/${draft}/godkendelse`,
        form: () => ({ do: "comment", comment: "Hvad koster den?", section: "1" }),
        rows: "paper_comment",
      },
      {
        at: `${WORK}/sager/${draft}/godkendelse`,
        form: async () => ({
          do: "submit",
          seen: await hidden(`${WORK}/sager/${draft}/godkendelse`, "seen"),
          sendRemark: "Se især økonomien.",
        }),
        rows: "paper_snapshot",
      },
      {
        at: `${WORK}/skabeloner`,
        form: () => ({
          do: "save",
          id: "",
          name: "Kort sag",
          committee: "10",
          "order-1": "1",
          "heading-1": "Sagen",
          "role-1": "presentation",
          "required-1": "yes",
        }),
        rows: "paper_template",
      },
      {
        at: `${TOWN}/adgang`,
        form: () => ({ ...access, role: "reader", committee: "skoleudvalget" }),
        rows: "role_grant",
      },
      { at: `${TOWN}/adgang`, form: () => ({ ...access, role: "secretary", committee: "" }), rows: "role_grant" },
      {
        at: `${TOWN}/adgang`,
        form: () => ({ ...access, role: "substitute", committee: "skoleudvalget", from: inDays(1), until: inDays(9) }),
        rows: "role_grant",
      },
      {
        at: "/konto/afloesere",
        form: () => ({ do: "set", municipality: "birkeby", "deputy-birkeby": colleague.userId, ...between }),
        rows: "deputy",
      },
      {
        at: `${WORK}/udvalg/skoleudvalget/faste-punkter`,
        form: async () => ({
          seen: await hidden(`${WORK}/udvalg/skoleudvalget/faste-punkter`, "seen"),
          "title-0": "Godkendelse af dagsorden",
          "place-0": "first",
          "text-0": "",
          "order-0": "1",
          numbering: "year",
        }),
        rows: "standing_item",
      },
    ];
    const idOf = async (address: string) =>
      (await db.selectFrom("identity.user").select("id").where("email", "=", address).executeTakeFirstOrThrow()).id;
    expect(committeeId).toBe(10);

    for (const { at, form, file, rows, made = 1 } of forms) {
      const fields = await form?.();
      const before = await count(rows);
      const send = (): Promise<APIResponse> =>
        person.post(at, {
          maxRedirects: 0,
          ...(fields && { form: fields }),
          ...(file && {
            multipart: { [file]: { name: "vippe.txt", mimeType: "text/plain", buffer: Buffer.from("En vippe\n") } },
          }),
        });
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, send));
      const statuses = answers.map((answer) => answer.status());
      const name = `${at} ${JSON.stringify(fields)}: ${statuses.join(" ")}`;
      expect.soft((await count(rows)) - before, name).toBe(made);
      // Done, or told in a sentence what happened.
      for (const status of statuses) expect.soft([200, 204, 303, 400, 409], name).toContain(status);
    }
    expect(portal.output.filter((line) => /"level":(?:50|60)/.test(line))).toEqual([]);
  } finally {
    await opened.close();
  }
});
