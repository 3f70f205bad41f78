/** How many notes and marks wait on a device to be sent: written by the pages' script, read when somebody signs out. */
const COOKIE = "sagsgang.waiting";

/** 0 for a device where none wait, and for what is no number. */
export function readWaiting(cookies: string | null): number {
  const value = /(?:^|;\s*)sagsgang\.waiting=(\d{1,6})(?:;|$)/.exec(cookies ?? "")?.[1];
  return Number(value ?? 0);
}

/** The cookie for so many, as a page's script sets it. */
export const waitingCookie = (count: number): string =>
  `${COOKIE}=${count}; Path=/; Max-Age=${count === 0 ? 0 : 400 * 86_400}; SameSite=Lax`;

export const FORGET_WAITING = waitingCookie(0);
