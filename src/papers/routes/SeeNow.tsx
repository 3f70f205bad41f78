import { useLanguage } from "../../web/use-language.ts";
import { paperMessages } from "./messages.ts";

/** Below the message that somebody was first: how the paper stands now, beside what was typed. */
export function SeeNow({ municipality, paper }: { municipality: string; paper: number }) {
  const { t, to } = useLanguage(paperMessages);
  return (
    <p>
      <a href={to.paper(municipality, paper)} target="_blank" rel="noopener">
        {t.seeNow}
      </a>
    </p>
  );
}
