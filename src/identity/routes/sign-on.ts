import { redirect } from "react-router";
import { askAuth } from "#identity/auth-request.ts";
import { appOf } from "#web/context.ts";
import { languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import { notFound } from "../../web/not-found.ts";
import type { Route } from "./+types/sign-on";
import { nextPage } from "./next-page.ts";

/**
 * Sends the person on to their municipality's own sign-on, which sends them back to `naeste`. A link and no form: our
 * forms lead nowhere but here (`form-action`).
 */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { auth, signOn } = appOf(context);
  if (!signOn.some(({ id }) => id === params.provider)) throw notFound();
  const { pathname, searchParams } = new URL(request.url);
  const to = links[languageOf(pathname)];
  const answer = await askAuth(await auth(), request, "/sign-in/sso", {
    providerId: params.provider,
    callbackURL: nextPage(searchParams.get("naeste"), to.signIn()),
    errorCallbackURL: to.signIn(),
  });
  if (!answer.ok || typeof answer.data["url"] !== "string") throw redirect(`${to.signIn()}?error=sign-on`, 303);
  throw redirect(answer.data["url"], { status: 303, headers: answer.headers });
}
