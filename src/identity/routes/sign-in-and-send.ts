import { redirect } from "react-router";
import { signInWithPassword } from "#identity/password-sign-in.ts";
import { appOf } from "#web/context.ts";

/** Why nobody was signed in; `needs-more`: the password was right, and a second factor is asked for. */
type SignInProblem = "wrong" | "too-many" | "needs-more";

/**
 * Signs in the sender of a form that came from somebody signed out, and tells the browser to send the same form once more
 * (307), now signed in; or says why not.
 */
export async function signInAndSend(
  context: Parameters<typeof appOf>[0],
  request: Request,
  given: { email: string; password: string },
): Promise<Response | SignInProblem> {
  const { auth, db } = appOf(context);
  const answer = await signInWithPassword(await auth(), db, request, given);
  if (!answer.ok) return answer.status === 429 ? "too-many" : "wrong";
  if (answer.data["twoFactorRedirect"] === true) return "needs-more";
  const { pathname, search } = new URL(request.url);
  return redirect(pathname + search, { status: 307, headers: answer.headers });
}
