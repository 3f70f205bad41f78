import type { Logger } from "pino";
import { createContext, data, redirect, type RouterContextProvider } from "react-router";
import type { Database } from "#database/connect.ts";
import type { Actor } from "#identity/actor.ts";
import type { Auth } from "#identity/auth.ts";
import type { Mailer } from "#mail/mail.ts";
import type { SignOn } from "#identity/sign-on.ts";
import { languageOf, pathIn } from "./language.ts";
import type { PageCache } from "./page-cache.ts";

/** What every loader and action may use. */
export type App = {
  db: Database;
  log: Logger;
  /** Reads a small fact of the archive once, until the archive changes. */
  remember: PageCache["remember"];
  /** Where the public finds the portal, e.g. "https://moeder.eksempel.dk"; null when nobody said. */
  address: string | null;
  /** Where people find the portal, also when nobody said: links in mails begin with it. */
  home: string;
  /** Loaded when somebody signs in: the public reads without it. */
  auth: () => Promise<Auth>;
  /** The municipalities' own ways to sign in. */
  signOn: SignOn[];
  /** Null when the portal has no mail server. */
  mail: Mailer | null;
  /** What a script of ours must carry to run on the page being made. */
  nonce: string;
};

const appContext = createContext<App>();
const actorContext = createContext<Actor | null>(null);
const actorNowContext = createContext<() => Promise<Actor | null>>(async () => null);
const formContext = createContext<KeptForm | null>(null);

/** A form that came from somebody who is signed out: shown again with a sign-in, and never stored. */
export type KeptForm = {
  keptForm: [name: string, value: string][];
  /** What became of the sign-in that came with it. */
  problem?: "wrong" | "too-many" | "needs-more";
  email?: string;
};

export function provideApp(context: RouterContextProvider, app: App): void {
  context.set(appContext, app);
}

/** `now` looks again, see `actorNow`. */
export function provideActor(
  context: Readonly<RouterContextProvider>,
  actor: Actor | null,
  now: () => Promise<Actor | null>,
): void {
  context.set(actorContext, actor);
  context.set(actorNowContext, now);
}

export function provideForm(context: Readonly<RouterContextProvider>, form: KeptForm): void {
  context.set(formContext, form);
}

/** `const { db } = appOf(context)`, first line of a loader. */
export function appOf(context: Readonly<RouterContextProvider>): App {
  return context.get(appContext);
}

/** The person who asks; null for the public. What they may is asked of the operation, not of the page. */
export function actorOf(context: Readonly<RouterContextProvider>): Actor | null {
  return context.get(actorContext);
}

/**
 * The person who asks, as they are at this moment: files may be half an hour on their way, and a role that ends meanwhile
 * ends for those that come after.
 */
export function actorNow(context: Readonly<RouterContextProvider>): Promise<Actor | null> {
  return context.get(actorNowContext)();
}

/** The person who asks; whoever is not signed in is sent to do that first, and then back here with what they wrote. */
export function signedIn(context: Readonly<RouterContextProvider>, request: Request): Actor {
  const actor = actorOf(context);
  if (actor) return actor;
  const form = context.get(formContext);
  if (form) throw data(form, { status: 401 });
  const { pathname, search } = new URL(request.url);
  const next = request.method === "GET" ? `?naeste=${encodeURIComponent(pathname + search)}` : "";
  throw redirect(pathIn(languageOf(pathname), "/log-ind") + next, 303);
}
