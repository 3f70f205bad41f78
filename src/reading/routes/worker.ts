import { serviceWorker } from "#reading/offline/worker.ts";
import { languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import type { Route } from "./+types/worker";

/** The worker that keeps members' papers for offline reading. It rules over their pages only: the public has none. */
export function loader({ params, request }: Route.LoaderArgs) {
  const scope = links[languageOf(new URL(request.url).pathname)].reading(params.municipality);
  return new Response(`(${serviceWorker})(self);\n`, {
    headers: {
      "Content-Type": "text/javascript; charset=utf-8",
      "Cache-Control": "no-cache",
      "Service-Worker-Allowed": scope,
    },
  });
}
