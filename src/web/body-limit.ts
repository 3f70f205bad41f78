import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";

/** A form's texts; a section of a case is the longest of them. */
export const MAX_FORM = 4 * 1024 * 1024;

const limited = bodyLimit({
  maxSize: MAX_FORM,
  onError: (c) => c.text("Formularen er for stor, og intet er gemt. Gå tilbage, forkort teksten, og prøv igen.\n", 413),
});

/** Attachments of a paper, and minutes to import; scripts of the page may ask for its data alone. */
const TAKES_FILES = /\/arbejde\/(?:sager\/[^/]+\/bilag(?:\/send)?|indlaes\/filer)(?:\.data)?$/;

/** Whether files may be sent to an address. */
export const takesFiles = (path: string): boolean => TAKES_FILES.test(path);

/** Whether a form brings files with it, by its `Content-Type`. */
export const bringsFiles = (type: string | null | undefined): boolean => /^multipart\/form-data\b/i.test(type ?? "");

/**
 * Turns away what is too large to be a form before anybody reads it. Files go to pages of those who are signed in, which
 * let nobody else in before they read, and count what they read themselves; no other page does.
 */
export const limitBody: MiddlewareHandler = (c, next) =>
  bringsFiles(c.req.header("Content-Type")) && takesFiles(c.req.path) ? next() : limited(c, next);
