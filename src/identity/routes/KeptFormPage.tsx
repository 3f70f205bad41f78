import { useLocation } from "react-router";
import type { KeptForm } from "#web/context.ts";
import { ErrorSummary, Field } from "../../web/components/Form.tsx";
import { ownWords } from "#web/written-form.ts";
import { Page } from "../../web/components/Page.tsx";
import { useLanguage } from "../../web/use-language.ts";
import { SIGN_IN } from "./kept-form.ts";
import { keptFormMessages } from "./messages-kept-form.ts";

/** A form that came from somebody who was signed out in the meantime: sign in here, and it is sent. */
export function KeptFormPage({ keptForm, problem, email }: KeptForm) {
  const { t, to } = useLanguage(keptFormMessages);
  const { pathname } = useLocation();
  const wrong = problem && { wrong: t.wrong, "too-many": t.tooMany, "needs-more": t.needsMore }[problem];
  const words = ownWords(keptForm);
  return (
    <Page title={t.title} search={false}>
      <div className="narrow">
        <h1>{t.title}</h1>
        <ErrorSummary errors={wrong ? { form: wrong } : undefined} />
        <p>{t.lead}</p>
        <form method="post" noValidate>
          {keptForm.map(([name, value], at) => (
            <input key={`${name}-${at}`} type="hidden" name={name} value={value} />
          ))}
          <Field label={t.email} name={SIGN_IN.email} type="email" autoComplete="username" value={email} />
          <Field label={t.password} name={SIGN_IN.password} type="password" autoComplete="current-password" />
          <p className="form-buttons">
            <button type="submit" className="button button-primary">
              {t.signIn}
            </button>
            <button type="submit" className="button button-secondary">
              {t.again}
            </button>
          </p>
        </form>
        <p>
          <a href={to.signIn(pathname)} target="_blank" rel="noopener">
            {t.elsewhere}
          </a>
        </p>
        {words.length > 0 && (
          <section>
            <h2>{t.written}</h2>
            {words.map((value, at) => (
              <p key={at} className="kept-words">
                {value}
              </p>
            ))}
          </section>
        )}
      </div>
    </Page>
  );
}
