import { type AgendaWarning, isHindrance } from "#agendas/agenda-warnings.ts";
import { Icon } from "../../web/components/Icon.tsx";
import { useLanguage } from "../../web/use-language.ts";
import { buildingMessages } from "./agenda-messages.ts";
import { warningText } from "./warning-messages.ts";

/** A warning as a sentence; what must be solved before the agenda is sent says so. */
export function WarningText({ warning }: { warning: AgendaWarning }) {
  const { t, language } = useLanguage(buildingMessages);
  const must = isHindrance(warning);
  return (
    <p className={must ? "agenda-warning agenda-warning-must" : "agenda-warning"}>
      <Icon name="warning" />
      <span>
        {must && <strong>{t.hindrance}: </strong>}
        {warningText(warning, language)}
      </span>
    </p>
  );
}
