import { createRequestHandler, type RequestHandler, type ServerBuild } from "react-router";

/**
 * Gives what answers an address: all pages whose addresses have as many parts. React Router tries one page's pattern after
 * the other, twice a request; with all pages that took a tenth of the time of a small one.
 */
export function pagesByLength(build: ServerBuild): (pathname: string) => RequestHandler {
  const longest = Math.max(0, ...Object.values(build.routes).map((route) => mostParts(route?.path)));
  // The last one answers addresses that are longer than any of ours.
  const handlers = Array.from({ length: longest + 2 }, (_, parts) =>
    createRequestHandler({ ...build, routes: routesOf(build, parts) }, "production"),
  );
  return (pathname) => handlers[Math.min(partsOf(pathname).length, longest + 1)] as RequestHandler;
}

function routesOf(build: ServerBuild, parts: number): ServerBuild["routes"] {
  return Object.fromEntries(
    Object.entries(build.routes).filter(
      ([id, route]) => id === "root" || (fewestParts(route?.path) <= parts && parts <= mostParts(route?.path)),
    ),
  );
}

const mostParts = (path = ""): number => partsOf(path).length;
const fewestParts = (path = ""): number => partsOf(path).filter((part) => !part.endsWith("?")).length;

/** "/_root.data" is how React Router's scripts ask for the front page's data. */
const partsOf = (path: string): string[] => path.split("/").filter((part) => part !== "" && part !== "_root.data");
