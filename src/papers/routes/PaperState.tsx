import type { PaperState as State } from "#database/schema-papers.ts";
import { Icon } from "../../web/components/Icon.tsx";
import { useLanguage } from "../../web/use-language.ts";
import { paperMessages } from "./messages.ts";

/** Where a paper is on its way, and that it is closed. */
export function PaperState({ state, closed }: { state: State; closed: boolean }) {
  const { t } = useLanguage(paperMessages);
  return (
    <span className="tags">
      <strong className={`paper-state paper-state--${state}`}>{t.states[state]}</strong>
      {closed && (
        <span className="outcome outcome--closed">
          <Icon name="lock" />
          {t.closed}
        </span>
      )}
    </span>
  );
}
