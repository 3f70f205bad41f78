import { findMunicipality } from "#meetings/municipality-queries.ts";
import { saveSection } from "#papers/save-section.ts";
import { listOtherWriters } from "#papers/writers-queries.ts";
import { type BlockDifference, compareTexts } from "#rich-text/difference.ts";
import type { RichText } from "#rich-text/model.ts";
import { parseRichText } from "#rich-text/schema.ts";
import { actorOf, appOf } from "#web/context.ts";
import { languageOf } from "../../../web/language.ts";
import type { Route } from "./+types/save";
import { clockOf, type ShownWriter, shownWriter } from "./load-section.ts";

/** What the editor's script is told. `clock`: when the text was saved, or when the other saved theirs. */
export type SaveAnswer =
  | { ok: true; version: number; clock: string; others: ShownWriter[]; merged: null | Merged }
  | { ok: false; reason: "signed-out" | "gone" | "forbidden" | "too-long" }
  | { ok: false; reason: "conflict"; by: string | null };

/** `changes`: what is new to the one who saved. */
type Merged = { body: RichText; by: string; clock: string; changes: BlockDifference[] };

const tell = (answer: SaveAnswer, status = 200) => Response.json(answer, { status });

/** Saves a section from the editor's script: JSON with `body` and `baseVersion`. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const actor = actorOf(context);
  if (!actor) return tell({ ok: false, reason: "signed-out" }, 401);
  const { db } = appOf(context);
  const language = languageOf(new URL(request.url).pathname);
  const municipality = await findMunicipality(db, params.municipality);
  if (!municipality) return tell({ ok: false, reason: "gone" }, 404);
  const sent = (await request.json().catch(() => null)) as { body?: unknown; baseVersion?: unknown } | null;
  const body = parseRichText(sent?.body);
  if (!body) return tell({ ok: false, reason: "too-long" }, 400);
  const place = { municipalityId: municipality.id, paperId: Number(params.paper), sectionId: Number(params.section) };
  const result = await saveSection(db, actor, { ...place, baseVersion: Number(sent?.baseVersion), body });
  if (!result.ok) {
    if (result.reason === "conflict") return tell({ ok: false, reason: "conflict", by: result.other?.by || null }, 409);
    return tell({ ok: false, reason: result.reason }, result.reason === "gone" ? 404 : 403);
  }
  const others = await listOtherWriters(db, place.municipalityId, place.paperId, actor.userId);
  return tell({
    ok: true,
    version: result.version,
    clock: clockOf(new Date(), language),
    others: others.map((writer) => shownWriter(writer, language)),
    merged: result.merged
      ? {
          body: result.body,
          by: result.other.by,
          clock: clockOf(result.other.at, language),
          changes: compareTexts(body, result.body).filter(({ kind }) => kind !== "same"),
        }
      : null,
  });
}
