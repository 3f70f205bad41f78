import { redirect } from "react-router";
import { askAuth } from "#identity/auth-request.ts";
import { CLEAR_DEVICE } from "#reading/device.ts";
import { actorOf, appOf } from "#web/context.ts";
import { languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import type { Route } from "./+types/sign-out";

export async function action({ context, request }: Route.ActionArgs) {
  const answer = await askAuth(await appOf(context).auth(), request, "/sign-out", {});
  const front = links[languageOf(new URL(request.url).pathname)].front();
  const headers = new Headers(answer.ok ? answer.headers : {});
  // Papers that were kept for reading offline go with the session, and stay with one that could not be ended.
  if (answer.ok || !actorOf(context)) headers.set("Clear-Site-Data", CLEAR_DEVICE);
  throw redirect(front, { status: 303, headers });
}

/** Signing out changes something, so an address alone does not do it. */
export function loader({ request }: Route.LoaderArgs) {
  throw redirect(links[languageOf(new URL(request.url).pathname)].work(), 303);
}
