import { type KeptForm, provideForm } from "#web/context.ts";
import { SIGN_IN } from "./kept-form.ts";
import { signInAndSend } from "./sign-in-and-send.ts";

type Context = Parameters<typeof provideForm>[0];

/**
 * A form whose sender was signed out in the meantime goes back to the browser with a sign-in beside it (`signedIn` throws
 * it). Answered, the browser is told to send the same form once more (307), now signed in.
 */
export async function keepForm(context: Context, request: Request): Promise<void> {
  if (!request.headers.get("Content-Type")?.startsWith("application/x-www-form-urlencoded")) return;
  const form = await request.clone().formData();
  const [email, password] = [form.get(SIGN_IN.email), form.get(SIGN_IN.password)];
  const own: string[] = Object.values(SIGN_IN);
  const keptForm = [...form].flatMap(([name, value]): KeptForm["keptForm"] =>
    typeof value === "string" && !own.includes(name) ? [[name, value]] : [],
  );
  if (typeof email !== "string" || typeof password !== "string" || email === "" || password === "")
    return provideForm(context, { keptForm });
  const answer = await signInAndSend(context, request, { email: email.trim(), password });
  if (answer instanceof Response) throw answer;
  provideForm(context, { keptForm, email, problem: answer });
}
