import { redirect } from "react-router";
import { signInWithPassword } from "#identity/password-sign-in.ts";
import { appOf } from "#web/context.ts";
import { keepText } from "./kept-text.ts";
import { type SentFields } from "./section-form.ts";

/**
 * A text that comes from somebody who is signed out. It is never stored: it goes back to the browser on a page with a
 * sign-in beside it, and when that is answered the browser is told to send the same form once more (307), now signed in.
 * A sign-in that takes more than a password is done in another tab, and the form sent again from this one.
 */
export async function signInHere(
  context: Parameters<typeof appOf>[0],
  request: Request,
  form: FormData,
): Promise<Response> {
  const field = (name: string) => String(form.get(name) ?? "");
  const sent: SentFields = {
    body: field("body") || field("mine"),
    markdown: field("markdown"),
    baseVersion: field("baseVersion"),
  };
  const email = field("email").trim();
  const password = field("password");
  if (field("do") !== "sign-in" || email === "" || password === "") throw keepText("signed-out", sent, 401);
  const { auth, db } = appOf(context);
  const answer = await signInWithPassword(await auth(), db, request, { email, password });
  if (!answer.ok)
    throw keepText("signed-out", sent, answer.status === 429 ? 429 : 401, {
      signIn: answer.status === 429 ? "too-many" : "wrong",
      email,
    });
  if (answer.data["twoFactorRedirect"] === true)
    throw keepText("signed-out", sent, 401, { signIn: "needs-more", email });
  const { pathname, search } = new URL(request.url);
  return redirect(pathname + search, { status: 307, headers: answer.headers });
}
