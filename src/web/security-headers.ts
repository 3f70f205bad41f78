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

/** A file that is to be saved runs nothing, should a browser show it after all. Stands before `securityHeaders`. */
export const sandboxFiles: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.res.headers.get("Content-Disposition")?.startsWith("attachment"))
    c.header("Content-Security-Policy", "sandbox; default-src 'none'");
};
