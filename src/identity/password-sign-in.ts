import type { Database } from "#database/connect.ts";
import { countAttempt, forgiveAttempts, uncountAttempt } from "./attempts.ts";
import type { Auth } from "./auth.ts";
import { askAuth, type AuthAnswer } from "./auth-request.ts";

/** Wrong passwords for one account, wherever they come from, before it must wait a quarter of an hour. */
export const MAX_WRONG = 10;

/**
 * Signs in with a password. An account that has been tried too often waits, whether it is there or not; passkeys and the
 * municipality's own sign-on still let its owner in. better-auth counts the attempts of each address.
 */
export async function signInWithPassword(
  auth: Auth,
  db: Database,
  request: Request,
  { email, password }: { email: string; password: string },
): Promise<AuthAnswer> {
  // Counted before the password is looked at, so that many at once get no more tries.
  if ((await countAttempt(db, "password", email)) > MAX_WRONG)
    return { ok: false, status: 429, code: "TOO_MANY_ATTEMPTS" };
  const answer = await askAuth(auth, request, "/sign-in/email", { email, password });
  // Only the right password forgives the wrong ones; what was refused before a password was looked at is no attempt.
  if (answer.ok) await forgiveAttempts(db, "password", email);
  else if (answer.status !== 401) await uncountAttempt(db, "password", email);
  return answer;
}
