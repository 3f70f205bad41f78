import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import type { Role } from "./actor.ts";
import { today } from "./today.ts";

export type AccessRow = {
  grantId: number;
  userId: string;
  name: string;
  email: string;
  role: Role;
  committee: string | null;
  /** A guest's item: the meeting's day, and the title when it is open and has been sent out. */
  item: { date: string; title: string | null } | null;
  fromOn: string;
  untilOn: string | null;
  /** True before its first day. */
  coming: boolean;
  /** False while the invitation has not been used. */
  canSignIn: boolean;
  /** When it ended, by whom where somebody did it; the day before its last day has passed it is null. */
  ended: { at: Date | null; by: string | null } | null;
};

const passed = sql<boolean>`coalesce("grant".until_on < ${today}, false)`;

/** Every role that holds or will hold, by person. */
export async function listAccess(db: Database, municipalityId: number): Promise<AccessRow[]> {
  const rows = await grantsOf(db, municipalityId)
    .where("grant.ended_at", "is", null)
    .where(sql<boolean>`not ${passed}`)
    .orderBy("name")
    .orderBy("grant.user_id")
    .orderBy("grant.id")
    .execute();
  return rows.map(accessRow);
}

/** Roles that have ended or whose last day has passed, the latest first, and how many there are. */
export async function listEndedAccess(
  db: Database,
  municipalityId: number,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: AccessRow[]; total: number }> {
  const over = sql<boolean>`("grant".ended_at is not null or ${passed})`;
  const [rows, { total }] = await Promise.all([
    grantsOf(db, municipalityId)
      .where(over)
      .orderBy(sql`coalesce("grant".ended_at, "grant".until_on::timestamptz)`, "desc")
      .orderBy("grant.id", "desc")
      .limit(limit)
      .offset(offset)
      .execute(),
    db
      .selectFrom("role_grant as grant")
      .select(({ fn }) => fn.countAll<number>().as("total"))
      .where("grant.municipality_id", "=", municipalityId)
      .where(over)
      .executeTakeFirstOrThrow(),
  ]);
  return { rows: rows.map(accessRow), total };
}

// An archive restored elsewhere brings roles of people who have no account yet: they show by their number.
function grantsOf(db: Database, municipalityId: number) {
  return db
    .selectFrom("role_grant as grant")
    .leftJoin("identity.user as user", "user.id", "grant.user_id")
    .leftJoin("identity.user as ender", "ender.id", "grant.ended_by")
    .leftJoin("committee", (join) =>
      join
        .onRef("committee.municipality_id", "=", "grant.municipality_id")
        .onRef("committee.id", "=", "grant.committee_id"),
    )
    .leftJoin("agenda_item as item", (join) =>
      join.onRef("item.municipality_id", "=", "grant.municipality_id").onRef("item.id", "=", "grant.item_id"),
    )
    .leftJoin("planned_meeting as meeting", (join) =>
      join
        .onRef("meeting.municipality_id", "=", "item.municipality_id")
        .onRef("meeting.id", "=", "item.planned_meeting_id"),
    )
    .select((eb) => [
      "grant.id as grantId",
      "grant.user_id as userId",
      sql<string>`coalesce("user".name, "grant".user_id)`.as("name"),
      sql<string>`coalesce("user".email, '')`.as("email"),
      "grant.role",
      "committee.name as committee",
      "meeting.held_on as itemDate",
      shownTitle.as("itemTitle"),
      "grant.from_on as fromOn",
      "grant.until_on as untilOn",
      "grant.ended_at as endedAt",
      "ender.name as endedBy",
      sql<boolean>`"grant".from_on > ${today}`.as("coming"),
      passed.as("passed"),
      eb
        .exists(eb.selectFrom("identity.account").select("id").whereRef("identity.account.userId", "=", "user.id"))
        .$castTo<boolean>()
        .as("canSignIn"),
    ])
    .where("grant.municipality_id", "=", municipalityId);
}

/** Administrators see to access and read no drafts and nothing closed, so they are not told such titles. */
const shownTitle = sql<string | null>`case
  when item.number is not null and not item.closed and not coalesce((
    select paper.closed from paper where paper.municipality_id = item.municipality_id and paper.id = item.paper_id
  ), false) then item.title end`;

type Row = Awaited<ReturnType<ReturnType<typeof grantsOf>["execute"]>>[number];

function accessRow({ itemDate, itemTitle, endedAt, endedBy, passed, ...row }: Row): AccessRow {
  return {
    ...row,
    role: row.role as Role,
    item: itemDate === null ? null : { date: itemDate, title: itemTitle },
    ended: endedAt || passed ? { at: endedAt, by: endedBy } : null,
  };
}

/** Undefined when the municipality has no committee of that address. */
export async function findCommitteeId(db: Database, municipalityId: number, slug: string): Promise<number | undefined> {
  const row = await db
    .selectFrom("committee")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("slug", "=", slug)
    .executeTakeFirst();
  return row?.id;
}

/** The committee that treats an item of an agenda; undefined when the municipality has no such item. */
export async function findItemCommittee(
  db: Database,
  municipalityId: number,
  itemId: number,
): Promise<{ committeeId: number } | undefined> {
  return db
    .selectFrom("agenda_item as item")
    .innerJoin("planned_meeting as meeting", (join) =>
      join
        .onRef("meeting.municipality_id", "=", "item.municipality_id")
        .onRef("meeting.id", "=", "item.planned_meeting_id"),
    )
    .select("meeting.committee_id as committeeId")
    .where("item.municipality_id", "=", municipalityId)
    .where("item.id", "=", itemId)
    .executeTakeFirst();
}

export type GuestItem = { id: number; committee: string; date: string; position: number; title: string | null };

/** Items of meetings to come that a guest can be let in to, in the order of the meetings. `title` as in `AccessRow`. */
export async function listGuestItems(db: Database, municipalityId: number): Promise<GuestItem[]> {
  return db
    .selectFrom("agenda_item as item")
    .innerJoin("planned_meeting as meeting", (join) =>
      join
        .onRef("meeting.municipality_id", "=", "item.municipality_id")
        .onRef("meeting.id", "=", "item.planned_meeting_id"),
    )
    .innerJoin("committee", (join) =>
      join
        .onRef("committee.municipality_id", "=", "meeting.municipality_id")
        .onRef("committee.id", "=", "meeting.committee_id"),
    )
    .select([
      "item.id",
      "committee.name as committee",
      "meeting.held_on as date",
      "item.position",
      shownTitle.as("title"),
    ])
    .where("item.municipality_id", "=", municipalityId)
    .where("item.withdrawn_with", "is", null)
    .where("meeting.cancelled_at", "is", null)
    .where("meeting.held_on", ">=", today)
    .orderBy("meeting.held_on")
    .orderBy("committee.name")
    .orderBy("item.position")
    .execute();
}
