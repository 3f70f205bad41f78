import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** True where the device can keep passkeys; false on the server and before scripts run. */
export function usePasskeys(): boolean {
  return useSyncExternalStore(
    never,
    () => "PublicKeyCredential" in window,
    () => false,
  );
}
