import type { Database } from "#database/connect.ts";
import type { Actor, Role } from "#identity/actor.ts";
import { findApproval } from "./approval-queries.ts";
import { addComment } from "./comment-operations.ts";
import { returnPaper } from "./decide.ts";
import { setDeputy } from "./deputy-operations.ts";
import { submitPaper } from "./submit.ts";

/**
 * Lets the example users talk about the paper that is in approval, send a draft back, and be away: the director's papers
 * go to the head for two weeks from `today` ("YYYY-MM-DD").
 */
export async function addExampleApproval(
  db: Database,
  municipalityId: number,
  people: Map<Role, Actor>,
  today: string,
): Promise<void> {
  const [writer, head, director] = [people.get("writer"), people.get("head"), people.get("director")];
  if (!writer || !head || !director) return;
  const newest = async (state: "draft" | "in-approval") => {
    const row = await db
      .selectFrom("paper")
      .select("id")
      .where("municipality_id", "=", municipalityId)
      .where("state", "=", state)
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirst();
    return row && { municipalityId, paperId: row.id };
  };
  const waiting = await newest("in-approval");
  if (waiting) {
    await addComment(db, head, waiting, { sectionId: 1, text: "Kan resuméet siges med to linjer?" });
    await addComment(db, writer, waiting, { sectionId: null, text: "Tallene er hentet i fredags." });
  }
  const draft = await newest("draft");
  if (draft) {
    const { mark } = await findApproval(db, municipalityId, draft.paperId);
    await submitPaper(db, writer, draft, { seen: mark, persons: [], remark: "Prisen er fra første etape." });
    const reason = "Skriv, hvad anden etape koster, og hvornår den kan begynde.";
    await returnPaper(db, head, draft, { round: 1, position: 1 }, reason);
  }
  const untilOn = new Date(Date.parse(`${today}T00:00:00Z`) + 14 * 86_400_000).toISOString().slice(0, 10);
  await setDeputy(db, director, municipalityId, { deputyId: head.userId, fromOn: today, untilOn });
}
