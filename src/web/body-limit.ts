import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";

/** A form's texts; a section of a case is the longest of them. */
export const MAX_FORM = 4 * 1024 * 1024;

const limited = bodyLimit({
  maxSize: MAX_FORM,
  onError: (c) => c.text("Formularen er for stor, og intet er gemt. Gå tilbage, forkort teksten, og prøv igen.\n", 413),
});

/**
 * Turns away what is too large to be a form before anybody reads it. Files go to the pages of those who are signed in,
 * which let nobody else in before they read, and count what they read themselves.
 */
export const limitBody: MiddlewareHandler = (c, next) => {
  const isFiles = /^multipart\/form-data\b/i.test(c.req.header("Content-Type") ?? "");
  return isFiles && c.req.path.includes("/arbejde/") ? next() : limited(c, next);
};
