import { sql } from "kysely";
import type { Database } from "#database/connect.ts";
import { type Actor, hasRole } from "#identity/actor.ts";
import { staffRoles } from "../policy.ts";
import { meetingOf, nextMeeting, type NextMeetingRow } from "./approval-queries.ts";
import { dispatchDay, dueDay } from "./due.ts";
import { listReturned } from "./returned-queries.ts";
import type { ApproverRole } from "./steps.ts";
import { listTurns } from "./turn-queries.ts";

type Name = { slug: string; name: string };

/** A paper on somebody's work list. `title` is null for a closed paper: reading it is noted, and a list is not reading. */
type PaperOfWork = {
  municipality: Name;
  paperId: number;
  reference: string;
  title: string | null;
  committee: string;
  /** "YYYY-MM-DD"; null when neither a deadline nor a meeting is given. */
  due: string | null;
};

export type PaperWork = PaperOfWork &
  (
    | { kind: "approve"; since: Date; deputyFor: string | null }
    | { kind: "returned"; since: Date; by: string; reason: string }
    | { kind: "draft" }
    /** Sent, and waiting for somebody with the role. */
    | { kind: "under-way"; role: ApproverRole }
  );

/** The papers that a person has something to do with: to approve, come back, to write on, and on their way. */
export async function listPaperWork(db: Database, actor: Actor): Promise<PaperWork[]> {
  const [turns, returned, papers] = await Promise.all([
    listTurns(db, { userId: actor.userId }),
    listReturned(db, { userId: actor.userId }),
    listOwnPapers(db, actor.userId),
  ]);
  const asked = [...turns, ...returned].map(({ paperId }) => paperId);
  const heads = new Map([...papers, ...(await listHeads(db, asked))].map((head) => [keyOf(head), head]));
  const isStaff = (head: Head) => hasRole(actor, head, staffRoles);
  const came = new Set(returned.map(keyOf));

  const approvals = turns.flatMap((turn): PaperWork[] => {
    const head = heads.get(keyOf(turn));
    if (!head) return [];
    const due = turn.meeting && dueDay(turn.meeting, turn.days);
    return [{ ...entry(head), due, kind: "approve", since: turn.since, deputyFor: turn.deputyFor }];
  });
  const back = returned.flatMap((one): PaperWork[] => {
    const head = heads.get(keyOf(one));
    if (!head || !isStaff(head)) return [];
    return [{ ...entry(head), kind: "returned", since: one.at, by: one.byName, reason: one.reason }];
  });
  const own = papers.flatMap((head): PaperWork[] => {
    if (!isStaff(head) || came.has(keyOf(head))) return [];
    if (head.state === "draft") return [{ ...entry(head), kind: "draft" }];
    const meeting = meetingOf(head.meeting);
    const due = head.turn && meeting && dueDay(meeting, head.turn.days);
    return head.turn ? [{ ...entry(head), due, kind: "under-way", role: head.turn.role }] : [];
  });
  return [...approvals, ...back, ...own];
}

type Head = {
  municipalityId: number;
  committeeId: number;
  municipality: Name;
  paperId: number;
  reference: string;
  title: string;
  closed: boolean;
  committee: string;
  state: string;
  deadline: string | null;
  meeting: NextMeetingRow;
  /** Whose turn it is while the paper is in approval. */
  turn: { role: ApproverRole; days: number } | null;
};

const keyOf = ({ municipalityId, paperId }: { municipalityId: number; paperId: number }) =>
  `${municipalityId}/${paperId}`;

/** A draft should be done by its own deadline, else when the agenda of its meeting is sent out. */
function entry(head: Head): PaperOfWork {
  const meeting = meetingOf(head.meeting);
  return {
    municipality: head.municipality,
    paperId: head.paperId,
    reference: head.reference,
    title: head.closed ? null : head.title,
    committee: head.committee,
    due: head.deadline ?? (meeting && dispatchDay(meeting)),
  };
}

const selectHeads = (db: Database) =>
  db
    .selectFrom("paper")
    .innerJoin("municipality as town", "town.id", "paper.municipality_id")
    .innerJoin("committee", (join) =>
      join
        .onRef("committee.municipality_id", "=", "paper.municipality_id")
        .onRef("committee.id", "=", "paper.committee_id"),
    )
    .select([
      "paper.municipality_id as municipalityId",
      "paper.committee_id as committeeId",
      sql<Name>`json_build_object('slug', town.slug, 'name', town.name)`.as("municipality"),
      "paper.id as paperId",
      "paper.reference",
      "paper.title",
      "paper.closed",
      "committee.name as committee",
      "paper.state",
      "paper.deadline",
      nextMeeting.as("meeting"),
      sql<Head["turn"]>`(select jsonb_build_object('role', approval.role, 'days', approval.days) from approval
        where approval.municipality_id = paper.municipality_id and approval.paper_id = paper.id
          and approval.state = 'waiting' order by approval.round desc, approval.position limit 1)`.as("turn"),
    ]);

async function listOwnPapers(db: Database, userId: string): Promise<Head[]> {
  const municipalities = db.selectFrom("municipality").select("id");
  return selectHeads(db)
    .where("paper.municipality_id", "in", municipalities)
    .where("paper.responsible_id", "=", userId)
    .where("paper.state", "in", ["draft", "in-approval"])
    .orderBy("paper.id")
    .execute();
}

async function listHeads(db: Database, papers: number[]): Promise<Head[]> {
  if (papers.length === 0) return [];
  return selectHeads(db)
    .where("paper.id", "in", [...new Set(papers)])
    .execute();
}
