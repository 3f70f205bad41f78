import { useState } from "react";
import { useLanguage } from "../../web/use-language.ts";
import { usePasskeys } from "./use-passkeys.ts";
import { signInMessages } from "./messages-sign-in.ts";
import { signInWithPasskey } from "./passkey-client.ts";

/** Sign-in with the device's own lock. It needs script, so it is not there before script is. */
export function PasskeyButton({ next }: { next: string }) {
  const { t } = useLanguage(signInMessages);
  const ready = usePasskeys();
  const [failed, setFailed] = useState(false);
  if (!ready) return null;
  const signIn = async () => {
    setFailed(false);
    if (await signInWithPasskey()) window.location.assign(next);
    else setFailed(true);
  };
  return (
    <div className="form-group">
      <button type="button" className="button button-secondary" onClick={() => void signIn()}>
        {t.withPasskey}
      </button>
      <p role="alert">{failed && t.failed}</p>
    </div>
  );
}
