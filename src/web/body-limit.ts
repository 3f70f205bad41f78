import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";

/** A form's texts; a section of a case is the longest of them. */
export const MAX_FORM = 4 * 1024 * 1024;

/** Nobody who is not signed in has a form of ours with more in it. */
export const MAX_STRANGERS_FORM = 256 * 1024;

const limitTo = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: (c) =>
      c.text("Formularen er for stor, og intet er gemt. Gå tilbage, forkort teksten, og prøv igen.\n", 413),
  });
const limited = limitTo(MAX_FORM);
const strangersLimited = limitTo(MAX_STRANGERS_FORM);

/** Attachments of a paper, and minutes to import; scripts of the page may ask for its data alone. */
const TAKES_FILES = /\/arbejde\/(?:sager\/[^/]+\/bilag(?:\/send)?|indlaes\/filer)(?:\.data)?$/;

/** Whether files may be sent to an address. */
export const takesFiles = (path: string): boolean => TAKES_FILES.test(path);

/** Whether a form brings files with it, by its `Content-Type`. */
export const bringsFiles = (type: string | null | undefined): boolean => /^multipart\/form-data\b/i.test(type ?? "");

/**
 * Turns away what is too large to be a form before anybody reads it. Files go to pages of those who are signed in, which let
 * nobody else in before they read (`limitUploads`), and count what they read themselves; no other page does. `isKnown`:
 * whether a request comes from somebody who has been signed in, so that a long text is not lost when the session has ended.
 */
export const limitBody =
  (isKnown: (headers: Headers) => Promise<boolean>): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return next();
    if (bringsFiles(c.req.header("Content-Type")) && takesFiles(c.req.path)) return next();
    return ((await isKnown(c.req.raw.headers)) ? limited : strangersLimited)(c, next);
  };
