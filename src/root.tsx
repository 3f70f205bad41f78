import { Links, Meta, Outlet, Scripts, useMatches } from "react-router";

/** A page sends scripts only when a matched route exports `handle = { hydrate: true }`. */
function needsScripts(matches: { handle: unknown }[]): boolean {
  return matches.some(({ handle }) => (handle as { hydrate?: boolean } | undefined)?.hydrate === true);
}

export default function Root() {
  const matches = useMatches();
  return (
    <html lang="da">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        {needsScripts(matches) && <Scripts />}
      </body>
    </html>
  );
}
