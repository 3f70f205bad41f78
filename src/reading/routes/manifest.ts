import { findLook } from "#archive/look-queries.ts";
import { findMunicipality } from "#meetings/municipality-queries.ts";
import { appOf } from "#web/context.ts";
import { languageOf } from "../../web/language.ts";
import { links } from "../../web/links.ts";
import { notFound } from "../../web/not-found.ts";
import icon from "../../web/styles/icon.svg?no-inline";
import type { Route } from "./+types/manifest";
import { readingMessages } from "./messages.ts";

/** Members' pages as an app on a phone or tablet. Says nothing that is not public. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { db } = appOf(context);
  const language = languageOf(new URL(request.url).pathname);
  const municipality = await findMunicipality(db, params.municipality);
  if (!municipality) throw notFound();
  const look = await findLook(db, params.municipality);
  const start = links[language].reading(params.municipality);
  const manifest = {
    lang: language,
    id: start,
    name: `${readingMessages[language].toMeetings}, ${municipality.name}`,
    short_name: readingMessages[language].toMeetings,
    start_url: start,
    scope: start,
    display: "standalone",
    background_color: "#ffffff",
    theme_color: look?.accent ?? "#0b4a6f",
    icons: [{ src: icon, sizes: "any", type: "image/svg+xml", purpose: "any" }],
  };
  return new Response(JSON.stringify(manifest), { headers: { "Content-Type": "application/manifest+json" } });
}
