import type { Logger } from "pino";
import { createContext, type RouterContextProvider } from "react-router";
import type { Database } from "#database/connect.ts";

/** What every loader and action may use. */
export type App = {
  db: Database;
  log: Logger;
  /** Where the public finds the portal, e.g. "https://moeder.eksempel.dk"; null when nobody said. */
  address: string | null;
};

const appContext = createContext<App>();

export function provideApp(context: RouterContextProvider, app: App): void {
  context.set(appContext, app);
}

/** `const { db } = appOf(context)`, first line of a loader. */
export function appOf(context: Readonly<RouterContextProvider>): App {
  return context.get(appContext);
}
