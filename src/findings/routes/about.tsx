import { Page } from "../../web/components/Page.tsx";
import { useLanguage } from "../../web/use-language.ts";
import { findingMessages } from "./messages.ts";

/** How figures are recomputed, for those who met a finding. */
export default function About() {
  const { t } = useLanguage(findingMessages);
  return (
    <Page title={t.aboutTitle} trail={[{ text: t.aboutTitle }]}>
      <h1>{t.aboutTitle}</h1>
      {t.about.map(({ heading, text }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {text.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </Page>
  );
}
