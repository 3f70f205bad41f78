import type { KeptForm } from "#web/context.ts";

/** What the sign-in beside a kept form is called: no form of ours has fields of these names. */
export const SIGN_IN = { email: "log-ind-email", password: "log-ind-adgangskode" } as const;

export function isKeptForm(value: unknown): value is KeptForm {
  return typeof value === "object" && value !== null && "keptForm" in value;
}
