import { matchRoutes, type RouteObject } from "react-router";
import type { Role } from "#identity/actor.ts";
import { roles } from "#identity/actor.ts";
import routes from "../../src/routes.ts";

/**
 * Who finds something at an address. `everybody`: also the public. A list: those roles, while other people are told that
 * there is no such page, and the public is sent to sign in.
 */
export type Readers = "everybody" | readonly Role[];

export type PageRow = {
  readers: Readers;
  /** `file`: something else than a page; `door`: nothing to look at (it leads on, or only takes forms). */
  kind?: "file" | "door";
  /** Where one stands, when no link leads there. */
  address?: string;
};

/** The municipality that the tests' portal shows. */
export const EXAMPLE = "/eksempelkoebing";

const all = roles;
const only = (...readers: Role[]): readonly Role[] => readers;
const but = (...others: Role[]): readonly Role[] => roles.filter((role) => !others.includes(role));
const staff = only("secretary", "writer", "head", "director");
const planners = only("administrator", "secretary");

const open: PageRow = { readers: "everybody" };
const file: PageRow = { readers: "everybody", kind: "file" };
const door: PageRow = { readers: "everybody", kind: "door" };

/** Every route of the portal but for the language before it: whoever adds a page says here who reads it. */
export const pages: Record<string, PageRow> = {
  "": open,
  ":municipality": open,
  ":municipality/moeder": open,
  ":municipality/udvalg/:committee": open,
  ":municipality/udvalg/:committee/:day": open,
  ":municipality/udvalg/:committee/:day/:item": open,
  ":municipality/udvalg/:committee/:day/:item/original": open,
  ":municipality/udvalg/:committee/:day/:item/tal": open,
  ":municipality/udvalg/:committee/tal": open,
  ":municipality/udvalg/:committee/plan": open,
  ":municipality/udvalg/:committee/plan.ics": file,
  ":municipality/kalender": open,
  ":municipality/kalender.ics": file,
  ":municipality/sager": open,
  ":municipality/sager/:case": open,
  ":municipality/personer": open,
  ":municipality/personer/:person": open,
  ":municipality/beslutninger": open,
  ":municipality/loefter": open,
  ":municipality/tal": open,
  ":municipality/soeg": open,
  ":municipality/originaler/:sha256": file,
  ":municipality/logo": file,
  soeg: { readers: "everybody", address: "/soeg" },
  "om-efterregning": open,

  "log-ind": { readers: "everybody", address: "/log-ind" },
  "log-ind/kode": { readers: "everybody", address: "/log-ind/kode" },
  "log-ind/kommune/:provider": door,
  "log-ud": door,
  "adgangskode/:token": { readers: "everybody", address: "/adgangskode/findes-ikke" },
  "glemt-adgangskode": { readers: "everybody", address: "/glemt-adgangskode" },

  arbejde: { readers: all },
  konto: { readers: all },
  "konto/afloesere": { readers: all },
  "konto/koder": { readers: all },
  ":municipality/arbejde/godkendelse": { readers: planners },
  ":municipality/arbejde/udvalg/:committee/godkendelse": { readers: planners },
  ":municipality/arbejde/udvalg/:committee/faste-punkter": { readers: only("secretary") },
  ":municipality/arbejde/skabeloner": { readers: planners },
  ":municipality/arbejde/sager": { readers: only("administrator", "secretary", "writer", "head", "director", "mayor") },
  ":municipality/arbejde/sager/ny": { readers: staff },
  // Of an open draft.
  ":municipality/arbejde/sager/:paper": { readers: staff },
  ":municipality/arbejde/sager/:paper/hoved": { readers: staff },
  ":municipality/arbejde/sager/:paper/indstilling": { readers: staff },
  ":municipality/arbejde/sager/:paper/vej": { readers: staff },
  ":municipality/arbejde/sager/:paper/bilag": { readers: staff },
  ":municipality/arbejde/sager/:paper/bilag/send": { readers: staff, kind: "door" },
  ":municipality/arbejde/sager/:paper/bilag/:attachment": { readers: staff, kind: "file" },
  ":municipality/arbejde/sager/:paper/versioner": { readers: staff },
  ":municipality/arbejde/sager/:paper/godkendelse": { readers: staff },
  ":municipality/arbejde/sager/:paper/tekst/:section": { readers: staff },
  ":municipality/arbejde/sager/:paper/tekst/:section/gem": { readers: staff, kind: "door" },
  ":municipality/arbejde/sager/:paper/tal": { readers: staff },
  ":municipality/arbejde/sager/:paper/tal.json": { readers: staff, kind: "file" },
  ":municipality/arbejde/moeder": { readers: all },
  ":municipality/arbejde/moeder/:meeting": { readers: only("secretary", "director", "mayor") },
  ":municipality/arbejde/moeder/:meeting/punkt/:item": { readers: only("secretary") },
  ":municipality/arbejde/moeder/:meeting/nyt-punkt": { readers: only("secretary") },
  ":municipality/arbejde/moeder/:meeting/udsend": { readers: only("secretary") },
  ":municipality/arbejde/moeder/:meeting/tillaeg": { readers: only("secretary") },
  ":municipality/arbejde/indlaes": { readers: planners, address: `${EXAMPLE}/arbejde/indlaes` },
  ":municipality/arbejde/indlaes/filer": { readers: planners, kind: "door" },
  ":municipality/arbejde/indlaes/:batch": { readers: planners },
  ":municipality/arbejde/indlaes/:batch/:file": { readers: only("secretary") },
  ":municipality/arbejde/indlaes/:batch/:file/original": { readers: only("secretary"), kind: "file" },
  ":municipality/laes": { readers: all, address: `${EXAMPLE}/laes` },
  ":municipality/laes/noter": { readers: all, address: `${EXAMPLE}/laes/noter` },
  // Of an agenda with nothing closed, sent to the members: whoever works in the committee reads it.
  ":municipality/laes/:meeting": { readers: but("guest") },
  ":municipality/laes/:meeting/punkt/:item": { readers: but("guest") },
  ":municipality/laes/:meeting/mit": { readers: but("guest"), kind: "door" },
  ":municipality/laes/:meeting/dagsorden.pdf": { readers: but("guest"), kind: "file" },
  ":municipality/laes/:meeting/bilag/:paper/:attachment": { readers: but("guest"), kind: "door" },
  ":municipality/laes/arbejder.js": file,
  ":municipality/laes/app.webmanifest": file,
  ":municipality/adgang": { readers: only("administrator") },
  ":municipality/adgang/protokol": { readers: only("administrator") },
};

type Node = { path?: string | undefined; index?: boolean | undefined; children?: Node[] | undefined };

/** The portal's own table of routes, without the language: ":municipality/adgang". */
export const patterns: string[] = flat(routes as Node[]);

function flat(nodes: Node[], base = ""): string[] {
  return nodes.flatMap((node) => {
    const path = [base, node.path].filter(Boolean).join("/");
    return [
      ...(node.path !== undefined || node.index ? [path.replace(/^en\?\/?/, "")] : []),
      ...flat(node.children ?? [], path),
    ];
  });
}

const objects: RouteObject[] = patterns.map((pattern) => ({ id: pattern, path: `/${pattern}` }));

/** The route that an address belongs to: "/birkeby/adgang" -> ":municipality/adgang". */
export function patternOf(path: string): string | undefined {
  const [pathname = "/"] = path.split(/[?#]/);
  return matchRoutes(objects, pathname)?.at(-1)?.route.id;
}
