import { useRouteLoaderData } from "react-router";

/** What every page knows of where it stands. */
export type Site = {
  /** The public address without a slash at the end, e.g. "https://moeder.eksempel.dk"; null when it is not configured. */
  address: string | null;
  look: { accent: string | null; hasLogo: boolean } | null;
  /** Who is signed in. */
  person: { name: string } | null;
  /** What a script of ours must carry to run here. */
  nonce: string;
};

/** An error page has none. */
export function useSite(): Site {
  return useRouteLoaderData<Site>("root") ?? { address: null, look: null, person: null, nonce: "" };
}
