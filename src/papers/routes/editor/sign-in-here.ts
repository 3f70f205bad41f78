import { signInAndSend } from "#identity/routes/sign-in-and-send.ts";
import { keepText } from "./kept-text.ts";
import { type SentFields } from "./section-form.ts";

/**
 * A text that comes from somebody who is signed out. It is never stored: it goes back to the browser on a page with a
 * sign-in beside it, and when that is answered the browser is told to send the same form once more (307), now signed in.
 * A sign-in that takes more than a password is done in another tab, and the form sent again from this one.
 */
export async function signInHere(
  context: Parameters<typeof signInAndSend>[0],
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
  const answer = await signInAndSend(context, request, { email, password });
  if (answer instanceof Response) return answer;
  throw keepText("signed-out", sent, answer === "too-many" ? 429 : 401, { signIn: answer, email });
}
