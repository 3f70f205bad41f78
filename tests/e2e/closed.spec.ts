import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { type BuiltAgenda, anAgendaToSend, inDays, send } from "#agendas/dispatch/testing.ts";
import { readAgenda } from "#agendas/agenda-queries.ts";
import type { Database } from "#database/connect.ts";
import { openDatabase } from "#database/open.ts";
import { aPerson } from "#identity/testing.ts";
import { beginBatch, receiveFile } from "#import-review/upload-operations.ts";
import { keepSnapshot } from "#papers/snapshots.ts";
import { readDocument } from "#minutes/read-document.ts";
import { richText } from "#rich-text/testing.ts";
import { signedIn } from "../support/everything.ts";
import { type OwnPortal, ownPortal } from "../support/own-portal.ts";
import { requester } from "../support/visitor.ts";

// No browser here: one of the two projects is enough.
test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "runs once, in the project with scripts");
test.setTimeout(240_000);

/** Stands in everything that is closed. What is looked for is another word beside it, for a page says what was asked for. */
const MARKER = "zzhemmeligt";
const BESIDE = "zzkendt";
const closed = (what: string) => `${MARKER}${what} ${BESIDE}`;
const FILE = Buffer.from(`${MARKER}fil`);
const REFERENCE = `${MARKER}-1`;
const UPLOADED = `Referat\nSkoleudvalget\nBirkeby Kommune\n\nDato: tirsdag den 3. februar 2026 kl. 13:00\nSted: Rådhuset\n\nPunkt 1: ${closed("oplæst")} (Lukket punkt)\n\nBeslutning\n${closed("besluttet")}.\n`;
const CORRECTION = { kind: "header", field: "place", was: null, to: closed("rettet") };
const SUM = createHash("sha256").update(FILE).digest("hex");

let portal: OwnPortal | undefined;
test.afterEach(() => portal?.stop());

/** A marker in every field of a closed paper, its item, an open paper's closed attachment, and a member's notes. */
async function plant(db: Database, { place, secretary, meetingId, open, closed: paper }: BuiltAgenda, member: string) {
  const m = { municipality_id: place.municipalityId };
  await db
    .updateTable("paper")
    .set({ title: closed("titel"), reference: REFERENCE, closed_ground: closed("grund") })
    .where("id", "=", paper)
    .execute();
  await db
    .updateTable("paper_section")
    .set({ heading: closed("overskrift"), body: JSON.stringify(richText(closed("tekst"))) })
    .where("paper_id", "=", paper)
    .execute();
  await db
    .updateTable("paper_recommendation")
    .set({ text: closed("indstilling") })
    .where("paper_id", "=", paper)
    .execute();
  await db
    .insertInto("stored_file")
    .values({ ...m, sha256: SUM, media_type: "text/plain", size: FILE.length, content: FILE })
    .execute();
  for (const paper_id of [paper, open])
    await db
      .insertInto("paper_attachment")
      .values({
        ...m,
        paper_id,
        id: 9,
        position: 9,
        name: closed("bilag"),
        file_name: `${MARKER}.txt`,
        sha256: SUM,
        closed: true,
        added_by: "u",
        removed_at: null,
      })
      .execute();
  await db
    .insertInto("paper_comment")
    .values({ ...m, paper_id: paper, id: 1, text: closed("kommentar"), written_by: "u", written_by_name: "Ulla" })
    .execute();
  await db
    .insertInto("approval")
    .values({
      ...m,
      paper_id: paper,
      round: 1,
      position: 1,
      role: "head",
      person_id: null,
      person_name: null,
      state: "returned",
      comment: closed("returgrund"),
      decided_at: new Date(),
      decided_by: "u",
      decided_by_name: "Ulla",
      deputy_for: null,
      snapshot: null,
    })
    .execute();
  await db
    .transaction()
    .execute((tx) => keepSnapshot(tx, { userId: "u", name: "Ulla" }, place.municipalityId, paper, "kept"));
  const agenda = await readAgenda(db, place.municipalityId, meetingId);
  const [item, openItem] = [true, false].map((is) => agenda?.items.find((one) => one.closed === is)?.id as number);
  await db
    .insertInto("agenda_guest")
    .values({
      ...m,
      agenda_item_id: item as number,
      position: 1,
      name: closed("gæst"),
      user_id: null,
      from_time: null,
      until_time: null,
    })
    .execute();
  await db
    .insertInto("personal.note")
    .values({
      ...m,
      user_id: member,
      planned_meeting_id: meetingId,
      item_id: openItem as number,
      text: closed("note"),
      version: 1,
    })
    .execute();
  // Minutes on their way in, with a closed item that the secretary sets right.
  const batch = (await beginBatch(db, secretary, place.municipalityId)) as number;
  const bytes = new TextEncoder().encode(UPLOADED);
  await receiveFile(db, secretary, place.municipalityId, batch, { name: "moede.txt", size: bytes.length, bytes });
  const file = db.selectFrom("import_file").select("id").where("batch_id", "=", batch).where("state", "=", "read");
  await expect.poll(() => file.executeTakeFirst(), { timeout: 60_000 }).toBeDefined();
  await db
    .updateTable("import_file")
    .set({ corrections: JSON.stringify([CORRECTION]) })
    .where("batch_id", "=", batch)
    .execute();
  const upload = `${batch}/${(await file.executeTakeFirstOrThrow()).id}`;
  return { item: item as number, openItem: openItem as number, upload };
}

/** Addresses with the numbers of what is closed, which no link leads strangers to. */
function forged({ meetingId, open, closed: paper }: BuiltAgenda, item: number, upload: string): string[] {
  const papers = [
    "",
    "/hoved",
    "/indstilling",
    "/vej",
    "/bilag",
    "/bilag/9",
    "/versioner",
    "/godkendelse",
    "/tekst/1",
    "/tekst/1?ren=ja",
    "/tal",
    "/tal.json",
  ];
  const versions = ["?fra=1", "?til=1", "?fra=1&til=2"].map((query) => `/versioner${query}`);
  const meetings = ["", "/udsend", "/tillaeg", `/punkt/${item}`, "/nyt-punkt"];
  const reading = ["", "/dagsorden.pdf", `/punkt/${item}`, `/bilag/${paper}/9`, `/bilag/${open}/9`];
  return ["/birkeby", "/eksempelkoebing", "/en/birkeby"].flatMap((town) => [
    ...[paper, open].flatMap((id) => [...papers, ...versions].map((page) => `${town}/arbejde/sager/${id}${page}`)),
    ...meetings.map((page) => `${town}/arbejde/moeder/${meetingId}${page}`),
    ...reading.map((page) => `${town}/laes/${meetingId}${page}`),
    ...["laes/noter", "kalender.ics", "udvalg/skoleudvalget/plan.ics", "tal", "adgang/protokol"].map(
      (page) => `${town}/${page}`,
    ),
    // What a page's scripts ask for, without the page.
    ...[`sager/${paper}/bilag`, `sager/${paper}/tekst/1`, `moeder/${meetingId}`, `indlaes/${upload}`].map(
      (page) => `${town}/arbejde/${page}.data`,
    ),
    `${town}/laes/${meetingId}.data`,
    `${town}/arbejde/indlaes/${upload.split("/")[0]}`,
    `${town}/arbejde/indlaes/${upload}`,
    `${town}/arbejde/indlaes/${upload}/original`,
    `${town}/originaler/${SUM}`,
    `${town}/soeg?q=${BESIDE}`,
    `${town}/arbejde/sager?soeg=${BESIDE}`,
    `${town}/adgang/protokol?sag=${MARKER.slice(0, 4)}`,
  ]);
}

/**
 * Everything somebody comes to, by links from where they stand and by addresses they made up: what has the marker in it.
 * `known`: what they may know.
 */
async function leaks(person: APIRequestContext, addresses: string[], known = ""): Promise<string[]> {
  const found: string[] = [];
  const queue = ["/", "/arbejde", "/birkeby", "/birkeby/laes", `/soeg?q=${BESIDE}`, ...addresses];
  const seen = new Set(queue);
  for (const path of queue) {
    const answer = await person.get(path, { maxRedirects: 0 });
    expect.soft(answer.status(), path).toBeLessThan(500);
    const type = answer.headers()["content-type"] ?? "";
    const body = await answer.body();
    const pdf = type.startsWith("application/pdf") ? await readDocument(new Uint8Array(body), "dagsorden.pdf") : null;
    const text = pdf?.ok ? pdf.extracted.text : body.toString("utf8");
    const said = `${text} ${JSON.stringify(answer.headers())}`;
    if ((known ? said.replaceAll(known, "") : said).includes(MARKER)) found.push(path);
    if (!type.startsWith("text/html") || seen.size > 400) continue;
    for (const [, href = ""] of text.matchAll(/href="(\/[^"#]*)/g)) {
      const link = href.replaceAll("&amp;", "&");
      if (seen.has(link) || /^\/(?:assets|en\/eks|eksempelkoebing)/.test(link)) continue;
      seen.add(link);
      queue.push(link);
    }
  }
  return found;
}

test("nothing of what is closed reaches anybody it is closed to, by any page, file, search, log or command", async () => {
  const data = mkdtempSync(join(tmpdir(), "sagsgang-closed-"));
  portal = await ownPortal(data);
  const { url } = portal;
  const opened = await openDatabase({ databaseUrl: null, dataFolder: data });
  const { db } = opened;
  try {
    const built = await anAgendaToSend(db, { open: "Ny legeplads" });
    const { municipalityId, committeeId } = built.place;
    const member = await aPerson(db, municipalityId, "Maja Medlem", "member", committeeId);
    const { item, openItem, upload } = await plant(db, built, member.userId);
    expect(await send(db, built)).toMatchObject({ ok: true });
    const waiting = () => db.selectFrom("dispatch").select("number").where("public_sha256", "is", null).execute();
    await expect.poll(async () => (await waiting()).length, { timeout: 60_000 }).toBe(0);

    const other = 11;
    const guest = await aPerson(db, municipalityId, "Gerda Gæst", "reader", other);
    const former = await aPerson(db, municipalityId, "Svend Stedfortræder", "reader", other);
    const grant = { municipality_id: municipalityId, committee_id: committeeId };
    await db
      .insertInto("role_grant")
      .values([
        { ...grant, user_id: guest.userId, role: "guest", item_id: openItem },
        { ...grant, user_id: former.userId, role: "substitute", from_on: inDays(-30), until_on: inDays(-2) },
        { ...grant, user_id: former.userId, role: "substitute", from_on: inDays(2), until_on: inDays(30) },
      ])
      .execute();
    const strangers: [string, () => Promise<APIRequestContext>][] = [
      ["the public", () => requester(url)],
      ["another municipality's secretary", () => requester(url, "secretary")],
      ["another municipality's administrator", () => requester(url, "administrator")],
      ["a guest of another item", () => signedIn(url, guest.email, 1)],
      ["a substitute outside their period", () => signedIn(url, former.email, 2)],
    ];
    for (const [at, [name, role, committee]] of (
      [
        ["Rie Reader", "reader", null],
        ["Mads Medlem", "member", other],
        ["Siri Sekretær", "secretary", other],
        ["Walter Writer", "writer", other],
        ["Adam Administrator", "administrator", null],
      ] as const
    ).entries()) {
      const { email } = await aPerson(db, municipalityId, name, role, committee);
      strangers.push([`${role} of ${committee ?? "the whole municipality"}`, () => signedIn(url, email, 10 + at)]);
    }
    const addresses = forged(built, item, upload);
    for (const [name, come] of strangers) {
      const person = await come();
      // Who sees to access reads in the record which case something was done with, and nothing of what stands in it.
      const known = name.startsWith("administrator") ? REFERENCE : "";
      expect.soft(await leaks(person, addresses, known), name).toEqual([]);
      await person.dispose();
    }

    // The same walk finds it for whoever it is open to; a member's note is their own, also to the secretary.
    const { email } = await aPerson(db, municipalityId, "Sonja Sekretær", "secretary", committeeId);
    const secretary = await signedIn(url, email, 30);
    const hers = await leaks(secretary, addresses);
    expect(hers).toEqual(
      expect.arrayContaining([`/birkeby/laes/${built.meetingId}`, `/birkeby/laes/${built.meetingId}/dagsorden.pdf`]),
    );
    const page = await (await secretary.get(`/birkeby/laes/${built.meetingId}`)).text();
    expect(page).toContain(`${MARKER}tekst`);
    expect(page).not.toContain(`${MARKER}note`);
    const approval = await (await secretary.get(`/birkeby/arbejde/sager/${built.closed}/godkendelse`)).text();
    expect(approval).toContain(`${MARKER}returgrund`);
    const staff = await aPerson(db, municipalityId, "Stine Stab", "secretary");
    const review = await (await signedIn(url, staff.email, 32)).get(`/birkeby/arbejde/indlaes/${upload}`);
    for (const what of ["besluttet", "rettet"]) expect(await review.text()).toContain(`${MARKER}${what}`);
    const theirs = await signedIn(url, member.email, 31);
    expect(await (await theirs.get("/birkeby/laes/noter")).text()).toContain(`${MARKER}note`);

    const command = promisify(execFile)("node", ["src/cli/main.ts", "search", BESIDE], {
      env: { ...process.env, SAGSGANG_DATA: data },
    });
    expect((await command).stdout).not.toContain(MARKER);
    expect(portal.output.join("\n")).not.toContain(MARKER);
  } finally {
    await opened.close();
  }
});
