import { passkeyClient } from "@better-auth/passkey/client";
import { createAuthClient } from "better-auth/client";

const client = createAuthClient({ plugins: [passkeyClient()] });

/** True when the person is signed in now. */
export async function signInWithPasskey(): Promise<boolean> {
  const { error } = await client.signIn.passkey();
  return !error;
}

/** True when the device's lock is a passkey of the person's now. */
export async function addPasskey(name: string): Promise<boolean> {
  const answer = await client.passkey.addPasskey({ name });
  return !answer?.error;
}
