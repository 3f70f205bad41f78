import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False on the server and until the page's scripts run. */
export function useScripts(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
