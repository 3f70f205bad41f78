import type { Database } from "#database/connect.ts";
import type { Actor, Role } from "#identity/actor.ts";

export type AgendaPlace = { municipalityId: number; committeeId: number };

/** A municipality with a committee ("Skoleudvalget", id 10) and another ("Byrådet", id 11). */
export async function aTown(db: Database, slug = "birkeby"): Promise<AgendaPlace> {
  const { id } = await db
    .insertInto("municipality")
    .values({ slug, name: "Birkeby" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const committee = { municipality_id: id, successor_id: null };
  await db
    .insertInto("committee")
    .values([
      {
        ...committee,
        id: 10,
        slug: "skoleudvalget",
        name: "Skoleudvalget",
        name_key: "skoleudvalget",
        kind: "committee",
      },
      { ...committee, id: 11, slug: "byraadet", name: "Byrådet", name_key: "byraadet", kind: "council" },
    ])
    .execute();
  return { municipalityId: id, committeeId: 10 };
}

/** Somebody with a role in a municipality. */
export function anActor({ municipalityId }: AgendaPlace, role: Role, name = "Vera Birk"): Actor {
  return {
    userId: name.toLowerCase().replace(" ", "-"),
    name,
    email: `${role}@example.dk`,
    isOperator: false,
    isExample: false,
    grants: [{ municipalityId, committeeId: null, role, itemId: null }],
  };
}

/** A meeting in the plan of the committee, 13:00-15:00. */
export async function aMeeting(db: Database, { municipalityId, committeeId }: AgendaPlace, date: string) {
  const { id } = await db
    .insertInto("planned_meeting")
    .values({
      municipality_id: municipalityId,
      committee_id: committeeId,
      held_on: date,
      start_time: "13:00",
      end_time: "15:00",
      place: "Rådhuset",
      extraordinary: false,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

let papers = 0;

type PaperInput = {
  title?: string;
  reference?: string;
  meetingId?: number;
  closed?: boolean;
  /** Sections by role with a line of text. */
  sections?: Partial<Record<"summary" | "presentation" | "economy", string>>;
};

/** A ready paper whose path has one step, the committee's. */
export async function aPaper(
  db: Database,
  { municipalityId, committeeId }: AgendaPlace,
  input: PaperInput = {},
): Promise<number> {
  const reference = input.reference ?? `26-${String(++papers).padStart(6, "0")}`;
  const { id } = await db
    .insertInto("paper")
    .values({
      municipality_id: municipalityId,
      committee_id: committeeId,
      reference,
      reference_key: reference,
      title: input.title ?? "Ny legeplads ved skolen",
      responsible_id: "sander",
      responsible_name: "Sander Sø",
      created_by: "sander",
      state: "ready",
      closed: input.closed ?? false,
      closed_ground: input.closed ? "Styrelsesloven § 10: personforhold" : null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const of = { municipality_id: municipalityId, paper_id: id };
  await db
    .insertInto("consultation")
    .values({
      ...of,
      position: 1,
      committee_id: committeeId,
      role: "decides",
      planned_meeting_id: input.meetingId ?? null,
    })
    .execute();
  await db
    .insertInto("paper_recommendation")
    .values({ ...of, position: 1, text: "at sagen godkendes" })
    .execute();
  const sections = input.sections ?? { summary: "Kort fortalt.", presentation: "Mere fortalt.", economy: "Ingen." };
  await db
    .insertInto("paper_section")
    .values(
      Object.entries(sections).map(([role, text], index) => ({
        ...of,
        id: index + 1,
        position: index + 1,
        role: role as "summary",
        heading: role,
        required: true,
        body: JSON.stringify({
          type: "doc",
          content: [{ type: "paragraph", ...(text && { content: [{ type: "text", text }] }) }],
        }),
      })),
    )
    .execute();
  return id;
}
