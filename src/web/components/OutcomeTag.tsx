import type { Outcome } from "#minutes/model.ts";
import { useLanguage } from "../use-language.ts";
import { Icon, type IconName } from "./Icon.tsx";

const icons: Record<Outcome, IconName> = {
  approved: "check",
  noted: "info",
  discussed: "chat",
  recommended: "arrow-forward",
  postponed: "time",
  rejected: "close",
  referred: "reply",
  withdrawn: "minus",
  other: "more-horiz",
};

/** What was decided, at a glance: word, icon and colour. A closed item is marked as such; without either nothing shows. */
export function OutcomeTag({ outcome, closed = false }: { outcome: Outcome | null; closed?: boolean }) {
  const { t } = useLanguage();
  return (
    <>
      {closed && (
        <span className="outcome outcome--closed">
          <Icon name="lock" />
          {t.closed}
        </span>
      )}
      {outcome && (
        <span className={`outcome outcome--${outcome}`}>
          <Icon name={icons[outcome]} />
          {t.outcome[outcome]}
        </span>
      )}
    </>
  );
}
