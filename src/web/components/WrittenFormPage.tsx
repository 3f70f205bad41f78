import type { WrittenForm } from "../written-form.ts";
import { useLanguage } from "../use-language.ts";
import { Page } from "./Page.tsx";

/** What somebody wrote in a form that could not be used, to be copied or sent again. */
export function WrittenFormPage({ writtenForm, why }: WrittenForm) {
  const { t } = useLanguage();
  return (
    <Page title={t.notSavedTitle} search={false}>
      <div className="narrow">
        <h1>{t.notSavedTitle}</h1>
        <p>{why === "gone" ? t.notSavedGone : t.notSavedTooOften}</p>
        {writtenForm.length > 0 && (
          <section>
            <h2>{t.youWrote}</h2>
            {writtenForm.map((words, at) => (
              <p key={at} className="kept-words">
                {words}
              </p>
            ))}
          </section>
        )}
      </div>
    </Page>
  );
}
