import { redirect } from "react-router";
import { askAuth } from "#identity/auth-request.ts";
import { appOf } from "#web/context.ts";
import { languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import type { Route } from "./+types/sign-out";

export async function action({ context, request }: Route.ActionArgs) {
  const answer = await askAuth(await appOf(context).auth(), request, "/sign-out", {});
  const front = links[languageOf(new URL(request.url).pathname)].front();
  throw redirect(front, { status: 303, ...(answer.ok && { headers: answer.headers }) });
}

/** Signing out changes something, so an address alone does not do it. */
export function loader({ request }: Route.LoaderArgs) {
  throw redirect(links[languageOf(new URL(request.url).pathname)].work(), 303);
}
