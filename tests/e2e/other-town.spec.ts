import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type APIRequestContext, type APIResponse, expect, test } from "@playwright/test";
import { sql } from "kysely";
import { openAgenda } from "#agendas/agenda-operations.ts";
import { type BuiltAgenda, anAgendaToSend, inDays, send } from "#agendas/dispatch/testing.ts";
import { aMeeting, aPaper } from "#agendas/testing.ts";
import type { Database } from "#database/connect.ts";
import { openDatabase } from "#database/open.ts";
import { invite } from "#identity/access-operations.ts";
import { aPerson, operator } from "#identity/testing.ts";
import { richText } from "#rich-text/testing.ts";
import routes from "../../src/routes.ts";
import { everything, signedIn } from "../support/everything.ts";
import { type OwnPortal, ownPortal } from "../support/own-portal.ts";

// No browser here: one of the two projects is enough.
test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, "runs once, in the project with scripts");
test.setTimeout(240_000);

/** Stands in what Birkeby has, and is told to nobody of the other town. */
const MARKER = "zzbirkeby";

type Node = { path?: string | undefined; file?: string | undefined; children?: Node[] | undefined };

/** The routes that something can be sent to: those whose module has an action. */
const doors = (nodes: Node[], base = ""): string[] =>
  nodes.flatMap(({ path, file, children = [] }) => {
    const pattern = [base, path].filter(Boolean).join("/");
    const source = file ? readFileSync(join("src", file), "utf8") : "";
    const sends = /export (?:async function|function|const) action\b|export \{[^}]*\baction\b/.test(source);
    return [...(sends ? [pattern.replace(/^en\?\/?/, "")] : []), ...doors(children, pattern)];
  });

type Fields = Record<string, string>;
/**
 * What is sent: a form, a form with a file in it, or JSON. `of` is put in the place of ":name" in a route; `answer` is the
 * status where it is another than 404.
 */
type Deed = { form?: Fields; file?: string; json?: unknown; of?: Fields; query?: string; answer?: number };
/** Something of the attackers' own with Birkeby's numbers in it, which is refused by a sentence or by 404. */
type Own = Deed & { at: string };

/** All that has a number: Birkeby's, and where the attackers' own town comes in, theirs. */
type Ids = Record<
  | "open"
  | "closed"
  | "draft"
  | "sent"
  | "building"
  | "spare"
  | "item"
  | "sentItem"
  | "template"
  | "grant"
  | "deputy"
  | "batch"
  | "file"
  | "member"
  | "ownAgenda"
  | "ownVersion"
  | "ownPaper"
  | "ownPaperVersion"
  | "ownBatch"
  | "ownReading"
  | "ownCommittee",
  string
>;

const TOWN = "birkeby";
const OWN = "eksempelkoebing";
/** Doors that lead to nothing of a municipality's: everybody's own way in, account and language. */
const OWN_MATTERS = [
  "log-ind",
  "log-ind/kode",
  "log-ud",
  "adgangskode/:token",
  "glemt-adgangskode",
  "konto",
  "konto/koder",
];

/** 303 leads to a page with the reason: files are sent to an address that is no page. */
const REFUSED = [303, 400, 404, 409];
const HEAD = { title: "Kapret", openness: "open", deadline: "" };
const PLAN = { date: inDays(75), start: "10:00", end: "", place: "Kapret", kind: "ordinary", reason: "Kapret møde" };

/** What is sent to each door; a door that has no row fails the test. */
const deeds = (a: Ids): Record<string, Deed[]> => {
  const paper = a.open;
  const building = { meeting: a.building };
  const sent = { meeting: a.sent };
  return {
    ":municipality/adgang": [{ form: { do: "end", grant: a.grant } }],
    ":municipality/laes/:meeting": [
      { of: sent, form: { do: "note", item: a.sentItem, text: "Kapret", version: "0" } },
      { of: sent, form: { do: "seen", dispatch: "0" } },
      { of: sent, form: { do: "unread", item: a.sentItem } },
      { of: sent, form: { do: "read", item: a.sentItem, dispatch: "0" } },
    ],
    ":municipality/laes/:meeting/punkt/:item": [
      { of: { ...sent, item: a.sentItem }, form: { dispatch: "0", colour: "yellow", words: "title:0" } },
      { of: { ...sent, item: a.sentItem }, form: { do: "remove", id: "6f1c2a50-6d0c-4a33-b8b6-000000000000" } },
    ],
    ":municipality/laes/:meeting/mit": [
      { of: sent, form: { do: "note", item: a.sentItem, text: "Kapret", version: "0" } },
      { of: sent, form: { do: "read-all", dispatch: "0" } },
    ],
    // The plan is everybody's to read: whoever may not change it is told so.
    ":municipality/udvalg/:committee/plan": [
      { answer: 403, form: { do: "move", id: a.spare, version: "1", ...PLAN } },
      { answer: 403, form: { do: "cancel", id: a.spare, version: "1", reason: "Kapret møde" } },
      { answer: 403, form: { do: "rules", days: "2" } },
      { answer: 403, form: PLAN },
    ],
    ":municipality/arbejde/moeder/:meeting": [
      { of: building, form: { do: "begin" } },
      ...[`add:${a.closed}`, `remove:${a.item}`, `seen:${a.item}`, `up:${a.item}`, "order"].map((what) => ({
        of: building,
        form: { do: what, version: "1", [`place-${a.item}`]: "1" },
      })),
      { of: building, form: { do: "called-by", calledBy: "chair", version: "1" } },
    ],
    ":municipality/arbejde/moeder/:meeting/punkt/:item": [
      { of: { ...building, item: a.item }, form: { version: "1", title: "Kapret", text: "Kapret", place: "middle" } },
    ],
    ":municipality/arbejde/moeder/:meeting/nyt-punkt": [
      { of: building, form: { version: "1", title: "Kapret", text: "Kapret" } },
    ],
    ":municipality/arbejde/moeder/:meeting/udsend": [{ of: building, form: { version: "1", answered: "" } }],
    ":municipality/arbejde/moeder/:meeting/tillaeg": [
      { of: sent, form: { version: "5", title: "Kapret", text: "Kapret", lateReason: "Kapret møde" } },
      { of: sent, form: { version: "5", withdraw: a.sentItem, [`reason-${a.sentItem}`]: "Kapret møde" } },
    ],
    ":municipality/arbejde/udvalg/:committee/faste-punkter": [{ form: { seen: "", "title-0": "Kapret" } }],
    ":municipality/arbejde/udvalg/:committee/godkendelse": [{ form: { do: "standard", seen: "" } }],
    ":municipality/arbejde/sager/ny": [{ query: "?udvalg=skoleudvalget", form: HEAD }],
    ":municipality/arbejde/sager/:paper": [
      { of: { paper: a.draft }, form: { do: "keep", version: "1" } },
      { of: { paper: a.draft }, form: { do: "withdraw", version: "1", reason: "Kapret sag" } },
      { of: { paper: a.draft }, form: { do: "remove", version: "1" } },
      { of: { paper }, form: { do: "resume", version: "1" } },
      { of: { paper }, form: { do: "treat", version: "1", position: "1", result: "Kapret" } },
    ],
    ":municipality/arbejde/sager/:paper/hoved": [
      { of: { paper }, form: { ...HEAD, version: "1", responsible: a.member } },
    ],
    ":municipality/arbejde/sager/:paper/indstilling": [
      { of: { paper }, form: { version: "1", "order-1": "1", "text-1": "at kapre", "for-1": "" } },
    ],
    ":municipality/arbejde/sager/:paper/vej": [
      {
        of: { paper },
        form: { version: "1", "order-1": "1", "committee-1": "10", "role-1": "decides", "meeting-1": a.building },
      },
    ],
    ":municipality/arbejde/sager/:paper/bilag": [
      { of: { paper }, file: "open" },
      { of: { paper }, form: { do: "remove-1", version: "1" } },
      { of: { paper }, form: { do: "save", version: "1", "order-1": "1", "id-1": "1", "name-1": "Kapret" } },
    ],
    ":municipality/arbejde/sager/:paper/bilag/send": [{ of: { paper }, file: "open" }],
    ":municipality/arbejde/sager/:paper/tekst/:section": [
      { of: { paper, section: "1" }, form: { version: "1", text: "Kapret", baseVersion: "1" } },
    ],
    ":municipality/arbejde/sager/:paper/tekst/:section/gem": [
      { of: { paper, section: "1" }, json: { body: richText("Kapret"), baseVersion: 1 } },
    ],
    ":municipality/arbejde/sager/:paper/tal": [
      { of: { paper }, form: { do: "answer", key: "x", reason: "Kapret" } },
      { of: { paper }, form: { do: "use", key: "x" } },
    ],
    ":municipality/arbejde/sager/:paper/godkendelse": [
      { of: { paper: a.draft }, form: { do: "submit", seen: "1.1", sendRemark: "" } },
      { of: { paper }, form: { do: "approve", round: "1", position: "1", seen: "1.1", remark: "" } },
      { of: { paper }, form: { do: "return", round: "1", position: "1", remark: "Kapret sag" } },
      { of: { paper }, form: { do: "move-on", round: "1", position: "1", moveReason: "Kapret sag" } },
      { of: { paper }, form: { do: "take-back", round: "1", backReason: "Kapret sag" } },
      { of: { paper }, form: { do: "comment", comment: "Kapret", section: "1" } },
      { of: { paper }, form: { do: "settle", id: "1" } },
    ],
    ":municipality/arbejde/skabeloner": [
      { form: { do: "end", id: a.template } },
      { form: { do: "save", id: a.template, name: "Kapret", committee: "10", "order-1": "1", "heading-1": "Kapret" } },
    ],
    ":municipality/arbejde/indlaes/filer": [{ query: `?upload=${a.batch}`, file: "files" }],
    ":municipality/arbejde/indlaes/:batch/:file": [
      { of: { batch: a.batch, file: a.file }, form: { do: "want", version: "1" } },
      { of: { batch: a.batch, file: a.file }, form: { do: "not-item", item: "1", version: "1" } },
      { of: { batch: a.batch, file: a.file }, form: { do: "undo", target: "header", version: "1" } },
    ],
    ":municipality/arbejde/indlaes/:batch": [
      { of: { batch: a.batch }, form: { file: a.file } },
      { of: { batch: a.batch }, form: { do: "want-all" } },
      { of: { batch: a.batch }, form: { discard: a.file } },
      { of: { batch: a.batch }, form: { do: "discard" } },
    ],
    // The municipality stands in the form here.
    "konto/afloesere": [
      { form: { do: "set", municipality: TOWN, [`deputy-${TOWN}`]: a.member, ...between(TOWN) } },
      { form: { do: "end", municipality: TOWN, id: a.deputy } },
    ],
  };
};

const between = (slug: string) => ({ [`from-${slug}`]: inDays(0), [`until-${slug}`]: inDays(9) });

/** Pages of the attackers' own town, with Birkeby's numbers in what is sent. */
const ownPages = (a: Ids): Own[] => {
  const agenda = `${OWN}/arbejde/moeder/${a.ownAgenda}`;
  const paper = `${OWN}/arbejde/sager/${a.ownPaper}`;
  const version = a.ownPaperVersion;
  const ofAgenda = (what: string) => ({ at: agenda, form: { do: what, version: a.ownVersion } });
  return [
    ofAgenda(`add:${a.closed}`),
    ofAgenda(`remove:${a.item}`),
    ofAgenda(`seen:${a.item}`),
    { at: `${agenda}/punkt/${a.item}`, form: { version: a.ownVersion, title: "Kapret", text: "", place: "middle" } },
    { at: `${OWN}/laes/${a.ownReading}`, form: { do: "note", item: a.sentItem, text: "Kapret", version: "0" } },
    { at: `${OWN}/laes/${a.ownReading}/mit`, form: { do: "note", item: a.sentItem, text: "Kapret", version: "0" } },
    { at: `${OWN}/laes/${a.ownReading}/punkt/${a.sentItem}`, form: { dispatch: "0", colour: "yellow", words: "x:0" } },
    { at: `${OWN}/udvalg/${a.ownCommittee}/plan`, form: { do: "move", id: a.building, version: "1", ...PLAN } },
    { at: `${OWN}/udvalg/${a.ownCommittee}/plan`, form: { do: "cancel", id: a.sent, version: "1", reason: "Kapret" } },
    {
      at: `${paper}/vej`,
      form: { version, "order-1": "1", "committee-1": "10", "role-1": "decides", "meeting-1": a.building },
    },
    { at: `${paper}/indstilling`, form: { version, "order-1": "1", "text-1": "at kapre", "for-1": "10" } },
    { at: `${paper}/hoved`, form: { ...HEAD, version, responsible: a.member } },
    { at: `${OWN}/arbejde/skabeloner`, form: { do: "end", id: a.template } },
    {
      at: `${OWN}/arbejde/skabeloner`,
      form: { do: "save", id: a.template, name: "Kapret", "order-1": "1", "heading-1": "Kapret", "role-1": "other" },
    },
    {
      at: `${OWN}/arbejde/sager/ny?udvalg=${a.ownCommittee}`,
      form: { ...HEAD, responsible: a.member, key: "6f1c2a50-6d0c-4a33-b8b6-0000000000aa", template: a.template },
    },
    { at: `${OWN}/arbejde/indlaes/filer?upload=${a.batch}`, file: "files" },
    { at: `${OWN}/arbejde/indlaes/${a.ownBatch}`, form: { file: a.file } },
    { at: `${OWN}/arbejde/indlaes/${a.ownBatch}/${a.file}`, form: { do: "want", version: "1" } },
    { at: `${OWN}/adgang`, form: { do: "end", grant: a.grant } },
    {
      at: `${OWN}/adgang`,
      form: { name: "Kap Rer", email: "kap@example.dk", role: "guest", item: a.sentItem, committee: "" },
    },
    {
      at: `${OWN}/adgang`,
      form: { name: "Kap Rer", email: "kap@example.dk", role: "reader", committee: "skoleudvalget" },
    },
    { at: "konto/afloesere", form: { do: "set", municipality: OWN, [`deputy-${OWN}`]: a.member, ...between(OWN) } },
    { at: "konto/afloesere", form: { do: "end", municipality: OWN, id: a.deputy } },
  ];
};

const MINUTES = `Referat\nSkoleudvalget\n\nDato: tirsdag den 3. februar 2026 kl. 13:00\nSted: Rådhuset\n\nPunkt 1: ${MARKER}\n\nBeslutning\nGodkendt.\n`;
const textFile = (text: string, name = "fil") => ({
  name: `${name}.txt`,
  mimeType: "text/plain",
  buffer: Buffer.from(text),
});

/** Files read by the portal, ready to be looked through. */
async function anUpload(person: APIRequestContext, town: string): Promise<{ batch: string; file: string }> {
  const answer = await person.post(`/${town}/arbejde/indlaes/filer`, {
    headers: { Accept: "application/json" },
    multipart: { files: textFile(MINUTES, town === TOWN ? MARKER : "fil") },
  });
  const { batch } = (await answer.json()) as { batch: number };
  const address = `/${town}/arbejde/indlaes/${batch}`;
  const file = async () => new RegExp(`href="${address}/(\\d+)"`).exec(await (await person.get(address)).text())?.[1];
  await expect.poll(file, { message: "the file has been read", timeout: 60_000 }).toBeDefined();
  return { batch: String(batch), file: String(await file()) };
}

/** What Birkeby has of everything, and what the attackers have of their own. */
async function plant(
  db: Database,
  built: BuiltAgenda,
  [ours, theirs]: [APIRequestContext, APIRequestContext],
  us: string,
): Promise<Ids> {
  const { place, secretary, open, closed } = built;
  const m = { municipality_id: place.municipalityId };
  await db
    .updateTable("paper")
    .set({ title: `${MARKER} sag` })
    .where("municipality_id", "=", place.municipalityId)
    .execute();
  const member = await aPerson(db, place.municipalityId, "Maja Medlem", "member", place.committeeId);
  const building = await aMeeting(db, place, inDays(70));
  await openAgenda(db, secretary, { municipalityId: place.municipalityId, meetingId: building });
  expect(await send(db, built)).toMatchObject({ ok: true });
  const draft = await aPaper(db, place, { title: `${MARKER} udkast` });
  await db.updateTable("paper").set({ state: "draft" }).where("id", "=", draft).execute();
  await ours.post(`/${TOWN}/arbejde/sager/${open}/bilag`, { multipart: { open: textFile(MARKER) } });
  const itemOf = async (meeting: number) =>
    (
      await db
        .selectFrom("agenda_item")
        .select("id")
        .where("planned_meeting_id", "=", meeting)
        .executeTakeFirstOrThrow()
    ).id;
  const template = await db
    .insertInto("paper_template")
    .values({ ...m, committee_id: null, name: `${MARKER} skabelon`, sections: "[]", ended_at: null })
    .returning("id")
    .executeTakeFirstOrThrow();
  const deputy = await db
    .insertInto("deputy")
    .values({ ...m, user_id: us, deputy_id: member.userId, from_on: inDays(0), until_on: inDays(9) })
    .returning("id")
    .executeTakeFirstOrThrow();
  const grant = await db
    .selectFrom("role_grant")
    .select("id")
    .where("user_id", "=", member.userId)
    .executeTakeFirstOrThrow();
  const upload = await anUpload(ours, TOWN);
  const own = await db.selectFrom("municipality").select("id").where("slug", "=", OWN).executeTakeFirstOrThrow();
  const reading = await db
    .selectFrom("dispatch")
    .select("planned_meeting_id as id")
    .where("municipality_id", "=", own.id)
    .executeTakeFirstOrThrow();
  const agenda = await db
    .selectFrom("agenda")
    .innerJoin("planned_meeting as plan", "plan.id", "agenda.planned_meeting_id")
    .innerJoin("committee", (join) =>
      join.onRef("committee.id", "=", "plan.committee_id").on("committee.municipality_id", "=", own.id),
    )
    .select(["plan.id", "agenda.version", "committee.slug", "committee.id as committeeId"])
    .where("agenda.municipality_id", "=", own.id)
    .where("agenda.state", "=", "building")
    .executeTakeFirstOrThrow();
  expect(agenda.committeeId, "no committee of the two has the other's number").not.toBe(place.committeeId);
  const paper = await db
    .selectFrom("paper")
    .select(["id", "version"])
    .where("municipality_id", "=", own.id)
    .where("state", "=", "draft")
    .executeTakeFirstOrThrow();
  const numbers = {
    open,
    closed,
    draft,
    sent: built.meetingId,
    building,
    spare: await aMeeting(db, place, inDays(80)),
    item: await itemOf(building),
    sentItem: await itemOf(built.meetingId),
    template: template.id,
    grant: grant.id,
    deputy: deputy.id,
    batch: upload.batch,
    file: upload.file,
    member: member.userId,
    ownAgenda: agenda.id,
    ownVersion: agenda.version,
    ownPaper: paper.id,
    ownPaperVersion: paper.version,
    ownBatch: (await anUpload(theirs, OWN)).batch,
    ownReading: reading.id,
    ownCommittee: agenda.slug,
  };
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)])) as Ids;
}

/** Tables that people write in by forms, and nothing in the background does. When something was read is another matter. */
const WORK =
  /^public\.(?:audit_entry|agenda|agenda_item|agenda_guest|paper.*|consultation|approval|planned_meeting|committee_rules|deputy|role_grant|import_batch|standing_item)$|^personal\.(?:note|highlight)$/;

/** One sum over every row of every table but sessions, which each request renews, and what the background recomputes. */
async function sumOfAll(db: Database, only = /./): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema in ('public', 'personal', 'identity')
      and table_name not in ('session', 'rate_limit', 'rateLimit', 'attempt', 'search_index_state',
        'archive_state', 'document_check', 'finding')
    order by 1`.execute(db);
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    if (!only.test(name)) continue;
    const { rows } = await sql<{ sum: string }>`
      select md5(coalesce(string_agg(row::text, '|' order by row::text), '')) as sum from ${sql.raw(name)} as row`.execute(
      db,
    );
    sums[name] = rows[0]?.sum ?? "";
  }
  return sums;
}

const changed = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys(after).filter((table) => after[table] !== before[table]);

/** Everybody's roles end but one that lets them stay signed in: they read in the council, and nothing else. */
async function endAllRoles(db: Database, municipalityId: number, email: string): Promise<void> {
  const council = { role: "reader", committeeId: 11, untilOn: null } as const;
  const invited = await invite(db, operator, municipalityId, { name: "Frida Før", email }, council);
  if (!invited.ok) throw new Error(invited.reason);
  await db
    .updateTable("role_grant")
    .set({ ended_at: new Date(), ended_by: operator.userId })
    .where("user_id", "=", invited.userId)
    .where((eb) => eb.or([eb("committee_id", "is", null), eb("role", "<>", "reader")]))
    .execute();
}

/** A form as its page would give it now: with the version of what it is about. */
async function asItStands(db: Database, { form = {}, of = {} }: Deed): Promise<Fields> {
  const { rows } = await sql<{ version: number }>`
    select version from agenda where planned_meeting_id = ${Number(of["meeting"] ?? 0)}
    union all select version from paper where id = ${Number(of["paper"] ?? 0)}
    union all select version from import_file where id = ${Number(of["file"] ?? 0)}
    union all select version from planned_meeting where id = ${Number(form["do"] === "move" || form["do"] === "cancel" ? form["id"] : 0)}`.execute(
    db,
  );
  return { ...form, ...(form["version"] !== undefined && rows[0] && { version: String(rows[0].version) }) };
}

async function post(person: APIRequestContext, address: string, deed: Deed): Promise<APIResponse> {
  const { form, file, json } = deed;
  return person.post(address, {
    maxRedirects: 0,
    ...(form && { form }),
    ...(file && { multipart: { [file]: textFile("Kapret\n") } }),
    ...(json !== undefined && { data: json }),
  });
}

const ODD = ["x", "-1", "1.5", "1e999", "4294967296", "99999999999999999999", "\0", "__proto__"];

/** A form again and again, each time with another of its numbers wrong: "add:41" becomes "add:x". */
const withOddNumbers = (form: Fields): Fields[] =>
  Object.entries(form).flatMap(([field, value]) => {
    const [, button = "", id] = /^(\D+[:-])?(\d+)$/.exec(value) ?? [];
    return id === undefined ? [] : ODD.map((odd) => ({ ...form, [field]: button + odd }));
  });

const addressOf = (pattern: string, town: string, { of = {}, query = "" }: Deed) =>
  `/${pattern}`
    .replace(":municipality", town)
    .replace(":committee", "skoleudvalget")
    .replace(/:(\w+)/g, (_all, name: string) => of[name] ?? "?") + query;

let portal: OwnPortal | undefined;
test.afterEach(() => portal?.stop());

test("at every address that takes a form strangers find nothing, and what is sent twice, too late or wrong does no harm", async () => {
  const data = mkdtempSync(join(tmpdir(), "sagsgang-other-town-"));
  portal = await ownPortal(data);
  const { url } = portal;
  const opened = await openDatabase({ databaseUrl: null, dataFolder: data });
  const { db } = opened;
  try {
    const built = await anAgendaToSend(db);
    const theirTown = await db
      .selectFrom("municipality")
      .select("id")
      .where("slug", "=", OWN)
      .executeTakeFirstOrThrow();
    const us = await everything(db, built.place.municipalityId, "Alma Alt");
    const them = await everything(db, theirTown.id, "Kap Rer");
    const ours = await signedIn(url, us.email, 1);
    const theirs = await signedIn(url, them.email, 2);
    const ids = await plant(db, built, [ours, theirs], us.id);
    const rows = deeds(ids);

    const sending = doors(routes as Node[]);
    expect(sending.length).toBeGreaterThan(30);
    expect([...Object.keys(rows), ...OWN_MATTERS].sort(), "each address that takes a form has its row").toEqual(
      sending.toSorted(),
    );

    // What the background still does with what was sent out and uploaded.
    const waiting = () => db.selectFrom("dispatch").select("number").where("public_sha256", "is", null).execute();
    await expect.poll(async () => (await waiting()).length, { timeout: 60_000 }).toBe(0);

    const attacks: { what: string; address: string; deed: Deed; statuses: number[] }[] = [
      ...Object.entries(rows).flatMap(([pattern, sent]) =>
        sent.flatMap((deed) =>
          (pattern.startsWith(":municipality") ? [TOWN, OWN] : [TOWN]).map((town) => ({
            what: `${pattern} of ${town}`,
            address: addressOf(pattern, town, deed),
            deed,
            // In their own town some of these addresses are theirs; what they name is not.
            statuses: town === TOWN ? [deed.answer ?? 404] : pattern.includes("/:") ? [404] : REFUSED,
          })),
        ),
      ),
      ...ownPages(ids).map(({ at, ...deed }) => ({
        what: `their own ${at}`,
        address: `/${at}`,
        deed,
        statuses: REFUSED,
      })),
    ];
    // What is closed on their own agenda is noted as read by them once a day.
    await theirs.get(`/${OWN}/arbejde/moeder/${ids.ownAgenda}`);
    await theirs.get(`/${OWN}/laes/${ids.ownReading}`);
    const before = await sumOfAll(db);
    for (const { what, address, deed, statuses } of attacks) {
      const name = `${what} ${JSON.stringify(deed)}`;
      for (const way of ["page", "data"]) {
        const [path = "", query] = address.split("?");
        const asked = way === "page" ? address : `${path}.data${query === undefined ? "" : `?${query}`}`;
        const answer = await post(theirs, asked, deed);
        const said = (await answer.text()) + JSON.stringify(answer.headers());
        if (way === "page") expect.soft(statuses, `${name}: ${answer.status()}`).toContain(answer.status());
        expect.soft(answer.status(), name).toBeLessThan(500);
        expect.soft(said, name).not.toContain(MARKER);
        const after = await sumOfAll(db);
        expect.soft(changed(before, after), `${name} changed`).toEqual([]);
        Object.assign(before, after);
      }
    }

    // Somebody whose roles ended while they were signed in, all but one in another committee.
    const { email } = await everything(db, built.place.municipalityId, "Frida Før");
    const former = await signedIn(url, email, 3);
    await former.get(`/${TOWN}/arbejde/moeder/${ids.building}`);
    await endAllRoles(db, built.place.municipalityId, email);
    const then = await sumOfAll(db);
    for (const [pattern, sent] of Object.entries(rows))
      for (const deed of sent) {
        const name = `${pattern} ${JSON.stringify(deed)} without a role`;
        const answer = await post(former, addressOf(pattern, TOWN, deed), deed);
        expect.soft(answer.status(), name).toBe(deed.answer ?? 404);
        expect.soft(await answer.text(), name).not.toContain(MARKER);
        expect.soft(changed(then, await sumOfAll(db)), name).toEqual([]);
      }

    // Numbers that are none, field by field, from those who are at home there: a sentence or 404, never an error of ours.
    const athome = [
      ...Object.entries(rows).flatMap(([pattern, sent]) =>
        sent.map((deed) => ({ person: ours, address: addressOf(pattern, TOWN, deed), deed })),
      ),
      ...ownPages(ids).map(({ at, ...deed }) => ({ person: theirs, address: `/${at}`, deed })),
    ];
    for (const { person, address, deed } of athome)
      for (const form of withOddNumbers(deed.form ?? {})) {
        const answer = await post(person, address, { form });
        expect.soft(answer.status(), `${address} ${JSON.stringify(form)}`).toBeLessThan(500);
      }

    // The same from Birkeby finds what it names: the attack was made of what is there. Sent again as it was, by a button
    // pressed twice, it does nothing more.
    for (const [pattern, sent] of Object.entries(rows))
      for (const [at, deed] of sent.entries()) {
        const now = { ...deed, ...(deed.form && { form: await asItStands(db, deed) }) };
        const name = `${pattern} ${JSON.stringify(now)}`;
        const first = await post(ours, addressOf(pattern, TOWN, deed), now);
        if (at === 0) expect.soft(first.status(), `${name} by Birkeby's own`).not.toBe(404);
        expect.soft(first.status(), name).toBeLessThan(500);
        const once = await sumOfAll(db, WORK);
        const second = await post(ours, addressOf(pattern, TOWN, deed), now);
        expect.soft(second.status(), `${name} again`).toBeLessThan(500);
        expect.soft(changed(once, await sumOfAll(db, WORK)), `${name} again`).toEqual([]);
      }

    // And once more, when what it names was changed, sent or thrown away.
    for (const [pattern, sent] of Object.entries(rows))
      for (const deed of sent) {
        const answer = await post(ours, addressOf(pattern, TOWN, deed), deed);
        expect.soft(answer.status(), `${pattern} ${JSON.stringify(deed)} too late`).toBeLessThan(500);
      }
    expect(portal.output.filter((line) => /"level":(?:50|60)/.test(line))).toEqual([]);
  } finally {
    await opened.close();
  }
});
