import { createHash } from "node:crypto";
import { CLOSED_DAYS, OPEN_DAYS } from "./limits.ts";

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
