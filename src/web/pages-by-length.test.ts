import type { ServerBuild } from "react-router";
import { expect, test } from "vitest";
import { pagesByLength } from "./pages-by-length.ts";

const paths = ["en?/", "en?/log-ind", "en?/:municipality", "en?/:municipality/sager/:case", "en?/:municipality/sager"];

/** Each page answers with its own pattern. */
const build = {
  routes: Object.fromEntries([
    ["root", { id: "root", path: "", module: { default: () => null } }],
    ...paths.map((path) => [path, { id: path, parentId: "root", path, module: { loader: () => new Response(path) } }]),
  ]),
  ssr: true,
  routeDiscovery: { mode: "initial" },
  entry: { module: { default: () => new Response("no page", { status: 404 }), handleError: () => undefined } },
  assets: { routes: {} },
} as unknown as ServerBuild;

const pages = pagesByLength(build);
const answer = async (path: string) => (await pages(path)(new Request(`http://localhost${path}`))).text();

test.each([
  ["/", "en?/"],
  ["/en", "en?/"],
  ["/log-ind", "en?/log-ind"],
  ["/birkelunde", "en?/:municipality"],
  ["/birkelunde/", "en?/:municipality"],
  ["/en/birkelunde", "en?/:municipality"],
  ["/birkelunde/sager", "en?/:municipality/sager"],
  ["/birkelunde/sager/24%2F7", "en?/:municipality/sager/:case"],
  ["/en/birkelunde/sager/24", "en?/:municipality/sager/:case"],
])("%s is answered by the page %s, in both languages and with a slash at the end", async (path, page) => {
  expect(await answer(path)).toBe(page);
});

test.each(["/birkelunde/udvalg", "/birkelunde//sager/24/mere", "/a/b/c/d/e/f/g/h"])("%s is no page", async (path) => {
  expect(await answer(path)).toBe("no page");
});
