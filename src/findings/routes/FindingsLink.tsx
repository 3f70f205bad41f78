import { useLanguage } from "../../web/use-language.ts";
import { findingMessages } from "./messages.ts";

/** Leads to what does not add up in a municipality's papers, or in one committee's. */
export function FindingsLink({ municipality, committee }: { municipality: string; committee?: { slug: string } }) {
  const { t, to } = useLanguage(findingMessages);
  return (
    <section>
      <h2>{t.sums}</h2>
      <p>{t.linkLead}</p>
      <p className="more">
        <a href={to.findings(municipality, committee?.slug)}>{t.listTitle}</a>
      </p>
    </section>
  );
}
