import type { SentFields } from "./section-form.ts";

/** Why a text is not saved, and the text: what the page that keeps it shows. */
export type KeptText = {
  kept: "signed-out" | "gone" | "forbidden";
  sent: SentFields;
  /** What is wrong with the sign-in on the page. */
  signIn?: "wrong" | "too-many" | "needs-more";
  email?: string;
};

export function isKeptText(value: unknown): value is KeptText {
  return typeof value === "object" && value !== null && "kept" in value && "sent" in value;
}
