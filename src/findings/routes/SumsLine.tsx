import { Icon } from "../../web/components/Icon.tsx";
import { count } from "../../web/formats.ts";
import { useLanguage } from "../../web/use-language.ts";
import type { CheckState, SumCounts } from "../item-queries.ts";
import { findingMessages } from "./messages.ts";

/** "12 stemmer, 1 stemmer ikke, 2 bør ses efter". What there is none of is not said. */
export function SumsWords({ ok, errors, warnings }: SumCounts) {
  const { t, language } = useLanguage(findingMessages);
  const parts = [
    ok > 0 && t.hold(count(ok, language)),
    errors > 0 && t.doNotHold(count(errors, language)),
    warnings > 0 && t.lookAt(count(warnings, language)),
  ];
  return parts.filter(Boolean).join(", ");
}

type Props = { sums: SumCounts & { state: CheckState }; href?: string; label?: string };

/** How the figures came out, in one discreet line that leads to the sums. Nothing where there was nothing to recompute. */
export function SumsLine({ sums, href, label }: Props) {
  const { t } = useLanguage(findingMessages);
  const { state, ok, errors, warnings } = sums;
  if (state !== "checked") return <p className="sums-line quiet">{state === "failed" ? t.failed : t.waiting}</p>;
  if (ok + errors + warnings === 0) return null;
  const words = (
    <>
      {label ?? t.sums}: <SumsWords {...sums} />
    </>
  );
  return (
    <p className="sums-line">
      <Icon name={errors > 0 ? "warning" : warnings > 0 ? "info" : "check"} />
      {href ? <a href={href}>{words}</a> : <span>{words}</span>}
    </p>
  );
}

/** Beside an item in a list: how much of it does not add up. */
export function SumsTag({ errors, warnings }: { errors: number; warnings: number }) {
  const { t, language } = useLanguage(findingMessages);
  if (errors + warnings === 0) return null;
  return (
    <span className={`sum-tag sum-tag--${errors > 0 ? "error" : "warning"}`}>
      <span aria-hidden="true">{errors > 0 ? "≠" : "?"}</span>{" "}
      {errors > 0 ? t.doNotHold(count(errors, language)) : t.lookAt(count(warnings, language))}
    </span>
  );
}
