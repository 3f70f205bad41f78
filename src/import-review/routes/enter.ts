import { redirect } from "react-router";
import { findMunicipality, type Municipality } from "#meetings/municipality-queries.ts";
import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { mayImport } from "#import-review/policy.ts";
import { actorOf, appOf, signedIn } from "#web/context.ts";
import { languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import { notFound } from "../../web/not-found.ts";

type Args = {
  context: Parameters<typeof appOf>[0];
  request: Request;
  params: { municipality: string };
};

/** Whoever was signed out while they wrote comes back to the page they wrote on. */
function signedInAgain(context: Args["context"], request: Request): Actor {
  const { pathname } = new URL(request.url);
  if (request.method !== "GET") throw redirect(links[languageOf(pathname)].signIn(pathname), 303);
  return signedIn(context, request);
}

export type Entered = { actor: Actor; db: Database; municipality: Municipality };

/** The municipality, for somebody who may import there; for everybody else the page is not there. */
export async function enter({ context, request, params }: Args): Promise<Entered> {
  const actor = actorOf(context) ?? signedInAgain(context, request);
  const { db } = appOf(context);
  const municipality = await findMunicipality(db, params.municipality);
  if (!municipality || !mayImport(actor, municipality.id)) throw notFound({ municipality });
  return { actor, db, municipality };
}
