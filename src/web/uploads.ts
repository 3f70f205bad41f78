import type { MiddlewareHandler } from "hono";
import { bringsFiles, takesFiles } from "./body-limit.ts";
import { Room } from "./room.ts";

const MB = 1024 * 1024;

/** Bytes of files that are held in memory at once, however many people send some. */
const ROOM = 300 * MB;
/** No form with files has more of them in memory than its largest file. */
const LARGEST_FILE = 256 * MB;

/**
 * Lets files in a few at a time. What a stranger sends is left unread: the page says no all the same. `sessionOf`: the
 * session that a request brings, also one that has ended, whose owner is told so after a file that took long.
 */
export function limitUploads(sessionOf: (headers: Headers) => Promise<string | null>): MiddlewareHandler {
  const room = new Room(ROOM);
  return async (c, next) => {
    const { raw } = c.req;
    if (!bringsFiles(raw.headers.get("Content-Type")) || !takesFiles(c.req.path)) return next();
    const session = await sessionOf(raw.headers);
    if (session === null) {
      c.req.raw = new Request(raw.url, { method: raw.method, headers: raw.headers });
      return next();
    }
    const length = Number(raw.headers.get("Content-Length") ?? Number.POSITIVE_INFINITY);
    const leave = await room.enter(session, Math.min(length, LARGEST_FILE), raw.signal);
    if (!leave) return c.body(null, 408);
    try {
      await next();
    } finally {
      leave();
    }
  };
}
