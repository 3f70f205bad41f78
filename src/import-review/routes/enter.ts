import { findMunicipality, type Municipality } from "#meetings/municipality-queries.ts";
import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import { mayImport } from "#import-review/policy.ts";
import { appOf, signedIn } from "#web/context.ts";
import { notFound } from "../../web/not-found.ts";

type Args = {
  context: Parameters<typeof appOf>[0];
  request: Request;
  params: { municipality: string };
};

export type Entered = { actor: Actor; db: Database; municipality: Municipality };

/** The municipality, for somebody who may import there; for everybody else the page is not there. */
export async function enter({ context, request, params }: Args): Promise<Entered> {
  const actor = signedIn(context, request);
  const { db } = appOf(context);
  const municipality = await findMunicipality(db, params.municipality);
  if (!municipality || !mayImport(actor, municipality.id)) throw notFound({ municipality });
  return { actor, db, municipality };
}
