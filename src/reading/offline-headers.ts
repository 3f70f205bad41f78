import { createHash } from "node:crypto";

/** Days that papers stay readable on a device after they were last opened with a connection. */
export const OPEN_DAYS = 30;
/** The same where something closed is among them. */
export const CLOSED_DAYS = 7;

/**
 * What tells the member's device for how long it may keep a page, and whose it is: the worker keeps nothing without it,
 * and throws away what is somebody else's.
 */
export function offlineHeaders(userId: string, holdsClosed: boolean): Record<string, string> {
  return {
    "Sagsgang-Offline-Days": String(holdsClosed ? CLOSED_DAYS : OPEN_DAYS),
    "Sagsgang-Reader": readerKey(userId),
  };
}

/** A person's name on a device: tells people apart, and says nothing of who they are. */
export function readerKey(userId: string): string {
  return createHash("sha256").update(`sagsgang reader ${userId}`).digest("hex").slice(0, 32);
}
