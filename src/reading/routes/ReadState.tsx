import { Icon } from "../../web/components/Icon.tsx";
import { useLanguage } from "../../web/use-language.ts";
import { readingMessages } from "./messages.ts";
import type { ItemView } from "./view.ts";

/** Whether an item is read, in a word with a sign of its own. */
export function ReadState({ state }: { state: ItemView["state"] }) {
  const { t } = useLanguage(readingMessages);
  return (
    <span className={`read-state read-state--${state}`}>
      {state === "unread" ? (
        <span className="read-state__dot" aria-hidden="true" />
      ) : (
        <Icon name={state === "read" ? "check" : "flag"} />
      )}
      {t.states[state]}
    </span>
  );
}
