import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { openPaper, findSection } from "../queries.ts";
import { type SaveResult, saveSection } from "../save-section.ts";
import { replaceWords } from "./compose.ts";
import { listFindings } from "./findings.ts";

/** `settled`: the text says it no longer, or the figure cannot be exchanged by itself. */
export type UseResult = SaveResult | { ok: false; reason: "settled" };

/** Writes the computed figure in the place of the stated one, as a save of the section like any other. */
export async function useComputed(
  db: Database,
  actor: Actor,
  { municipalityId, paperId, key }: { municipalityId: number; paperId: number; key: string },
): Promise<UseResult> {
  const paper = await openPaper(db, actor, municipalityId, paperId);
  if (!paper) return { ok: false, reason: "gone" };
  const finding = (await listFindings(db, municipalityId, paperId)).find((finding) => finding.key === key);
  const section =
    finding?.sectionId == null ? undefined : await findSection(db, municipalityId, paperId, finding.sectionId);
  if (!finding?.statedAt || finding.computed === null || !section) return { ok: false, reason: "settled" };
  // The section may have been saved between the two readings: then the words no longer stand there.
  const body = replaceWords(section.body, finding.statedAt, finding.computed);
  if (!body) return { ok: false, reason: "settled" };
  return saveSection(db, actor, {
    municipalityId,
    paperId,
    sectionId: section.id,
    baseVersion: section.version,
    body,
  });
}
