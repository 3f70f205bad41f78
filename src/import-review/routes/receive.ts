import { redirect } from "react-router";
import { mayImport } from "#import-review/policy.ts";
import { beginBatch, receiveFile, type GivenFile } from "#import-review/upload-operations.ts";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import { actorNow, actorOf, appOf } from "#web/context.ts";
import { languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import { notFound } from "../../web/not-found.ts";
import type { Route } from "./+types/receive";
import { drain, receiveFiles } from "./receive-files.ts";

/** What the script that sends files is told; a form without scripts is sent on to the upload instead. */
export type ReceivedAnswer = {
  batch: number | null;
  error: "expired" | "too-large" | "too-many" | "broken" | "gone" | "none" | null;
};

/** Takes files in: into the upload that `?upload=` names, else into a new one. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { db } = appOf(context);
  const { pathname, searchParams } = new URL(request.url);
  const to = links[languageOf(pathname)];
  const scripted = request.headers.get("Accept") === "application/json";
  const answer = (batch: number | null, error: ReceivedAnswer["error"], status: number) =>
    Response.json({ batch, error } satisfies ReceivedAnswer, { status });

  const actor = actorOf(context);
  if (!actor) {
    await drain(request);
    const back = to.imports(params.municipality, { fejl: "expired" });
    return scripted ? answer(null, "expired", 401) : redirect(to.signIn(back), 303);
  }
  const municipality = await findMunicipality(db, params.municipality);
  // What somebody sends who may not is left unread: no page of theirs sends it.
  if (!municipality || !mayImport(actor, municipality.id)) throw notFound({ municipality });
  let batch = searchParams.has("upload") ? Number(searchParams.get("upload")) : null;
  const sum = { igen: 0, sprunget: 0 };
  let gone = false;
  const take = async (file: GivenFile) => {
    const sender = await actorNow(context);
    if (sender) batch ??= await beginBatch(db, sender, municipality.id);
    const received =
      !sender || batch === null || gone ? null : await receiveFile(db, sender, municipality.id, batch, file);
    gone ||= received === null;
    sum.igen += received?.again ?? 0;
    sum.sprunget += received?.passedOver ?? 0;
  };
  const broken = await receiveFiles(request, take);
  if (broken) await drain(request);
  const error = gone ? "gone" : (broken ?? (batch === null ? "none" : null));
  if (scripted) return answer(batch, error, error === null ? 200 : 400);
  if (batch === null || gone) return redirect(to.imports(params.municipality, { fejl: error ?? "none" }), 303);
  const notes = { igen: sum.igen || undefined, sprunget: sum.sprunget || undefined, fejl: error ?? undefined };
  return redirect(to.importBatch(params.municipality, batch, notes), 303);
}

/** The address is for sending to; somebody who comes back to it by the browser's history gets the page. */
export function loader({ params, request }: Route.LoaderArgs) {
  return redirect(links[languageOf(new URL(request.url).pathname)].imports(params.municipality), 303);
}
