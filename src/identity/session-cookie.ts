import { createHmac, timingSafeEqual } from "node:crypto";
import type { Auth } from "./auth.ts";

/** Part of the cookie's name, whatever stands before it: who brings none of that name is nobody's. */
export const SESSION_COOKIE = "sagsgang.session_token";

/**
 * The token of the session a request brings, when the cookie bears our signature. better-auth writes the cookie
 * ("token.signature", HMAC-SHA256); read here so that a page costs one question to the database and not three.
 */
export async function sessionToken(auth: Auth, headers: Headers): Promise<string | null> {
  const { authCookies, secret } = await auth.$context;
  const raw = cookieOf(headers.get("Cookie") ?? "", authCookies.sessionToken.name);
  const value = raw && decoded(raw);
  const dot = value ? value.lastIndexOf(".") : -1;
  if (!value || dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), "base64");
  const right = createHmac("sha256", secret).update(token).digest();
  return given.length === right.length && timingSafeEqual(given, right) ? token : null;
}

function cookieOf(header: string, name: string): string | undefined {
  const cookie = header.split("; ").find((part) => part.startsWith(`${name}=`));
  return cookie?.slice(name.length + 1);
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
