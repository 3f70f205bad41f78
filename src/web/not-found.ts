import { data } from "react-router";

/** What a 404 page may know: the municipality whose address it stands under. */
export type NotFound = { municipality?: { slug: string; name: string } | undefined };

/** `throw notFound({ municipality })` in a loader: the page that helps, with status 404. */
export function notFound({ municipality }: NotFound = {}) {
  return data({ municipality }, { status: 404 });
}
