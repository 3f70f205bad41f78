import { data, redirect } from "react-router";
import { answerFinding, reopenFinding } from "#papers/findings/answer-finding.ts";
import { useComputed } from "#papers/findings/use-computed.ts";
import { mayEdit } from "#papers/policy.ts";
import { findSection, isId, openPaper } from "#papers/queries.ts";
import { type SaveResult, saveSection } from "#papers/save-section.ts";
import type { Actor } from "#identity/actor.ts";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import { type BlockDifference, compareBlocks, compareTexts } from "#rich-text/difference.ts";
import { toMarkdown } from "#rich-text/markdown.ts";
import { type MergePart, mergeTexts, settle } from "#rich-text/merge.ts";
import { emptyText, type RichNode, type RichText } from "#rich-text/model.ts";
import { parseRichText } from "#rich-text/schema.ts";
import { actorOf, appOf, signedIn } from "#web/context.ts";
import type { FormErrors } from "../../../web/components/Form.tsx";
import { moment } from "../../../web/formats.ts";
import { languageOf } from "../../../web/language.ts";
import { links } from "../../../web/links.ts";
import { notFound } from "../../../web/not-found.ts";
import { keepText } from "./kept-text.ts";
import { readChoices } from "./merge-form.ts";
import { editorMessages } from "./messages.ts";
import { parseJson, readText, type SentFields } from "./section-form.ts";
import { signInHere } from "./sign-in-here.ts";
import { typedText } from "#web/typed-text.ts";

type Args = {
  context: Parameters<typeof appOf>[0];
  request: Request;
  params: { municipality: string; paper: string; section: string };
};

/** Two texts of one section where both changed the same, to be settled by the one who saves. */
export type Conflict = {
  parts: ShownPart[];
  /** The text that was sent, as JSON, and the version it was written from. */
  mine: string;
  baseVersion: number;
  /** The version that stands. */
  version: number;
  by: string | null;
  when: string | null;
};

/** What each changed, seen from what both began from; `markdown` is the text of the one who saves, to be written on. */
export type ShownPart =
  | { kind: "settled"; blocks: RichNode[] }
  | { kind: "conflict"; mine: BlockDifference[]; theirs: BlockDifference[]; markdown: string };

type Answer = {
  errors?: FormErrors;
  sent?: SentFields;
  preview?: RichText;
  merged?: { by: string; when: string; changes: BlockDifference[] };
  conflict?: Conflict;
  /** The finding that a reason was written for. */
  finding?: string;
};

const answer = (given: Answer, status = 200) => data(given, { status });

/**
 * What the forms of the page ask for. A text that cannot be saved is never let go of: it is on the page that comes back,
 * also when the person is signed out, may not write any longer, or the section is gone.
 */
export async function changeSection({ context, request, params }: Args) {
  const { db } = appOf(context);
  const language = languageOf(new URL(request.url).pathname);
  const [t, to] = [editorMessages[language], links[language]];
  const form = await request.formData();
  const deed = String(form.get("do") ?? "save");
  const isFinding = deed === "use" || deed === "answer" || deed === "reopen";
  const actor = isFinding ? signedIn(context, request) : actorOf(context);
  if (!actor) return signInHere(context, request, form);
  const municipality = await findMunicipality(db, params.municipality);
  if (!municipality) throw notFound();
  const place = { municipalityId: municipality.id, paperId: Number(params.paper), sectionId: Number(params.section) };
  const paper = isId(place.paperId) ? await openPaper(db, actor, municipality.id, place.paperId) : undefined;
  const section = paper && (await findSection(db, municipality.id, paper.id, place.sectionId));
  const plain = new URL(request.url).searchParams.has("ren") ? { ren: "ja" } : {};
  const done = (gjort: string, hash = "") =>
    redirect(to.paperSection(municipality.slug, place.paperId, place.sectionId, { ...plain, gjort }) + hash, 303);

  if (isFinding) {
    if (!paper || !section) throw notFound({ municipality });
    const key = String(form.get("key") ?? "");
    const found = { ...place, key, reason: typedText(form.get("reason")) };
    const result =
      deed === "use"
        ? await useComputed(db, actor, found)
        : await (deed === "answer" ? answerFinding : reopenFinding)(db, actor, found);
    if (result.ok) return done(deed === "use" ? "tal" : deed === "answer" ? "svar" : "aabnet", "#fund");
    if (result.reason === "gone") throw notFound({ municipality });
    if (result.reason === "reason-missing")
      return answer({ errors: { [`reason-${key}`]: t.reasonMissing }, finding: key }, 400);
    if (result.reason === "forbidden") return answer({ errors: { form: t.mayNotAnswer } }, 403);
    return answer({ errors: { form: result.reason === "conflict" ? t.cannotUse : t.settled } }, 409);
  }

  const read = readText(form, section?.body ?? emptyText);
  if (!paper || !section) throw keepText("gone", read.sent, 404);
  if (!mayEdit(actor, paper.facts)) throw keepText("forbidden", read.sent, 403);
  if (deed === "preview") {
    const preview = read.body ?? undefined;
    return answer(
      preview ? { preview, sent: read.sent } : { errors: { markdown: t.tooLong }, sent: read.sent },
      preview ? 200 : 400,
    );
  }
  if (deed === "merge") return merge(actor);
  if (!read.body)
    return answer({ errors: { markdown: read.sent.body === "" ? t.tooLong : t.unreadable }, sent: read.sent }, 400);
  return tell(
    await saveSection(db, actor, { ...place, baseVersion: read.baseVersion, body: read.body }),
    read.body,
    "gemt",
  );

  /** Saves what was chosen, on top of the version that was looked at while choosing. */
  async function merge(who: Actor) {
    const mine = parseRichText(parseJson(String(form.get("mine") ?? "")));
    if (!mine) return answer({ errors: { form: t.unreadable } }, 400);
    const baseVersion = Number(form.get("baseVersion"));
    const again = await saveSection(db, who, { ...place, baseVersion, body: mine });
    // Saved once more by somebody meanwhile: what was chosen was chosen from another text.
    if (again.ok || again.reason !== "conflict" || String(again.version) !== form.get("version"))
      return tell(again, mine, "flettet");
    const merged = mergeTexts(again.base, again.mine, again.theirs);
    const chosen = merged.ok ? merged.text : parseRichText(settle(merged.parts, readChoices(form, merged.parts)));
    if (!chosen) return answer({ errors: { form: t.tooLong }, conflict: conflictOf(again, mine, baseVersion) }, 400);
    const saved = await saveSection(db, who, {
      ...place,
      baseVersion: again.version,
      body: chosen,
    });
    return tell(saved, chosen, "flettet", again.version);
  }

  function tell(result: SaveResult, mine: RichText, gjort: string, baseVersion = read.baseVersion) {
    if (result.ok && !result.merged) return done(gjort);
    if (result.ok) {
      const changes = compareTexts(mine, result.body).filter(({ kind }) => kind !== "same");
      return answer({ merged: { by: result.other.by, when: moment(result.other.at, language), changes } });
    }
    if (result.reason === "conflict") return answer({ conflict: conflictOf(result, mine, baseVersion) }, 409);
    throw keepText(
      result.reason,
      read.sent.body || read.sent.markdown ? read.sent : sentOf(mine),
      result.reason === "gone" ? 404 : 403,
    );
  }

  function conflictOf(
    { base, mine, theirs, version, other }: Extract<SaveResult, { reason: "conflict" }>,
    sent: RichText,
    baseVersion: number,
  ): Conflict {
    const merged = mergeTexts(base, mine, theirs);
    // Nothing is known of what the text was written from: the whole is one choice.
    const whole: MergePart = { kind: "conflict", base: [], mine: mine.content ?? [], theirs: theirs.content ?? [] };
    return {
      parts: (merged.ok ? [whole] : merged.parts).map(shownPart),
      mine: JSON.stringify(sent),
      baseVersion,
      version,
      by: other?.by || null,
      when: other && moment(other.at, language),
    };
  }
}

function shownPart(part: MergePart): ShownPart {
  if (part.kind === "settled") return part;
  const { base, mine, theirs } = part;
  return {
    kind: "conflict",
    mine: compareBlocks(base, mine),
    theirs: compareBlocks(base, theirs),
    markdown: toMarkdown({ type: "doc", content: mine }),
  };
}

const sentOf = (body: RichText): SentFields => ({
  body: JSON.stringify(body),
  markdown: toMarkdown(body),
  baseVersion: "",
});
