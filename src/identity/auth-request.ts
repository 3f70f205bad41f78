import type { Auth } from "./auth.ts";
import { CLIENT_ADDRESS } from "./client-address.ts";

/** `headers`: the cookies to send on. `code`: better-auth's word for what is wrong, e.g. "INVALID_EMAIL_OR_PASSWORD". */
export type AuthAnswer =
  | { ok: true; headers: Headers; data: Record<string, unknown> }
  | { ok: false; status: number; code: string };

/**
 * Asks better-auth on behalf of a form, through its own door, so that its limits on how often somebody may try count.
 * `request` gives the cookies and the caller; that the form is ours has been checked before (`web/server.ts`).
 */
export async function askAuth(
  auth: Auth,
  request: Request,
  path: string,
  body: Record<string, unknown>,
): Promise<AuthAnswer> {
  const address = auth.options.baseURL as string;
  const headers = new Headers({ "Content-Type": "application/json", Origin: address });
  for (const name of ["Cookie", "User-Agent", CLIENT_ADDRESS]) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const response = await auth.handler(
    new Request(`${address}/api/auth${path}`, { method: "POST", headers, body: JSON.stringify(body) }),
  );
  const data = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (!response.ok)
    return { ok: false, status: response.status, code: typeof data["code"] === "string" ? data["code"] : "" };
  return { ok: true, headers: cookiesOf(response), data };
}

function cookiesOf(response: Response): Headers {
  const headers = new Headers();
  for (const cookie of response.headers.getSetCookie()) headers.append("Set-Cookie", cookie);
  return headers;
}
