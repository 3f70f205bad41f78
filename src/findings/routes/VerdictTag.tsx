import type { Verdict } from "#factcheck/model.ts";
import { useLanguage } from "../../web/use-language.ts";
import { findingMessages } from "./messages.ts";

const signs: Record<Verdict, string> = { ok: "=", error: "≠", warning: "?" };

/** How a sum came out: sign, word and colour. */
export function VerdictTag({ verdict }: { verdict: Verdict }) {
  const { t } = useLanguage(findingMessages);
  return (
    <span className={`sum-tag sum-tag--${verdict}`}>
      <span aria-hidden="true">{signs[verdict]}</span> {t.verdict[verdict]}
    </span>
  );
}
