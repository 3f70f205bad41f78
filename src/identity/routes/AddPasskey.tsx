import { useState } from "react";
import { useRevalidator } from "react-router";
import { useLanguage } from "../../web/use-language.ts";
import { usePasskeys } from "./use-passkeys.ts";
import { accountMessages } from "./messages-account.ts";
import { addPasskey } from "./passkey-client.ts";

/** Asks the device for a passkey, which no form can do. */
export function AddPasskey() {
  const { t } = useLanguage(accountMessages);
  const { revalidate } = useRevalidator();
  const ready = usePasskeys();
  const [failed, setFailed] = useState(false);
  if (!ready) return <p className="row-facts">{t.needsScript}</p>;
  const add = async () => {
    const day = new Date().toLocaleDateString("da-DK");
    const done = await addPasskey(`${navigator.platform || t.passkeys} ${day}`.trim());
    setFailed(!done);
    if (done) await revalidate();
  };
  return (
    <>
      <button type="button" className="button button-secondary" onClick={() => void add()}>
        {t.addPasskey}
      </button>
      <p role="alert">{failed && t.passkeyFailed}</p>
    </>
  );
}
