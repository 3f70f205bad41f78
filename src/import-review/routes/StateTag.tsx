import type { ImportFileState } from "#database/schema-import.ts";
import { Icon, type IconName } from "../../web/components/Icon.tsx";
import { useLanguage } from "../../web/use-language.ts";
import { importMessages } from "./messages.ts";

const icons: Record<ImportFileState, IconName> = {
  waiting: "time",
  read: "document",
  refused: "warning",
  wanted: "arrow-forward",
  imported: "check",
};

export function StateTag({ state }: { state: ImportFileState }) {
  const { t } = useLanguage(importMessages);
  return (
    <span className={`import-tag import-tag--${state}`}>
      <Icon name={icons[state]} />
      {t.states[state]}
    </span>
  );
}
