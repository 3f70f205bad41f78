import type { MiddlewareHandler } from "hono";
import { NONCE, secureHeaders } from "hono/secure-headers";

/** Only our own scripts, and on a page only those it was made with; styles may stand on elements (charts). */
export const securityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", NONCE],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", "data:"],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: "same-origin",
  xFrameOptions: "DENY",
});

/** Styles may stand in a drawing; nothing else in a file is of any use to a page. */
const SHUT_IN = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

/**
 * A file that is to be saved runs nothing, should a browser show it after all, and nor does a drawing (SVG) that is opened by
 * itself. Stands before `securityHeaders`, which overwrites what a page says of its own.
 */
export const sandboxFiles: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  const isSaved = headers.get("Content-Disposition")?.startsWith("attachment");
  if (isSaved || headers.get("Content-Type")?.startsWith("image/svg")) c.header("Content-Security-Policy", SHUT_IN);
};
